import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { smallAppeal } from './commands/small-appeal.ts';
import { makeTemporary, readFolder, writeFiles } from './folder.ts';
import { LINES, LOWEST, OTHER_NODES, WITHOUT_NODES } from './nodes.ts';
import { type Ended, runProgram } from './torture/program.ts';

/** One line after the other in one folder: what people do with an appeal, by the command that does it. */
const COMMANDS = [
  'init strike --title Strike --issuer Union --what Arrested. --when 2026-05-01 --source Union --demand Release --to Example --to-kind company',
  'check strike',
  'check my-appeal --json',
  'make my-appeal --sender sender.json --large-print',
  'make my-appeal --sender sender.json --large-print --check',
  'letters my-appeal --sender sender.json --format pdf,txt,eml --attach --out mail',
  'letters my-appeal --senders members.csv --workers 2 --out members',
  'letters my-appeal --senders members.csv --combine duplex --out print',
  'leaflets my-appeal --kind picket --paper a6 --up 4 --out leaflets',
  'site my-appeal --url https://example.org/ --out site',
  'preview my-appeal --contact-sheet pages.pdf',
  'contacts import list.csv card.vcf --appeal my-appeal',
  'contacts list my-appeal --csv',
  'contacts export my-appeal --format vcard',
  'contacts labels my-appeal --sheet l7160 --out labels',
  'facts my-appeal',
  'status my-appeal',
  'translate export my-appeal --lang de --to de.po',
  ...readdirSync('templates/words').map((file) => `words try ${file.replace('.yaml', '')}`),
  'explain out/letters/example-ltd.en.pdf my-appeal',
  'templates show letter/company.en my-appeal',
  'fonts',
  'schema appeal',
  'help topics',
  'completion bash',
  'letters my-appeal --to nobody',
  'leaflets --kind nothing',
];
const FILES = {
  ...smallAppeal('my-appeal'),
  'sender.json':
    '{ "name": "Ada Example", "street": "3 Example Road", "city": "Exampleton", "country": "GB" }',
  'members.csv':
    'id,name,street,postalCode,city,country\n' +
    // What parts scripts from each other depends on the Unicode of a Node.
    ['Ada Example', 'Bea Éxample', 'Иван Пример', 'Ева о\u0301 Ко\u02bcжна', 'محمد · مثال']
      .map((name, i) => `m${i},${name},3 Example Road · 5,EX1 1EX,Exampleton,GB\n`)
      .join(''),
  'list.csv': 'Name;Straße;Ort;Land\nBeispiel GmbH;Beispielweg 1;Beispielstadt;Deutschland\n',
  'card.vcf': 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Example Co\r\nORG:Example Co\r\nEND:VCARD\r\n',
};
/** A warning of what a later Node will take away is printed too. */
const ENV = {
  ...process.env,
  SOURCE_DATE_EPOCH: '1777766400',
  LC_ALL: 'C.UTF-8',
  NO_COLOR: '1',
  NODE_OPTIONS: '--pending-deprecation',
};

/** What happens in a folder of its own, which is gone then. */
async function inFolder<T>(work: (cwd: string) => Promise<T>): Promise<T> {
  const { path, remove } = await makeTemporary();
  return work(path).finally(remove);
}

/** What all the lines print and write on a Node. */
const runLines = (node: string) =>
  inFolder(async (cwd) => {
    await writeFiles(cwd, FILES);
    const ran: (Ended & { line: string })[] = [];
    for (const line of COMMANDS) {
      ran.push({ line, ...(await runProgram(cwd, line.split(' '), { env: ENV }, [], node)) });
    }
    return { ran, files: await readFolder(cwd) };
  });

/** Hashes of the bundled campaign in all its languages, as a Node makes it. */
const makeExample = (node: string) =>
  inFolder(async (cwd) => {
    const { code, stderr } = await runProgram(cwd, ['make', '--quiet'], { env: ENV }, [], node);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const files = await readFolder(cwd);
    expect(Object.keys(files).length).toBeGreaterThan(300);
    return files;
  });

describe.skipIf(WITHOUT_NODES !== '')(`every Node${WITHOUT_NODES}`, () => {
  let ours: Awaited<ReturnType<typeof runLines>>;
  let example: Record<string, string>;

  beforeAll(async () => {
    ours = await runLines(process.execPath);
    example = await makeExample(process.execPath);
  }, 300_000);

  test('here nothing is printed that handbill doesn’t say, and no command ends as a defect', () => {
    const wrong = /warning:|deprecat|unrecognized|\(node:|^\s+at /im;
    for (const { line, code, stderr } of ours.ran) {
      expect(`${line}\n${stderr}`).not.toMatch(wrong);
      expect([0, 1, 2], `${line}\n${stderr}`).toContain(code);
    }
  });

  test.each(OTHER_NODES)(
    '$version prints and writes the same with each command',
    { timeout: 300_000 },
    async ({ program }) => {
      const there = await runLines(program);
      expect(there.ran).toEqual(ours.ran);
      expect(there.files).toEqual(ours.files);
    },
  );

  // The lowest and the newest: what lies between has made a small appeal above.
  test.each(OTHER_NODES.filter(({ version }) => version === LOWEST || version === LINES.at(-1)))(
    '$version makes the same bytes of the bundled campaign, and says nothing',
    { timeout: 300_000 },
    async ({ program }) => expect(await makeExample(program)).toEqual(example),
  );

  test.each(OTHER_NODES.filter(({ version }) => version === LOWEST))(
    '$version writes every language with the forms that the others write',
    async ({ program }) => {
      const args = [
        'node_modules/vitest/vitest.mjs',
        'run',
        'tests/merge/editions.test.ts',
        'tests/engine.test.ts',
      ];
      await expect(promisify(execFile)(program, args)).resolves.toMatchObject({
        stdout: expect.stringContaining('2 passed'),
      });
    },
  );
});
