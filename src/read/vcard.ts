import ICAL from 'ical.js';
import { append } from '../model/append.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { withoutUnseen } from '../model/unseen.ts';
import { phrase } from '../wordings.ts';
import { decodeBytes, encodingOf } from './encoding.ts';
import type { ForeignRow } from './foreign.ts';
import { cellsOf, type Property, personCells } from './vcard-cells.ts';

/** Properties with pictures, sounds and keys: large, and nothing that a letter needs. */
const SKIPPED = /^(?:[\w-]+\.)?(photo|logo|sound|key)[;:]/i;

/**
 * Cards of a vCard text (2.1, 3.0 or 4.0) whose pieces arrive one by one: as contacts, or (`ofPeople`) as people who write
 * from where they live.
 */
export async function* readVcards(
  chunks: AsyncIterable<string>,
  ofPeople = false,
): AsyncGenerator<ForeignRow> {
  let card: CardLines | undefined;
  let start = 1;
  let line = 0;
  for await (const lines of readLines(chunks)) {
    for (const text of lines) {
      line += 1;
      if (/^BEGIN:VCARD\s*$/i.test(text)) {
        card = new CardLines();
        start = line;
      } else if (card && /^END:VCARD\s*$/i.test(text)) {
        yield readCard(card, start, ofPeople ? personCells : cellsOf);
        card = undefined;
      } else card?.add(text);
    }
  }
  if (card) yield { line: start, cells: new Map(), broken: phrase('card-no-end', {}) };
}

/** Lines without their ends, as many at a time as end in a piece; of one longer than any picture only the beginning. */
async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let pieces: string[] = [];
  let size = 0;
  const keep = (piece: string) => {
    if (size < LIMITS.line) pieces.push(piece);
    size += piece.length;
  };
  const take = (): string => {
    const line = pieces.join('');
    pieces = [];
    size = 0;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  for await (const chunk of chunks) {
    const ended: string[] = [];
    for (const [i, line] of chunk.split('\n').entries()) {
      if (i > 0) ended.push(take());
      keep(line);
    }
    yield ended;
  }
  if (size > 0) yield [take()];
}

/** The lines of a card: pictures, sounds and keys are left out, and all that goes beyond what a card may have. */
class CardLines {
  readonly lines: string[] = [];
  isTooLong = false;
  #size = 0;
  #isSkipped = false;

  add(line: string): void {
    if (!/^[ \t]|^$/.test(line)) this.#isSkipped = SKIPPED.test(line);
    if (this.#isSkipped || this.isTooLong) return;
    this.#size += line.length;
    this.isTooLong = this.#size > LIMITS.card;
    if (!this.isTooLong) this.lines.push(line);
  }
}

function readCard(
  { lines, isTooLong }: CardLines,
  line: number,
  read: (properties: readonly Property[]) => Map<string, string>,
): ForeignRow {
  if (isTooLong) {
    const most = formatLimit(LIMITS.card);
    return { line, cells: new Map(), broken: phrase('card-too-long', { most }) };
  }
  const whole = unfold(lines);
  const isGroup = whole.some((text) => /^(?:x-addressbookserver-)?kind:\s*group\s*$/i.test(text));
  if (isGroup) return { line, cells: new Map(), broken: phrase('card-of-group', {}) };
  const encoding = encodingOfValues(whole);
  const { properties, unread } = parseCard(whole.map((property) => modernise(property, encoding)));
  const cells = new Map([...read(properties)].map(([column, text]) => [column, withoutUnseen(text)]));
  if (unread.length > 0 && read === cellsOf)
    cells.set('notes', [cells.get('notes') ?? [], ...unread].flat().join('\n'));
  if (properties.length > 0 || unread.length === 0) return { line, cells };
  return { line, cells, broken: phrase('card-no-parse', {}) };
}

type Card = readonly ['vcard', readonly Property[]];

/** The properties of a card; one that is broken keeps none of the others back, and is told as it stands. */
function parseCard(lines: readonly string[]): { properties: readonly Property[]; unread: readonly string[] } {
  const parse = (texts: readonly string[]) =>
    (ICAL.parse(['BEGIN:VCARD', ...texts, 'END:VCARD'].join('\r\n')) as Card)[1];
  try {
    return { properties: parse(lines), unread: [] };
  } catch {
    const version = lines.filter((text) => /^version:/i.test(text)).slice(0, 1);
    const properties: Property[] = [];
    const unread: string[] = [];
    for (const text of lines) {
      try {
        append(properties, parse([...version, text]).slice(version.length));
      } catch {
        unread.push(text.slice(0, 200));
      }
    }
    return { properties, unread };
  }
}

/** Property lines whole: folded lines, soft breaks of quoted-printable ones, and values that a program broke, joined. */
function unfold(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const text of lines) {
    const last = whole.at(-1);
    const isSoft = last?.endsWith('=') && isQuotedPrintable(last);
    if (last === undefined) whole.push(text);
    else if (isSoft) whole[whole.length - 1] = joinSoft(last.slice(0, -1), text);
    else if (/^[ \t]/.test(text)) whole[whole.length - 1] = last + text.slice(1);
    else if (/^[\w.-]+[;:]/.test(text)) whole.push(text);
    // A line break that belongs to the value, and that a program wrote as it is.
    else if (text.trim() !== '') whole[whole.length - 1] = `${last}\\n${text}`;
  }
  return whole;
}

/** A space after a soft break belongs to the text, but where the break divides a letter: there the line was folded too. */
function joinSoft(begun: string, next: string): string {
  const isFolded = /^[ \t]=[89A-B][0-9A-F]/i.test(next) && /=[C-F89AB][0-9A-F]$/i.test(begun);
  return begun + (isFolded ? next.slice(1) : next);
}

/** The encoding of quoted-printable values that name none: that of all of them together. */
function encodingOfValues(lines: readonly string[]): string {
  const values = lines.filter((text) => isQuotedPrintable(text) && !/;charset=/i.test(text));
  return encodingOf(Uint8Array.from(values.flatMap((text) => [...bytesOf(text.slice(endOfName(text) + 1))])));
}

function isQuotedPrintable(property: string): boolean {
  return /^[^:]*;(encoding=)?quoted-printable[;:]/i.test(property);
}

/** A property of vCard 2.1 as 3.0 writes it: types named, quoted-printable decoded, commas escaped. */
function modernise(property: string, encoding: string): string {
  const colon = endOfName(property);
  if (colon < 0) return property;
  const [name = '', ...parameters] = property.slice(0, colon).split(';');
  const value = property.slice(colon + 1);
  if (name.toUpperCase() === 'VERSION') return `VERSION:${value.trim() === '2.1' ? '3.0' : value.trim()}`;
  const charset = parameters.find((p) => /^charset=/i.test(p))?.slice('charset='.length);
  const kept = parameters
    .filter((p) => !/^(charset=|encoding=|quoted-printable$|8bit$|7bit$)/i.test(p))
    .map((p) => (p.includes('=') ? p : `TYPE=${p}`));
  const text = isQuotedPrintable(property.slice(0, colon + 1))
    ? decodeBytes(bytesOf(value), charset ?? encoding)
        .replaceAll(',', '\\,')
        .replace(/\r\n|\r|\n/g, '\\n')
    : value;
  return `${[name, ...kept].join(';')}:${text}`;
}

/** Index of the colon after name and parameters; colons inside quotes don't count. */
function endOfName(property: string): number {
  let isQuoted = false;
  for (let i = 0; i < property.length; i++) {
    if (property[i] === '"') isQuoted = !isQuoted;
    else if (property[i] === ':' && !isQuoted) return i;
  }
  return -1;
}

/** The bytes of a quoted-printable text. */
function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '=' ? /^[0-9A-Fa-f]{2}/.exec(text.slice(i + 1, i + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(Number.parseInt(hex, 16));
      i += 2;
    } else append(bytes, new TextEncoder().encode(text[i]));
  }
  return Uint8Array.from(bytes);
}
