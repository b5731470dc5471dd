import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parseTable } from '../../src/read/csv.ts';
import { locateTable } from '../../src/read/rows.ts';
import { setCells } from '../../src/write/edit-csv.ts';
import { drawFrom } from '../torture/draw.ts';

const table = (text: string) => parseTable({ file: 'list.csv', text, sha256: '' });
const rows = (text: string) =>
  table(text).rows.map((row) => [...row].map(([name, { value }]) => [name, value]));

describe('tables as spreadsheets write them', () => {
  test.each([
    ['sep= in the first line', 'sep=;\nid;name\na;Ann, B\n'],
    ['pipes', 'id|name\na|Ann, B\n'],
    ['an empty column at the end', 'id;name;\na;Ann, B;\n'],
    ['empty cells at the end of a row', 'id;name\na;Ann, B;;\n'],
  ])('%s', (_, text) => {
    expect(rows(text)).toEqual([
      [
        ['id', 'a'],
        ['name', 'Ann, B'],
      ],
    ]);
  });

  test('a value in a column without a name is an error at its row', () => {
    expect(() => table('id,name,\na,Ann,x\n')).toThrow('Expected 2 cells as in the header, found 3.');
  });

  test('a cell of a table with sep= is set where it stands', () => {
    const text = 'sep=;\r\nid;name\r\na;Ann\r\nb;Bob\r\n';
    const { line } = table(text).rows[1]!.get('name')!.at;
    expect(line).toBe(4);
    expect(setCells(text, line!, { name: 'Bo; b', new: 'x' })).toBe(
      'sep=;\r\nid;name;new\r\na;Ann;\r\nb;"Bo; b";x\r\n',
    );
  });
});

test('a row is no longer than one of an imported list, wherever it stands', () => {
  const long = 'a'.repeat(1_000_001);
  const refused = /The row in line (\d) has more than 1,000,000 characters/;
  expect(() => table(`id,text\n1,"${long}"\n2,b\n`)).toThrow(refused);
  expect(() => table(`id,text\n1,a\n2,${long}`)).toThrow(refused);
  expect(() => table(`id,text\n1,"${long.slice(0, 999_000)}"\n2,b\n`)).not.toThrow();
});

describe('any text', () => {
  /** The rows as csv-parse tells them; undefined where it refuses the text, or a row is longer than the header. */
  function told(text: string): string[][] | undefined {
    try {
      const records: string[][] = parse(text, { relaxColumnCount: true, skipEmptyLines: false });
      const said = records.slice(1).map((cells) => cells.map((cell) => cell.trim()));
      const filled = said.filter((cells) => cells.some((cell) => cell !== ''));
      const isWhole = filled.every(
        (cells) => cells.length >= 3 && cells.slice(3).every((cell) => cell === ''),
      );
      return isWhole ? filled.map((cells) => cells.filter((cell) => cell !== '')) : undefined;
    } catch {
      return undefined;
    }
  }

  test('is read, or refused, as csv-parse does', () => {
    const random = drawFrom(4180);
    const below = (n: number) => Math.floor(random() * n);
    const pieces = ['a', 'b c', '"', '""', '"q"', '"x, ""y"""', ',', ',', ',', ' ', '漢'];
    const seen = { read: 0, refused: 0 };
    for (let round = 0; round < 4000; round += 1) {
      const ends = below(4) === 0 ? ['\n', '\r\n', '\r'] : [['\n', '\r\n'][below(2)]!];
      const piece = () => (below(5) === 0 ? ends[below(ends.length)] : pieces[below(pieces.length)]);
      const sound = Array.from({ length: below(3) }, () => `1,"2\u2028",3${ends[0]}`).join('');
      const text = `x,y,z${ends[0]}${sound}${Array.from({ length: below(9) }, piece).join('')}`;
      const expected = told(text);
      seen[expected ? 'read' : 'refused'] += 1;
      const read = () => rows(text).map((cells) => cells.map(([, value]) => value));
      if (expected) expect(read(), JSON.stringify(text)).toEqual(expected);
      else expect(read, JSON.stringify(text)).toThrow();
    }
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(500);
  });
});

describe('times and days as people write them', () => {
  const event = (column: string, value: string) => {
    const source = { file: 'events.csv', text: `id,${column}\ne,"${value}"\n`, sha256: '' };
    return (locateTable(source, parseTable(source), 'events').data as Record<string, string>[])[0]![column];
  };
  test.each([
    ['9:00', '09:00'],
    ['17.00', '17:00'],
    ['17h30', '17:30'],
    ['17 h', '17:00'],
    ['5 PM', '17:00'],
    ['12:30 am', '00:30'],
    ['17 Uhr', '17:00'],
    ['17:00:00', '17:00'],
    ['17', '17'],
    ['13 pm', '13 pm'],
    ['at noon', 'at noon'],
  ])('%s is %s', (written, read) => {
    expect(event('time', written)).toBe(read);
  });
  test.each([
    ['1.6.2026', '2026-06-01'],
    ['01. 06. 2026', '2026-06-01'],
    ['1/6/2026', '1/6/2026'],
    ['1.6.26', '1.6.26'],
  ])('%s is %s', (written, read) => {
    expect(event('date', written)).toBe(read);
  });
});

describe('a name in a column without a language, beside others that have theirs', () => {
  const first = (part: 'events' | 'contacts', text: string, language: string) => {
    const source = { file: `${part}.csv`, text, sha256: '' };
    return (locateTable(source, parseTable(source), part, language).data as Record<string, unknown>[])[0]!;
  };
  test.each([
    ['is in the language of the appeal', 'place,place.tr\nPortão,Kapı\n', 'pt', { pt: 'Portão', tr: 'Kapı' }],
    ['stands in either order', 'place.tr,place\nKapı,Portão\n', 'pt', { pt: 'Portão', tr: 'Kapı' }],
    [
      'is English where that language has its own',
      'place,place.ar\nCourt,محكمة\n',
      'ar',
      { en: 'Court', ar: 'محكمة' },
    ],
    ['stays plain where the others are empty', 'place,place.tr\nPortão,\n', 'pt', 'Portão'],
  ])('%s', (_, text, language, place) => {
    expect(first('events', text, language).place).toEqual(place);
  });

  test('is in the language that the addressee reads', () => {
    const text = 'organisation,organisation.en,languages\nПосольство,Embassy,de;ru\n';
    expect(first('contacts', text, 'es').organisation).toEqual({ ru: 'Посольство', en: 'Embassy' });
  });
});
