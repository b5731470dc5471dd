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
  expect(channels).toEqual({ post: 2, fax: 1, email: 1, form: 2, phone: 0 });
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

describe('a call and a form', () => {
  const contacts = (
    limit: string,
  ) => `id,kind,organisation,street,city,country,phone,form,formLimit,languages,source
call-ltd,company,Call Ltd,,Exampleton,GB,+44 20 7946 0000,,,en,made up for a test
form-ltd,company,Form Ltd,2 Example Road,Exampleton,GB,+44 20 7946 0001,https://example.org/form,${limit},en,made up for a test
`;
  const run = async (limit: string, options: string) => {
    const cwd = await makeFolder(smallAppeal('a', { 'contacts.csv': contacts(limit) }));
    const ran = await handbill(cwd, `letters a ${options}`);
    return { ...ran, cwd, files: await listFiles(join(cwd, 'out/letters')) };
  };

  test('who has a telephone alone gets a script of a minute, and that is the next step', async () => {
    const { cwd, files, stdout } = await run('2000', '--to call-ltd');
    expect(files).toContain('call-ltd.en.phone.txt');
    const text = await readFile(join(cwd, 'out/letters/call-ltd.en.phone.txt'), 'utf8');
    expect(text).toMatch(/^Telephone \+44 20 7946 0000\n\nGood day\. My name is …/);
    expect(text).toContain('Release them');
    expect(text.length).toBeLessThan(1000);
    expect(stdout).toContain('Next: call, with out/letters/call-ltd.en.phone.txt before you.');
    expect(stdout).not.toContain('post it');
    // The second time it is known as what was made, not as somebody's own.
    expect((await handbill(cwd, 'letters a --to call-ltd')).stdout).toContain('unchanged');
  });

  test('--channel phone writes scripts alone; web is a form', async () => {
    expect((await run('2000', '--channel phone')).files).toEqual([
      'call-ltd.en.phone.txt',
      'form-ltd.en.phone.txt',
    ]);
    expect((await run('2000', '--channel web')).files).toEqual(['form-ltd.en.form.txt']);
  });

  test.each(['200', '300', '2000'])(
    'a text for a form keeps to its %s characters, a paragraph a line',
    async (limit) => {
      const { cwd, stdout } = await run(limit, '--channel form');
      const text = await readFile(join(cwd, 'out/letters/form-ltd.en.form.txt'), 'utf8');
      expect(text.replaceAll('\n', '\r\n').length).toBeLessThanOrEqual(Number(limit));
      expect(text).toContain('Release them');
      expect(stdout.replace(/\s+/g, ' ')).toContain(`https://example.org/form (at most ${limit} characters)`);
      expect((await handbill(cwd, 'site a')).code).toBe(0);
      const page = await readFile(join(cwd, 'out/site/en/letters/form-ltd.html'), 'utf8');
      if (limit !== '200')
        expect(page).toMatch(new RegExp(`<bdi>[\\d,]+ / ${Number(limit).toLocaleString('en')}</bdi>`));
    },
  );

  test('where nothing fits, that is said', async () => {
    const { stderr, files } = await run('100', '--channel form');
    expect(files).toEqual([]);
    expect(stderr).toContain('No text for the web form of form-ltd fits into its 100 characters.');
  });
});
