import type { PoFile, PoMessage } from './po.ts';
import { problem, type SourceText } from './source.ts';
import { readXml } from './xml.ts';

/** Where the text of an element goes. */
type Place = 'source' | 'target';

/** States of a segment that somebody has read after it was translated. */
const READ = ['reviewed', 'final'];

/** True for a file that is XML, whatever it begins with: no PO file begins so. */
export function isXliff({ text }: SourceText): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/** Parses an XLIFF 2 file; what a tool divided into segments is one text again. Throws ProblemError. */
export function parseXliff({ file, text }: SourceText): PoFile {
  const messages: PoMessage[] = [];
  let version: string | undefined;
  let language: string | undefined;
  let unit: { id: string; source: string; target: string; isRead: boolean; line: number } | undefined;
  let place: Place | undefined;
  /** What stands before the names of XLIFF's own elements; modules such as that of matches have others. */
  let prefix = '';
  let isSegment = false;
  const add = (piece: string) => {
    if (unit && place) unit[place] += piece;
  };
  readXml(Buffer.from(text), file, {
    open: (qualified, attributes, line) => {
      if (/^([\w-]+:)?xliff$/.test(qualified)) prefix = qualified.slice(0, -'xliff'.length);
      const name = ownName(qualified, prefix);
      if (name === 'xliff') {
        version = attributes.version;
        language = attributes.trgLang;
      } else if (name === 'unit') {
        unit = { id: attributes.name ?? '', source: '', target: '', isRead: true, line };
      } else if (name === 'segment' || name === 'ignorable') {
        isSegment = true;
        if (unit && name === 'segment') unit.isRead &&= READ.includes(attributes.state ?? 'initial');
      } else if (isSegment && (name === 'source' || name === 'target')) place = name;
      else if (name === 'cp') add(characterOf(attributes.hex));
    },
    text: add,
    close: (qualified) => {
      const name = ownName(qualified, prefix);
      if (name === 'segment' || name === 'ignorable') isSegment = false;
      if (name === 'source' || name === 'target') place = undefined;
      if (name !== 'unit' || !unit) return;
      const { id, source, target, isRead, line } = unit;
      if (id !== '' && source !== '')
        messages.push({ id, original: source, translation: target, fuzzy: !isRead, line });
      unit = undefined;
    },
  });
  if (!version?.startsWith('2')) throw problem('po-syntax/xliff', file, { version: version ?? '–' });
  return { language: language === '' ? undefined : language, messages };
}

/** The name of one of XLIFF's own elements; of others nothing. */
function ownName(name: string, prefix: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : '';
}

/** The character that an element stands for; what is no number is told by the replacement character. */
function characterOf(hex = ''): string {
  const code = Number.parseInt(hex, 16);
  return String.fromCharCode(Number.isNaN(code) ? 0xfffd : code);
}
