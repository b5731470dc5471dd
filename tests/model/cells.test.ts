import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { columnForm, columnReader, splitOwner } from '../../src/model/columns.ts';
import { visitCells } from '../../src/model/csv-cells.ts';
import { delimiterOf } from '../../src/model/delimiter.ts';
import { plainDigits } from '../../src/model/digits.ts';
import { eventKindOf } from '../../src/model/event-words.ts';
import { disarmCell, isFormula, isUncalculated, rearmCell, textOfFormula } from '../../src/model/formula.ts';
import { withoutUnseen, withoutUnseenIn } from '../../src/model/unseen.ts';
import { drawFrom } from '../torture/draw.ts';

/** The cells of a text as the scanner meets them, unquoted as CSV has it (RFC 4180, 2). */
function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  visitCells(text, delimiter, {
    line: () => undefined,
    row: () => void rows.push([]),
    cell: (start, end) => {
      const cell = text.slice(start, end);
      rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    },
  });
  return rows;
}

describe('cells of a table', () => {
  it('are found where csv-parse finds them, whatever stands in them', () => {
    const random = drawFrom(4180);
    const below = (n: number) => Math.floor(random() * n);
    const pick = <T>(list: readonly T[]) => list[below(list.length)]!;
    const parts = ['a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '漢', '=1'];
    for (let round = 0; round < 500; round += 1) {
      const width = 1 + below(4);
      const table = Array.from({ length: 1 + below(5) }, () =>
        Array.from({ length: width }, () => Array.from({ length: below(5) }, () => pick(parts)).join('')),
      );
      const [ending, delimiter] = [pick(['\n', '\r\n']), pick([',', ';'])];
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      const text = table.map((row) => row.map(quoted).join(delimiter)).join(ending);
      expect(cellsOf(text, delimiter)).toEqual(table);
      expect(parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })).toEqual(table);
    }
  });

  it('an empty text has one, empty; a line at the end opens no row', () => {
    expect(cellsOf('', ',')).toEqual([['']]);
    expect(cellsOf('a,b\n', ',')).toEqual([['a', 'b']]);
    expect(cellsOf('a\rb', ',')).toEqual([['a'], ['b']]);
  });

  it.each([
    ['sep=;\na;b,c', ';', 'a;b,c', true],
    ['"sep=|"\r\na|b', '|', 'a|b', true],
    ['﻿name;city, town;street\n', ';', 'name;city, town;street', false],
    ['name\tcity', '\t', 'name\tcity', false],
    ['name', ',', 'name', false],
  ])('what divides them is read off the first line: %j', (text, delimiter, firstLine, isNamed) => {
    expect(delimiterOf(text)).toEqual({ delimiter, firstLine, isNamed });
  });
});

describe('formulas', () => {
  it.each([
    '=1+1',
    '+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '＝1+1',
    '＠SUM(A1)',
    '\tx',
    '\rx',
    "'=1",
    "''=1",
    'plain',
    '',
    "'quoted'",
  ])('%j comes back as it was, and no spreadsheet calculates it meanwhile', (text) => {
    expect(rearmCell(disarmCell(text))).toBe(text);
    expect(/^[=+\-@\t\r＝＋－＠]/.test(disarmCell(text))).toBe(false);
  });

  it('telephone numbers and negative ones are none', () => {
    for (const text of ['+49 30 1234', '-12.5', '+7 (495) 123-45-67 ext. 3'])
      expect(isFormula(text)).toBe(false);
    for (const text of ['=A1', '+A1', '-cmd', '@x']) expect(isFormula(text)).toBe(true);
  });

  it('one that stands where its result should is known, a text in quotes kept', () => {
    for (const text of ['=VLOOKUP(A1,B:C,2)', "'=SUM(A1)", '+CONCAT(A1)'])
      expect(isUncalculated(text)).toBe(true);
    expect(isUncalculated('C(ommittee)')).toBe(false);
    expect(textOfFormula('="01067"')).toBe('01067');
    expect(textOfFormula('=A1')).toBe('=A1');
  });
});

describe('columns', () => {
  const read = columnReader(['city', 'phone', 'name'], {
    city: 'town|Ort',
    phone: 'Telefon',
    name: 'full name',
  });

  it.each([
    ['Town', 'city'],
    ['ORT', 'city'],
    ['Phone 2', 'phone'],
    ['Telefon (privat)', 'phone'],
    ['Full_Name', 'name'],
    ['fullName', 'name'],
    ['Private name', undefined],
    ['###', undefined],
  ])('%j means %j', (column, field) => {
    expect(read(column)).toBe(field);
  });

  it('say whose they are; what is only that stays a name', () => {
    expect(splitOwner(columnForm('Work e-mail'))).toEqual({ owner: 'work', rest: 'e mail' });
    expect(splitOwner(columnForm('Home'))).toEqual({ rest: 'home' });
    expect(splitOwner(columnForm('Address 2 street'))).toEqual({ owner: 'other', rest: 'address 2 street' });
  });
});

describe('what a cell holds', () => {
  it('digits of every script become 0–9', () => {
    expect(plainDigits('٢٠٢٦ ۲۰۲۶ ２０２６ २०२६ 2026')).toBe('2026 2026 2026 2026 2026');
    const all = Array.from({ length: 0x1ffff }, (_, i) => i).filter((i) => i < 0xd800 || i > 0xdfff);
    for (const digit of all.map((i) => String.fromCodePoint(i)).filter((c) => /\p{Nd}/u.test(c)))
      expect(plainDigits(digit)).toMatch(/^\d$/);
  });

  it('loses what nobody sees, but not the breaks of scripts without spaces', () => {
    expect(withoutUnseen('Ber\u00ADlin\u2060\uFEFF\u200B')).toBe('Berlin');
    expect(withoutUnseen('ไทย\u200Bไทย')).toBe('ไทย\u200Bไทย');
    expect(withoutUnseenIn({ a: ['x\u00AD', 1], b: null })).toEqual({ a: ['x', 1], b: null });
  });

  it('a kind of event is known by what people call it', () => {
    expect(eventKindOf('Streikposten')).toBe('picket');
    expect(eventKindOf('МИТИНГ')).toBe('rally');
    expect(eventKindOf('Manifestación')).toBe('demonstration');
    expect(eventKindOf('birthday')).toBeUndefined();
  });
});
