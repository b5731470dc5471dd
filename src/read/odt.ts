import { problem } from './source.ts';
import { behindLink, type TextDocument } from './text-document.ts';
import { readXml } from './xml.ts';
import type { Packed } from './zip.ts';

const APART = new Set(['office:annotation', 'text:tracked-changes', 'office:forms', 'text:note-citation']);

/** The text of an OpenDocument text (OASIS OpenDocument 1.3, part 3, clause 5). */
export async function readOdt(file: string, packed: Packed): Promise<TextDocument> {
  const content = await packed.unpack('content.xml');
  if (!content) throw problem('file-unreadable/content', file);
  const body: string[] = [];
  const notes: string[] = [];
  // Notes stand at the end, so that no sentence is cut in two by one.
  let pieces = body;
  let isItem = false;
  let inBody = false;
  let apart = 0;
  let depth = 0;
  let link: { address: string | undefined; from: number } | undefined;
  readXml(content, file, {
    open: (name, attributes) => {
      if (name === 'office:text') inBody = true;
      if (APART.has(name)) apart += 1;
      if (!inBody || apart > 0) return;
      if (name === 'text:note') pieces = notes;
      if (name === 'text:list-item') isItem = true;
      if (name === 'text:p' || name === 'text:h') {
        depth += 1;
        if (isItem) pieces.push('- ');
        isItem = false;
      }
      if (name === 'text:s') pieces.push(' ');
      if (name === 'text:tab') pieces.push('\t');
      if (name === 'text:line-break') pieces.push('\n');
      if (name === 'text:a') link = { address: attributes['xlink:href'], from: pieces.length };
    },
    // Programs that write XML in lines put spaces where none belong; OpenDocument counts them as one.
    text: (text) => {
      if (inBody && apart === 0 && depth > 0) pieces.push(text.replace(/\s+/g, ' '));
    },
    close: (name) => {
      if (APART.has(name)) apart -= 1;
      if (name === 'office:text') inBody = false;
      if (apart > 0) return;
      if ((name === 'text:p' || name === 'text:h') && inBody) {
        depth -= 1;
        pieces.push('\n\n');
      }
      if (name === 'text:note') pieces = body;
      if (name === 'text:a' && link) {
        pieces.push(behindLink(pieces.slice(link.from).join(''), link.address));
        link = undefined;
      }
    },
  });
  return { text: [...body, '\n\n', ...notes].join('') };
}
