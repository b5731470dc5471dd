import ICAL from 'ical.js';
import { CONTACT_FIELDS, type ContactField } from '../model/contact.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { withoutUnseen } from '../model/unseen.ts';
import { isId } from '../model/values.ts';
import { phrase } from '../wordings.ts';
import { decodeBytes, encodingOf } from './encoding.ts';
import type { ForeignRow } from './foreign.ts';

/** Fields that a card tells in properties of its own; the others stand in `X-HANDBILL-…` of a card that handbill wrote. */
type CardField = Exclude<ContactField, `verified.${string}`>;
/** Languages in which such a card may name the organisation. */
const LANGUAGES =
  'ar be cs da de el en es et fa fi fr he hi hu it ja ka kk ko lt lv nl no pl pt ro ru sr sv tr uk uz vi zh-Hans zh-Hant'.split(
    ' ',
  );

/** Fields of a contact that a card is read into. */
export const VCARD_COLUMNS: readonly string[] = [
  ...CONTACT_FIELDS,
  ...LANGUAGES.map((tag) => `organisation.${tag}`),
];
const OWN = new Map(
  VCARD_COLUMNS.map((column) => [`x-handbill-${column.replace('.', '-').toLowerCase()}`, column]),
);

/** Words that address books put every card under. */
const OF_ADDRESS_BOOK = /^(?:my ?contacts|starred|friends|family|coworkers|contacts|vcard)$/i;

/** Properties with pictures, sounds and keys: large, and nothing that a letter needs. */
const SKIPPED = /^(?:[\w-]+\.)?(photo|logo|sound|key)[;:]/i;

/** What a card of a person is read into who writes as themselves. */
export const PERSON_CARD_COLUMNS: readonly string[] = [
  'id',
  'name',
  'writes',
  'organisation',
  'gender',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'phone',
  'email',
];

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
        properties.push(...parse([...version, text]).slice(version.length));
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
    } else bytes.push(...new TextEncoder().encode(text[i]));
  }
  return Uint8Array.from(bytes);
}

/** jCard (RFC 7095): a property is its name, parameters, type and values. */
type Value = string | readonly (string | readonly string[])[];
type Property = readonly [string, Readonly<Record<string, string | string[]>>, string, ...Value[]];
type Card = readonly ['vcard', readonly Property[]];

/** The properties of a name, and what they say. */
function reader(properties: readonly Property[]) {
  const all = (name: string) => properties.filter((p) => p[0] === name);
  const texts = (name: string) => all(name).flatMap((p) => p.slice(3).map((v) => textOf(v as Value)));
  const first = (name: string) => texts(name).find((text) => text !== '');
  return { all, texts, first };
}

/** Somebody who writes from home doesn't write for those whom they work for: their name stays out. */
function personCells(properties: readonly Property[]): Map<string, string> {
  const { all, first } = reader(properties);
  const homes = all('adr').filter((p) => typesOf(p).includes('home'));
  const address = best(homes.length > 0 ? homes : all('adr'));
  const { organisation, holder, ...cells } = Object.fromEntries(
    cellsOf(address ? [...properties.filter(([name]) => name !== 'adr'), address] : properties),
  );
  const isCompany = /^company$/i.test(first('x-abshowas') ?? '');
  const isPerson = !isCompany && Boolean(partsOf(all('n')[0]?.[3])[1]);
  const isAlone = homes.length > 0 || holder === undefined;
  const person = { ...cells, id: first('uid'), name: holder ?? organisation };
  const told = isAlone ? { ...person, writes: isPerson ? 'I' : undefined } : { ...person, organisation };
  return new Map(
    PERSON_CARD_COLUMNS.flatMap((column) => {
      const value = (told as Record<string, string | undefined>)[column];
      return value ? [[column, value] as const] : [];
    }),
  );
}

function cellsOf(properties: readonly Property[]): Map<string, string> {
  const { all, texts, first } = reader(properties);
  const fullName = first('fn') ?? nameOf(all('n')[0]?.[3]);
  const organisation = partsOf(all('org')[0]?.[3]).filter((part) => part !== '');
  const isPerson = organisation.length > 0 && !organisation.join(', ').includes(fullName ?? '');
  const address = partsOf(best(all('adr'))?.[3]);
  const [box = '', extended = '', street = '', city = '', region = '', postalCode = '', country = ''] =
    address;
  const label = address.some((part) => part !== '') ? undefined : first('label');
  const labelOf = ([, { group }]: Property) =>
    all('x-ablabel').find((label) => group !== undefined && label[1].group === group)?.[3];
  const phones = all('tel').map((p) => ({
    text: textOf(p[3]).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '),
    // Apple names in a label what others name in a type: "_$!<HomeFAX>!$_".
    types: [...typesOf(p), ...(/fax/i.test(textOf(labelOf(p))) ? ['fax'] : [])],
  }));
  const named = (isFax: boolean) =>
    phones.filter(({ types }) => types.includes('fax') === isFax).map(({ text }) => text);
  const titles = [...texts('title'), ...texts('role')].filter((text) => text !== '');
  const own = new Map(
    properties.flatMap((p) => {
      const column = OWN.get(p[0]);
      return column === undefined ? [] : [[column, textOf(p[3])] as const];
    }),
  );
  const hasNames = [...own.keys()].some((column) => column.startsWith('organisation.'));
  const values: Partial<Record<CardField, string | undefined>> = {
    id: idOf(first('uid')),
    kind: texts('categories')
      .filter((text) => !OF_ADDRESS_BOOK.test(text))
      .join(', '),
    organisation: hasNames ? undefined : organisation.join(', ') || fullName,
    holder: isPerson ? fullName : undefined,
    gender: partsOf(all('gender')[0]?.[3])[0],
    street: own.has('addressLines')
      ? undefined
      : [box, extended, street].filter((part) => part !== '').join(', '),
    postalCode,
    city,
    region,
    country,
    addressLines: label?.replaceAll('\n', ';'),
    phone: named(false).join(';'),
    fax: named(true).join(';'),
    email: texts('email').join(';'),
    website: first('url'),
    languages: texts('lang').join(';'),
    notes: [...titles, ...texts('note')].filter((text) => text !== '').join('\n'),
  };
  return new Map(
    [...Object.entries(values), ...own].flatMap(([column, value]) => {
      const text = value?.replaceAll(/\n+/g, column === 'notes' ? '\n' : ', ').trim();
      return text ? [[column, text] as const] : [];
    }),
  );
}

/** An id that handbill gave; those of address books name nothing for a person. */
function idOf(uid: string | undefined): string | undefined {
  const isUuid = uid !== undefined && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(uid);
  return uid !== undefined && isId(uid) && !isUuid ? uid : undefined;
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
