import { type CldrForms, cldrForms } from '../merge/cldr-forms.ts';
import { letterPhrases, type Phrase, pathOf, sitePhrases, wordPhrases } from '../merge/phrases.ts';
import { LETTER_KINDS } from '../model/addressee.ts';
import type { TemplateFile } from '../model/template.ts';
import { valueAt } from '../model/value-at.ts';

interface DataFile {
  readonly data: unknown;
}

/** What the files of a further language are made from. */
interface Beginning {
  readonly tag: string;
  /** The language whose wording stands beside each phrase. */
  readonly near: string;
  /** `words/<tag>.yaml` and `site/<tag>.yaml` by their tags. */
  readonly words: ReadonlyMap<string, DataFile>;
  readonly site: ReadonlyMap<string, DataFile>;
  readonly templates: readonly TemplateFile[];
}

/** A file below `templates/`, with what is English in it. */
interface NewFile {
  readonly path: string;
  readonly text: string;
  readonly phrases: readonly Phrase[];
}

/** Grammar of English that says nothing of another language. */
const ENGLISH_ALONE = [
  '$schema',
  'sources',
  'locale',
  'signed',
  'joins',
  'typed',
  'countries',
  'names',
  'speaker',
];

/** The files of a further language: its dates and numbers as Unicode has them, everything else in English still. */
export function newLanguage(input: Beginning): NewFile[] {
  return [wordsFile(input), siteFile(input), ...LETTER_KINDS.flatMap((kind) => letterFile(kind, input))];
}

function wordsFile({ tag, near, words, templates }: Beginning): NewFile {
  const english = words.get('en')?.data as Readonly<Record<string, unknown>>;
  const forms = cldrForms(tag);
  const { name, direction, dates, numbers, list } = forms;
  const own = Object.entries(english).filter(([key]) => !ENGLISH_ALONE.includes(key));
  const stated: Record<string, unknown> = { dates, numbers, list };
  const data = Object.fromEntries([
    ['language', tag],
    ['name', name],
    ['direction', direction],
    ['review', 'draft'],
    ...own.flatMap(([key, value]) => {
      if (key === 'samples') return [[key, samplesFor(value, forms)]];
      if (['language', 'name', 'direction', 'review'].includes(key)) return [];
      if (!(key in stated)) return [[key, value]];
      return stated[key] === undefined ? [] : [[key, stated[key]]];
    }),
  ]);
  const phrases = wordPhrases({ ...english, samples: undefined, speaker: undefined }, templates);
  const text = [
    `# The forms of ${name} (${tag}). What stands in English is still to be translated; the lines with # say where each`,
    `# phrase stands, what it comes to, and what it is in another language (${near}). \`handbill help languages\` tells the rest.`,
    ...writeTree(data, [], notesBy('words', phrases, words.get(near)?.data, near)),
  ];
  return { path: `words/${tag}.yaml`, text: `${text.join('\n')}\n`, phrases };
}

/** The nouns of the trials with a form for each plural category of the language. */
function samplesFor(samples: unknown, { plurals }: CldrForms): unknown {
  const { units = [], voices } = samples as { units?: readonly unknown[]; voices?: unknown };
  const formsOf = (unit: unknown) => {
    const { one, other = unit } = (typeof unit === 'object' ? unit : {}) as Record<string, unknown>;
    return Object.fromEntries(plurals.map((plural) => [plural, plural === 'one' ? (one ?? other) : other]));
  };
  return { units: units.map(formsOf), voices };
}

function siteFile({ tag, near, site }: Beginning): NewFile {
  const english = site.get('en')?.data as { readonly labels: unknown };
  const phrases = sitePhrases(english);
  const data = { language: tag, review: 'draft', labels: english.labels };
  const lines = writeTree(data, [], notesBy('site', phrases, site.get(near)?.data, near));
  return { path: `site/${tag}.yaml`, text: `${lines.join('\n')}\n`, phrases };
}

function letterFile(kind: string, { tag, near, templates }: Beginning): NewFile[] {
  const of = (language: string) => templates.find(({ name }) => name === `letter/${kind}.${language}`);
  const english = of('en');
  if (!english) return [];
  const beside = near === 'en' ? undefined : of(near);
  const head = [
    '---',
    '# In English still. {{…}} stays as it is, but for the words in quotation marks after bySender: what several write,',
    '# what one person writes, and what a woman and a man write where that differs.',
    ...(beside
      ? [
          `# The same in ${near}:`,
          ...beside.body
            .trim()
            .split('\n')
            .map((line) => `#   ${line}`.trimEnd()),
        ]
      : []),
    'material: letter',
    `kind: ${kind}`,
    `language: ${tag}`,
    'review: draft',
    '---',
  ];
  const phrases = letterPhrases(`letter/${kind}`, english.body);
  return [{ path: `letter/${kind}.${tag}.md`, text: `${head.join('\n')}\n${english.body}`, phrases }];
}

type Notes = ReadonlyMap<string, readonly string[]>;

function notesBy(part: 'words' | 'site', phrases: readonly Phrase[], beside: unknown, near: string): Notes {
  return new Map(
    phrases.map(({ id, context, example }) => {
      const found = near === 'en' ? undefined : valueAt(beside, pathOf(id).slice(1));
      const notes = [context, ...(example === undefined ? [] : [`as in: ${example}`])];
      const other = typeof found === 'string' ? [`${near}: ${found.replaceAll('\n', ' / ')}`] : [];
      return [pathOf(id.slice(part.length + 1)).join('\n'), [...notes, ...other]];
    }),
  );
}

/** Data as YAML, each phrase under its notes. */
function writeTree(tree: unknown, path: readonly string[], notes: Notes): string[] {
  const indent = '  '.repeat(path.length);
  return Object.entries(tree as Readonly<Record<string, unknown>>).flatMap(([key, value]) => {
    const here = [...path, key];
    const above = (notes.get(here.join('\n')) ?? []).map((note) => `${indent}# ${note}`);
    const name = `${indent}${/^[A-Za-z][\w-]*$/.test(key) ? key : JSON.stringify(key)}:`;
    const isTree = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (!isTree) return [...above, `${name} ${JSON.stringify(value)}`];
    return [...(path.length === 0 ? [''] : []), name, ...writeTree(value, here, notes)];
  });
}
