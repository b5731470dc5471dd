import { expect, test } from 'vitest';
import { addRow, type RowChange, setCells, setRows } from '../../src/write/edit-csv.ts';

const TEXT = 'id,value,text\r\na,1,"first\nof two, ""lines"""\r\nb,2,\r\n';

test.each([
  ['a cell', { value: '3' }, 'id,value,text\r\na,1,"first\nof two, ""lines"""\r\nb,3,\r\n'],
  ['an empty cell', { text: 'x, y' }, 'id,value,text\r\na,1,"first\nof two, ""lines"""\r\nb,2,"x, y"\r\n'],
  ['nothing', {}, TEXT],
  [
    'a column that isn’t there yet',
    { note: 'n' },
    'id,value,text,note\r\na,1,"first\nof two, ""lines""",\r\nb,2,,n\r\n',
  ],
])('%s is set, and nothing else', (_, cells, expected) => {
  expect(setCells(TEXT, 4, cells)).toBe(expected);
});

test.each([
  ['a,b,c\n1\n2,3,4\n', { c: 'z' }, 'a,b,c\n1,,z\n2,3,4\n'],
  ['a,b,c\n1,\n2,3,4\n', { b: 'y', c: 'z' }, 'a,b,c\n1,y,z\n2,3,4\n'],
  ['a;b;c\r\n1;', { c: 'x;y' }, 'a;b;c\r\n1;;"x;y"'],
  ['a,b\n1,', { b: 'y' }, 'a,b\n1,y'],
  ['a,b,c\n1\n', { a: '9' }, 'a,b,c\n9,,\n'],
  ['a,b,c\n1\n4,5,6\n', { d: 'x' }, 'a,b,c,d\n1,,,x\n4,5,6,\n'],
])('a row shorter than the header gets the cells that it lacks: %j', (text, cells, expected) => {
  expect(setCells(text, 2, cells)).toBe(expected);
});

test('a row over several lines is found by any of them', () => {
  expect(setCells(TEXT, 3, { value: '9' })).toBe(setCells(TEXT, 2, { value: '9' }));
});

test.each([
  ['a;b\n1;2\n', { a: 'x;y' }, 'a;b\n1;2\n"x;y";\n'],
  ['a\tb\n1\t2', { b: 'z' }, 'a\tb\n1\t2\n\tz\n'],
  ['a,b\n', { a: '1', c: '3' }, 'a,b,c\n1,,3\n'],
])('a row is added at the end of %j', (text, cells, expected) => {
  expect(addRow(text, cells)).toBe(expected);
});

test('a row is added below another', () => {
  expect(addRow('a,b\n1,2\n3,4\n', { a: '9' }, 2)).toBe('a,b\n1,2\n9,\n3,4\n');
  expect(addRow('a,constructor\n1,2\n', { a: '9' })).toBe('a,constructor\n1,2\n9,\n');
});

test('cells of many rows are set by the lines that the text has, whatever their order and however long they are', () => {
  const changes: RowChange[] = [
    { line: 2, cells: { text: 'of\nmany\nlines' } },
    { line: 4, cells: { note: 'four' } },
    { line: 3, cells: { text: 'three' } },
    { line: 3, cells: { text: 'again' } },
  ];
  const expected = 'id,text,note\na,"of\nmany\nlines",\nb,again,\nc,z,four\n';
  expect(setRows('id,text\na,x\nb,y\nc,z\n', changes)).toBe(expected);
  expect(setRows('id,text\na,x\nb,y\nc,z\n', [...changes.slice(1), changes[0]!])).toBe(expected);
});

test('10,000 rows take a moment', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => i);
  const text = `id,text\n${rows.map((i) => `${i},words\n`).join('')}`;
  const start = process.cpuUsage().user;
  const made = setRows(
    text,
    rows.map((i) => ({ line: i + 2, cells: { 'text.de': `Worte ${i}` } })),
  );
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2000);
  expect(made.split('\n')[10_000]).toBe('9999,words,Worte 9999');
});
