import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { type Person, sitDown } from '../wizard/tmux.ts';
import { smallAppeal } from './small-appeal.ts';

const LONG = 120_000;
// Columns that no list of names knows, and a long cell.
const LIST = `Name;Wohin;Anzahl;Erreichbar unter
Beispiel GmbH;Beispielstraße 1, im Hinterhof, bei der zweiten Klingel von unten;3;a@example.org
`;

/** Waits until this is what is asked now; it may have been asked before. */
async function isAsked(person: Person, text: string): Promise<void> {
  await expect
    .poll(
      () =>
        person
          .screen()
          .split('\n')
          .findLast((line) => line.startsWith('?')),
      { timeout: 30_000 },
    )
    .toContain(text);
}

describeWith(['tmux'], 'contacts import at a terminal', () => {
  const sit = async (columns: number) => {
    const folder = await makeFolder({ ...smallAppeal('a'), 'list.csv': LIST });
    const person = sitDown(folder, { columns });
    person.type('handbill contacts import list.csv --appeal a --set country=DE', 'Enter');
    return { folder, person };
  };

  test('asks what unknown columns hold, one after the other and back, at 80 columns', {
    timeout: LONG,
  }, async () => {
    const { folder, person } = await sit(80);
    await person.sees('What does the column “Wohin” hold, such as “Beispielstraße 1, im Hinterho…”?');
    await person.sees('leave it out');
    person.type('street', 'Enter');
    await person.sees('“Anzahl”');
    person.type('Enter');
    await isAsked(person, '“Erreichbar unter”');
    person.type('Escape');
    await isAsked(person, '“Anzahl” hold, such as “3”');
    person.type('Enter');
    await isAsked(person, '“Erreichbar unter”');
    person.type('email', 'Enter');
    await person.sees('Import into a/contacts.csv?');
    expect(
      Math.max(
        ...person
          .screen()
          .split('\n')
          .map((line) => [...line].length),
      ),
    ).toBeLessThanOrEqual(80);
    person.type('Enter');
    await person.sees('1 row read: 1 imported');
    const rows: Record<string, string>[] = parse(await readFile(join(folder, 'a/contacts.csv')), {
      columns: true,
    });
    expect(rows.at(-1)).toMatchObject({
      organisation: 'Beispiel GmbH',
      street: 'Beispielstraße 1, im Hinterhof, bei der zweiten Klingel von unten',
      email: 'a@example.org',
    });
  });

  test('a row that somebody adds while it asks is there after Yes', { timeout: LONG }, async () => {
    const { folder, person } = await sit(80);
    await person.sees('“Wohin”');
    for (const _ of ['Wohin', 'Anzahl', 'Erreichbar unter']) {
      person.type('Enter');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await person.sees('Import into a/contacts.csv?');
    const row = 'added,company,Added Ltd,1 Road,EX1 1EX,Exampleton,GB,en,made up for a test\n';
    await appendFile(join(folder, 'a/contacts.csv'), row);
    person.type('Enter');
    await person.sees('1 row read: 1 imported');
    expect(await readFile(join(folder, 'a/contacts.csv'), 'utf8')).toMatch(/Added Ltd[\s\S]*Beispiel GmbH/);
  });

  test.each([
    ['no', ['Enter', 'Enter', 'Enter', 'Down', 'Enter'], 60],
    ['Ctrl-C', ['C-c'], 80],
  ])('%s leaves everything as it was', { timeout: LONG }, async (_, keys, columns) => {
    const { folder, person } = await sit(columns);
    await person.sees('“Wohin”');
    const before = await readFile(join(folder, 'a/contacts.csv'), 'utf8');
    for (const key of keys) {
      person.type(key);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await person.sees('Nothing was imported.');
    expect(await readFile(join(folder, 'a/contacts.csv'), 'utf8')).toBe(before);
    expect((await listFiles(join(folder, 'a'))).filter((name) => name.includes('rejected'))).toEqual([]);
  });
});
