import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

const problemsOf = async (cwd: string, command: string) =>
  JSON.parse((await handbill(cwd, `${command} --json`)).stdout).problems as Record<string, string>[];

test('contacts of an appeal in another encoding are read, and that is told', async () => {
  const cwd = await makeFolder(smallAppeal('a', {}));
  const contacts =
    'id;kind;organisation;street;postalCode;city;country;languages;source\na;company;Müller & Söhne;Straße 5;80331;München;DE;de;test\nb;company;Größe GmbH;Böhmstraße 1;50667;Köln;DE;de;test\n';
  await writeFile(join(cwd, 'a/contacts.csv'), iconv.encode(contacts, 'windows-1252'));
  const { stdout } = await handbill(cwd, 'contacts list a --json');
  expect(JSON.parse(stdout).contacts).toMatchObject([
    { organisation: 'Müller & Söhne', city: 'München' },
    {},
  ]);
  expect(await problemsOf(cwd, 'check a')).toContainEqual(
    expect.objectContaining({ severity: 'notice', message: 'This isn’t UTF-8: it is read as windows-1252.' }),
  );
});

test('a guess that is unsure is told loudly, with --yes too', async () => {
  const cwd = await makeFolder();
  await writeFile(join(cwd, 'list.csv'), iconv.encode('organisation\nIbáñez\n', 'windows-1252'));
  const unsure = expect.objectContaining({ severity: 'warning', code: 'encoding' });
  expect(await problemsOf(cwd, 'contacts import list.csv --out-file c.csv --yes')).toContainEqual(unsure);
  const named = await problemsOf(
    cwd,
    'contacts import list.csv --out-file d.csv --yes --encoding windows-1252',
  );
  expect(named).not.toContainEqual(unsure);
});
