import { BRITISH, findTown, splitLine, type Town } from '../../check/address-parts.ts';
import { kindOfName } from '../../check/kind-words.ts';
import type { ContactKind } from '../../model/contact.ts';
import { isTitle } from '../../model/titles.ts';
import { findClosing, type Passage, type Reading, type Span } from './passages.ts';
import { expression, lower, type Vocabulary } from './vocabulary.ts';
import type { WayFound } from './ways.ts';

/** Somebody whom the appeal asks people to write to. */
export interface AddresseeFound extends Span {
  readonly name: string;
  readonly kind?: ContactKind | undefined;
  /** Who holds the office, where that stands in a line of its own. */
  readonly holder?: string | undefined;
  readonly address: readonly string[];
  readonly ways: readonly WayFound[];
  /** True where the text asks to send a copy only. */
  readonly isCopy: boolean;
}

/** A title that stands before a name. */
const TITLE = /^(?:H\.\s?E\.\s)?(?:Ambassador|Minister|Consul(?: General)?|President|Director)\s(?=\p{Lu})/u;

/** What stands before the name of a person alone. */
const HONORIFIC =
  /^(?:Mr|Mrs|Ms|Sr|Sra|Srta|Dr|Dra|Prof|M|Mme|Herrn?|Frau|Sig|Sig\.ra|Ilmo|Ilma|Exmo|Exma|Sayın|Pan|Pani|Г-н|Г-жа|Господину|Госпоже|Пану|Пані)\.?\s(?=\p{Lu})/u;

/** A word for a company before its name, which is no part of it: "the company CITIC". */
const CALLED =
  /^(?:company|corporation|firm|empresa|compañía|entreprise|société|compagnie|Firma|Unternehmen|Konzern|Gesellschaft|компани[яиюей]{1,2}|корпораци[яиюей]{1,2}|фирм[аеуы]|azienda|società|ditta|companhia|firm[ayęie]{1,2}|spółk[aię]|компані[яїюєй]{1,2})\s(?=["«„“'’]?\p{Lu})/u;

/** Addressees with ways to reach them in lines of their own, and those that a sentence names. */
export function findAddressees(
  reading: Reading,
  ways: readonly WayFound[],
  letters: readonly Span[],
): AddresseeFound[] {
  const end = findEnd(reading);
  const blocks = findBlocks(reading, ways).filter(({ from }) => from < end);
  const named = [...findWithAddress(reading), ...letters.flatMap((sentence) => findNamed(reading, sentence))];
  // Endings differ where a language declines names.
  const isKnown = ({ name, kind }: AddresseeFound) =>
    blocks.some((block) => block.kind === kind && shared(block.name, name));
  return [
    ...blocks,
    ...named.filter((one, i) => !isKnown(one) && named.findIndex(({ name }) => name === one.name) === i),
  ];
}

/** Lines that stand together and hold an e-mail address, a fax or a telephone. */
function findBlocks(reading: Reading, ways: readonly WayFound[]): AddresseeFound[] {
  const blocks = new Map<number, Passage[]>();
  for (const passage of reading.passages) {
    const block = blocks.get(passage.block);
    if (block) block.push(passage);
    else blocks.set(passage.block, [passage]);
  }
  return [...blocks.values()]
    .flatMap((passages) => divide(reading, passages, ways))
    .flatMap((lines) => {
      const inside = ways.filter(
        ({ from, kind }) => kind !== 'url' && lines.some((line) => from >= line.from && from < line.to),
      );
      return inside.length === 0 ? [] : (toAddressee(reading, lines, inside) ?? []);
    });
}

/** Lines of one paragraph: each item of a list, and each name behind a line with ways, begins another addressee. */
function divide(
  { text, vocabulary }: Reading,
  passages: readonly Passage[],
  ways: readonly WayFound[],
): Passage[][] {
  const groups: Passage[][] = [];
  let hadWay = false;
  const writeTo = expression(`^${vocabulary.any('write-to')}`, 'u');
  for (const [i, passage] of passages.entries()) {
    const has = ways.some(({ from }) => from >= passage.from && from < passage.to);
    const words = text.slice(passage.from, passage.to);
    // "1. Ministry of Labour" and below it "- Write to …"; an address may stand below its telephone too.
    const isBelow =
      passage.kind === 'item' && has && !hadWay && writeTo.test(lower(words)) && groups.at(-1)?.length === 1;
    const isAddress = hadWay && !has && passages[i - 1]?.kind === 'line' && splitLine(words) !== undefined;
    const startsNew =
      !isBelow && !isAddress && (passage.kind === 'item' || passage.kind === 'prose' || (hadWay && !has));
    // A heading such as "Write to:" is no line of an address.
    if (/[:：]$/.test(words)) {
      groups.push([]);
      hadWay = false;
      continue;
    }
    if (startsNew || groups.length === 0) groups.push([passage]);
    else groups.at(-1)!.push(passage);
    hadWay = has;
  }
  return groups.filter((group) => group.length > 0);
}

/** A row of an address without the ways in it, what they are labelled with, and "Write to … at". */
function bareRow(row: string, ways: readonly WayFound[], vocabulary: Vocabulary): string {
  const label = expression(
    `[\\s,;(–—-]*(?:${vocabulary.any('tel', 'fax', 'mail')}|\\btel\\b|\\bfax\\b|\\be-?mail\\b)[^\\n]*$`,
    'iu',
  );
  const writeTo = expression(`^${vocabulary.any('write-to')}(?:\\s(?:the\\s)?|$)`, 'iu');
  return ways
    .reduce((left, { value }) => left.replace(value, ''), row)
    .replace(label, '')
    .replace(/[<>]/g, '')
    .replace(/(?<![\s,;:：–—-])[\s,;:：–—-]{1,9}$/, '')
    .trim()
    .replace(writeTo, '')
    .replace(/^at$|\sat$/, '');
}

function toAddressee(
  reading: Reading,
  lines: readonly Passage[],
  ways: readonly WayFound[],
): AddresseeFound | undefined {
  const { text, vocabulary } = reading;
  const copy = expression(`^(?:\\p{L}{1,3}\\s){0,2}(?:${vocabulary.any('copies')})[\\s:：]*`, 'iu');
  const rows = lines.flatMap((line) => text.slice(line.from, line.to).split('\n'));
  const isCopy = copy.test(rows[0] ?? '');
  const bare = rows.map((row) => bareRow(row.replace(copy, ''), ways, vocabulary));
  const parts = bare
    .flatMap((row) => (lines.length === 1 ? row.split(/,\s|，/) : (splitLine(row) ?? [row])))
    .filter((row) => row !== '');
  const isBare = parts.length === 0;
  const above = isBare || /^\d/.test(bare[0] ?? '') ? findAbove(reading, lines[0]!) : undefined;
  const first = parts[0] ?? above?.name;
  if (first === undefined || first.length > 120 || /(?:[!?]|\p{Ll}{3}\.)\s/u.test(first)) return undefined;
  // What a sentence that began before ends with: "calling you to it.".
  if (/^\p{Ll}.*\p{Ll}\.$/u.test(first)) return undefined;
  // "请致信某市公安局。" above the ways names them in a sentence.
  const isSaid = lines[0]!.kind === 'prose';
  const said = isSaid && !isBare ? findNamed(reading, lines[0]!)[0] : above;
  const [office = said?.name, ...others] = parts
    .slice(0, 3)
    .filter((part) => kindOfName(part) !== undefined && !(part.endsWith('。') && part === rows[0]?.trim()));
  // "Ambassador A. Example" above "Permanent Mission of …" is who holds the office.
  const isTitled = office === first && others[0] !== undefined && others[0] === parts[1] && TITLE.test(first);
  const name = said?.name ?? (isTitled ? others[0]! : (office ?? first));
  // No office has so many words: a sentence speaks of one.
  if (name.split(' ').length > 16) return undefined;
  const isHeld = !said && office !== undefined && parts.indexOf(name) === 1;
  const person = parts.find((part) => part !== name && HONORIFIC.test(part) && !/\d/.test(part));
  const holder = isHeld ? first.replace(TITLE, '') : person;
  const address = parts.filter(
    (part) =>
      part !== name &&
      part !== person &&
      (part !== first || (!isHeld && !(said && isSaid))) &&
      /[\p{L}\d]/u.test(part) &&
      // "President" below the house is who sits there, and no street.
      !(isTitle(part) && part.split(' ').length <= 2),
  );
  return {
    from: lines[0]!.from,
    to: lines.at(-1)!.to,
    name,
    kind: kindOfName(name),
    holder,
    address: address.slice(0, 6),
    ways,
    isCopy,
  };
}

/** Whom a heading names above an address or ways without a name: "Letters to the Embassy of …:", "Ministry of …:". */
function findAbove(reading: Reading, line: Passage): AddresseeFound | undefined {
  const { text, passages, vocabulary } = reading;
  const above = passages[passages.indexOf(line) - 1];
  if (!above || !/[:：]$/.test(text.slice(above.from, above.to))) return undefined;
  const heading = { from: above.from, to: above.to - 1 };
  const named = findNamed(reading, heading)[0];
  if (named) return named;
  const name = text.slice(heading.from, heading.to).trim();
  const kind = kindOfName(name);
  const asks = expression(vocabulary.any('calls', 'letter', 'write-to', 'copies', 'reader'), 'u');
  const isName = kind !== undefined && name.split(' ').length <= 8 && !asks.test(lower(name));
  return isName ? { ...heading, name, kind, address: [], ways: [], isCopy: false } : undefined;
}

/** Where those who wrote a text are reached themselves, and nobody is to write to: from its closing on. */
function findEnd(reading: Reading): number {
  const { text, passages } = reading;
  const from = passages[findClosing(reading)]?.from ?? text.length;
  // "Send your protests to:" goes on behind it.
  const isCalled = passages.some(
    (passage) => passage.from > from && /[:：]$/.test(text.slice(passage.from, passage.to)),
  );
  return isCalled ? text.length : from;
}

/** Those that a sentence asks to write to: "to the Embassy of Kazakhstan and to the company CITIC". */
function findNamed(reading: Reading, sentence: Span): AddresseeFound[] {
  const { text, vocabulary } = reading;
  const words = text.slice(sentence.from, sentence.to);
  const to = vocabulary.any('to');
  // "collected by the union" names who did it, and the Ministry of the Interior is one.
  const notTo = expression(`${vocabulary.any('not-to')}\\s$`, 'iu');
  const pieces = [...words.matchAll(expression(`${to}\\s?`, 'giu'))].filter(
    ({ index }) => !notTo.test(words.slice(0, index)),
  );
  return pieces.flatMap(({ 0: opening, index }, i) => {
    const start = index + opening.length;
    const rest = words.slice(start, pieces[i + 1]?.index ?? words.length);
    const end =
      expression(
        `[,;:.!?()\\n，。；]|${vocabulary.any('and', 'behind-name')}\\s(?=\\p{Ll})|\\s${vocabulary.any('deadline')}\\s|\\d`,
        'iu',
      ).exec(rest)?.index ?? rest.length;
    const said = rest.slice(0, end).replace(/\s+/g, ' ').trim();
    const kind = kindOfName(said);
    const name = said.replace(CALLED, '');
    const from = sentence.from + start;
    // "to the following ministers:" names nobody yet.
    const isHeading = /^\s?[:：]\s*$/.test(rest.slice(end));
    if (kind === undefined || name.split(' ').length > 8 || name === '' || isHeading) return [];
    return [
      { from, to: from + end, name, kind, address: addressBehind(rest.slice(end)), ways: [], isCopy: false },
    ];
  });
}

/** The lines of an address that a sentence goes on with behind a name: ", Example Street 32, 12435 Berlin, and ask …". */
function addressBehind(words: string): readonly string[] {
  const [nothing, ...parts] = words.replace(/\s+/g, ' ').split(/,\s|\s?[;()]\s?|[.!]\s?$/);
  if (nothing !== '') return [];
  // A number before a street may be a code too, so that the last town is the one.
  const end = [4, 3, 2, 1].find(
    (count) =>
      /^\p{Lu}|\d/u.test(parts[count - 1] ?? '') &&
      findTown(parts.slice(0, count))?.taken.includes(count - 1),
  );
  const lines = parts.slice(0, end ?? 0);
  return lines.join().length <= 120 ? (splitLine(lines.join(', ')) ?? lines) : [];
}

const IN_SENTENCE = new RegExp(
  `(?<!\\d)\\d{1,4}[A-Za-z]?,?\\s(?:\\p{Lu}[\\p{L}’'-]{0,30}[,\\s]{1,3}){2,6}${BRITISH}(?![\\p{L}\\d])`,
  'gu',
);

/** An office that a sentence names with its address: "into the Embassy of …, 3 Example Crescent, London SW1A 0AA". */
function findWithAddress({ text }: Reading): AddresseeFound[] {
  return [...text.matchAll(IN_SENTENCE)].flatMap(({ 0: address, index }) => {
    const before = text.slice(Math.max(0, index - 160), index);
    const name =
      /((?:\p{Lu}[\p{L}’'-]{0,30}\s(?:of\s(?:the\s)?)?){0,6}\p{Lu}[\p{L}’'-]{0,30})(?:,\s|,?\s(?:at|in)\s)$/u.exec(
        before,
      )?.[1];
    const kind = name === undefined ? undefined : kindOfName(name);
    if (name === undefined || kind === undefined) return [];
    const lines = splitLine(address.replace(/\s+/g, ' ')) ?? [address];
    const from = index - (before.length - before.lastIndexOf(name));
    return [{ from, to: index + address.length, name, kind, address: lines, ways: [], isCopy: false }];
  });
}

/** The lines of an address by what they are: a postal code with its city, what stands before, and what behind. */
export function addressOf(
  lines: readonly string[],
  country: string | undefined,
): Partial<Town> & { readonly street?: string; readonly rest: readonly string[] } {
  const found = findTown(
    lines.map((line) => line.replace(/[,，]\s?/g, ' ')),
    country,
  );
  if (!found) return { ...(lines[0] ? { street: lines[0] } : {}), rest: lines.slice(1) };
  const { taken, ...town } = found;
  const street = lines.slice(0, taken[0]).join(', ');
  return { ...(street ? { street } : {}), ...town, rest: lines.slice(taken.at(-1)! + 1) };
}

/** True where each word of a name begins as one of another does. */
function shared(one: string, other: string): boolean {
  const beginnings = (name: string) =>
    [...name.toLowerCase().matchAll(/(?<![\p{L}\p{M}])[\p{L}\p{M}]{4}/gu)].map(([word]) => word);
  const others = beginnings(other);
  return beginnings(one).every((word) => others.includes(word));
}
