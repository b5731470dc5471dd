import { describe, expect, test } from 'vitest';
import type { Block, MergedDocument } from '../../src/model/block.ts';
import { findKept } from '../../src/model/kept-together.ts';
import { writeText } from '../../src/write/text.ts';

const span = (text: string, more: object = {}) => ({ kind: 'text' as const, text, ...more });
const paragraph = (text: string, role: Block['role'] = 'body'): Block => ({
  kind: 'paragraph',
  role,
  content: [span(text)],
});
const write = (blocks: readonly Block[], language = 'en', columns?: number) => {
  const doc: MergedDocument = {
    material: 'letter',
    kind: 'embassy',
    language,
    direction: 'ltr',
    title: 'T',
    blocks,
    reads: [],
  };
  return writeText(doc, { columns });
};
const longest = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));

test('paragraphs stand apart, in the order of the blocks, and the text ends with a line end', () => {
  expect(write([paragraph('a', 'date'), paragraph('b'), paragraph('c', 'source')])).toBe('a\n\nb\n\nc\n');
});

describe('lines', () => {
  test('are at most 72 columns long', () => {
    const text = write([paragraph('word '.repeat(60).trim())]);
    expect(longest(text)).toBeLessThanOrEqual(72);
    expect(text.replaceAll('\n', ' ').trim()).toBe('word '.repeat(60).trim());
  });

  test('of another width are as long as is asked', () => {
    expect(longest(write([paragraph('word '.repeat(60).trim())], 'en', 40))).toBeLessThanOrEqual(40);
  });

  test('keep a word and a web address whole, however long', () => {
    const url = `https://example.org/${'x'.repeat(80)}`;
    expect(write([paragraph(`see ${url} there`)])).toBe(`see\n${url}\nthere\n`);
  });

  test('break not at a no-break space', () => {
    expect(write([paragraph('aaa bbb\u00a0ccc')], 'en', 8)).toBe('aaa\nbbb\u00a0ccc\n');
  });

  test('of Chinese break between characters, count two columns each, and keep stops on the line', () => {
    const text = write([paragraph('工人们要求立即停止一切镇压，释放所有被捕者。')], 'zh-Hans', 20);
    for (const line of text.trim().split('\n')) {
      expect([...line].length * 2).toBeLessThanOrEqual(22);
      expect(line).not.toMatch(/^[，。]/);
    }
  });

  test('count a letter with its marks once', () => {
    const hindi = 'मज़दूरों की माँग';
    const word = `${'й'.normalize('NFD').repeat(10)}`;
    expect(write([paragraph(`${word} ${word}`)], 'ru', 21)).toBe(`${word} ${word}\n`);
    expect(write([paragraph(hindi)], 'hi', 40)).toBe(`${hindi}\n`);
  });

  test('of an address stand as they are', () => {
    const long = 'Embassy of a country whose name is so long that no line of a letter could ever hold it';
    const block: Block = {
      kind: 'paragraph',
      role: 'recipient',
      content: [span(long), { kind: 'break' }, span('London')],
    };
    expect(write([block])).toBe(`${long}\nLondon\n`);
  });
});

test('lists have hanging lines', () => {
  const items = [[span('first item that is long')], [span('second')]];
  expect(write([{ kind: 'list', role: 'demands', ordered: true, start: 9, items }], 'en', 16)).toBe(
    '9.  first item\n    that is long\n10. second\n',
  );
  expect(write([{ kind: 'list', role: 'actions', ordered: false, start: 1, items }], 'en', 16)).toBe(
    '- first item\n  that is long\n- second\n',
  );
});

test('a headline is in capitals of its language', () => {
  const headline: Block = { kind: 'heading', role: 'headline', level: 1, content: [span('istanbul')] };
  expect(write([headline], 'tr')).toBe('İSTANBUL\n');
});

test('figures are the phrase with every voice', () => {
  const label = [span('dead, official')];
  const phrase = [span('11 official and 70 unofficial')];
  const entries = [{ value: '11', label }];
  expect(write([{ kind: 'figures', role: 'figures', quantity: 'killed', entries, phrase }])).toBe(
    '11 official and 70 unofficial\n',
  );
});

test('a link tells where it leads, unless its text does', () => {
  const href = 'https://example.org';
  const block = (text: string): Block => ({
    kind: 'paragraph',
    role: 'body',
    content: [span(text, { href })],
  });
  expect(write([block('here'), block('https://example.org')])).toBe(
    'here <https://example.org>\n\nhttps://example.org\n',
  );
});

test('there is room to sign', () => {
  const label = [span('Name, function')];
  expect(write([{ kind: 'signature-line', role: 'signature', label }])).toMatch(
    /^\n*_{30,}\nName, function\n$/,
  );
});

test('right-to-left text has no invisible marks in it', () => {
  expect(write([paragraph('نطالب بالإفراج عن العمال')], 'ar')).toBe('نطالب بالإفراج عن العمال\n');
});

test.each([
  ['en', 'It was on Friday that the police came for them, all of it on 16 December 2011, at noon.'],
  ['en', 'Yesterday we wrote to the ministry and to the prosecutor, and also to Mr Aydarbayev himself.'],
  ['de', 'Das alles geschah vor den Augen der ganzen Stadt, nämlich schon am 16. Dezember 2011 dort.'],
  ['es', 'Todo esto pasó ante los ojos de la ciudad entera, concretamente el 16 de diciembre de 2011.'],
  ['ru', 'Всё это произошло на глазах у всего города, на главной площади, 16 декабря 2011 года и в день'],
  ['ko', '이 모든 일은 도시 전체가 지켜보는 가운데 벌어졌습니다 그날은 2011년 12월 16일이었고 사람들은'],
])('no line ends within a date, nor behind a title, wherever lines end: %s', (language, text) => {
  const kept = findKept(text, language);
  expect(kept.length).toBeGreaterThan(0);
  for (let columns = 30; columns <= 90; columns += 1) {
    const lines = write([paragraph(text)], language, columns)
      .trimEnd()
      .split('\n');
    expect(lines.join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    let at = 0;
    for (const line of lines.slice(0, -1)) {
      at = text.indexOf(line, at) + line.length;
      const next = at + /^\s*/.exec(text.slice(at))![0].length;
      expect([columns, line, kept.includes(next)]).toEqual([columns, line, false]);
    }
  }
});
