import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { sharedPath } from '../shared.ts';
import { handbill } from './run.ts';

// Beside the repository where there is one; CI must have it.
const database = sharedPath('data/database_of_embassies.csv');
const isMissing = !existsSync(database) && process.env.HANDBILL_CI === undefined;

test.skipIf(isMissing)(
  'the Database of Embassies imports whole, every row accounted for, twice the same (skipped where ../shared is missing)',
  { timeout: 180_000 },
  async () => {
    const cwd = await makeFolder();
    const run = async (file: string, ...options: string[]) =>
      JSON.parse(
        (await handbill(cwd, ['contacts', 'import', database, '--out-file', file, '--json', ...options]))
          .stdout,
      );
    const read = () => readFile(join(cwd, 'out.csv'), 'utf8');
    const first = await run('out.csv');
    expect(first).toMatchObject({ read: 9852, imported: 9846, merged: 1, rejected: 5, leftOut: 0 });
    const text = await read();
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(new Set(rows.map((row) => row.id)).size).toBe(9846);
    expect(await run('out.csv')).toMatchObject({
      read: 9852,
      imported: 0,
      merged: 9847,
      rejected: 5,
      updated: 0,
    });
    expect(await read()).toBe(text);
    const kazakh = rows.filter((row) => row.represents === 'KZ').length;
    expect(kazakh).toBeGreaterThan(40);
    expect(await run('few.csv', '--represents', 'KZ')).toMatchObject({
      imported: kazakh,
      leftOut: 9852 - 5 - kazakh,
    });
  },
);
