import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../src/read/csv.ts';
import { CellPlaces } from '../../src/read/csv-places.ts';
import { columnNames, findHead, rowOf } from '../../src/read/head.ts';
import { keptFile, readAllKept, readKept, readKeptFile } from '../../src/read/kept-columns.ts';
import { withIds } from '../../src/read/made-ids.ts';
import { nameColumns } from '../../src/read/named-columns.ts';
import { readWritten } from '../../src/read/written-rows.ts';
import { dateText, formatOf } from '../../src/read/xlsx-formats.ts';
import { makeFolder } from '../folder.ts';

const tableOf = (text: string) => parseTable({ file: 'list.csv', text, sha256: '' });

describe('where a cell stands', () => {
  it('is found over line breaks within quotes, and beyond the last cell of a row it is the row', () => {
    const places = new CellPlaces('list.csv', 'id,name\r\na,"Ann\nBee"\r\n"b",Bob', ',');
    const at = (row: number, index: number) => {
      const { line, column } = places.at(row, index);
      return `${line}:${column}`;
    };
    expect([at(0, 1), at(1, 1), at(2, 0), at(2, 1)]).toEqual(['1:4', '2:3', '4:1', '4:5']);
    expect(at(2, 7)).toBe(at(2, 0));
    expect(places.at(9, 0)).toEqual({ file: 'list.csv', line: 10 });
    expect(places.last()).toMatchObject({ line: 4, column: 5 });
  });
});

describe('the head of a list', () => {
  const isKnown = (name: string) => ['name', 'city', 'street'].includes(name.toLowerCase());

  it('is the row with most names that are known, under whatever title', () => {
    expect(findHead([['Members 2026'], [''], ['Name', 'City', 'x'], ['Ann', 'Name', 'y']], isKnown)).toBe(2);
    expect(findHead([[''], ['one', 'two']], isKnown)).toBe(1);
    expect(findHead([], isKnown)).toBe(0);
  });

  it('a name that comes again is numbered; cells that hold nothing are none', () => {
    expect(columnNames(['Tel', 'Tel', '', 'Tel'])).toEqual(['Tel', 'Tel 2', '', 'Tel 3']);
    const { cells, broken } = rowOf(3, ['Ann', 'NULL', '="01067"', '#N/A', 'x'], ['name', 'a', 'zip', 'b']);
    expect([...cells]).toEqual([
      ['name', 'Ann'],
      ['zip', '01067'],
      ['column 5', 'x'],
    ]);
    expect(broken).toBeDefined();
  });
});

describe('columns of an appeal’s table', () => {
  it('are known by what people call them; what nobody needs is told and left out', () => {
    const { table, isRenamed, told } = nameColumns(
      tableOf('Datum;Ort;Wetter\n2026-05-01;Berlin;rain\n'),
      'events',
    );
    expect(isRenamed).toBe(true);
    expect(table.header.map(({ value }) => value)).toEqual(['date', 'city']);
    expect([...table.rows[0]!].map(([column, { value }]) => [column, value])).toEqual([
      ['date', '2026-05-01'],
      ['city', 'Berlin'],
    ]);
    expect(told).toMatchObject([{ severity: 'notice', at: { line: 1, column: 11 } }]);
  });

  it('what somebody says goes before names, and a column that isn’t there is an error', () => {
    const table = tableOf('Datum;Wetter\n2026-05-01;Berlin\n');
    const said = new Map([['Wetter', 'city']]);
    expect(nameColumns(table, 'events', { said }).table.header.map(({ value }) => value)).toEqual([
      'date',
      'city',
    ]);
    const wrong = nameColumns(table, 'events', { said: new Map([['Ort', 'city']]) });
    expect(wrong.told[0]).toMatchObject({ severity: 'error', values: { column: '"Ort"', field: 'city' } });
  });

  it('what was said is kept beside the list, for each use of it', async () => {
    const folder = await makeFolder({
      'list.csv.columns.json': JSON.stringify({ senders: { Ort: 'city', n: [1] }, contacts: [], bad: {} }),
    });
    const list = join(folder, 'list.csv');
    expect(await readAllKept(list)).toEqual({ senders: { Ort: 'city' } });
    expect((await readKept(list, 'senders')).columns).toEqual(new Map([['Ort', 'city']]));
    expect((await readKept(list, 'contacts')).columns.size).toBe(0);
    expect(await readAllKept(join(folder, 'none.csv'))).toEqual({});
  });

  it('a link out of the folder isn’t followed to it', async () => {
    const folder = await makeFolder({ 'out.json': '{"senders":{"a":"city"}}' });
    await mkdir(join(folder, 'appeal'));
    await symlink(join(folder, 'out.json'), keptFile(join(folder, 'appeal', 'list.csv')));
    await expect(readKeptFile(join(folder, 'appeal', 'list.csv'), join(folder, 'appeal'))).rejects.toThrow();
  });
});

describe('rows without an id', () => {
  const idsOf = (text: string) => {
    const { rows, header } = tableOf(text);
    return withIds(rows, header, 'facts').map((row) => row.get('id')?.value);
  };

  it('are called the same wherever they stand, and each by a name of its own', () => {
    const [a, b] = ['2026-05-01,Shots fell', '2026-05-02,A strike'];
    const ids = idsOf(`date,text\n${a}\n${b}\n${a}\n`);
    expect(ids[2]).toBe(`${ids[0]}-2`);
    expect(new Set(ids).size).toBe(3);
    expect(idsOf(`text,date\n${b.split(',').reverse().join(',')}\n`)[0]).toBe(ids[1]);
    expect(idsOf(`date,text,source\n${a},paper\n`)[0]).toBe(ids[0]); // a source may be mended
    expect(idsOf('id,text\nown,x\n')).toEqual(['own']);
  });
});

describe('days and times as people write them', () => {
  const valuesOf = (text: string) => {
    const { rows, told } = readWritten(tableOf(text).rows, 'events');
    return { values: rows.map((row) => [...row.values()].map(({ value }) => value).join(' ')), told };
  };

  it('a list that shows the order of day and month is read by it throughout, which is told', () => {
    const { values, told } = valuesOf('date;time\n13/05/2026;6.30 pm\n04/05/2026;18h30\n');
    expect(values).toEqual(['2026-05-13 18:30', '2026-05-04 18:30']);
    expect(told).toMatchObject([{ severity: 'notice', at: { line: 3 }, values: { day: '2026-05-04' } }]);
  });

  it('one that is read by the country’s order is told once, with its place', () => {
    const { values, told } = valuesOf('country;date\nUS;04/05/2026\nUS;05/06/2026\n');
    expect(values).toEqual(['US 2026-04-05', 'US 2026-05-06']);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ at: { line: 2, column: 4 } });
  });

  it('what is no day stays as it stands', () => {
    expect(valuesOf('date\nsoon\n').values).toEqual(['soon']);
  });
});

describe('numbers of a spreadsheet (ECMA-376, part 1, 18.8.30)', () => {
  it.each([
    [14, undefined, 'date'],
    [20, undefined, 'time'],
    [0, undefined, 'plain'],
    [164, 'dd.mm.yyyy', 'date'],
    [164, '[$-407]d. mmmm yyyy;@', 'date'],
    [164, 'hh:mm', 'time'],
    [164, '"day" 0', 'plain'],
    [164, '[Red]0.00', 'plain'],
    [164, '00000', 'digits'],
  ])('%d %s is %s', (id, code, kind) => expect(formatOf(id, code).kind).toBe(kind));

  it('days count from 1900 or 1904, with the 29 February 1900 that never was', () => {
    expect(dateText(1, 'date', false)).toBe('1900-01-01');
    expect(dateText(61, 'date', false)).toBe('1900-03-01');
    expect(dateText(46143, 'date', false)).toBe('2026-05-01');
    expect(dateText(46143 - 1462, 'date', true)).toBe('2026-05-01');
    expect(dateText(46143.75, 'date', false)).toBe('2026-05-01 18:00');
    expect(dateText(0.5, 'time', false)).toBe('12:00');
    expect(dateText(46143.999999, 'date', false)).toBe('2026-05-02');
  });
});
