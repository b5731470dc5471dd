import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const CONTACTS = `id,kind,organisation,street,postalCode,city,country,phone,email,languages,source,verified.on,verified.by,notes
kz-de-berlin,embassy,Embassy of Kazakhstan; made up,Beispielstraße 1,13156,Berlin,DE,+49 30 47007161,a@example.org,de;ru,made up for a test,2025-12-01,us,=1+1
example-ltd,company,Example Ltd,1 Example Road,EX1 1EX,Exampleton,GB,,,en,made up for a test,2020-01-01,us,"two
lines, and a comma"
`;

const folder = () => makeFolder(smallAppeal('a', { 'contacts.csv': CONTACTS }));

test('check tells what is out of date, and fails where that is asked for', async () => {
  const cwd = await folder();
  const ran = await handbill(cwd, 'contacts check a');
  expect(ran).toMatchObject({
    code: 0,
    stdout:
      '2 contacts checked: 1 stale-contact.\nThey can be reached by post: 2, fax: 0, e-mail: 1, web form: 0, telephone: 1.\n',
  });
  expect(ran.stderr).toContain('a/contacts.csv:3:');
  expect((await handbill(cwd, 'contacts check a --strict')).code).toBe(1);
  expect((await handbill(cwd, 'contacts check a --strict --max-age 4000')).code).toBe(0);
  const { problems } = JSON.parse(
    (await handbill(cwd, 'contacts check a/contacts.csv --json --max-age 10')).stdout,
  );
  expect(problems).toHaveLength(2);
});

test('check shows a person the first findings of each kind, and a program all of them', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `c${i},company,Company ${i},GB,en,made up for a test\n`);
  const cwd = await makeFolder({
    'c.csv': `id,kind,organisation,country,languages,source\n${rows.join('')}`,
  });
  const ran = await handbill(cwd, 'contacts check c.csv');
  expect(ran.stderr).toMatch(/10 warnings\n$/);
  expect(ran.stdout).toMatch(/30 no-channel, 30 not-verified. The first 5 of each are shown/);
  expect(JSON.parse((await handbill(cwd, 'contacts check c.csv --json')).stdout).problems).toHaveLength(60);
});

test.each(['csv', 'json', 'vcard'])('what is exported as %s is imported again as it was', async (format) => {
  const cwd = await folder();
  const { stdout, code } = await handbill(cwd, `contacts export a --format ${format}`);
  expect(code).toBe(0);
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(cwd, 'exported'), stdout);
  await handbill(cwd, 'contacts import exported --out-file back.csv');
  const rows = parse(await readFile(join(cwd, 'back.csv'), 'utf8'), { columns: true });
  expect(rows).toMatchObject([
    {
      id: 'kz-de-berlin',
      kind: 'embassy',
      organisation: 'Embassy of Kazakhstan; made up',
      street: 'Beispielstraße 1',
      postalCode: '13156',
      country: 'DE',
      phone: "'+493047007161",
      languages: 'de;ru',
      notes: "'=1+1",
    },
    { id: 'example-ltd', notes: 'two\nlines, and a comma' },
  ]);
});

test('no cell of an exported table is a formula', async () => {
  const cwd = await folder();
  const { stdout } = await handbill(cwd, 'contacts export a');
  const cells: string[] = parse(stdout).flat();
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  expect(cells).toContain("'=1+1");
});

test('list narrows, also to a file alone, as a table, CSV or JSON', async () => {
  const cwd = await folder();
  const table = await handbill(cwd, 'contacts list a/contacts.csv --kind embassy');
  expect(table.stdout).toBe(
    'ID            KIND     IN  READS  BY          NAME\nkz-de-berlin  embassy  DE  de,ru  post,email  Embassy of Kazakhstan; made up\n1 contact.\n',
  );
  const csv = await handbill(cwd, 'contacts list a --country GB --csv');
  expect(parse(csv.stdout, { columns: true })).toMatchObject([{ id: 'example-ltd' }]);
  const json = JSON.parse((await handbill(cwd, 'contacts list a --find BERLIN --json')).stdout);
  expect(json.contacts).toMatchObject([{ id: 'kz-de-berlin' }]);
  expect((await handbill(cwd, 'contacts list a --represents SU')).code).toBe(2);
});

test('a soft hyphen is told in a name of the appeal’s own contacts, not in a note, where it may divide a word', async () => {
  const csv = CONTACTS.replace('Example Ltd', 'Exam\u00adple Ltd').replace('two\n', 't\u00adwo\n');
  const cwd = await makeFolder(smallAppeal('a', { 'contacts.csv': csv }));
  const { problems } = JSON.parse((await handbill(cwd, 'contacts list a/contacts.csv --json')).stdout);
  expect(problems.filter(({ code }: { code: string }) => code === 'hidden-character')).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('U+00AD'), at: { line: 3 } },
  ]);
});
