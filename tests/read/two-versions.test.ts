import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutCopies } from '../../src/read/shared-copies.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { listFiles, makeFolder, readFolder, writeFiles } from '../folder.ts';

/** Names of a second version, as these programs give them. */
const COPIES = [
  ['Syncthing', 'contacts.sync-conflict-20261129-101010-ABCDEFG.csv'],
  ['Dropbox', 'contacts (Anna’s conflicted copy 2026-11-29).csv'],
  ['Dropbox in Spanish', 'contacts (Copia en conflicto de Anna 2026-11-29).csv'],
  ['Dropbox in another language', 'contacts (конфликтная копия Anna 2026-11-29) (1).csv'],
  ['Nextcloud', 'contacts (conflicted copy 2026-11-29 101010).csv'],
  ['ownCloud', 'contacts_conflict-20261129-101010.csv'],
  ['Seafile', 'contacts (SFConflict anna@example.org 2026-11-29-10-10-10).csv'],
  ['Resilio', 'contacts.Conflict.csv'],
  ['Google Drive', 'contacts (1).csv'],
  ['iCloud', 'contacts 2.csv'],
  ['OneDrive', 'contacts-DESKTOP-A1B2C3.csv'],
  ['git mergetool', 'contacts_REMOTE_4711.csv'],
] as const;

test.each(COPIES)('a second version that %s kept is told, and not read', async (_, name) => {
  const { names, problems } = withoutCopies('a', ['contacts.csv', name]);
  expect(names).toEqual(['contacts.csv']);
  expect(problems).toMatchObject([
    { code: 'two-versions', severity: 'warning', at: { file: join('a', name) } },
  ]);
  expect(problems[0]!.message).toContain('contacts.csv');
});

test.each([
  'contacts-2025.csv',
  'contacts-members.csv',
  'contactsconflict.csv',
  'contacts 2.ods',
  'other.sync-conflict-20261129-101010-ABCDEFG.csv',
  'words/zh-TW.csv',
])('%s is a file of its own', (name) => {
  const all = ['contacts.csv', 'words/zh.csv', name];
  expect(withoutCopies('a', all)).toEqual({ names: all, problems: [] });
});

const KEPT = 'sync-conflict-20261129-101010-ABCDEFG';

test('second versions of an appeal’s files are told by what prints, and change nothing of it', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'templates copy letter/embassy.en a');
  await handbill(cwd, 'letters a --out out --format txt --date 2026-05-02');
  await handbill(cwd, 'pack a --out out --date 2026-05-02');
  const before = await readFolder(join(cwd, 'out'));
  await rm(join(cwd, 'out'), { recursive: true });
  const copies = [
    `a/appeal.${KEPT}.yaml`,
    `a/contacts.${KEPT}.csv`,
    `a/facts.${KEPT}.csv`,
    'a/outbox (conflicted copy 2026-11-29 101010).csv',
    `a/templates/letter/embassy.en.${KEPT}.md`,
  ];
  const originals = { 'a/outbox.csv': 'to,material,language,sent,by\n' };
  await writeFiles(cwd, { ...originals, ...Object.fromEntries(copies.map((name) => [name, 'x,y\n'])) });
  for (const line of ['letters a --out out --format txt', 'check a', 'pack a --out out']) {
    const { code, stdout } = await handbill(cwd, `${line} --date 2026-05-02 --json`);
    expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
  }
  const told = async (line: string) => {
    const { stdout } = await handbill(cwd, `${line} --date 2026-05-02 --json`);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; at: { file: string } }[] };
    return problems.filter(({ code }) => code === 'two-versions').map(({ at }) => at.file);
  };
  expect((await told('check a')).sort()).toEqual([...copies].sort());
  expect(await told('pack a --out out')).toEqual(copies.slice(0, 4).sort());
  expect(await listFiles(join(cwd, 'out'))).toEqual(Object.keys(before));
  expect((await readFolder(join(cwd, 'out')))['letters/xx-embassy.en.txt']).toBe(
    before['letters/xx-embassy.en.txt'],
  );
});

/** What git leaves of two changes of one line. */
const MARKED = '<<<<<<< HEAD\none\n=======\nother\n>>>>>>> theirs\n';

test.each([
  ['a/contacts.csv', 2],
  ['a/appeal.yaml', 2],
  ['a/templates/letter/embassy.en.md', 2],
  ['a/outbox.csv', 2],
])('what git left of two versions in %s is told at its line, and never printed', async (file, line) => {
  const cwd = await makeFolder({ ...smallAppeal('a'), [file]: `first\n${MARKED}last\n` });
  const { code, stderr } = await handbill(cwd, 'letters a --out out --format txt');
  expect({ code, stderr }).toMatchObject({ code: 1 });
  expect(stderr).toContain(`${file}:${line}:1  error  Here git left two versions`);
  expect(stderr.replace(/\s+/g, ' ')).toContain('<<<<<<<, ======= and >>>>>>>');
  expect(await listFiles(join(cwd, 'out'))).toEqual([]);
});

test.each(['Contacts.csv', 'contacts.CSV', 'contacts.csv.txt', 'Contacts.xlsx'])(
  'a table called %s is told of: it isn’t read',
  async (name) => {
    const cwd = await makeFolder(smallAppeal('a'));
    const { stderr } = await handbill(cwd, 'check a');
    expect(stderr).not.toContain('This isn’t read');
    await writeFiles(cwd, { [`a/${name}`]: 'id\n' });
    const told = await handbill(cwd, 'check a');
    expect(told.stderr).toContain(`a/${name}  warning`);
    expect(told.stderr).toContain(
      `→ Rename it to contacts.${/xlsx/.test(name) ? 'xlsx' : 'csv'}, or take it`,
    );
  },
);

test('a head with an ending that Windows added and doesn’t show is named', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const head = join(cwd, 'a/appeal.yaml');
  await rename(head, `${head}.txt`);
  const { code, stderr } = await handbill(cwd, 'check a');
  expect(code).toBe(1);
  expect(stderr).toContain('a/appeal.yaml.txt  error');
  expect(stderr).toContain('→ Rename it to appeal.yaml');
});
