import ICAL from 'ical.js';
import type { ContactField } from '../model/contact.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { decodeBytes } from './encoding.ts';
import type { ForeignRow } from './foreign.ts';

/** Fields of a contact that a card is read into. */
export const VCARD_COLUMNS = [
  'id',
  'kind',
  'organisation',
  'holder',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'addressLines',
  'phone',
  'fax',
  'email',
  'website',
  'languages',
  'notes',
] as const satisfies readonly ContactField[];

/** Properties with pictures, sounds and keys: large, and nothing that a letter needs. */
const SKIPPED = /^(?:[\w-]+\.)?(photo|logo|sound|key)[;:]/i;

/** Cards of a vCard text (2.1, 3.0 or 4.0) whose pieces arrive one by one. */
export async function* readVcards(chunks: AsyncIterable<string>): AsyncGenerator<ForeignRow> {
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
        yield readCard(card, start);
        card = undefined;
      } else card?.add(text);
    }
  }
  if (card) yield { line: start, cells: new Map(), broken: 'the card has no END:VCARD' };
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

function readCard({ lines, isTooLong }: CardLines, line: number): ForeignRow {
  if (isTooLong) {
    const most = formatLimit(LIMITS.card);
    return { line, cells: new Map(), broken: `the card has more than ${most} characters without pictures` };
  }
  const text = ['BEGIN:VCARD', ...unfold(lines).map(modernise), 'END:VCARD'].join('\r\n');
  try {
    const [, properties] = ICAL.parse(text) as Card;
    return { line, cells: cellsOf(properties) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return {
      line,
      cells: new Map([['notes', lines.join('\n')]]),
      broken: `the card doesn’t parse: ${reason}`,
    };
  }
}

/** Property lines whole: folded lines, and the soft breaks of quoted-printable ones, joined. */
function unfold(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const text of lines) {
    const last = whole.at(-1);
    if (/^[ \t]/.test(text) || text === '') {
      if (last !== undefined) whole[whole.length - 1] = last + text.slice(1);
    } else if (last?.endsWith('=') && isQuotedPrintable(last))
      whole[whole.length - 1] = last.slice(0, -1) + text;
    else whole.push(text);
  }
  return whole;
}

function isQuotedPrintable(property: string): boolean {
  return /^[^:]*;(encoding=)?quoted-printable[;:]/i.test(property);
}

/** A property of vCard 2.1 as 3.0 writes it: types named, quoted-printable decoded, commas escaped. */
function modernise(property: string): string {
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
    ? decodeQuotedPrintable(value, charset ?? 'utf-8')
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

function decodeQuotedPrintable(text: string, charset: string): string {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '=' ? /^[0-9A-Fa-f]{2}/.exec(text.slice(i + 1, i + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(Number.parseInt(hex, 16));
      i += 2;
    } else bytes.push(...new TextEncoder().encode(text[i]));
  }
  return decodeBytes(Uint8Array.from(bytes), charset);
}

/** jCard (RFC 7095): a property is its name, parameters, type and values. */
type Value = string | readonly (string | readonly string[])[];
type Property = readonly [string, Readonly<Record<string, string | string[]>>, string, ...Value[]];
type Card = readonly ['vcard', readonly Property[]];

function cellsOf(properties: readonly Property[]): Map<string, string> {
  const all = (name: string) => properties.filter((p) => p[0] === name);
  const texts = (name: string) => all(name).flatMap((p) => p.slice(3).map((v) => textOf(v as Value)));
  const first = (name: string) => texts(name).find((text) => text !== '');
  const fullName = first('fn') ?? nameOf(all('n')[0]?.[3]);
  const organisation = partsOf(all('org')[0]?.[3]).filter((part) => part !== '');
  const isPerson = organisation.length > 0 && !organisation.join(', ').includes(fullName ?? '');
  const address = partsOf(best(all('adr'))?.[3]);
  const [box = '', extended = '', street = '', city = '', region = '', postalCode = '', country = ''] =
    address;
  const label = address.some((part) => part !== '') ? undefined : first('label');
  const phones = all('tel').map((p) => ({ text: textOf(p[3]).replace(/^tel:/i, ''), types: typesOf(p) }));
  const named = (isFax: boolean) =>
    phones.filter(({ types }) => types.includes('fax') === isFax).map(({ text }) => text);
  const titles = [...texts('title'), ...texts('role')].filter((text) => text !== '');
  const values: Record<(typeof VCARD_COLUMNS)[number], string | undefined> = {
    id: first('uid'),
    kind: texts('categories').join(', '),
    organisation: organisation.join(', ') || fullName,
    holder: isPerson ? fullName : undefined,
    street: [box, extended, street].filter((part) => part !== '').join(', '),
    postalCode,
    city,
    region,
    country,
    addressLines: label?.replaceAll('\n', ';'),
    phone: named(false).join(';'),
    fax: named(true).join(';'),
    email: texts('email').join(';'),
    website: texts('url').join(' '),
    languages: texts('lang').join(';'),
    notes: [...titles, ...texts('note')].filter((text) => text !== '').join('\n'),
  };
  return new Map(
    Object.entries(values).flatMap(([column, value]) => {
      const text = value?.replaceAll(/\n+/g, column === 'notes' ? '\n' : ', ').trim();
      return text ? [[column, text] as const] : [];
    }),
  );
}

/** Text of a value; escapes that ical.js leaves standing are taken out. */
function textOf(value: Value | undefined): string {
  const text = typeof value === 'string' ? value : (value ?? []).flat().join(' ');
  return text.replace(/\\([;:,\\])/g, '$1').trim();
}

function partsOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === 'string'
    ? [textOf(value)]
    : value.map((part) => textOf(typeof part === 'string' ? part : part.join(', ')));
}

/** Family, given, additional, prefix and suffix as one says them. */
function nameOf(value: Value | undefined): string | undefined {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = partsOf(value);
  const name = [prefix, given, additional, family, suffix].filter((part) => part !== '').join(' ');
  return name === '' ? undefined : name;
}

function typesOf([, { type = [] }]: Property): string[] {
  return [type].flat().map((each) => each.toLowerCase());
}

/** The preferred address, else that of work, else the first. */
function best(properties: readonly Property[]): Property | undefined {
  return (
    properties.find((p) => typesOf(p).includes('pref') || p[1].pref === '1') ??
    properties.find((p) => typesOf(p).includes('work')) ??
    properties[0]
  );
}
