import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPart } from '../../src/read/appeal.ts';
import { openForeignList } from '../../src/read/foreign-list.ts';
import { readSenders } from '../../src/read/senders.ts';
import { makeFolder } from '../folder.ts';

/** Cells as programs write them, `D` for what divides columns, `N` for what ends lines; and what they hold. */
const CELLS: readonly (readonly [written: string, holds: string | undefined])[] = [
  ['plain', 'plain'],
  ['"aD b"', 'aD b'],
  ['"he said ""no"""', 'he said "no"'],
  ['"""quoted"""', '"quoted"'],
  [
    '"{""type"": ""Point""D ""coordinates"": [102.0D 0.5]}"',
    '{"type": "Point"D "coordinates": [102.0D 0.5]}',
  ],
  ['"oneNtwo"', 'oneNtwo'],
  ['"""one""NtwoNNfour"', '"one"NtwoNNfour'],
  ['ʤ 𝒳 Қазақ', 'ʤ 𝒳 Қазақ'],
  ['""', undefined],
  ['', undefined],
  ['  blanks around  ', 'blanks around'],
];
/** Lists from elsewhere may have quotes that open nothing; in an appeal's own tables they are an error at their line. */
const STRAY = ['it’s 5" wide', 'it’s 5" wide'] as const;

/** The values of the column `name` in each reader of lists, one for each row. */
const READERS: Readonly<
  Record<string, { head: readonly string[]; read: (file: string) => Promise<(string | undefined)[]> }>
> = {
  contacts: {
    head: ['id', 'organisation', 'country'],
    read: async (file) => {
      const list = await openForeignList(file, {
        isKnown: (name) => /^(id|organisation|country)$/.test(name),
      });
      const values: (string | undefined)[] = [];
      for await (const { cells, broken } of list.rows()) {
        expect(broken).toBeUndefined();
        values.push(cells.get('organisation'));
      }
      return values;
    },
  },
  senders: {
    head: ['id', 'name', 'country'],
    read: async (file) => {
      const list = await readSenders(file, {
        isKnown: (name) => /^(id|name|country)$/.test(name),
        places: true,
      });
      const values: (string | undefined)[] = [];
      for await (const { rows } of list.chunks) values.push(...rows.map(({ cells }) => cells.get('name')));
      return values;
    },
  },
  'contacts of an appeal': {
    head: ['id', 'holder', 'country'],
    read: async (file) =>
      ((await readPart(file, 'contacts')).data as { holder?: string }[]).map((c) => c.holder),
  },
  facts: {
    head: ['id', 'place', 'date'],
    read: async (file) => ((await readPart(file, 'facts')).data as { place?: string }[]).map((f) => f.place),
  },
  events: {
    head: ['id', 'place', 'date'],
    read: async (file) => ((await readPart(file, 'events')).data as { place?: string }[]).map((e) => e.place),
  },
};

const ENDS = { LF: '\n', CRLF: '\r\n' };
const MARKS = { 'with a byte order mark': '\uFEFF', 'without one': '' };

describe.each(Object.entries(READERS))('what CSV can be: %s', (reader, { head, read }) => {
  const isForeign = reader === 'contacts' || reader === 'senders';
  const cells = isForeign ? [...CELLS, STRAY] : CELLS;

  test.each([',', ';', '\t', '|'])('columns divided by %j', async (delimiter) => {
    const cwd = await makeFolder({});
    for (const end of Object.values(ENDS)) {
      for (const mark of Object.values(MARKS)) {
        for (const last of [end, '', `${end}${end}`]) {
          const set = (text: string) => text.replaceAll('D', delimiter).replaceAll('N', end);
          const rows = cells.map(([written], i) => [`r${i}`, set(written), ''].join(delimiter));
          const file = join(cwd, 'list.csv');
          await writeFile(file, `${mark}${head.join(delimiter)}${end}${rows.join(end)}${last}`);
          const values = (await read(file)).map((value) => value?.replaceAll('\r\n', '\n'));
          expect(values).toEqual(cells.map(([, holds]) => holds && set(holds).replaceAll('\r\n', '\n')));
        }
      }
    }
  });

  if (isForeign) return;
  test('a quote that opens nothing is an error at its line', async () => {
    const cwd = await makeFolder({ 'list.csv': `${head.join(',')}\nr1,plain,\nr2,${STRAY[0]},\n` });
    await expect(read(join(cwd, 'list.csv'))).rejects.toMatchObject({
      problems: [{ code: 'csv-syntax', at: { line: 3 } }],
    });
  });
});
