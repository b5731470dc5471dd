import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jointsOf } from '../../src/layout/joints.ts';
import { formatDate } from '../../src/merge/forms.ts';
import { words } from '../../src/model/words.ts';
import { setIn, textsOf, value } from './paragraphs.ts';

/** Lines of a column so narrow that every place for a break is used; words stay whole. */
const narrow = async (
  language: string,
  content: Parameters<typeof setIn>[1],
  style: NonNullable<Parameters<typeof setIn>[2]>['style'] = {},
) => textsOf(await setIn(language, content, { width: 1, style: { wholeWords: true, ...style } }));

describe('a line may end', () => {
  test.each([
    ['after spaces and hyphens', 'en', 'a well-known fact', ['a', 'well-', 'known', 'fact']],
    ['not between a number and its unit', 'de', 'um 12 Uhr 5 km', ['um 12 Uhr', '5 km']],
    ['not within the thousands of a number', 'fr', '1 500 ouvriers', ['1 500', 'ouvriers']],
    ['not before a dash between spaces', 'de', 'hier – dort', ['hier –', 'dort']],
    [
      'not after a preposition of one letter: Polish',
      'pl',
      'był w domu i z nim',
      ['był', 'w domu', 'i z nim'],
    ],
    ['… Czech', 'cs', 'Stávka v Kazachstánu', ['Stávka', 'v Kazachstánu']],
    ['… Russian', 'ru', 'К дому и в сад', ['К дому', 'и в сад']],
    ['but after one of English', 'en', 'a man', ['a', 'man']],
    [
      'not before French signs',
      'fr',
      'Quoi ? «Non» : oui',
      ['Quoi\u202f?', '«\u00a0Non\u00a0»\u00a0:', 'oui'],
    ],
    ['not within a telephone number', 'en', 'call +49 30 123 456', ['call', '+49 30 123 456']],
    ['not within an address of a page', 'en', 'see https://a.org/b-c?d=e', ['see', 'https://a.org/b-c?d=e']],
    ['not before closing signs of Chinese', 'zh-Hans', '罢工（了）。好', ['罢工', '（了）。', '好']],
    ['not before small kana', 'ja', 'きゃラー', ['きゃ', 'ラー']],
    ['not before the mark of a repetition: Thai', 'th', 'เด็กๆเล่น', ['เด็กๆ', 'เล่น']],
    ['not before the dot within a Chinese name', 'zh-Hans', '阿·米', ['阿·', '米']],
    [
      'not between an abbreviation and what it is of: French',
      'fr',
      'voir p. 12 de M. Blanc',
      ['voir', 'p. 12', 'de', 'M. Blanc'],
    ],
    ['not after an opening bracket, nor before a stop', 'ja', '罷工「了」。好', ['罷工', '「了」。', '好']],
    ['at the spaces of Korean', 'ko', '노동자 파업', ['노동자', '파업']],
  ])('%s', async (_, language, text, lines) => {
    expect(await narrow(language, text)).toEqual(lines);
  });

  test.each(readdirSync('templates/words').map((file) => file.replace('.yaml', '')))(
    'not within a date of %s, as its documents write them',
    async (language) => {
      const forms = words.parse(parse(readFileSync(`templates/words/${language}.yaml`, 'utf8')));
      for (const day of ['2026-05-01', '2011-12-16', '1999-11-30']) {
        const date = formatDate(day, forms);
        const lines = await narrow(language, `${date} xxx ${date}`);
        if (/\s/.test(date)) expect(lines).toEqual([date, 'xxx', date]);
      }
    },
  );

  test.each([
    [
      'en',
      'No. 5',
      'p. 3',
      'Mt 5',
      'Mr Example',
      'J. R. Example',
      'art. 12',
      '5 May',
      'May 1, 2026',
      '11 – 70',
    ],
    ['de', 'Nr. 5', 'S. 3', 'Frau Muster', 'Art. 12', '5. Mai', '3 Mio. €', 'z. B.', '§ 3'],
    ['fr', 'n° 5', 'p. 3', 'Mme Exemple', 'art. 12', '1er mai 2026', '3 €'],
    ['es', 'n.º 5', 'núm. 5', 'Sra. Ejemplo', 'D. Juan', '1 de mayo de 2026', 'art. 12'],
    ['it', 'n. 5', 'Sig. Esempio', 'art. 12', '5 maggio'],
    ['pt', 'n.º 5', 'Sr. Exemplo', '1 de maio de 2026'],
    [
      'ru',
      '№ 5',
      'ст. 12',
      'ул. Примерная',
      'г. Примерск',
      'г-жа Примерова',
      'П. П. Примерова',
      '2011 г.',
      '5 мая',
      '30 тыс.',
      'т. е.',
      'им. Примерова',
    ],
    ['uk', '№ 5', 'ст. 12', 'вул. Прикладна', 'м. Прикладськ', 'пані Прикладна', '2011 р.', '5 травня'],
    ['pl', 'nr 5', 'art. 12', 'ul. Przykładowa', 'pani Przykład', '2011 r.', '5 maja', '30 tys.'],
    ['cs', 'č. 5', 'odst. 2', 'nám. Míru', '5. května'],
    ['tr', 'No: 5', 'Sn. Örnek', '5 Mayıs'],
    ['vi', 'ngày 1 tháng 5 năm 2026', 'ông Ví'],
  ])('not within what belongs together: %s', async (language, ...kept) => {
    for (const part of kept) expect(await narrow(language, `${part} xxx`)).toEqual([part, 'xxx']);
  });

  test.each([
    ['en', 'at 18:30', '6 pm', '6 o’clock'],
    ['de', '8. Mai 2026, 18 Uhr', '8. Mai 2026, 18.30 Uhr', 'um 18.30 Uhr', 'ab 18 Uhr'],
    ['fr', 'à 18 h 30', '18 heures'],
    ['es', 'las 18:00', '18 horas'],
    ['it', 'ore 18', 'alle 18.30'],
    ['pt', 'às 18h30', '18 horas'],
    ['pl', 'godz. 18', 'o godzinie 18.30'],
    ['cs', '18 hodin', '18.30 hodin'],
    ['ru', '8 мая 2026 г., 18:00', 'в 18 часов', 'в 18:30'],
    ['uk', '8 травня 2026 р., 18:00', 'о 18:30', '18 годин'],
    ['kk', 'сағат 18:00'],
    ['tr', 'saat 18.30'],
    ['vi', '18 giờ 30'],
  ])('not within a time, nor between a date and its time: %s', async (language, ...kept) => {
    for (const part of kept) expect(await narrow(language, `${part} xxx`)).toEqual([part, 'xxx']);
  });

  test('a number is no time: it may begin a line behind a preposition', async () => {
    expect(await narrow('en', 'at 18 mines')).toEqual(['at', '18', 'mines']);
    expect(await narrow('de', 'um 12 Arbeiter')).toEqual(['um', '12', 'Arbeiter']);
  });

  test('between any letters of Chinese and Japanese, but not within the words of a headline', async () => {
    const lines = await setIn('zh-Hans', '释放工人', { width: 1 });
    expect(textsOf(lines)).toEqual(['释', '放', '工', '人']);
    expect(await narrow('zh-Hans', '释放工人')).toEqual(['释放', '工人']);
  });

  test('between the words of Thai, Lao, Khmer and Burmese', async () => {
    expect(await narrow('th', 'คนงานประท้วง')).toEqual(['คน', 'งาน', 'ประท้วง']);
    for (const [language, text] of [
      ['lo', 'ມະນຸດທຸກຄົນເກີດມາມີກຽດ'],
      ['km', 'មនុស្សទាំងអស់កើតមកមានសេរីភាព'],
      ['my', 'လူတိုင်းသည်တူညီလွတ်လပ်သော'],
    ] as const) {
      const lines = await narrow(language, text);
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.join('')).toBe(text);
      expect(lines.filter((line) => /^\p{M}/u.test(line))).toEqual([]);
    }
  });
});

describe('no line ends within a letter', () => {
  test.each([
    ['Burmese', 'my', 'ကမ္ဘာလုံးဆိုင်ရာလူ့အခွင့်အရေးကြေညာစာတမ်း'],
    ['Khmer', 'km', 'យុត្តិធម៌និងសន្តិភាពក្នុងពិភពលោកសេចក្តីប្រកាស'],
    ['Thai', 'th', 'ปฏิญญาสากลว่าด้วยสิทธิมนุษยชนและอื่นๆอีกมาก'],
    ['Lao', 'lo', 'ປະກາດສາກົນວ່າດ້ວຍສິດທິມະນຸດ'],
    ['Hindi', 'hi', 'अन्तर्राष्ट्रीयसम्बन्धोंमैत्रीपूर्णविकास'],
  ])('%s, however narrow', async (_, language, text) => {
    for (const width of [1, 30, 60]) {
      const lines = textsOf(await setIn(language, text, { width }));
      expect(lines.join('')).toBe(text);
      const torn = lines
        .slice(1)
        .filter((line, i) => /^[\p{M}ๆໆ]/u.test(line) || /[\u1039\u17d2\u094d]$/u.test(lines[i]!));
      expect(torn).toEqual([]);
    }
  });
});

test('lines of Chinese are filled, and flush at both ends', async () => {
  const text = '我们要求立即停止镇压罢工工人并释放所有被捕的人'.repeat(3);
  const lines = await setIn('zh-Hans', text, { width: 320 });
  for (const { width } of lines.slice(0, -1)) expect(width).toBeCloseTo(320, 0);
  const letters = lines.map((line) => [...line.text].length);
  expect(Math.min(...letters.slice(0, -1))).toBeGreaterThanOrEqual(31);
});

describe('a word is divided', () => {
  const hyphenate = { hyphenate: true };

  test('by its language, with a hyphen that is no part of the text', async () => {
    const lines = await setIn('de', 'Arbeiterbewegung', { width: 50, style: hyphenate });
    expect(textsOf(lines).join('|')).toBe('Arbeiter|bewegung');
    const run = lines[0]!.runs[0]!;
    expect(run.text).toBe('Arbeiter');
    expect(run.glyphs).toHaveLength('Arbeiter'.length + 1);
    expect(run.glyphs.at(-1)!.cluster).toBe('Arbeiter'.length);
  });

  test.each([
    'Straßen-bahn-fahrerinnen-gewerkschafts-vertrauens-leute-versammlungs-verbotes',
    'Grundstücks-verkehrs-genehmigungs-zuständigkeits-übertragungs-verordnung',
    'Kriegs-berichterstatter',
    'Arbeits-berechtigung',
    'Menschen-rechts-verletzungen',
    'Erdöl-arbeiter-streik',
    'Versammlungs-freiheit',
    'Verantwortlichen',
    'Ausnahmezustand',
    'Botschafterinnen',
    'Öl-gesellschaft',
  ])('of German compounds between their parts: %s', (parts) => {
    const word = parts.replaceAll('-', '');
    const joints = jointsOf(word, 'de');
    expect([0, ...joints].map((at, i) => word.slice(at, joints[i])).join('-')).toBe(parts);
  });

  test('at a joint rather than beside it, in a paragraph and where it is wider than the line', async () => {
    const word = 'Fahrerinnengewerkschaft';
    expect(textsOf(await setIn('de', word, { width: 90 }))).toEqual(['Fahrerinnen', 'gewerkschaft']);
    const lines = await setIn('de', `Die ${word}`, { width: 100, style: hyphenate });
    expect(textsOf(lines)).toEqual(['Die Fahrerinnen', 'gewerkschaft']);
  });

  test('in no language that has no patterns, and neither capitals nor values that were put in', async () => {
    expect(await narrow('kk', 'жұмысшыларының', hyphenate)).toEqual(['жұмысшыларының']);
    expect(await narrow('de', 'ARBEITERBEWEGUNG', hyphenate)).toEqual(['ARBEITERBEWEGUNG']);
    expect(await narrow('de', [value('Arbeiterbewegung')], hyphenate)).toEqual(['Arbeiterbewegung']);
    expect(await narrow('de', 'Arbeiterbewegung')).toEqual(['Arbeiterbewegung']);
  });

  test('at a soft hyphen, which is seen only there', async () => {
    const [line] = await setIn('kk', 'жұмыс\u00adшылар');
    const [first] = await setIn('kk', 'жұмыс\u00adшылар', { width: 40 });
    const [plain] = await setIn('kk', 'жұмысшылар');
    expect(line!.width).toBeCloseTo(plain!.width);
    expect(first!.width).toBeGreaterThan((await setIn('kk', 'жұмыс'))[0]!.width);
  });

  test('where it is wider than the line: an address after its signs, at last anywhere', async () => {
    const address = 'https://example.org/union/strike-2011?page=12';
    const lines = textsOf(await setIn('en', address, { width: 80 }));
    expect(lines.join('')).toBe(address);
    expect(
      lines.slice(0, -1).filter((line, i) => !/[/.?&=_]$/.test(line) && !lines[i + 1]!.startsWith('-')),
    ).toEqual([]);
    for (let width = 60; width < 200; width += 20) {
      const hyphened = 'https://example.org/free-the-strikers-of-exampleton-now';
      const set = textsOf(await setIn('en', hyphened, { width }));
      expect(set.join('')).toBe(hyphened);
      expect(set.slice(0, -1).filter((line) => line.endsWith('-'))).toEqual([]);
    }
    const anchored = 'https://ab.org/union#/room/#!/strikers';
    const rooms = textsOf(await setIn('en', anchored, { width: 60 }));
    expect(rooms.join('')).toBe(anchored);
    expect(rooms.slice(0, -1).filter((line) => !/[/.#!]$/.test(line))).toEqual([]);
    const long = 'x'.repeat(40);
    const parts = await setIn('en', long, { width: 50 });
    expect(textsOf(parts).join('')).toBe(long);
    expect(Math.max(...parts.map((part) => part.width))).toBeLessThanOrEqual(50.01);
  });
});

describe('a paragraph is broken as a whole', () => {
  const TEXT =
    'On 16 December the authorities shot down a rally of striking oil workers in Zhanaozen. The city is under curfew, in the hands of the army and cut off from the world.';

  test('no line is wider than the column, and none could be spared', async () => {
    for (let width = 60; width < 420; width += 17) {
      const lines = await setIn('en', TEXT, { width });
      expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(width + 0.01);
      const whole = (await setIn('en', TEXT))[0]!.width;
      expect(lines.length).toBeGreaterThanOrEqual(Math.ceil(whole / width));
      expect(textsOf(lines).join(' ')).toBe(TEXT);
    }
  });

  test('the last line is no single short word where another way takes no more lines', async () => {
    const alone: number[] = [];
    for (let width = 150; width < 420; width += 3) {
      const lines = await setIn('en', TEXT, { width });
      if (lines.length > 1 && !lines.at(-1)!.text.includes(' ')) alone.push(width);
    }
    expect(alone).toEqual([]);
  });

  test('justified lines are as wide as the column but for the last', async () => {
    const lines = await setIn('en', TEXT, { width: 200, style: { align: 'justify' } });
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(200, 3);
    expect(lines.at(-1)!.width).toBeLessThan(200);
    const chinese = await setIn('zh-Hans', '罢工工人罢工工人罢工工人，罢工工人', {
      width: 97,
      style: { align: 'justify' },
    });
    expect(chinese.length).toBeGreaterThan(1);
    for (const line of chinese.slice(0, -1)) expect(line.width).toBeCloseTo(97, 3);
  });

  test('a line of few words is left short rather than torn, and so is a narrow column', async () => {
    const style = { align: 'justify' } as const;
    const [torn] = await setIn('en', `a b ${'c'.repeat(38)}`, { width: 200, style });
    expect(torn!.width).toBeLessThan(40);
    // Before a word that has no room, the few Han of a line aren't scattered over it.
    const mixed = '来源：International-Secretariat，截至2011-12-27266942';
    const [natural] = await setIn('zh-Hans', mixed, { width: 210 });
    expect(natural!.text).toBe('来源：International-Secretariat，截至');
    const [scattered] = await setIn('zh-Hans', mixed, { width: natural!.width + 18 });
    expect(scattered!.width).toBeCloseTo(natural!.width, 3);
    const [flush] = await setIn('zh-Hans', mixed, { width: natural!.width + 3 });
    expect(flush!.width).toBeCloseTo(natural!.width + 3, 3);
    // Display letters, such as the place of an event, aren't spread at all.
    const shown = { family: 'display' } as const;
    const [wide, second] = await setIn('zh-Hans', `${mixed}，${mixed}`, { width: 210, style: shown });
    expect(second).toBeDefined();
    const [close] = await setIn('zh-Hans', `${mixed}，${mixed}`, { width: wide!.width + 3, style: shown });
    expect(close!.width).toBeCloseTo(wide!.width, 3);
    const [narrow] = await setIn('en', TEXT, { width: 150, style });
    expect(narrow!.width).toBeLessThan(149.9);
  });
});
