import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listFiles, makeFolder, readFolder } from '../folder.ts';

const bin = fileURLToPath(new URL('../../bin/handbill.js', import.meta.url));

/** Runs `make` as a process; kills it after so many milliseconds, if it still runs. */
function make(
  cwd: string,
  out: string,
  killAfter?: { ms: number; signal: NodeJS.Signals },
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const args = [bin, 'make', '--quiet', '--lang', 'en', '--out', out];
    const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', resolve);
    if (killAfter) setTimeout(() => child.kill(killAfter.signal), killAfter.ms);
  });
}

test('after being killed at any moment, the next run gives what an undisturbed run gives', {
  timeout: 120_000,
}, async () => {
  const cwd = await makeFolder();
  expect(await make(cwd, 'whole')).toBe(0);
  const whole = await readFolder(join(cwd, 'whole'));
  for (const [i, ms] of [600, 900, 1200].entries()) {
    const out = `killed-${i}`;
    await make(cwd, out, { ms, signal: i % 2 === 0 ? 'SIGKILL' : 'SIGINT' });
    const left = await readFolder(join(cwd, out));
    const final = Object.entries(left).filter(([path]) => !/(^|\/)\.handbill-|manifest/.test(path));
    for (const [path, bytes] of final) expect({ path, bytes }).toEqual({ path, bytes: whole[path] });
    expect(await make(cwd, out)).toBe(0);
    const files = await readFolder(join(cwd, out));
    expect(files).toEqual(whole);
  }
  expect(await listFiles(join(cwd, 'whole'))).toContain('handbill-manifest.json');
});
