import type { Block, Inline, TextSpan } from '../model/block.ts';
import { type Markup, markup } from './markup.ts';

/** Blocks as HTML, each with its role as class; headings begin at `level` (1). */
export function writeHtml(blocks: readonly Block[], level = 1): Markup {
  return markup`${blocks.map((block) => writeBlock(block, level - 1))}`;
}

function writeBlock(block: Block, deeper: number): Markup {
  const { role, language } = block;
  switch (block.kind) {
    case 'heading':
      return writeHeading(block.level + deeper, role, language, writeInlines(block.content));
    case 'paragraph':
    case 'code':
      return markup`<p class="${role}"${langOf(language)}>${writeInlines(block.content)}</p>
`;
    case 'list': {
      const items = block.items.map(
        (item) => markup`<li>${writeInlines(item)}</li>
`,
      );
      return block.ordered
        ? markup`<ol class="${role}"${langOf(language)} start="${block.start}">
${items}</ol>
`
        : markup`<ul class="${role}"${langOf(language)}>
${items}</ul>
`;
    }
    case 'signatories': {
      const names = block.items.map(
        (item) => markup`<li>${writeInlines(item)}</li>
`,
      );
      return markup`<h2 class="${role}"${langOf(language)}>${writeInlines(block.label)}</h2>
<ul class="${role}"${langOf(language)}>
${names}</ul>
`;
    }
    case 'figures': {
      const items = block.entries.map(
        ({ value, label }) => markup`<li><strong>${value}</strong> <span>${writeInlines(label)}</span></li>
`,
      );
      return markup`<ul class="figures"${langOf(language)}>
${items}</ul>
`;
    }
    case 'picture':
      return markup`<p class="${role}"${langOf(language)}>[${block.alt}] ${writeInlines(block.credit)}</p>
`;
    case 'signature-line':
      return writeSignature([block.label], language);
    case 'signature-row':
      return writeSignature(block.labels, language);
    case 'signature-table':
      return writeSignature(block.columns, language);
  }
}

/** Labels of what is written in by hand, each in a paragraph of its own. */
function writeSignature(labels: readonly (readonly Inline[])[], language: string | undefined): Markup {
  return markup`${labels.map(
    (label) => markup`<p class="signature"${langOf(language)}>${writeInlines(label)}</p>
`,
  )}`;
}

function writeHeading(level: number, role: string, language: string | undefined, text: Markup): Markup {
  if (level <= 1)
    return markup`<h1 class="${role}"${langOf(language)}>${text}</h1>
`;
  if (level === 2)
    return markup`<h2 class="${role}"${langOf(language)}>${text}</h2>
`;
  return markup`<h3 class="${role}"${langOf(language)}>${text}</h3>
`;
}

function writeInlines(content: readonly Inline[]): Markup {
  return markup`${content.map((inline) => (inline.kind === 'break' ? markup`<br>` : writeSpan(inline)))}`;
}

/** Values of the data are isolated, so that a Latin name in Arabic text stays in its place. */
function writeSpan({ text, strong, emphasis, language, isolate, href }: TextSpan): Markup {
  let span = markup`${text}`;
  if (strong) span = markup`<strong>${span}</strong>`;
  if (emphasis) span = markup`<em>${span}</em>`;
  if (isolate) span = markup`<bdi${langOf(language)}>${span}</bdi>`;
  else if (language) span = markup`<span${langOf(language)}>${span}</span>`;
  const target = href ?? (/^https?:\/\/[^\s<>"]+$/i.test(text) ? text : undefined);
  return target ? markup`<a href="${target}">${span}</a>` : span;
}

function langOf(language: string | undefined): Markup {
  return language === undefined ? markup`` : markup` lang="${language}"`;
}
