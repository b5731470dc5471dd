import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const CONTACTS = `id,kind,organisation,street,postalCode,city,country,fax,email,form,languages,source
example-ltd,company,"=Example, Ltd",1 Example Road,EX1 1EX,Exampleton,GB,+44 20 7946 0000,a@example.org;b@example.org,,en,made up for a test
web-ltd,company,Web Ltd,,,,GB,,,https://example.org/write,en,made up for a test
xx-embassy,embassy,Embassy of Exampleland,2 Example Road,EX1 1EX,Exampleton,GB,,,,en,made up for a test
`;

const folder = () => makeFolder(smallAppeal('a', { 'contacts.csv': CONTACTS }));
const LIST = 'out/letters/recipients.csv';
const NOBODY = { phone: '', copies: '', cc: '', bcc: '' };

test('labels are a PDF; the list has everybody with each way to reach them, no cell of it a formula', async () => {
  const cwd = await folder();
  const ran = await handbill(cwd, 'contacts labels a --sheet 5160');
  expect(ran).toMatchObject({
    code: 0,
    stdout: `2 labels on 1 sheet of Avery 5160, 3 recipients.\n  out/letters/labels.5160.pdf\n  ${LIST}\n`,
  });
  expect(ran.stderr.match(/without a postal address/g)).toHaveLength(1);
  expect(ran.stderr).toContain('web-ltd');
  const pdf = await readFile(join(cwd, 'out/letters/labels.5160.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const rows: Record<string, string>[] = parse(await readFile(join(cwd, LIST), 'utf8'), { columns: true });
  expect(rows).toEqual([
    {
      id: 'example-ltd',
      name: "'=Example, Ltd",
      post: expect.stringMatching(/^'=Example, Ltd, .*1 Example Road, .*EX1 1EX/),
      fax: "'+44 20 7946 0000",
      email: 'a@example.org; b@example.org',
      form: '',
      ...NOBODY,
    },
    {
      id: 'web-ltd',
      name: 'Web Ltd',
      post: '',
      fax: '',
      email: '',
      form: 'https://example.org/write',
      ...NOBODY,
    },
    expect.objectContaining({ id: 'xx-embassy', name: 'Embassy of Exampleland', form: '' }),
  ]);
});

test('who gets a label is chosen as for letters', async () => {
  const cwd = await folder();
  const { stdout } = await handbill(cwd, 'contacts labels a --to embassy --json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, labels: 1, sheets: 1, recipients: 1 });
});

test('labels and a list that somebody has edited stay, unless it is asked for; others are written anew', async () => {
  const cwd = await folder();
  const labels = join(cwd, 'out/letters/labels.l7160.pdf');
  await handbill(cwd, 'contacts labels a --to company');
  const [first, list] = [await readFile(labels), await readFile(join(cwd, LIST), 'utf8')];
  const all = await handbill(cwd, 'contacts labels a');
  expect(all.stderr).not.toContain('edited');
  expect(first.equals(await readFile(labels))).toBe(false);
  await writeFile(labels, 'Written on.');
  await writeFile(join(cwd, LIST), `${list}posted on Friday\n`);
  const again = await handbill(cwd, 'contacts labels a');
  expect(again.stderr).toContain(`${LIST.slice(4)} was edited`);
  expect(again.stderr).toContain('letters/labels.l7160.pdf was edited');
  expect(await readFile(labels, 'utf8')).toBe('Written on.');
  expect(await readFile(join(cwd, LIST), 'utf8')).toContain('posted on Friday');
  await handbill(cwd, 'contacts labels a --to company --force');
  expect(first.equals(await readFile(labels))).toBe(true);
  expect(await readFile(join(cwd, LIST), 'utf8')).toBe(list);
});

test('a label that its sheet doesn’t have is a mistake in the command line', async () => {
  const cwd = await folder();
  const ran = await handbill(cwd, 'contacts labels a --start 22');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('Avery L7160 has 21 labels');
  expect((await handbill(cwd, 'contacts labels a --start 0')).code).toBe(2);
});

test('envelopes are a page for each, with who sends them; a no. 10 where letters are on American paper', async () => {
  const cwd = await folder();
  const sender = { name: 'Alex Example', street: '12 Example Street', city: 'Exampleville', country: 'US' };
  await writeFile(join(cwd, 'me.json'), JSON.stringify(sender));
  const ran = await handbill(cwd, 'contacts envelopes a --sender me.json');
  expect(ran).toMatchObject({
    code: 0,
    stdout: `2 envelopes no. 10, 4⅛ × 9½ in, 3 recipients.\n  out/letters/envelopes.no-10.pdf\n  ${LIST}\n`,
  });
  const nameless = await handbill(cwd, 'contacts envelopes a --size c6 --json');
  expect(JSON.parse(nameless.stdout)).toMatchObject({ ok: true, envelopes: 2, recipients: 3 });
  expect(nameless.stdout).toContain('The envelopes name no sender');
});
