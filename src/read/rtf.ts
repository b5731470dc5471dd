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
  const reader = new RtfReader(file);
  for (let i = 0; i < source.length; ) {
    const sign = source[i]!;
    WORD.lastIndex = i;
    const word = sign === '\\' ? WORD.exec(source) : null;
    if (word) {
      reader.word(word[1]!, word[2]);
      i += word[0].length;
    } else if (sign === '\\') {
      reader.symbol(source.slice(i + 1, i + 4));
      i += source[i + 1] === "'" ? 4 : 2;
    } else {
      if (sign === '{') reader.open();
      else if (sign === '}') reader.close();
      else if (sign !== '\n' && sign !== '\r') reader.byte(sign.charCodeAt(0));
      i += 1;
    }
  }
  return { text: reader.end() };
}

/** Gathers the text of a document from its groups, control words and characters. */
class RtfReader {
  readonly #file: string;
  readonly #pieces: string[] = [];
  // Notes stand at the end, so that no sentence is cut in two by one.
  readonly #notes: string[] = [];
  readonly #groups: { apart: boolean; isNote: boolean; skip: number }[] = [];
  #now = { apart: false, isNote: false, skip: 1 };
  #codePage = 'windows-1252';
  #bytes: number[] = [];
  // Characters that stand in for one that was told by its number.
  #instead = 0;

  constructor(file: string) {
    this.#file = file;
  }

  open(): void {
    this.#flush();
    if (this.#groups.length >= DEPTH)
      throw problem('too-large/groups', this.#file, { most: formatLimit(DEPTH) });
    this.#groups.push(this.#now);
    this.#now = { ...this.#now };
  }

  close(): void {
    this.#flush();
    this.#now = this.#groups.pop() ?? this.#now;
  }

  /** A control word with its number, `\\u8212`. */
  word(name: string, number: string | undefined): void {
    const now = this.#now;
    this.#flush();
    if (name === 'listtext') this.#put('- ');
    if (APART.has(name) || (name === 'deleted' && number !== '0')) now.apart = true;
    else if (name === 'footnote') {
      this.#notes.push('\n\n');
      now.isNote = true;
      now.apart = false;
    } else if (name === 'ansicpg') this.#codePage = `windows-${number}`;
    else if (name === 'uc') now.skip = Number(number ?? 1);
    else if (name === 'u') {
      this.#put(String.fromCharCode((Number(number) + 65_536) % 65_536));
      this.#instead = now.skip;
    } else if (BREAKS[name]) this.#put(BREAKS[name]);
  }

  /** A control symbol, and the two digits that follow where it is a byte: `\\'e4`. */
  symbol(text: string): void {
    const sign = text[0] ?? '';
    if (sign === "'") this.byte(Number.parseInt(text.slice(1), 16) || 0x20);
    else if (sign === '*') this.#now.apart = true;
    else if (sign === '~') this.#put(' ');
    else if (sign === '_') this.#put('-');
    else if (sign === '\n' || sign === '\r') this.#put('\n\n');
    else if ('\\{}'.includes(sign)) this.byte(sign.charCodeAt(0));
  }

  byte(byte: number): void {
    if (this.#instead > 0) this.#instead -= 1;
    else if (!this.#now.apart) this.#bytes.push(byte);
  }

  end(): string {
    this.#flush();
    return [...this.#pieces, ...this.#notes].join('').toWellFormed();
  }

  #put(text: string): void {
    this.#flush();
    if (!this.#now.apart) this.#told().push(text);
  }

  #flush(): void {
    if (this.#bytes.length > 0) this.#told().push(decodeBytes(Buffer.from(this.#bytes), this.#codePage));
    this.#bytes = [];
  }

  #told(): string[] {
    return this.#now.isNote ? this.#notes : this.#pieces;
  }
}
