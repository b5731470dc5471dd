import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { sitDown } from '../wizard/tmux.ts';
import { smallAppeal } from './small-appeal.ts';

const LONG = 120_000;
// No list of names knows these columns; the second row names no country that there is.
const LIST = `Name;Wohnsitz;Land
Ada Example;Example Lane 3;DE
Bea Example;Example Lane 4;Ruritania
`;

describeWith(['tmux'], 'letters of a list at a terminal', () => {
  const sit = async () => {
    const folder = await makeFolder({ ...smallAppeal('a'), 'members.csv': LIST });
    const person = sitDown(folder, { columns: 80 });
    person.type('handbill letters a --senders members.csv --format txt', 'Enter');
    await person.sees('What does the column “Wohnsitz” hold, such as “Example Lane 3”?');
    person.type('street', 'Enter');
    await person.sees('1 row of members.csv can’t be used (3).');
    return { folder, person };
  };

  test('asks what columns hold, and whether to leave faulty rows out; what was said is kept', {
    timeout: LONG,
  }, async () => {
    const { folder, person } = await sit();
    person.type('Down', 'Enter');
    await person.sees('members.csv.rejected.csv');
    const files = await listFiles(folder);
    expect(files.filter((name) => /out\/letters\/.*ada/.test(name))).toHaveLength(1);
    expect(files.filter((name) => /out\/letters\/.*bea/.test(name))).toEqual([]);
    expect(await readFile(join(folder, 'members.csv.rejected.csv'), 'utf8')).toContain('Bea Example');
    const kept = JSON.parse(await readFile(join(folder, 'members.csv.columns.json'), 'utf8'));
    expect(kept).toEqual({ senders: { Wohnsitz: 'street' } });
  });

  test('No writes nothing, and tells what is wrong', { timeout: LONG }, async () => {
    const { folder, person } = await sit();
    person.type('Enter');
    await person.sees('members.csv:3');
    const files = await listFiles(folder);
    expect(files.filter((name) => /out|rejected|columns/.test(name))).toEqual([]);
  });
});

describeWith(['tmux'], 'a table of the appeal whose columns nobody knows, at a terminal', () => {
  test('asks what they hold, and keeps what was said', { timeout: LONG }, async () => {
    const { 'a/facts.csv': _, ...rest } = smallAppeal('a');
    const facts = 'Wann;Schilderung;Woher\n2026-05-01;Twelve strikers were arrested.;source-1\n';
    const folder = await makeFolder({ ...rest, 'a/facts.csv': facts });
    const person = sitDown(folder, { columns: 80 });
    person.type('handbill letters a --format txt', 'Enter');
    await person.sees('What does the column “Schilderung” hold');
    person.type('text', 'Enter');
    await person.sees('What does the column “Woher” hold, such as “source-1”?');
    person.type('sources', 'Enter');
    await person.sees('out/letters');
    const kept = JSON.parse(await readFile(join(folder, 'a/facts.csv.columns.json'), 'utf8'));
    expect(kept).toEqual({ facts: { Schilderung: 'text', Woher: 'sources' } });
    expect(await listFiles(folder)).toContain('out/letters/xx-embassy.en.txt');
  });
});
