import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameOfLanguage, nameOfRegion, numberFormat } from '../../src/engine.ts';
import { formatDate, formatList, formatMoment, formatNumber, pluralOf } from '../../src/merge/forms.ts';
import { likelyLanguage } from '../../src/model/country.ts';
import { COUNTRIES } from '../../src/model/regions.ts';
import { bundledWords } from './fixture.ts';

const TAGS = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));
const DAYS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-0${(i % 9) + 1}`);
const counted = (numbers: readonly number[], of: (n: number) => string) => numbers.map(of).join(' | ');

// Each Node brings its own edition of Unicode's data (CLDR). What documents print must be the same with each.
describe.each(TAGS)('%s', (tag) => {
  test('is written with the same forms by every Node', async () => {
    const words = bundledWords(tag);
    const pattern = expect.stringContaining('{date}');
    expect(words.dates, 'patterns of its own').toMatchObject({ weekday: pattern, moment: pattern });
    const locale = words.locale ?? tag;
    const whole = Array.from({ length: 120 }, (_, n) => n);
    const lines = [
      ...DAYS.map((day) => formatDate(day, words)),
      ...DAYS.map((day) => formatDate(day, words, true)),
      ...DAYS.map((day, i) => formatMoment(day, `${String(i * 2).padStart(2, '0')}:05`, words)),
      ...DAYS.map((day) => formatDate(day.slice(0, 7), words)),
      formatDate('2026', words),
      counted([0, 1, 12, 1234, 12345, 1234567, 1.5, 0.25], (n) => formatNumber(n, words)),
      counted([1, 12, 1234], (n) => numberFormat(tag, false).format(n)),
      formatList(['A', 'B'], words),
      formatList(['A', 'B', 'C'], words),
      formatList(['I', 'I'], words),
      counted(whole, (n) => pluralOf(n, words)),
      TAGS.map((other) => nameOfLanguage(other, [locale, 'en'])).join(' | '),
      ...COUNTRIES.map((code) => `${code} ${nameOfRegion(code, [locale, 'en'])}`),
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`../golden/forms/${tag}.txt`);
  });
});

test('every Node expects the same language in a country', async () => {
  const lines = COUNTRIES.map((code) => `${code} ${likelyLanguage(code)}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/forms/likely-languages.txt');
});
