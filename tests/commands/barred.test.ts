import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const contacts = `id,kind,organisation,represents,street,city,country,languages,source
kz-il,embassy,Embassy of Exampleland,KZ,1 Example Road,Exampleton,IL,en,made up for a test
kz-eg,embassy,Embassy of Exampleland,KZ,2 Example Road,Exampleton,EG,en,made up for a test
example-ltd,company,Example Ltd,,3 Example Road,Exampleton,IL,en,made up for a test
`;
const SENDER = '{"name": "Jane Doe", "street": "1 Example Road", "city": "Exampleton", "country": "LB"}';
const appeal = () =>
  makeFolder({
    ...smallAppeal('a', { 'contacts.csv': contacts }),
    'a/sender.json': SENDER,
    'jane.json': SENDER,
    'list.csv': 'name,country\nJane Doe,LB\n',
  });
const plain = (text: string) => text.replace(/\s+/g, ' ');

test('whoever lives where contact with a mission’s country is barred is told why it isn’t offered, and on what that rests', async () => {
  const cwd = await appeal();
  for (const command of [
    'letters a --format txt --country LB',
    'letters a --format txt --senders list.csv',
  ]) {
    const stderr = plain((await handbill(cwd, command)).stderr);
    expect(stderr, command).toContain(
      'notice kz-il, in Israel, is not offered to senders in Lebanon: Lebanese law forbids contact with people in Israel',
    );
    expect(stderr, command).toMatch(/rests on an excerpt, which nobody has checked: Criminal Code of 1943/);
    expect(stderr, command).toContain('The nearest choice is kz-eg');
    expect(stderr, command).toContain('warning example-ltd is in Israel, and the letter comes from Lebanon');
  }
  const own = await handbill(cwd, 'letters a --format txt --sender jane.json');
  for (const id of ['kz-il', 'example-ltd'])
    expect(plain(own.stderr)).toContain(`warning ${id} is in Israel, and the letter comes from Lebanon`);
  expect(own.stdout).toContain('Next: print out/letters/example-ltd.en.txt, sign it and post it.');
  const named = plain((await handbill(cwd, 'letters a --format txt --to kz-il --sender jane.json')).stderr);
  expect(named).toContain('warning kz-il is in Israel, and the letter comes from Lebanon');
  expect(named).not.toContain('example-ltd');
  const elsewhere = plain((await handbill(cwd, 'letters a --format txt --country CY')).stderr);
  expect(elsewhere).not.toMatch(/nobody has checked/);
  expect(plain((await handbill(cwd, 'letters a --format txt --country LB --ui-lang de')).stderr)).toContain(
    'kz-il in Israel wird Absendern in Lebanon nicht angeboten: libanesisches Recht verbietet',
  );
});

test('the page names the country that it leaves out to those who live there, and to nobody else', async () => {
  const cwd = await appeal();
  await handbill(cwd, 'site a');
  const page = await readFile(join(cwd, 'out/site/en/index.html'), 'utf8').catch(async () =>
    readFile(join(cwd, 'out/site/index.html'), 'utf8'),
  );
  const notes = JSON.parse(page.match(/"notes":(\[.*?\])/)?.[1] ?? '[]') as string[];
  const noteOf = (code: string) =>
    notes[Number(page.match(new RegExp(`value="${code}"[^>]*data-note="(\\d+)"`))?.[1])];
  expect(noteOf('LB')).toContain(
    'Left out: Israel. Reports, which nobody has checked, say that the law of your country forbids or punishes contact',
  );
  expect(noteOf('KW')).toContain(
    'Left out: Israel. Reports, which nobody has checked, say that writing there',
  );
  expect(noteOf('CY')).toBeDefined();
  expect(noteOf('CY')).not.toContain('Left out');
});

test('status tells of it, by the sender’s file beside the appeal, and sets those apart from who is still to be written to', async () => {
  const cwd = await appeal();
  expect((await handbill(cwd, 'letters a --format txt')).code).toBe(0);
  expect((await handbill(cwd, 'sent out/letters/kz-eg.en.txt --by post --appeal a')).code).toBe(0);
  const { stdout, stderr } = await handbill(cwd, 'status a');
  expect(plain(stderr)).toContain('kz-il, in Israel, is not offered to senders in Lebanon');
  expect(plain(stderr)).toContain('warning example-ltd is in Israel, and the letter comes from Lebanon');
  expect(plain(stdout)).toContain('Not to be written to from there without asking first: kz-il, example-ltd');
  expect(stdout).not.toContain('Still to be written to');
});

test('init tells of it where the sender’s country is given', async () => {
  const cwd = await makeFolder({});
  const ask = (from: string) =>
    handbill(cwd, [
      'init',
      `from-${from}`,
      ...['--title', 'T', '--issuer', 'I', '--what', 'On 1 May 2026 twelve strikers were arrested.'],
      ...['--when', '2026-05-01', '--source', 'S, 2 May 2026', '--demand', 'Release them'],
      ...['--to', 'Example Ltd', '--to-address', '1 Example Road, 61000 Exampleton, Israel'],
      ...['--sender-name', 'Jane Doe', '--sender-country', from],
    ]);
  expect(plain((await ask('LB')).stderr)).toContain('is in Israel, and the letter comes from Lebanon');
  expect(plain((await ask('CY')).stderr)).not.toContain('is in Israel');
});
