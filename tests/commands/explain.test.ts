import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const LETTER = 'out/letters/example-ltd.en.txt';

test('each sentence of a letter names the template’s line and what it tells', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a --date 2026-05-02');
  const { code, stdout } = await handbill(cwd, `explain ${LETTER} a --date 2026-05-02`);
  expect(code).toBe(0);
  expect(stdout).toContain(`
We are writing to your company about the following labour dispute.
    template  handbill:templates/letter/company.en.md:9

On 1 May 2026 twelve strikers were arrested.
    fact what-happened  a/facts.csv:2
    by {{facts}}  handbill:templates/letter/company.en.md:11
`);
  expect(stdout).toContain('    contact example-ltd  a/contacts.csv:2\n');
  expect(stdout).toMatch(
    /\nRelease them\n {4}demand demand-1 {2}a\/appeal\.yaml:\d+\n {4}by \{\{demands\}\}/,
  );
  expect(stdout).toMatch(/\nNothing has changed since it was made\.\n$/);
});

test('what has changed since the file was made is told', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a --date 2026-05-02');
  const facts = await readFile(join(cwd, 'a/facts.csv'), 'utf8');
  await writeFile(join(cwd, 'a/facts.csv'), facts.replace('twelve strikers', 'thirteen strikers'));
  const { stdout } = await handbill(cwd, `explain ${LETTER} a --date 2026-05-02`);
  expect(stdout).toContain('\nChanged since it was made:\n    fact what-happened has another wording\n');
});

const SENDER = JSON.stringify({ name: 'Anna Example', city: 'Exampleton', country: 'GB' });

test('a signed letter is told with the name that it bears', async () => {
  const cwd = await makeFolder({ ...smallAppeal('a'), 'a/sender.json': SENDER, 'other.json': SENDER });
  await handbill(cwd, 'make a --sender a/sender.json --date 2026-05-02');
  const line = `explain ${LETTER} a --date 2026-05-02`;
  const { stdout } = await handbill(cwd, line);
  expect(stdout).toMatch(/\nAnna Example\n {4}sender {2}a\/sender\.json\n/);
  expect(stdout).not.toContain('Name, function');
  expect(stdout).toMatch(/\nNothing has changed since it was made\.\n$/);

  await writeFile(join(cwd, 'a/sender.json'), SENDER.replace('Anna', 'Berta'));
  const { code, stderr } = await handbill(cwd, line);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/name the file of its sender\s+with --sender/),
  });
  expect((await handbill(cwd, `${line} --sender other.json`)).stdout).toContain('\nAnna Example\n');
});

test('the appeal needs no name where the file lies in its folder', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a --date 2026-05-02 --out a/out');
  const { code, stdout } = await handbill(cwd, `explain a/${LETTER}`);
  expect(code).toBe(0);
  expect(stdout).toContain('On 1 May 2026 twelve strikers were arrested.\n');
});

test('a leaflet for one event is known by its name', async () => {
  const cwd = await makeFolder(
    smallAppeal('a', {
      'events.csv':
        'id,kind,date,time,timeZone,place.en,city,calledBy,source\nlondon,picket,2030-05-01,12:00,Europe/London,The square,London,Our union,made up\n',
    }),
  );
  const { code, stdout } = await handbill(cwd, 'explain out/leaflets/picket.london.en.a5.pdf a');
  expect(code).toBe(0);
  expect(stdout).toMatch(/The square, London\n {4}event london {2}a\/events\.csv:2\n {4}by \{\{where\}\}/);
});

test('without a record it is told how the file would be made', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  expect((await handbill(cwd, `explain ${LETTER} a`)).stdout).toMatch(/No record of this file/);
});

test.each([
  ['explain out/letters/labels.l7160.pdf', /print addresses alone.*handbill contacts list --json/],
  ['explain out/index.html', /explain one of those/],
  ['explain README.md', /expected a letter or leaflet/],
  ['explain out/letters/nobody.en.pdf', /there is no "nobody"/],
  ['explain out/letters/co-citic-group.en.max.pdf', /name their file with --senders/],
])('%s is wrong use', async (line, message) => {
  const cwd = await makeFolder();
  const { code, stderr } = await handbill(cwd, line);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
});
