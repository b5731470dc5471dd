import { expect, test } from 'vitest';
import { isPostalCode, mayLackZero } from '../../src/check/postal-codes.ts';

test.each([
  ['MD', 'MD-2012'],
  ['AZ', 'AZ1000'],
  ['AZ', 'AZ 1000'],
  ['SA', '12345-6789'],
  ['IN', '110 001'],
  ['JP', '1008111'],
  ['JP', '〒100-8111'],
  ['JP', '１００−８１１１'],
  ['NL', '1012 ab'],
  ['IE', 'd02x285'],
  ['IE', 'D6W RY72'],
  ['GB', 'SW1A\u00a01AA'],
  ['GB', ' sw1a1aa '],
  ['CA', 'K1A-0B1'],
  ['US', '205000003'],
  ['DE', 'D-10115'],
  ['AT', 'A-1010'],
  ['CH', 'CH-3003'],
  ['GR', 'GR-104 38'],
  ['LV', 'LV-1539'],
  ['KR', '110-110'],
  ['IR', '11369-14811'],
  ['IR', '11369'],
  ['AR', '1001'],
  ['CL', '832-0000'],
  ['BR', '01310930'],
  ['PL', '00940'],
  ['GB', 'GIR 0AA'],
  ['GI', 'GX11 1AA'],
  ['GI', 'gx111aa'],
  ['LB', '1107 2020'],
  ['TW', '106409'],
  ['VN', '100000'],
])('%s %s is a postal code', (country, code) => {
  expect([true, undefined]).toContain(isPostalCode(code, country));
});

test.each([
  ['GB', 'GX11 1AA'],
  ['IE', 'BT79 0HR'],
  ['DE', '1067'],
  ['DE', 'A-10115'],
  ['AT', 'D-10115'],
  ['FR', '7500'],
  ['JP', '100811'],
  ['US', '2201'],
  ['SA', '1234'],
])('%s %s is none', (country, code) => {
  expect(isPostalCode(code, country)).toBe(false);
});

test('a zero is missed only where one can have been there', () => {
  expect(mayLackZero('1067', 'DE')).toBe(true);
  expect(mayLackZero('2201', 'US')).toBe(true);
  expect(mayLackZero('101', 'AT')).toBe(false);
  expect(mayLackZero('300', 'CH')).toBe(false);
  expect(mayLackZero('ABC', 'DE')).toBe(false);
});
