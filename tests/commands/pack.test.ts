import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const told = (text: string) => text.replace(/\s+/g, ' ');

/** A secretariat's folder, its keys, and a section beside it. */
async function twoFolders(changes: Record<string, string> = {}) {
  const cwd = await makeFolder({
    ...smallAppeal('secretariat'),
    'secretariat/sender.json': '{"name": "Ana Example"}\n',
    'secretariat/members.csv': 'name\nPetra Example\n',
    'secretariat/outbox.csv': 'contact\nxx-embassy\n',
    ...changes,
  });
  expect(await handbill(cwd, 'key union.key --no-password')).toMatchObject({ code: 0, stderr: '' });
  const run = (line: string) => handbill(cwd, line);
  const pack = async (more = '--key union.key') => {
    const ran = await run(`pack secretariat ${more} --force`);
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    await copyFile(join(cwd, 'out/packs/strike.zip'), join(cwd, 'strike.zip'));
    return ran;
  };
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(cwd, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(cwd, file), text.replace(from, to));
  };
  const read = (file: string) => readFile(join(cwd, file), 'utf8');
  return { cwd, run, pack, edit, read };
}

test('a pack holds the appeal, and nothing of those who sign and send', async () => {
  const { cwd, run, pack, read } = await twoFolders();
  const packed = await pack();
  expect(packed.stdout).toContain('Not in it: README.txt, members.csv, outbox.csv, sender.json.');
  const bytes = await readFile(join(cwd, 'strike.zip'));
  for (const name of ['Ana', 'Petra', 'outbox', 'members', 'sender.json', cwd])
    expect(bytes.includes(name)).toBe(false);
  const again = await handbill(cwd, 'pack secretariat --key union.key --out again');
  expect(again.code).toBe(0);
  expect(bytes.equals(await readFile(join(cwd, 'again/packs/strike.zip')))).toBe(true);
  const opened = await run('open strike.zip');
  expect(opened, opened.stderr).toMatchObject({ code: 0 });
  const key = (await read('union.pub')).split('\n')[1]!;
  expect(told(opened.stdout)).toContain(`Signed on 2026-01-01 with the key ${key}.`);
  expect(told(opened.stderr)).toContain(`${key}, which isn’t known here yet`);
  expect(await listFiles(join(cwd, 'strike'))).toEqual([
    'appeal.yaml',
    'contacts.csv',
    'events.csv',
    'facts.csv',
    'handbill-opened.zip',
  ]);
  for (const file of ['appeal.yaml', 'contacts.csv', 'facts.csv'])
    expect(await read(`strike/${file}`)).toBe(await read(`secretariat/${file}`));
  expect(await run('check strike')).toMatchObject({ code: 0 });
  // What was opened is handed on as it came, without the record of it.
  await run('pack strike --out on');
  expect((await run('open on/packs/strike.zip copy --dry-run')).stdout).not.toContain('handbill-opened');
  expect(told((await run('clean')).stdout)).toBe('1 file removed. ');
});

test('an update brings what is new, and keeps what is one’s own', async () => {
  const { run, pack, edit, read } = await twoFolders();
  await pack();
  await run('open strike.zip section');
  await edit('section/appeal.yaml', 'title:', '# ours\ntitle:');
  await edit('section/contacts.csv', '\nxx-embassy', '\nown-paper,media,Our Paper,,,,,en,us\nxx-embassy');
  await edit('secretariat/facts.csv', 'twelve strikers', 'fourteen strikers');
  await edit('secretariat/contacts.csv', '1 Example Road', '7 Example Road');
  await pack();
  const dry = await run('open strike.zip section --dry-run');
  expect(dry.stdout).toContain('section/ would get 2 changes.');
  expect(await read('section/facts.csv')).toContain('twelve');
  const opened = await run('open strike.zip section');
  expect(opened, opened.stderr).toMatchObject({ code: 0, stderr: '' });
  expect(opened.stdout).toContain('contacts.csv · example-ltd street: 1 Example Road → 7 Example Road');
  expect(opened.stdout).toContain('section/ got 2 changes.');
  expect(await read('section/facts.csv')).toBe(await read('secretariat/facts.csv'));
  expect(await read('section/contacts.csv')).toMatch(
    /7 Example Road[\s\S]*own-paper,media,Our Paper[\s\S]*xx-embassy/,
  );
  expect(await read('section/appeal.yaml')).toContain('# ours\n');
  expect((await run('open strike.zip section')).stdout).toContain('section/ got 0 changes.');
});

test('what both changed is told, and nothing is written before somebody decides', async () => {
  const { cwd, run, pack, edit, read } = await twoFolders();
  await pack();
  await run('open strike.zip section');
  await edit('section/facts.csv', 'twelve strikers', 'thirteen strikers');
  await edit('secretariat/facts.csv', 'twelve strikers', 'fourteen strikers');
  await edit('secretariat/appeal.yaml', 'Our union, 2 May 2026', 'Our union, 3 May 2026');
  await pack();
  const before = await readFolder(join(cwd, 'section'));
  const refused = await run('open strike.zip section');
  expect(refused.code).toBe(1);
  expect(told(refused.stderr)).toContain('here it is On 1 May 2026 thirteen strikers');
  expect(await readFolder(join(cwd, 'section'))).toEqual(before);
  expect(await run('open strike.zip section --prefer mine')).toMatchObject({ code: 0 });
  expect(await read('section/facts.csv')).toContain('thirteen');
  expect(await read('section/appeal.yaml')).toContain('3 May 2026');
  // Once decided, it stays so.
  await edit('secretariat/facts.csv', '2026-05-01', '2026-05');
  await pack();
  expect(await run('open strike.zip section')).toMatchObject({ code: 0, stderr: '' });
  expect(await read('section/facts.csv')).toMatch(/2026-05,[\s\S]*thirteen/);
});

test('a stranger’s copy is seen: another key, none, an older one', async () => {
  const { cwd, run, pack, edit } = await twoFolders();
  await pack('--key union.key --date 2026-05-01');
  await copyFile(join(cwd, 'strike.zip'), join(cwd, 'old.zip'));
  await pack('--key union.key --date 2026-05-03');
  await run('open strike.zip section');
  const refuse = async (line: string, words: string) => {
    const before = await readFolder(join(cwd, 'section'));
    const ran = await run(line);
    expect(ran.code, line).toBe(1);
    expect(told(ran.stderr)).toContain(words);
    expect(await readFolder(join(cwd, 'section'))).toEqual(before);
  };
  await refuse('open old.zip section', 'before the one that was opened last, of 2026-05-03');
  await edit('secretariat/facts.csv', 'twelve', 'no');
  await run('key stranger.key --no-password');
  await pack('--key stranger.key');
  await refuse('open strike.zip section', 'signed with another key');
  await refuse('open strike.zip other --key union.pub', 'signed with another key');
  await pack('');
  await refuse('open strike.zip section', 'Nobody signed this pack; expected');
  expect(await run('open strike.zip section --force')).toMatchObject({ code: 0 });
});

test('keys are not overwritten, and encrypted ones need their password', async () => {
  const { cwd, run } = await twoFolders({
    'secret.txt': 'long enough\n',
    'wrong.txt': 'no\n',
    'empty.txt': '\n',
  });
  expect(await run('key union.key')).toMatchObject({ code: 2 });
  expect(await run('key a.key')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--password-file'),
  });
  const empty = await run('key a.key --password-file empty.txt');
  expect(empty).toMatchObject({ code: 2, stderr: expect.stringContaining('empty.txt is empty') });
  expect(await run('key a.key --password-file secret.txt')).toMatchObject({ code: 0 });
  const wrong = await run('pack secretariat --key a.key --password-file wrong.txt');
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('is another') });
  expect(await run('pack secretariat --key a.key --password-file secret.txt')).toMatchObject({ code: 0 });
  expect(await run('pack secretariat --key a.pub')).toMatchObject({ code: 1 });
  expect((await import('node:fs')).statSync(join(cwd, 'a.key')).mode & 0o77).toBe(0);
});

test('a key that others can read is told, with what mends it', async () => {
  const { cwd, pack } = await twoFolders();
  expect((await pack()).stderr).not.toContain('secret key');
  await chmod(join(cwd, 'union.key'), 0o644);
  const { stderr, stdout } = await pack();
  expect(told(stderr)).toContain(
    'Others on this machine can read the secret key, and sign as you. → chmod 600 union.key',
  );
  expect(stdout).toContain('Signed with the key');
});

test('of two who open a pack at the same moment, one is told of its files and the other that nothing changed', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'pack a --out out');
  const ran = await Promise.all([1, 2].map(() => handbill(cwd, 'open out/packs/strike.zip b')));
  expect(ran.map(({ stdout }) => stdout).sort()).toEqual([
    expect.stringMatching(/^In b\/: appeal\.yaml, /),
    'b/ got 0 changes.\n',
  ]);
});
