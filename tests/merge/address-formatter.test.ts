import formatter from '@fragaria/address-formatter';
import { expect, test } from 'vitest';
import { placeLines } from '../../src/merge/address-formats.ts';
import { EXAMPLES } from './address-examples.ts';

/**
 * Where our addresses differ from those of OpenCage's templates, which are for maps and "not meant for envelopes", as
 * their authors say: what theirs have, and why ours stays. Capitals and double spaces are left out of the comparison.
 */
const DIFFERENCES: readonly [country: string, theirs: string, why: string][] = [
  ['AR', 'CALLE EJEMPLO 123 | C1070 AAM BUENOS AIRES', 'the code is one word: Correo Argentino, CPA'],
  ['AZ', 'NÜMUNƏ KÜÇƏSI 1 | 1000 BAKI', 'AZ belongs to the code: libaddressinput'],
  ['BD', '1 EXAMPLE ROAD | DHAKA - 1000', 'libaddressinput has no spaces there'],
  ['BG', 'УЛ. ПРИМЕРНА 1 | СОФИЯ 1000', 'libaddressinput: code first'],
  ['BY', '220050 МІНСК | ВУЛ. ПРЫКЛАДНАЯ 1', 'the old Soviet order; libaddressinput: street, code, city'],
  ['CA', '1 EXAMPLE ST | OTTAWA, ON K1A 0B1', 'Canada Post asks for no comma'],
  [
    'CN',
    '100600 | BEIJING | CHAOYANG DISTRICT | 1 EXAMPLE ROAD',
    'in Latin letters the smallest comes first',
  ],
  ['CN', '100600 | 北京市 | 朝阳区 | 范例路1号', 'the same in one line'],
  ['HK', '1 EXAMPLE ROAD, CENTRAL', 'its city is the country, which addressLines says once'],
  ['HU', '1054 BUDAPEST | PÉLDA UTCA 1. .', 'Magyar Posta: code at the end; theirs has a stray full stop'],
  ['IL', '1 EXAMPLE ST | 6688312 TEL AVIV', 'libaddressinput: code after the city'],
  ['IN', '1 EXAMPLE MARG | NEW DELHI - 110057', 'libaddressinput has a space alone'],
  ['JP', '例台1-2-3 | 港区, 東京都 106-0041', 'in Japanese the largest comes first'],
  ['KG', '720044 БИШКЕК | УЛ. ПРИМЕРНАЯ 1', 'the old Soviet order; libaddressinput: street, code, city'],
  ['KR', 'SEOUL 1, YESI-RO, YONGSAN-GU | 04392', 'in Latin letters the smallest comes first'],
  ['KZ', '010000 АСТАНА | ҮЛГІ КӨШЕСІ 1', 'Kazpost: street, locality, province, code'],
  ['LT', 'PAVYZDŽIO G. 1 | 08105 VILNIUS', 'LT- belongs to the code: libaddressinput'],
  ['PK', 'HOUSE 1, STREET 2, F-8/1 | ISLAMABAD 44000', 'libaddressinput has a hyphen'],
  ['TH', '1 EXAMPLE ROAD | BANGKOK | 10330', 'libaddressinput: province and code in one line'],
  ['TR', 'ÖRNEK SOKAK NO: 1 | 06450 ANKARA', 'PTT: district/province'],
  ['US', '1 EXAMPLE STREET NW | WASHINGTON, DC 20036', 'USPS Publication 28 asks for no comma'],
  ['VN', '1 PHỐ MẪU | HÀ NỘI | 100000', 'the Union’s sheet has HANOI 11517 in one line'],
];

test('the formats of all examples are those of OpenCage, but for what is known to differ', () => {
  const found = EXAMPLES.flatMap(([country, place]) => {
    const theirs = formatter.format(
      {
        road: place.street,
        postcode: place.postalCode,
        city: place.city,
        state: place.region,
        countryCode: country,
      },
      { output: 'array' },
    );
    const ours = placeLines({ ...place, country }, false, 'en');
    return flat(ours) === flat(theirs) ? [] : [[country, flat(theirs)]];
  });
  expect(found).toEqual(DIFFERENCES.map(([country, theirs]) => [country, theirs]));
  expect(EXAMPLES.length - found.length).toBeGreaterThanOrEqual(39);
});

function flat(lines: readonly string[]): string {
  return lines.map((line) => line.toUpperCase().replace(/\s+/g, ' ')).join(' | ');
}
