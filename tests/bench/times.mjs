// How long one waits: start-up, one letter, the bundled campaign, a make that changes nothing, and one after a save.
// Usage: node tests/bench/times.mjs [rounds, 5]
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/handbill.js');
const rounds = Number(process.argv[2] ?? 5);
const work = mkdtempSync(join(tmpdir(), 'handbill-bench-'));

/** Runs node; tells seconds on the clock and of computing. */
function run(args) {
  const hook = "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(`\\ncpu ${user + system}`); })";
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const start = performance.now();
  const ran = spawnSync(process.execPath, [...preload, ...args], { cwd: work, encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (ran.status !== 0) throw new Error(ran.stderr);
  return { seconds, computing: Number(/cpu (\d+)\s*$/.exec(ran.stderr)[1]) / 1e6 };
}

function tell(name, measured) {
  const cells = ['seconds', 'computing'].map((key) => median(measured.map((one) => one[key])).toFixed(2));
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}

/** From the save of a fact to the end of the round that wrote what prints it. */
async function watchRounds(count) {
  const appeal = join(work, 'appeal');
  cpSync(join(root, 'data/zhanaozen'), appeal, { recursive: true });
  const child = spawn(process.execPath, [program, 'make', appeal, '--watch', '--out', 'watched'], { cwd: work });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const computing = () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  };
  // A round may have begun before, or end without anything to write: it isn't the one that is waited for.
  const wrote = async () => {
    // What is told comes by two ways, in either order.
    while (![' files written', 'Watching for changes'].every((line) => said.includes(line))) {
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const measured = [];
  try {
    await wrote();
    const file = join(appeal, 'facts.csv');
    const text = readFileSync(file, 'utf8');
    for (let i = 1; i <= count; i += 1) {
      // Until nothing is at work any more.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      said = '';
      const [start, before] = [performance.now(), computing()];
      writeFileSync(file, text.replace('in the west of', `${'far '.repeat(i)}in the west of`));
      await wrote();
      measured.push({ seconds: (performance.now() - start) / 1000, computing: computing() - before });
    }
  } finally {
    child.kill('SIGKILL');
  }
  return measured;
}

const LETTER = ['letters', '--to', 'co-citic-group', '--lang', 'en', '--format', 'pdf', '--quiet'];
const CASES = {
  'bare node': () => ['-e', '0'],
  'handbill --version': () => [program, '--version'],
  'handbill --help': () => [program, '--help'],
  'one letter': (i) => [program, ...LETTER, '--out', `letter-${i}`],
};
try {
  console.log('| | seconds | of computing |\n|---|---|---|');
  const all = Object.fromEntries(Object.keys(CASES).map((name) => [name, []]));
  for (let i = 0; i < rounds; i += 1)
    for (const [name, args] of Object.entries(CASES)) all[name].push(run(args(i)));
  for (const [name, measured] of Object.entries(all)) tell(name, measured);
  const make = [program, 'make', '--quiet', '--out', 'campaign'];
  tell('the bundled campaign', [run(make)]);
  tell('the same again, unchanged', [run(make), run(make), run(make)]);
  if (process.platform === 'linux') tell('make --watch, after a save of a fact', await watchRounds(rounds));
} finally {
  rmSync(work, { recursive: true, force: true });
}
