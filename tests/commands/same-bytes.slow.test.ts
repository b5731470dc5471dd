import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeFolder, readFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { smallAppeal } from './small-appeal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/handbill.js');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

const MEMBERS = ['ada', 'bea', 'cem', 'dan', 'eve']
  .map((id) => `${id},${id} Example,3 Example Road,EX1 1EX,Exampleton,GB\n`)
  .join('');
const MEMBER_COLUMNS = 'id,name,street,postalCode,city,country\n';
const SMALL = smallAppeal('my-appeal');
const FILES = {
  ...SMALL,
  'my-appeal/appeal.yaml': `${SMALL['my-appeal/appeal.yaml']}materials: [letters, picket, petition, resolution, press-release]\n`,
  'members.csv': `${MEMBER_COLUMNS}${MEMBERS}`,
};

/** Runs a command line with `npx handbill` in it by a shell, as a reader of the README would. */
function shell(cwd: string, line: string, env: Record<string, string> = {}): void {
  const command = line.replaceAll('npx handbill', `'${process.execPath}' '${bin}'`);
  const ran = spawnSync('sh', ['-c', command], { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  expect({ line, status: ran.status, stderr: ran.status === 0 ? '' : ran.stderr }).toEqual({
    line,
    status: 0,
    stderr: '',
  });
}

const MAKE = 'npx handbill make my-appeal --senders members.csv --quiet';
let whole: Record<string, string>;
beforeAll(async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'handbill-test-'));
  const folder = await makeFilesIn(cwd);
  shell(folder, `${MAKE} --workers 1`);
  whole = await readFolder(join(folder, 'out'));
  await rm(cwd, { recursive: true });
}, 120_000);

async function makeFilesIn(cwd: string): Promise<string> {
  const { mkdir, writeFile } = await import('node:fs/promises');
  for (const [path, content] of Object.entries(FILES)) {
    await mkdir(join(cwd, path, '..'), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
  return cwd;
}

test('four threads write what one writes', async () => {
  const cwd = await makeFolder(FILES);
  shell(cwd, `${MAKE} --workers 4`);
  expect(await readFolder(join(cwd, 'out'))).toEqual(whole);
});

test('rows in another order give the same files', async () => {
  const rows = MEMBERS.trim().split('\n').reverse().join('\n');
  const cwd = await makeFolder({ ...FILES, 'members.csv': `${MEMBER_COLUMNS}${rows}\n` });
  shell(cwd, `${MAKE} --workers 2`);
  const { 'handbill-manifest.json': _1, ...files } = await readFolder(join(cwd, 'out'));
  const { 'handbill-manifest.json': _2, ...expected } = whole;
  expect(files).toEqual(expected);
});

test.each([2, 7])('%i parts, joined, are what one run writes', async (count) => {
  const cwd = await makeFolder(FILES);
  for (let i = count; i >= 1; i -= 1) shell(cwd, `${MAKE} --shard ${i}/${count}`);
  shell(cwd, 'npx handbill manifest merge --quiet');
  expect(await readFolder(join(cwd, 'out'))).toEqual(whole);
});

test('Slurm’s and Kubernetes’ tasks find their parts in the environment', async () => {
  const cwd = await makeFolder(FILES);
  const slurm = { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_COUNT: '2' };
  shell(cwd, `${MAKE} --shard auto`, slurm);
  shell(cwd, `${MAKE} --shard auto`, { JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '2' });
  shell(cwd, 'npx handbill manifest merge --quiet');
  expect(await readFolder(join(cwd, 'out'))).toEqual(whole);
});

/** Lines with `npx handbill` of a block of the README, in order. */
function recipe(begins: string): string[] {
  const block = readme.split('```').find((text) => text.includes(begins)) ?? '';
  const lines = block.split('\n').filter((line) => line.includes('npx handbill'));
  expect(lines.length).toBeGreaterThan(1);
  return lines.map((line) => line.replace(/^\s*-\s*(run:\s*)?/, ''));
}

test.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the workflow.
  ['# .github/workflows/letters.yml', ['${{ matrix.part }}']],
  ['# .gitlab-ci.yml', ['$CI_NODE_INDEX', '$CI_NODE_TOTAL']],
])('the steps of %s make what one run makes', async (begins, [part = '', total = '']) => {
  const cwd = await makeFolder(FILES);
  const [make = '', merge = ''] = recipe(begins);
  for (const i of ['1', '2', '3', '4']) {
    const line = make.replaceAll(part, i);
    shell(cwd, total === '' ? line : line.replaceAll(total, '4'));
  }
  shell(cwd, merge);
  expect(await readFolder(join(cwd, 'out'))).toEqual(whole);
});

describeWith(['parallel'], 'GNU parallel', () => {
  test('its recipe makes what one run makes', async () => {
    const cwd = await makeFolder(FILES);
    const home = await mkdtemp(join(tmpdir(), 'handbill-test-'));
    onTestFinished(() => rm(home, { recursive: true }));
    for (const line of recipe('parallel --jobs')) shell(cwd, line, { HOME: home });
    expect(await readFolder(join(cwd, 'out'))).toEqual(whole);
  });
});
