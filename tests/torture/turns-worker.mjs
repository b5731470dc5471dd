// A thread that stands for a process: it runs command lines of the built program, and stops before each thing that it
// asks of the disk, until it is its turn. Of two such threads one alone runs at any time, and a seed says which: the same
// seed gives the same order again. `turns.ts` starts them.
import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, resolve, sep } from 'node:path';
import timers from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { me, pid, program, memory } = workerData;
/** What both threads see: whose turn it is, who has ended, and how many calls there were. */
const shared = new Int32Array(memory);
const [TURN, STATE, CALLS, ENDED, , SAVED, RENAMING] = [0, 1, 2, 3, 4, 5, 6];
const OTHER = 1 - me;

// Locks and temporary files bear the number of a process: that of one which is there, and does nothing else.
Object.defineProperty(process, 'pid', { value: pid });

const real = { ...fs };
let round;
let isDead = false;

/** Numbers from 0 to 1, drawn by both threads from one seed (mulberry32, as in draw.ts). */
function draw() {
  const state = (shared[STATE] + 0x6d2b79f5) | 0;
  shared[STATE] = state;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

function await_() {
  while (Atomics.load(shared, TURN) !== me) Atomics.wait(shared, TURN, OTHER);
}

function pass() {
  if (shared[ENDED + OTHER]) return;
  Atomics.store(shared, TURN, OTHER);
  Atomics.notify(shared, TURN);
}

class Died extends Error {}

/** Stops before a call that concerns the folder of this round; here the other goes on, an editor saves, the process dies. */
function stop(call, path) {
  if (!round || typeof path !== 'string') return;
  const full = resolve(path);
  if (full !== round.folder && !full.startsWith(round.folder + sep)) return;
  if (isDead) throw new Died();
  await_();
  const number = ++shared[CALLS];
  if (round.trace) real.appendFileSync(round.trace, `${number} ${me} ${call} ${full.slice(round.folder.length)}\n`);
  if (round.editor && !round.editor.isDone && shared[SAVED] === 0 && number >= round.editor.at && canSave(call, full)) {
    shared[SAVED] = number;
    alone(() => save(round.editor));
  }
  if (round.dies !== undefined && number >= round.dies) die();
  const isSwitched = round.switches ? round.switches.includes(number) : draw() < round.chance;
  if (isSwitched) {
    shared[RENAMING + me] = round.editor && !isFree(call, full) ? 1 : 0;
    pass();
    await_();
    shared[RENAMING + me] = 0;
  }
}

/** What no program can close: the moment between its last look at a file and giving another the same name. */
function canSave(call, full) {
  return isFree(call, full) && shared[RENAMING + OTHER] === 0;
}

function isFree(call, full) {
  return !(/^(rename|link)/.test(call) && full.endsWith(round.editor.file));
}

/** What an editor does is no call of a command, at which the other could go on. */
function alone(work) {
  depth += 1;
  try {
    work();
  } finally {
    depth -= 1;
  }
}

/** Somebody saves a file: in its place, as a new file that takes its name, or as git does, which removes the old one. */
function save({ file, text, way }) {
  const path = join(round.folder, file);
  const all = real.readFileSync(path, 'utf8') + text;
  if (way === 'renamed') {
    real.writeFileSync(`${path}~`, all);
    real.renameSync(`${path}~`, path);
    return;
  }
  if (way === 'made anew') real.rmSync(path);
  real.writeFileSync(path, all);
}

/** Ends the process for which this thread stands, and everything that this thread would still do to the folder. */
function die() {
  isDead = true;
  process.kill(pid, 'SIGKILL');
  // Whoever started it has to take note of its end, before the other can know.
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      break;
    }
    Atomics.wait(pause, 0, 0, 1);
  }
  throw new Died();
}

const inside = new AsyncLocalStorage();
const files = new Map();
const handles = new WeakMap();
let depth = 0;

/** A path, also where it begins at an opened folder, as the program holds those that it writes in. */
const named = (path) => path.replace(/^\/proc\/self\/fd\/\d+/, (opened) => real.readlinkSync(opened));
const pathOf = (where) =>
  typeof where === 'number' ? files.get(where) : typeof where === 'string' ? named(where) : undefined;
/** The path that a call changes or asks for: where there are two, the second. */
const targetOf = (name, args) => pathOf(/^(rename|link|copyFile)/.test(name) ? args[1] : args[0]);

const SYNC = [
  ...['open', 'close', 'read', 'write', 'writev', 'readFile', 'writeFile', 'appendFile', 'fsync', 'fstat', 'ftruncate'],
  ...['stat', 'lstat', 'exists', 'access', 'realpath', 'readlink', 'readdir', 'opendir', 'mkdir', 'mkdtemp'],
  ...['rename', 'rm', 'rmdir', 'unlink', 'link', 'symlink', 'copyFile', 'chmod', 'utimes', 'truncate', 'cp'],
];
for (const name of SYNC) {
  const original = fs[`${name}Sync`];
  const replaced = (...args) => {
    if (depth === 0) stop(name, targetOf(name, args));
    depth += 1;
    try {
      const result = original(...args);
      if (name === 'open') files.set(result, pathOf(args[0]));
      if (name === 'close') files.delete(args[0]);
      return result;
    } finally {
      depth -= 1;
    }
  };
  fs[`${name}Sync`] = Object.assign(replaced, original);
}

/** Calls that are answered later come one after the other, so that nothing happens while the other has its turn. */
let last = Promise.resolve();
function inTurn(name, path, work) {
  if (inside.getStore() || !round) return work();
  const now = last.then(() => {
    stop(name, path);
    return inside.run(true, work);
  });
  last = now.catch(() => undefined);
  return now;
}

for (const [name, original] of Object.entries(fs.promises)) {
  if (typeof original !== 'function') continue;
  fs.promises[name] = (...args) =>
    inTurn(name, targetOf(name, args), async () => {
      const result = await original.apply(fs.promises, args);
      if (name === 'open') handles.set(result, pathOf(args[0]));
      return result;
    });
}
const probe = await fs.promises.open(process.execPath, 'r');
const prototype = Object.getPrototypeOf(probe);
await probe.close();
for (const name of ['read', 'readFile', 'write', 'writeFile', 'appendFile', 'sync', 'stat', 'close', 'truncate']) {
  const original = prototype[name];
  prototype[name] = function (...args) {
    return inTurn(name, handles.get(this), () => original.apply(this, args));
  };
}
/** Whoever waits lets the other go on. */
timers.setTimeout = async (_, value) => {
  await_();
  pass();
  await_();
  return value;
};
syncBuiltinESMExports();

const { runCommand } = await import(program);

async function run({ line, cwd }) {
  const texts = { stdout: '', stderr: '' };
  const sink = (name) => ({
    write: (text) => {
      texts[name] += text;
    },
  });
  const code = await runCommand(line, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    cwd,
    env: {},
    now: new Date(2026, 0, 1, 12),
    isTTY: false,
  });
  return { code, ...texts };
}

parentPort.on('message', async (asked) => {
  round = asked;
  let ended;
  try {
    ended = await run(asked);
  } catch (error) {
    ended = { code: -1, stdout: '', stderr: String(error?.stack) };
  }
  if (!isDead) await_();
  round = undefined;
  files.clear();
  shared[ENDED + me] = 1;
  pass();
  parentPort.postMessage({ ...ended, isDead });
});
parentPort.postMessage('ready');
