import { countryOf } from '../model/country-names.ts';

/** Countries whose people put the family's name first. */
const FAMILY_FIRST = ['CN', 'HK', 'HU', 'JP', 'KH', 'KP', 'KR', 'MO', 'TW', 'VN'];
/** Countries that write the number of a house before the street (Universal Postal Union, addressing systems). */
const NUMBER_FIRST =
  'AU BF CA CD CG CI CM DZ FR GA GB HK IE IL IN LK LU MA MC MG ML MY NE NZ PH PK SG SN TD TH TN US ZA'.split(
    ' ',
  );

/** A name put together from its parts as its country writes it; Han letters stand without a space. */
export function joinNames(
  first: string | undefined,
  middle: string | undefined,
  last: string | undefined,
  country: string | undefined,
): string | undefined {
  const given = joinWords(first, middle);
  const code = country === undefined ? undefined : countryOf(country);
  if (code === undefined || !FAMILY_FIRST.includes(code)) return joinWords(given, last);
  const isHan = /^\p{sc=Han}+$/u.test(`${last ?? ''}${given ?? ''}`);
  return isHan ? `${last ?? ''}${given ?? ''}` : joinWords(last, given);
}

/** Street and number of a house in the order of the country; an address of several lines on one. */
export function joinStreet(
  street: string | undefined,
  number: string | undefined,
  country: string | undefined,
): string | undefined {
  const line = onOneLine(street);
  const isFirst = country !== undefined && NUMBER_FIRST.includes(country);
  return isFirst ? joinWords(number, line) : joinWords(line, number);
}

/** `01067 Dresden` as its two parts; a text without a code is the city. */
export function splitTown(text = ''): { postalCode?: string; city?: string } {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const begin = words.findIndex((word) => !/\d/.test(word));
  if (begin > 0) return { postalCode: words.slice(0, begin).join(' '), city: words.slice(begin).join(' ') };
  return text === '' ? {} : { city: text };
}

function joinWords(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== '').join(' ') || undefined;
}

/** The lines of a street with a comma between, also where they end with one. */
function onOneLine(street: string | undefined): string | undefined {
  const lines = street?.split('\n').map((line) => line.trim().replace(/,$/, '').trimEnd());
  return lines?.filter((line) => line !== '').join(', ');
}
