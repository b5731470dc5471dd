import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';

const program = fileURLToPath(new URL('../../bin/handbill.js', import.meta.url));
const told = `process.on("exit", () => process.stderr.write("\\nRSS " + process.resourceUsage().maxRSS + "\\n"))`;

/** Imports a list of so many offices, each its own, by a process of its own; its memory at most, in KB. */
async function memoryOf(count: number): Promise<number> {
  const row = (i: number) => `Office ${i} Ltd;Example Road ${i};10115;Berlin;DE;office${i}@example.org\n`;
  const list = Array.from({ length: count }, (_, i) => row(i)).join('');
  const cwd = await makeFolder({ 'list.csv': `Organisation;Street;PLZ;Ort;Land;E-Mail\n${list}` });
  const hook = `data:text/javascript,${encodeURIComponent(told)}`;
  const args = ['--import', hook, program, 'contacts', 'import', 'list.csv'];
  const ran = spawnSync(process.execPath, [...args, '--out-file', join(cwd, 'c.csv'), '--yes', '--json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(JSON.parse(ran.stdout)).toMatchObject({ imported: count, merged: 0, rejected: 0 });
  return Number(/RSS (\d+)/.exec(ran.stderr)?.[1]);
}

test('four times as many contacts are imported in the same memory', { timeout: 300_000 }, async () => {
  const [once, fourTimes] = [await memoryOf(8_000), await memoryOf(32_000)];
  expect(fourTimes / once).toBeLessThan(1.4);
});
