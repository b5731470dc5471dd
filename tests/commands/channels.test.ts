import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const CONTACTS = `id,kind,organisation,street,city,country,fax,email,form,languages,source
all-ltd,company,All Ltd,1 Example Road,Exampleton,GB,+44 20 7946 0000,a@example.org,https://example.org/write,en,made up for a test
form-ltd,company,Form Ltd,,Exampleton,GB,,,https://example.org/form,en,made up for a test
none-ltd,company,None Ltd,,Exampleton,GB,,,,en,made up for a test
post-ltd,company,Post Ltd,2 Example Road,Exampleton,GB,,,,en,made up for a test
`;

async function letters(options: string) {
  const cwd = await makeFolder(smallAppeal('a', { 'contacts.csv': CONTACTS }));
  const ran = await handbill(cwd, `letters a ${options}`);
  return { ...ran, cwd, files: await listFiles(join(cwd, 'out/letters')) };
}

describe('--channel picks those who can be reached so, and the files that go that way', () => {
  test.each([
    ['post', ['all-ltd.en.pdf', 'post-ltd.en.pdf']],
    ['fax', ['all-ltd.en.pdf']],
    ['email', ['all-ltd.en.eml']],
    ['form', ['all-ltd.en.txt', 'form-ltd.en.txt']],
    ['email,form', ['all-ltd.en.eml', 'all-ltd.en.txt', 'form-ltd.en.txt']],
    ['fax --format txt', ['all-ltd.en.txt']],
  ])('%s', async (channel, files) => {
    expect(await letters(`--channel ${channel}`)).toMatchObject({ code: 0, files });
  });

  test('who can’t be reached so is told, with what there is', async () => {
    const { stdout } = await letters('--channel fax,form --json');
    const told = JSON.parse(stdout).problems.filter((p: { code: string }) => p.code === 'no-channel');
    expect(told.map((p: { message: string }) => p.message)).toEqual([
      'Not by fax or web form, nor in any other way: none-ltd.',
      'Not by fax or web form, but by post: post-ltd.',
    ]);
  });

  test('where nobody is left, that is an error', async () => {
    const { code, stderr, files } = await letters('--to post-ltd --channel email');
    expect({ code, files }).toEqual({ code: 1, files: [] });
    expect(stderr).toContain('Not by e-mail, but by post: post-ltd.');
  });

  test('the draft of a mail may carry the letter', async () => {
    const { cwd } = await letters('--channel email --attach');
    const mail = await simpleParser(await readFile(join(cwd, 'out/letters/all-ltd.en.eml')));
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['all-ltd.en.pdf']);
  });

  test('a way that there isn’t is a mistake in the command line', async () => {
    expect(await letters('--channel telegram')).toMatchObject({ code: 2 });
  });
});

describe('how letters can be sent', () => {
  test('is told with numbers and addresses, and that letters should not all be alike', async () => {
    const { stdout } = await letters('');
    expect(stdout).toContain('How to send the letters:\n');
    expect(stdout).toContain(
      '  all-ltd   post; fax +44 20 7946 0000; e-mail a@example.org; web form\n            https://example.org/write\n',
    );
    expect(stdout).toContain('  none-ltd  nothing is known: no address');
    expect(stdout).toMatch(/sentence\s+of your own/);
    const own = await letters('--own-words Mine.');
    expect(own.stdout).not.toMatch(/sentence\s+of your own/);
  });

  test('is data for programs', async () => {
    const { stdout } = await letters('--json --channel post,email');
    expect(JSON.parse(stdout).letters).toMatchObject([
      { contact: 'all-ltd', channels: ['post', 'email'], email: ['a@example.org'] },
      { contact: 'post-ltd', channels: ['post'] },
    ]);
  });

  test('stands in the text of a letter, under the address', async () => {
    const { cwd } = await letters('--format txt');
    const text = await readFile(join(cwd, 'out/letters/all-ltd.en.txt'), 'utf8');
    expect(text).toMatch(
      /1 Example Road\n.*\n.*\nFax \+44 20 7946 0000\na@example\.org\nhttps:\/\/example\.org\/write\n/,
    );
  });
});

test('contacts check names what a channel needs, contacts list shows who has it', async () => {
  const cwd = await makeFolder({ 'c.csv': CONTACTS });
  const checked = await handbill(cwd, 'contacts check c.csv --channel post --json');
  const { problems, channels } = JSON.parse(checked.stdout);
  expect(channels).toEqual({ post: 2, fax: 1, email: 1, form: 2 });
  const lacking = problems.filter((p: { code: string }) => p.code === 'no-channel');
  expect(lacking).toMatchObject([
    { message: 'form-ltd: can’t be reached by post.', hint: 'Add street and city, or addressLines.' },
    { message: expect.stringContaining('none-ltd: no channel is known') },
  ]);
  const listed = await handbill(cwd, 'contacts list c.csv --channel form,fax --json');
  expect(JSON.parse(listed.stdout).channels).toEqual({
    'all-ltd': ['post', 'fax', 'email', 'form'],
    'form-ltd': ['form'],
  });
});
