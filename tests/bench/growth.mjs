// How computing and memory grow with n, 2n, 4n of each kind of input. Prints a table; ends with 1 where a doubling costs
// more than 2.3 times as much, or where the largest takes more than five seconds (but where a file comes out for each item) or
// 512 MB.
// Usage: node tests/bench/growth.mjs [kind …]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KINDS } from './growth-kinds.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/handbill.js');

const wanted = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'handbill-growth-'));
let isBeyond = false;
console.log('| input | n | seconds of computing | MB | times as much |\n|---|---:|---:|---:|---|');
try {
  for (const [kind, { most, files, line, before, each }] of Object.entries(KINDS)) {
    if (wanted.length > 0 && !wanted.some((word) => kind.includes(word))) continue;
    const costs = [most / 4, most / 2, most].map((n) => ({ n, ...measure(files(n), line, before) }));
    const grows = (key) => costs.slice(1).map((cost, i) => cost[key] / costs[i][key]);
    const times = grows('seconds').map((value) => value.toFixed(1)).join(', ');
    isBeyond ||= [...grows('seconds'), ...grows('memory')].some((value) => value > 2.3);
    isBeyond ||= (costs[2].seconds > 5 && !each) || costs[2].memory > 512;
    console.log(
      `| ${kind} | ${costs.map(({ n }) => n.toLocaleString('en')).join(' / ')} | ${costs.map(({ seconds }) => seconds.toFixed(1)).join(' / ')} | ${costs.map(({ memory }) => memory.toFixed(0)).join(' / ')} | ${times} |`,
    );
  }
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = isBeyond ? 1 : 0;

/** Computing in seconds, and the most memory in MB, of a run of handbill on these files, after another one. */
function measure(files, line, before) {
  const folder = mkdtempSync(join(work, 'a-'));
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const cost = join(folder, 'cost');
  const hook = `import { writeFileSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';
    process.on('exit', () => { if (isMainThread) writeFileSync(${JSON.stringify(cost)}, JSON.stringify(process.resourceUsage())); })`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const run = (args) => {
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 };
    const ran = spawnSync(process.execPath, [...preload, program, ...args.split(' ')], options);
    if (ran.status > 1) throw new Error(`${args}\n${ran.stderr}`);
    if (process.env.HANDBILL_SHOW)
      console.error(ran.status, ran.stdout.slice(-600), ran.stderr.slice(0, 1500));
  };
  if (before) run(before);
  run(line);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(cost, 'utf8'));
  rmSync(folder, { recursive: true });
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}
