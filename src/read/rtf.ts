import { formatLimit } from '../model/limits.ts';
import { decodeBytes } from './encoding.ts';
import { problem } from './source.ts';
import type { TextDocument } from './text-document.ts';

/** Groups inside each other. */
const DEPTH = 1_000;
/** Groups that hold no text of the document. */
const APART = new Set(
  'fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr fldinst themedata listtext listtable listoverridetable rsidtbl generator xmlnstbl datastore latentstyles annotation'.split(
    ' ',
  ),
);
const BREAKS: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  row: '\n',
  line: '\n',
  tab: '\t',
  cell: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};
const WORD = /\\([a-z]{1,32})(-?\d{1,10})? ?/y;

/** The text of a Rich Text document (Microsoft's specification 1.9.1). */
export function readRtf(source: string, file: string): TextDocument {
  const pieces: string[] = [];
  // Notes stand at the end, so that no sentence is cut in two by one.
  const notes: string[] = [];
  const groups: { apart: boolean; isNote: boolean; skip: number }[] = [];
  let now = { apart: false, isNote: false, skip: 1 };
  let codePage = 'windows-1252';
  let bytes: number[] = [];
  // Characters that stand in for one that was told by its number.
  let instead = 0;
  const told = () => (now.isNote ? notes : pieces);
  const flush = () => {
    if (bytes.length > 0) told().push(decodeBytes(Buffer.from(bytes), codePage));
    bytes = [];
  };
  const put = (text: string) => {
    flush();
    if (!now.apart) told().push(text);
  };
  const putByte = (byte: number) => {
    if (instead > 0) instead -= 1;
    else if (!now.apart) bytes.push(byte);
  };
  for (let i = 0; i < source.length; ) {
    const sign = source[i]!;
    if (sign === '{') {
      flush();
      if (groups.length >= DEPTH) throw problem('too-large/groups', file, { most: formatLimit(DEPTH) });
      groups.push(now);
      now = { ...now };
      i += 1;
    } else if (sign === '}') {
      flush();
      now = groups.pop() ?? now;
      i += 1;
    } else if (sign === '\\') {
      WORD.lastIndex = i;
      const word = WORD.exec(source);
      if (word) {
        const [whole, name = '', number] = word;
        i += whole.length;
        flush();
        if (name === 'listtext') put('- ');
        if (APART.has(name) || (name === 'deleted' && number !== '0')) now.apart = true;
        else if (name === 'footnote') {
          notes.push('\n\n');
          now.isNote = true;
          now.apart = false;
        } else if (name === 'ansicpg') codePage = `windows-${number}`;
        else if (name === 'uc') now.skip = Number(number ?? 1);
        else if (name === 'u') {
          put(String.fromCharCode((Number(number) + 65_536) % 65_536));
          instead = now.skip;
        } else if (BREAKS[name]) put(BREAKS[name]);
      } else {
        const next = source[i + 1] ?? '';
        i += 2;
        if (next === "'") {
          putByte(Number.parseInt(source.slice(i, i + 2), 16) || 0x20);
          i += 2;
        } else if (next === '*') now.apart = true;
        else if (next === '~') put(' ');
        else if (next === '_') put('-');
        else if (next === '\n' || next === '\r') put('\n\n');
        else if ('\\{}'.includes(next)) putByte(next.charCodeAt(0));
      }
    } else {
      if (sign !== '\n' && sign !== '\r') putByte(sign.charCodeAt(0));
      i += 1;
    }
  }
  flush();
  return { text: [...pieces, ...notes].join('') };
}
