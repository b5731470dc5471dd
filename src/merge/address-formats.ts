import { normalForm } from '../model/normal-form.ts';

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
  '{city}\n{postalCode}': 'AF AI FK GB GG GI IM IO IQ IR JE KE LK NA PN SD SH SZ TC TT VG ZA',
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
  // Canada Post: two spaces before the postal code. PostNL: two spaces after it.
  '{city} {region}  {postalCode}': 'CA',
  '{postalCode}  {city}': 'NL',
  // Magyar Posta: the town over the street, the postal code at the end.
  '{city}\n{street}\n{postalCode}': 'HU',
};
const USUAL = '{postalCode} {city}';

/**
 * Where a region or province belongs into the address, and stands otherwise than the lines above have it (the same
 * source). Elsewhere the post doesn't want it: Bavaria, Kent or Normandy on an envelope only take room.
 */
const WITH_REGION: Readonly<Record<string, string>> = {
  '{postalCode} {city} {region}': 'EE ES IT LT MZ PF UY',
  '{postalCode} {city}\n{region}': 'AR BY CL CV MY UZ',
  '{postalCode}-{city}\n{region}': 'SV',
  '{postalCode} {region} {city}': 'RO',
  '{postalCode}\n{city}, {region}': 'NI',
  '{city} {region} {postalCode}': 'CC CX',
  '{city} {region}\n{postalCode}': 'CU',
  '{city} {postalCode}\n{region}': 'PE',
  '{city} {postalCode} {region}': 'PG',
  '{city}\n{region}': 'NR SR',
  '{city}, {region}': 'BS KN',
  '{city}\n{region} {postalCode}': 'ID KY MN TH VN',
  '{city}\n{region}, {postalCode}': 'KP',
  '{city}\n{region}\n{postalCode}': 'IR KR',
  '{city}, {region}\n{postalCode}': 'HN IQ',
  '{city}\n{postalCode} {region}': 'PH',
  '{region}\n{city}, {postalCode}': 'LV',
  '{region}\n{city}': 'KI',
  // PTT: district and province with a slash; `placeLines` finds out which of the two is which.
  '{postalCode} {region}/{city}': 'TR',
};

/** Where the state belongs to the town's name, even if both are called the same: New York, New York. */
const STATE_ALWAYS = new Set(['AU', 'BR', 'CA', 'MX', 'US']);

/** In their own script the largest unit comes first. */
const LARGEST_FIRST: Readonly<Record<string, string>> = {
  CN: '{postalCode}\n{region}{city}{street}',
  HK: '{region}{city}{street}',
  JP: '{postalCode}\n{region}{city}{street}',
  KR: '{region} {city} {street}\n{postalCode}',
  TW: '{postalCode}\n{region}{city}{street}',
};

/** Letters that belong to the postal code, also where a list leaves them out. */
const PREFIX: Readonly<Record<string, string>> = { AZ: 'AZ', HT: 'HT', LT: 'LT-', LV: 'LV-', MD: 'MD-' };

/**
 * Countries whose posts ask for the city in capitals also within the country (libaddressinput, field `upper`; PostNL).
 * From abroad it always is: Universal Postal Union, Letter Post Regulations, on the addressing of items.
 */
const CAPITALS = new Set('AR AU BR CA EC ES FR GB HU IT MX MY NG NL NZ PA RO RU SV US UY UZ VE'.split(' '));

const FORMAT_OF = byCountry(FORMATS);
const REGION_FORMAT_OF = byCountry(WITH_REGION);

function byCountry(formats: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(formats).flatMap(([format, codes]) =>
      codes.split(' ').map((code) => [code, format] as const),
    ),
  );
}

/** How a country writes an address below the names, with places in braces, and whether its towns are in capitals. */
export function addressFormat(country: string): { readonly format: string; readonly capitals: boolean } {
  return { format: formatFor(country, true), capitals: CAPITALS.has(country) };
}

function formatFor(country: string, hasRegion: boolean): string {
  return (hasRegion && REGION_FORMAT_OF.get(country)) || (FORMAT_OF.get(country) ?? USUAL);
}

/**
 * Lines of an address below the names in the order of its country; what is missing leaves no gap. `locale` is that of
 * the city's name, for its capitals.
 */
export function placeLines(place: Place, isAbroad: boolean, locale: string): string[] {
  const { country = '' } = place;
  const { city, region } = townOf(place);
  const isOwnScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(city ?? '');
  const format = (isOwnScript && LARGEST_FIRST[country]) || formatFor(country, region !== undefined);
  const values = {
    street: place.street,
    postalCode: postalCodeOf(place),
    city: isAbroad || CAPITALS.has(country) ? capitals(city, locale) : city,
    region,
  };
  const lines = format.split('\n').map((line) => fillLine(line, values));
  const all = format.includes('{street}') ? lines : [place.street ?? '', ...lines];
  return all.filter((line) => line !== '');
}

/** City and region; one that is called as its city isn't said twice, and in Türkiye the province is what a letter goes to. */
function townOf({ country = '', city, region }: Place): Pick<Place, 'city' | 'region'> {
  if (city === undefined || region === undefined) return { city, region };
  if (normalForm(city) === normalForm(region) && !STATE_ALWAYS.has(country)) return { city };
  const isProvince = (name: string) => TURKISH_PROVINCES.has(normalForm(name));
  const isDistrictFirst = country === 'TR' && (isProvince(region) || !isProvince(city));
  return isDistrictFirst ? { city: region, region: city } : { city, region };
}

/** The 81 provinces (Türkiye Cumhuriyeti, illerin plaka kodları 01 to 81). */
const TURKISH_PROVINCES = new Set(
  'Adana Adıyaman Afyonkarahisar Ağrı Amasya Ankara Antalya Artvin Aydın Balıkesir Bilecik Bingöl Bitlis Bolu Burdur Bursa Çanakkale Çankırı Çorum Denizli Diyarbakır Edirne Elazığ Erzincan Erzurum Eskişehir Gaziantep Giresun Gümüşhane Hakkari Hatay Isparta Mersin İstanbul İzmir Kars Kastamonu Kayseri Kırklareli Kırşehir Kocaeli Konya Kütahya Malatya Manisa Kahramanmaraş Mardin Muğla Muş Nevşehir Niğde Ordu Rize Sakarya Samsun Siirt Sinop Sivas Tekirdağ Tokat Trabzon Tunceli Şanlıurfa Uşak Van Yozgat Zonguldak Aksaray Bayburt Karaman Kırıkkale Batman Şırnak Bartın Ardahan Iğdır Yalova Karabük Kilis Osmaniye Düzce'
    .split(' ')
    .map(normalForm),
);

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
