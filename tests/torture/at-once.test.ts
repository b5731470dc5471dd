import { execFile, type SpawnOptions } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { makeFolder, makeTemporary, writeFiles } from '../folder.ts';
import { appealToChange, CHANGES, PAIRS } from './at-once.ts';
import { drawFrom, drawSome } from './draw.ts';
import { leftovers } from './faults.ts';
import { start } from './program.ts';
import { extent, seed, tally } from './tally.ts';

const ROUNDS = Number(process.env.HANDBILL_ROUNDS) || { few: 1, some: 8, all: 500 }[extent];

/** Pairs that are tried within one process. */
const MOST_PAIRS = { few: 6, some: 15, all: 0 }[extent];

const row = (id: string) =>
  `${id},company,Later Ltd,9 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test\n`;
const INIT =
  'init a --no-input --title One --issuer Us --source Us --to Ltd --to-kind company --demand Go --what Much.';

/** Who writes into the appeal beside two commands; git says no where it would write over what they changed. */
const PARTNERS = ['nobody', 'an editor', 'git pull', 'init', 'a shared folder'] as const;

/** Where a program that shares folders puts what somebody changed here while somebody else did elsewhere. */
const KEPT = 'contacts.sync-conflict-20261129-101010-ABCDEFG.csv';

/** Brings a row from another machine, as Syncthing does: whole, and beside it what was changed here meanwhile. */
function bringShared(appeal: string, known: string): void {
  const file = join(appeal, 'contacts.csv');
  const arriving = join(appeal, '.syncthing.contacts.csv.tmp');
  writeFileSync(arriving, known + row('shared-later'));
  if (readFileSync(file, 'utf8') !== known) renameSync(file, join(appeal, KEPT));
  renameSync(arriving, file);
}

const git = (cwd: string, line: string) =>
  promisify(execFile)('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...line.split(' ')], {
    cwd,
  });

/** Makes the appeal in a folder a clone, with a commit at its origin that it hasn't got. */
async function makeClone(folder: string): Promise<void> {
  await git(join(folder, 'a'), 'init -q -b main');
  await git(join(folder, 'a'), 'add -A');
  await git(join(folder, 'a'), 'commit -q -m one');
  await git(folder, 'clone -q a origin');
  appendFileSync(join(folder, 'origin/contacts.csv'), row('pulled-later'));
  await git(join(folder, 'origin'), 'commit -q -a -m two');
}

/** A process whose clock jumps after some milliseconds, as when a laptop wakes up. */
function jumping(after: number, by: number): SpawnOptions {
  const code = `const Now = Date; const late = () => (performance.now() > ${after} ? ${by} : 0);
globalThis.Date = class extends Now { constructor(...a) { super(...(a.length ? a : [Now.now() + late()])); } static now() { return Now.now() + late(); } };`;
  const loader = `data:text/javascript,${encodeURIComponent(code)}`;
  return { env: { ...process.env, NODE_OPTIONS: `--import ${loader}` } };
}

test('two processes and others on one appeal: what each wrote is there, once', {
  timeout: 3_600_000,
}, async () => {
  const files = await appealToChange();
  const { path: cwd, remove } = await makeTemporary();
  onTestFinished(remove);
  const failures: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const draw = drawFrom(seed + round);
    const pair = PAIRS[Math.floor(draw() * PAIRS.length)]!;
    const folder = join(cwd, `${round}`);
    await writeFiles(folder, files);
    const partner = PARTNERS[Math.floor(draw() * PARTNERS.length)]!;
    if (partner === 'git pull') await makeClone(folder);
    const clocks = pair.map(() =>
      draw() < 0.3 ? jumping(200 + draw() * 800, (draw() - 0.5) * 20 * 365 * 86_400_000) : {},
    );
    const running = pair.map((name, i) => start(folder, CHANGES[name]!.args.split(' '), clocks[i]));
    // One of them stands still for a while, as when a laptop is closed: the other waits, and doesn't step over it.
    const held = draw() < 0.4 ? running[draw() < 0.5 ? 0 : 1] : undefined;
    const hold = async () => {
      await setTimeout(300 + draw() * 700);
      held?.child.kill('SIGSTOP');
      await setTimeout(draw() * 1500);
      held?.child.kill('SIGCONT');
    };
    let comes = partner === 'an editor' ? 'edited-later' : undefined;
    const comeIn = async () => {
      await setTimeout(200 + draw() * 1200);
      if (partner === 'an editor') appendFileSync(join(folder, 'a/contacts.csv'), row('edited-later'));
      if (partner === 'a shared folder') {
        bringShared(join(folder, 'a'), files['a/contacts.csv']!);
        comes = 'shared-later';
      }
      if (partner === 'init') expect(await start(folder, INIT.split(' ')).ended).toMatchObject({ code: 2 });
      if (partner === 'git pull')
        await git(join(folder, 'a'), 'pull -q --ff-only ../origin main').then(
          () => {
            comes = 'pulled-later';
          },
          ({ stderr }) => expect(stderr).toMatch(/would be overwritten|not uptodate/),
        );
    };
    const [ends] = await Promise.all([Promise.all(running.map(({ ended }) => ended)), hold(), comeIn()]);
    try {
      for (const [i, { code, stderr }] of ends.entries())
        expect({ name: pair[i], code, stderr: code === 0 ? '' : stderr }).toMatchObject({ code: 0 });
      const textOf = (file: string) => readFile(join(folder, 'a', file), 'utf8');
      const isKept = existsSync(join(folder, 'a', KEPT));
      const kept = isKept ? await textOf(KEPT) : '';
      for (const name of pair) {
        const { file, leaves } = CHANGES[name]!;
        expect((await textOf(file)) + (file === 'contacts.csv' ? kept : '')).toMatch(leaves);
      }
      if (isKept) expect((await handbill(folder, 'check a')).stderr).toContain(KEPT);
      const later = (await textOf('contacts.csv')).match(/^(edited|pulled|shared)-later(?=,)/gm);
      expect(later).toEqual(comes === undefined ? null : [comes]);
      const ids = (await textOf('contacts.csv')).split('\n').map((row) => row.split(',')[0]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await handbill(folder, 'facts check a')).toMatchObject({ code: 0 });
      expect(leftovers(join(folder, 'a'))).toEqual([]);
    } catch (error) {
      failures.push(
        `HANDBILL_SEED=${seed}, round ${round}, ${pair}, ${partner}: ${(error as Error).message}`,
      );
    }
    await rm(folder, { recursive: true, force: true });
  }
  tally({
    part: 'faults',
    what: 'two processes and others on one appeal',
    cases: ROUNDS,
    survived: ROUNDS - failures.length,
  });
  expect(failures).toEqual([]);
});

test('commands that change one appeal at the same moment: both changes are there', {
  timeout: 300_000,
}, async () => {
  const files = await appealToChange();
  const pairs = extent === 'all' ? [...PAIRS, ...PAIRS, ...PAIRS] : drawSome(PAIRS, MOST_PAIRS, 'pairs');
  for (const pair of pairs) {
    const cwd = await makeFolder(files);
    const ran = await Promise.all(pair.map((name) => handbill(cwd, CHANGES[name]!.args)));
    for (const [i, { code, stderr }] of ran.entries())
      expect({ pair, name: pair[i], code, stderr: code === 0 ? '' : stderr }).toMatchObject({
        code: 0,
        stderr: '',
      });
    for (const name of pair)
      expect(await readFile(join(cwd, 'a', CHANGES[name]!.file), 'utf8'), pair.join(' and ')).toMatch(
        CHANGES[name]!.leaves,
      );
    expect(await handbill(cwd, 'facts check a')).toMatchObject({ code: 0 });
  }
  tally({
    part: 'faults',
    what: 'two commands on one appeal at once',
    cases: pairs.length,
    survived: pairs.length,
  });
});
