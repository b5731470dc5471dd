import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isEmail } from '../../src/model/values.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

test.each(['info@müller.example', 'почта@пример.рф', 'a.b+c@example.org', 'a@xn--mller-kva.example'])(
  '%s is an e-mail address',
  (text) => expect(isEmail(text)).toBe(true),
);

test.each([
  'a@b',
  'a b@example.org',
  'a@b..de',
  '.a@example.org',
  'a..b@example.org',
  'a@-b.de',
  'a@b.c\u202Ed',
])('%j is none', (text) => expect(isEmail(text)).toBe(false));

test('a letter that was lost on the way is told, wherever it stands', async () => {
  const contacts = 'id,kind,organisation,country,languages,source\na,company,M\uFFFDller GmbH,DE,de,test\n';
  const cwd = await makeFolder({ 'c.csv': contacts });
  const { problems } = JSON.parse((await handbill(cwd, 'contacts check c.csv --json')).stdout);
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'lost-character',
      severity: 'error',
      at: expect.objectContaining({ line: 2, column: 11 }),
    }),
  );
});

test('what is printed with it is an error, in a template of the own too; what isn’t, a warning', async () => {
  const files = smallAppeal('a');
  const severities = async (changes: Record<string, string>) => {
    const cwd = await makeFolder({ ...files, ...changes });
    const { problems } = JSON.parse((await handbill(cwd, 'check a --json')).stdout);
    return problems
      .filter(({ code }: { code: string }) => code === 'lost-character')
      .map(({ severity }: { severity: string }) => severity);
  };
  const contacts = files['a/contacts.csv']!;
  const facts = files['a/facts.csv']!;
  expect(await severities({ 'a/contacts.csv': contacts.replace('Ltd', 'L\uFFFDd') })).toEqual(['error']);
  expect(await severities({ 'a/facts.csv': facts.replace('strikers', 'strik\uFFFDrs') })).toEqual(['error']);
  const noted = contacts
    .replace('source\n', 'source,notes\n')
    .replaceAll('for a test\n', 'for a test,L\uFFFDd\n');
  expect(await severities({ 'a/contacts.csv': noted })).toEqual(['warning', 'warning']);
  const own = '---\nmaterial: letter\nlanguage: en\n---\nWe pr\uFFFDtest. {{{demands}}}\n';
  expect(await severities({ 'a/templates/letter.en.md': own })).toContain('error');
});

test('a row of a list that is imported with it comes back, and is counted', async () => {
  const cwd = await makeFolder({
    'list.csv': 'organisation,city,notes\nM\uFFFDller GmbH,Berlin,\nExample Ltd,Berlin,w\uFFFDll\n',
  });
  const ran = await handbill(cwd, 'contacts import list.csv --out-file c.csv --yes --json');
  expect(JSON.parse(ran.stdout)).toMatchObject({ read: 2, imported: 1, rejected: 1 });
  expect(await readFile(join(cwd, 'c.csv'), 'utf8')).not.toContain('GmbH');
  expect(await readFile(join(cwd, 'list.csv.rejected.csv'), 'utf8')).toContain('M\uFFFDller GmbH');
});

test('in a list that is imported, and in one of senders', async () => {
  const cwd = await makeFolder({
    'list.csv': 'organisation,city\nM\uFFFDller GmbH,Berlin\n',
    'members.csv': 'name,city,country\nM\uFFFDller,Berlin,DE\n',
  });
  const codes = async (command: string) =>
    JSON.parse((await handbill(cwd, `${command} --json`)).stdout).problems.map(
      ({ code }: { code: string }) => code,
    );
  expect(await codes('contacts import list.csv --out-file c.csv --yes')).toContain('lost-character');
  expect(await codes('letters --senders members.csv --to embassy --format txt')).toContain('lost-character');
});
