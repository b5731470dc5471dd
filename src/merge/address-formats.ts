/** What stands where in an address below the names. */
export interface Place {
  readonly street?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly country?: string | undefined;
}

/**
 * Lines below the names by country, in Latin letters and alphabets like them: Google's libaddressinput (address data
 * made for envelopes, after the Universal Postal Union's country sheets), and in the second part the posts' own rules
 * where they say more. `{street}` stands in the line above where a format doesn't name it.
 */
const FORMATS: Readonly<Record<string, string>> = {
  '{city}\n{postalCode}': 'AF FK GB GG GI IM IO IQ IR JE KE LK NA PN SD SH SZ TC VG ZA',
  // KZ also after Kazpost: locality, province, postal code (given at world-postcodes.com).
  '{city}\n{region}\n{postalCode}': 'EG IE KZ RU UA',
  '{city} {postalCode}': 'BH BM BN BT GU ID IL JO KH KR LB LS MN MT MV NP NZ PE SA SG TH VC VN',
  '{city} {region} {postalCode}': 'AS AU FM MH MP NF PG PR PW UM US VI',
  '{city}, {region} {postalCode}': 'BB CN JP SO TW',
  '{city} {postalCode}\n{region}': 'IN NG',
  '{city} {postalCode}, {region}': 'VE',
  '{city}, {postalCode}': 'LV MM',
  '{city}-{postalCode}': 'BD PK',
  '{city}\n{region}': 'AE BS HK JM KN PA SC TV',
  '{postalCode}\n{city}': 'AL EC MU OM',
  '{postalCode}\n{city}\n{region}': 'AM',
  '{city}, {region}, {postalCode}': 'CO',
  '{region}, {city}\n{postalCode}': 'CR',
  '{postalCode} {city}, {region}': 'MX',
  // Correios: city and state in one line, CEP in a line of its own.
  '{city} - {region}\n{postalCode}': 'BR',
  // PTT: district and province with a slash.
  '{postalCode} {region}/{city}': 'TR',
  // Canada Post: two spaces before the postal code. PostNL: two spaces after it.
  '{city} {region}  {postalCode}': 'CA',
  '{postalCode}  {city}': 'NL',
  // Magyar Posta: the town over the street, the postal code at the end.
  '{city}\n{street}\n{postalCode}': 'HU',
};
const USUAL = '{postalCode} {city}';

/** In their own script the largest unit comes first. */
const LARGEST_FIRST: Readonly<Record<string, string>> = {
  CN: '{postalCode}\n{region}{city}{street}',
  HK: '{region}{city}{street}',
  JP: '{postalCode}\n{region}{city}{street}',
  KR: '{region} {city} {street}\n{postalCode}',
  TW: '{postalCode}\n{region}{city}{street}',
};

/** Letters that belong to the postal code, also where a list leaves them out. */
const PREFIX: Readonly<Record<string, string>> = { AZ: 'AZ', LT: 'LT-', LV: 'LV-', MD: 'MD-' };

/**
 * Countries whose posts ask for the city in capitals also within the country (libaddressinput, field `upper`; PostNL).
 * From abroad it always is: Universal Postal Union, Letter Post Regulations, on the addressing of items.
 */
const CAPITALS = new Set('AR AU BR CA EC ES FR GB HU IT MX MY NG NL NZ PA RO RU SV US UY UZ VE'.split(' '));

const FORMAT_OF = new Map(
  Object.entries(FORMATS).flatMap(([format, codes]) =>
    codes.split(' ').map((code) => [code, format] as const),
  ),
);

/** How a country writes an address below the names, with places in braces, and whether its towns are in capitals. */
export function addressFormat(country: string): { readonly format: string; readonly capitals: boolean } {
  return { format: FORMAT_OF.get(country) ?? USUAL, capitals: CAPITALS.has(country) };
}

/**
 * Lines of an address below the names in the order of its country; what is missing leaves no gap. `locale` is that of
 * the city's name, for its capitals.
 */
export function placeLines(place: Place, isAbroad: boolean, locale: string): string[] {
  const { country = '', city } = place;
  const isOwnScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(city ?? '');
  const format = (isOwnScript && LARGEST_FIRST[country]) || (FORMAT_OF.get(country) ?? USUAL);
  const values = {
    street: place.street,
    postalCode: postalCodeOf(place),
    city: isAbroad || CAPITALS.has(country) ? capitals(city, locale) : city,
    region: place.region,
  };
  const lines = format.split('\n').map((line) => fillLine(line, values));
  const all = format.includes('{street}') ? lines : [place.street ?? '', ...lines];
  return all.filter((line) => line !== '');
}

/** In scripts that have capitals in daily use: Georgian has some that fonts and readers lack. */
function capitals(city: string | undefined, locale: string): string | undefined {
  return city && /\p{sc=Georgian}/u.test(city) ? city : city?.toLocaleUpperCase(locale);
}

function postalCodeOf({ postalCode, country = '' }: Place): string | undefined {
  const prefix = PREFIX[country];
  return prefix && postalCode && /^\d/.test(postalCode) ? prefix + postalCode : postalCode;
}

/** Fills a line; where a value is missing, its neighbours stand apart by a space. */
function fillLine(line: string, values: Readonly<Record<string, string | undefined>>): string {
  let filled = '';
  let sign = '';
  for (const [, before = '', name = ''] of line.matchAll(/(?<=^|\})([^{]*)\{(\w+)\}/g)) {
    const value = values[name];
    sign = sign === '' ? before : ' ';
    if (value === undefined) continue;
    filled += (filled === '' ? '' : sign) + value;
    sign = '';
  }
  return filled;
}
