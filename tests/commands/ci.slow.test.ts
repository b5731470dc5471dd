import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeFolder, readFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const topic = readFileSync(fileURLToPath(new URL('../../templates/help/ci.txt', import.meta.url)), 'utf8');
const workflow = topic.slice(topic.indexOf('name: handbill'), topic.indexOf('\n"make --check"'));

interface Job {
  readonly steps: readonly { readonly run?: string; readonly with?: { readonly path?: string } }[];
}

test('the steps of the ready workflow pass on an appeal in order, and publish its page', async () => {
  const { check, publish }: Record<string, Job> = parse(workflow).jobs;
  const cwd = await makeFolder(smallAppeal('my-appeal'));
  await handbill(cwd, 'make my-appeal --out out');
  for (const { run } of [...check!.steps, ...publish!.steps]) {
    if (!run) continue;
    const { code, stderr } = await handbill(cwd, run.replace('npx handbill ', ''));
    expect({ run, code, stderr: code === 0 ? '' : stderr }).toEqual({ run, code: 0, stderr: '' });
  }
  const published = publish!.steps.find((step) => step.with?.path)?.with?.path;
  expect(Object.keys(await readFolder(join(cwd, published!)))).toContain('index.html');
});

test('the workflow stops at a mistake, at its line', async () => {
  const events = 'id,kind,date,place\noops,picket,1 May,the gate\n';
  const cwd = await makeFolder(smallAppeal('my-appeal', { 'events.csv': events }));
  const { code, stdout } = await handbill(cwd, 'check my-appeal --strict --reporter github');
  expect(code).toBe(1);
  expect(stdout).toContain('::error file=my-appeal/events.csv,line=2,col=13,title=bad-date::');
});

test('the workflow stops at material that is not what the data makes', async () => {
  const cwd = await makeFolder(smallAppeal('my-appeal'));
  expect((await handbill(cwd, 'make my-appeal --out out --check --reporter github')).code).toBe(1);
});

test('a report for other programs stands alone on standard output', async () => {
  const cwd = await makeFolder(smallAppeal('my-appeal'));
  const junit = await handbill(cwd, 'check my-appeal --reporter junit');
  expect(junit.stdout).toMatch(/^<\?xml .*<\/testsuites>\n$/s);
  const sarif = await handbill(cwd, 'check my-appeal --reporter sarif');
  expect(JSON.parse(sarif.stdout).runs).toHaveLength(1);
});
