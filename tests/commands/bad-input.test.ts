import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

type Files = Record<string, string | Uint8Array>;

const whole = smallAppeal('a') as Record<string, string>;

/** The small appeal with a text of one of its files replaced. */
function withChange(name: string, from: string | RegExp, to: string): Files {
  const text = whole[`a/${name}`]!;
  expect(text.search(from)).toBeGreaterThanOrEqual(0);
  return { ...whole, [`a/${name}`]: text.replace(from, to) };
}

const withFile = (name: string, content: string | Uint8Array): Files => ({
  ...whole,
  [`a/${name}`]: content,
});

const embassy = (body: string) =>
  withFile('templates/letter/embassy.en.md', `---\nmaterial: letter\nkind: embassy\n---\n${body}\n`);

/** What is wrong, the files, and the problem: code, file, line, and column where it has one. */
const CASES: readonly (readonly [string, () => Files, string, string, number?, number?])[] = [
  ['no such folder', () => ({}), 'file-not-found', 'a'],
  ['not an appeal', () => ({ 'a/notes.txt': '' }), 'not-an-appeal', 'a'],
  [
    'JSON that does not parse',
    () => ({ 'a/appeal.json': '{\n  "id": "x",,\n}' }),
    'json-syntax',
    'a/appeal.json',
    2,
  ],
  [
    'YAML that does not parse',
    () => withChange('appeal.yaml', 'id: strike', 'id: "strike'),
    'yaml-syntax',
    'a/appeal.yaml',
  ],
  [
    'wrong type',
    () => withChange('appeal.yaml', /^targets: .*$/m, 'targets: company'),
    'wrong-type',
    'a/appeal.yaml',
    24,
  ],
  [
    'unknown key',
    () => withChange('appeal.yaml', 'issuer:', 'isuer:'),
    'unknown-key',
    'a/appeal.yaml',
    14,
    1,
  ],
  [
    'unknown column',
    () => withChange('contacts.csv', 'street', 'stret'),
    'unknown-key',
    'a/contacts.csv',
    1,
    22,
  ],
  [
    'missing value',
    () => withChange('contacts.csv', 'Embassy of Exampleland', ''),
    'missing-value',
    'a/contacts.csv',
    3,
  ],
  ['bad date', () => withChange('facts.csv', '2026-05-01', '1 May'), 'bad-date', 'a/facts.csv', 2],
  [
    'bad language',
    () => withChange('contacts.csv', /GB,en/, 'GB,english'),
    'bad-language',
    'a/contacts.csv',
    2,
  ],
  ['bad country', () => withChange('contacts.csv', /,GB,/, ',UKK,'), 'bad-country', 'a/contacts.csv', 2],
  [
    'bad e-mail',
    () => withFile('contacts.csv', 'id,kind,organisation,email,languages,source\nx,company,X,x@,en,s\n'),
    'bad-email',
    'a/contacts.csv',
    2,
    13,
  ],
  [
    'duplicate id',
    () => withChange('contacts.csv', 'xx-embassy', 'example-ltd'),
    'duplicate-id',
    'a/contacts.csv',
    3,
    1,
  ],
  [
    'unknown reference',
    () => withChange('facts.csv', 'source-1', 'source-2'),
    'unknown-reference',
    'a/facts.csv',
    2,
  ],
  [
    'unclosed quote',
    () => withChange('contacts.csv', ',2 Example', ',"2 Example'),
    'csv-syntax',
    'a/contacts.csv',
    3,
    43,
  ],
  ['ragged row', () => withChange('contacts.csv', 'GB,en', 'GB,x,en'), 'csv-syntax', 'a/contacts.csv', 2],
  ['duplicate header', () => withChange('contacts.csv', 'street', 'kind'), 'csv-header', 'a/contacts.csv', 1],
  ['empty CSV', () => withFile('contacts.csv', ''), 'csv-empty', 'a/contacts.csv', 1],
  [
    'wrong delimiter',
    () => withFile('contacts.csv', 'id!kind!organisation\nx!company!X\n'),
    'csv-delimiter',
    'a/contacts.csv',
    1,
  ],
  [
    'not UTF-8',
    () => withFile('appeal.yaml', Buffer.from('id: a\ntitle: {en: Caf\xe9}\n', 'latin1')),
    'encoding',
    'a/appeal.yaml',
    2,
  ],
  [
    'missing translation',
    () => withChange('appeal.yaml', 'review: original }', 'review: original }\n  - de'),
    'missing-translation',
    'a/appeal.yaml',
  ],
  [
    'template that does not parse',
    () => embassy('Hello\n\n{{#if sender}}'),
    'template-syntax',
    'a/templates/letter/embassy.en.md',
  ],
  [
    'unknown helper',
    () => embassy('Hello\n\n{{shout "x"}}'),
    'template-helper',
    'a/templates/letter/embassy.en.md',
    7,
  ],
  [
    'data that is not there',
    () => embassy('Hello\n\n{{sendr.name}}'),
    'template-data',
    'a/templates/letter/embassy.en.md',
    7,
  ],
];

for (const [name, files, code, file, line, column] of CASES) {
  test(`${name} is told with its place, and nothing is written`, async () => {
    const cwd = await makeFolder(files());
    const ran = await handbill(cwd, 'make a --json');
    const { ok, problems } = JSON.parse(ran.stdout || '{}');
    expect({ code: ran.code, ok, stderr: ran.stderr }).toEqual({ code: 1, ok: false, stderr: '' });
    const at = { file, ...(line ? { line } : {}), ...(column ? { column } : {}) };
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', code, at: expect.objectContaining(at) }),
    );
    for (const problem of problems) expect(problem.message).toMatch(/[.?!…]$/);
    expect(await listFiles(join(cwd, 'out'))).toEqual([]);
  });
}

test('Excel’s form of CSV is read: semicolons, byte order mark, CRLF', async () => {
  const text = whole['a/contacts.csv']!.replaceAll(',', ';').replaceAll('\n', '\r\n');
  const cwd = await makeFolder(withFile('contacts.csv', `\ufeff${text}`));
  expect(await handbill(cwd, 'make a --format txt')).toMatchObject({ code: 0, stderr: '' });
});

test('keys with a meaning of their own in JavaScript are keys like any other', async () => {
  const cwd = await makeFolder(
    withChange('appeal.yaml', 'id: strike', 'id: strike\n__proto__: {polluted: "yes"}\nconstructor: x'),
  );
  const ran = await handbill(cwd, 'check a --json');
  expect(ran.code).toBe(1);
  const { problems } = JSON.parse(ran.stdout) as { problems: { code: string; severity: string }[] };
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  expect(errors).toEqual(['unknown-key', 'unknown-key']);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test.each([
  ['url: https://example.org/a?utm_source=mail&id=3', 'tracking-url', 'utm_source'],
  ['url: https://bit.ly/3xyz', 'short-url', 'bit.ly'],
])('%s: a warning at its line', async (line, code, named) => {
  const files = smallAppeal('a');
  const head = `${files['a/appeal.yaml']}\n${line}\n`;
  const ran = await handbill(await makeFolder({ ...files, 'a/appeal.yaml': head }), 'check a --json');
  const { problems } = JSON.parse(ran.stdout);
  const at = { line: head.trimEnd().split('\n').length, column: 6 };
  expect(problems).toContainEqual(expect.objectContaining({ code, severity: 'warning' }));
  const found = problems.find((p: { code: string }) => p.code === code);
  expect(found.message).toContain(named);
  expect(found.at).toMatchObject(at);
});
