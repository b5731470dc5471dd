import { plainDigits } from '../model/digits.ts';
import { isPostalCode } from './postal-codes.ts';

/** The town of an address: a city with its code, and the state or province where one stands there. */
export interface Town {
  readonly postalCode: string;
  readonly city: string;
  readonly region?: string | undefined;
}

/** A town among the parts of an address. */
interface FoundTown extends Town {
  /** Places of the parts that it takes, ascending. */
  readonly taken: readonly number[];
}

/** A British postal code (BS 7666-2). */
export const BRITISH = '[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}';

/** What postal codes look like where no country is known; numbers with fewer digits are houses. */
const CODES = [
  '(?:[A-Z]{1,3}-)?\\d{4,7}',
  '\\d{3} \\d{2,3}|\\d{2}-\\d{3}|\\d{3}-\\d{4}|\\d{4}-\\d{3}|\\d{5}-\\d{3,4}',
  BRITISH,
  '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d',
  '\\d{4} ?[A-Z]{2}',
  '[A-Z]\\d[\\dW] ?[\\dA-Z]{4}',
  '[A-Z]\\d{4}[A-Z]{3}',
  '[A-Z]{2}\\d{4}',
  '[A-Z]\\d{2}[A-Z]\\d[A-Z]\\d',
];
const ANY_CODE = new RegExp(`^(?:${CODES.join('|')})$`, 'u');

/** A box at the post office with its number, and the city where that stands behind it. */
const BOX =
  /^((?:p\. ?o\. ?box|po box|p\.? ?o\.? ?b\.|post(?:al)? ?box|gpo box|box|private bag|postfach|postbus|postboks|postboka?s|b\. ?p\.|bp|boîte postale|case postale|casilla(?: de correos?)?|apartado(?: postal| de correos| aéreo)?|apdo\.?(?: postal)?|caixa postal|casella postale|c\. ?p\.|skrytka(?: pocztowa)?|skr\. poczt\.|posta kutusu|p\. ?k\.|а\/я|п\/с|абонентский ящик|абонентська скринька|абоненттік жәшік|ص ?\.? ?ب ?\.?|صندوق (?:بريد|البريد|پستی)|信箱|邮政信箱|郵政信箱|私書箱)[ :]*(?:n[.o°º]{1,2} ?)?\d[\d/-]*)(?: (\p{L}.*))?$/iu;

/** `NY 10017`, `Sydney NSW 2000`: a state in capitals before the code, and the city before it or in the part before. */
const STATE = /^(?:(\p{L}.*?),? )?([A-Z]{2,3}) (\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] \d[A-Z]\d|\d{4})$/u;
/** Countries that write so; without a country it is taken for one of them. */
const WITH_STATES = ['AU', 'CA', 'US'];

/** `BRASÍLIA - DF`. */
const BRAZILIAN = /^(.+?) ?[-/–] ?([A-Z]{2})$/u;

/** Chinese and Japanese addresses go from the large to the small without a space. */
const HAN = [
  /^(北京市|上海市|天津市|重庆市|重慶市)(\p{sc=Han}{1,6}?[区區县縣])(.+)$/u,
  /^(\p{sc=Han}{2,7}?(?:省|自治[区區]))(\p{sc=Han}{1,8}?[市州盟])(.+)$/u,
  /^(東京都|北海道|京都府|大阪府|\p{sc=Han}{2,3}県)(\p{sc=Han}{1,6}?[市区郡])(.+)$/u,
  /^()(\p{sc=Han}{2,5}?市)(.+)$/u,
];

/** Street and town in one part without a comma: "Example Avenue 57 1170 BRUSSEL", "12 rue Exemple, 1000 Bruxelles". */
const CODE_LINE =
  /^(.{0,60}\p{L}.{0,20}?\d{1,4}[a-z]?|\d{1,4}[a-z]?,?\s.{0,60}\p{L}.{0,20}?)[,\s]{1,3}((?:[A-Z]{1,2}-)?\d{4,6}\s\p{Lu}[\p{L}’' -]{1,40})$/u;
/** "3 Example Crescent London SW1A 0AA". */
const BRITISH_LINE = new RegExp(
  `^(\\d{1,4}[A-Za-z]?,?\\s.{2,60}?)[,\\s]{1,3}(\\p{Lu}[\\p{L}’'-]{1,30}[,\\s]{1,3}${BRITISH})$`,
  'u',
);
/** "101000, Москва, ул. Примерная, 17": the order of the Russian post. */
const RUSSIAN_LINE = /^(\d{5,6}),\s?(?:г\.\s?)?(\p{Lu}[^,\d]{1,40}),\s?(.{3,80})$/u;

/** Street and town of a line that holds both; undefined where it doesn't look like an address. */
export function splitLine(line: string): [street: string, town: string] | undefined {
  const [, code, city, street] = RUSSIAN_LINE.exec(line) ?? [];
  if (street) return [street, `${code} ${city}`];
  const found = CODE_LINE.exec(line) ?? BRITISH_LINE.exec(line);
  return found ? [found[1]!, found[2]!.replace(/[,\s]+/g, ' ')] : undefined;
}

/** The parts of an address: between commas and lines, a box apart from the city behind it, a street from its town. */
export function addressParts(line: string): string[] {
  const parts = line.split(/[,;⏎\n，；،、]/).flatMap((part) => part.replace(/\s+/g, ' ').trim() || []);
  const apart = parts.flatMap((part) => {
    const [, box, city] = BOX.exec(part) ?? [];
    return box && city ? [box, city] : [part];
  });
  return apart.length === 1 ? (splitLine(apart[0]!) ?? apart) : apart;
}

/**
 * The town among the parts of an address without its country, from the last part on. A number is a code if it is one of the
 * country; where none is known, if it has enough digits. The number of a box is none.
 */
export function findTown(parts: readonly string[], country?: string): FoundTown | undefined {
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const part = parts[i]!;
    if (BOX.test(part)) continue;
    const found = stateAt(parts, i, country) ?? townIn(parts, i, country) ?? codeAlone(parts, i, country);
    if (found) return found;
  }
  return undefined;
}

/** Street, code and city of the parts between commas; the last is the city where there is no code. */
export function readPlace(
  parts: readonly string[],
  country?: string,
): Partial<Town> & { readonly street: string } {
  const town = findTown(parts, country);
  if (town) {
    const { taken, ...named } = town;
    const others = parts.filter((_, i) => !taken.includes(i));
    const [, region, city, street] = named.city === '' ? hanParts(others) : [];
    return street
      ? { ...named, city: city!, ...(region ? { region } : {}), street }
      : { ...named, street: others.join(', ') };
  }
  const [, region, city, street] = hanParts(parts);
  if (street) return { city: city!, ...(region ? { region } : {}), street };
  const last = parts.at(-1) ?? '';
  if (parts.length === 0 || /\d/.test(plainDigits(last))) return { street: parts.join(', ') };
  return { street: parts.slice(0, -1).join(', '), city: withoutSign(last) };
}

function hanParts(parts: readonly string[]): readonly string[] {
  const [only = ''] = parts;
  if (parts.length !== 1) return [];
  for (const form of HAN) {
    const found = form.exec(only);
    if (found) return found;
  }
  return [];
}

function stateAt(parts: readonly string[], i: number, country: string | undefined): FoundTown | undefined {
  if (country !== undefined && !WITH_STATES.includes(country)) return undefined;
  const [, within, region = '', postalCode = ''] = STATE.exec(parts[i]!) ?? [];
  const city = within ?? parts[i - 1];
  if (region === '' || i < parts.length - 1 || city === undefined || /\d/.test(city)) return undefined;
  return { postalCode, city, region, taken: within === undefined ? [i - 1, i] : [i] };
}

/** A code before or behind the city in one part; a region may stand in the part behind it. */
function townIn(parts: readonly string[], i: number, country: string | undefined): FoundTown | undefined {
  const part = plainDigits(parts[i]!);
  const words = part.split(' ');
  const isLast = i === parts.length - 1;
  for (const n of [3, 2, 1]) {
    const [before, city] = [words.slice(0, n).join(' '), words.slice(n).join(' ')];
    const isNamed = /^\p{L}/u.test(city) && (parts.length > 1 || !/\d/.test(city));
    if (isNamed && isCode(before, country) && (isLast || isLong(before) || !/\d/.test(city))) {
      const region = i === parts.length - 2 && i > 0 ? parts[i + 1]! : '';
      const isRegion = region !== '' && !/\d/.test(region);
      return { postalCode: before, city, ...(isRegion && { region }), taken: isRegion ? [i, i + 1] : [i] };
    }
  }
  const [, joined, number = ''] = /^(\p{L}[\p{L} .’']*)-(\d{4,6})$/u.exec(part) ?? [];
  if (joined && !/^[A-Z]{1,3}$/.test(joined) && isCode(number, country))
    return { postalCode: number, city: joined, taken: [i] };
  for (const n of [3, 2, 1]) {
    const [city, behind] = [words.slice(0, -n).join(' '), words.slice(-n).join(' ')];
    const isNamed = /^\p{L}\D*$/u.test(city);
    if (isNamed && isCode(behind, country) && (isLast || isLong(behind)))
      return { postalCode: behind, city: withoutSign(city), taken: [i] };
  }
  return undefined;
}

/** A code in a part of its own: the city stands behind it where it comes first, else before it. */
function codeAlone(parts: readonly string[], i: number, country: string | undefined): FoundTown | undefined {
  const code = plainDigits(parts[i]!);
  if (!isCode(code, country) || (i < parts.length - 1 && !isLong(code))) return undefined;
  const isCity = (n: number) => parts[n] !== undefined && !/\d/.test(plainDigits(parts[n]));
  const [city, region = ''] = parts.slice(Math.max(0, i - 2), i);
  // "Springfield, IL, 62701".
  if (i > 1 && isCity(i - 2) && /^[A-Z]{2,3}$/.test(region) && WITH_STATES.includes(country ?? ''))
    return { postalCode: code, city: city!, region, taken: [i - 2, i - 1, i] };
  // "DUBLIN 2": a district's number belongs to the city.
  const isDistrict = i > 1 && /^\p{L}{3,} \d{1,2}$/u.test(parts[i - 1]!) && /[A-Z]/.test(code);
  const at = isDistrict ? i - 1 : [i + 1, i - 1, 0].find((n) => n !== i && isCity(n));
  if (at === undefined) return { postalCode: code, city: '', taken: [i] };
  const [, named, state] = /^\d{5}-\d{3}$/.test(code) ? (BRAZILIAN.exec(parts[at]!) ?? []) : [];
  const town = named ? { city: named, region: state } : { city: withoutSign(parts[at]!) };
  return { postalCode: code, ...town, taken: [at, i].sort((a, b) => a - b) };
}

/** `г. Москва` as the city's name. */
function withoutSign(city: string): string {
  return city.replace(/^г\. ?(?=\p{Lu})/u, '');
}

function isCode(text: string, country: string | undefined): boolean {
  if (!/\d/.test(text) || /\p{Ll}/u.test(text)) return false;
  const known = country === undefined ? undefined : isPostalCode(text, country);
  // A code that the country doesn't have is asked back, not taken for a street.
  return known === true || ANY_CODE.test(text);
}

/** Few digits may be a house. */
function isLong(code: string): boolean {
  return /\p{L}/u.test(code) || code.replace(/\D/g, '').length > 4;
}
