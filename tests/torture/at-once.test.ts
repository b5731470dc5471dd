import { appendFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { makeFolder, makeTemporary, writeFiles } from '../folder.ts';
import { appealToChange, CHANGES, PAIRS } from './at-once.ts';
import { drawFrom, drawSome } from './draw.ts';
import { leftovers } from './faults.ts';
import { start } from './program.ts';
import { extent, seed, tally } from './tally.ts';

const ROUNDS = { few: 1, some: 8, all: 500 }[extent];

/** Pairs that are tried within one process. */
const MOST_PAIRS = { few: 6, some: 15, all: 0 }[extent];

const CONTACT = 'edited-later,company,Later Ltd,9 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test\n';
const BY_HAND = { 'contacts.csv': CONTACT } as const;

test('two processes and an editor on one appeal: what each wrote is there, once', {
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
    const running = pair.map((name) => start(folder, CHANGES[name]!.args.split(' ')));
    // One of them stands still for a while, as when a laptop is closed: the other waits, and doesn't step over it.
    const held = draw() < 0.4 ? running[draw() < 0.5 ? 0 : 1] : undefined;
    const hold = async () => {
      await setTimeout(300 + draw() * 700);
      held?.child.kill('SIGSTOP');
      await setTimeout(draw() * 1500);
      held?.child.kill('SIGCONT');
    };
    const edits = draw() < 0.6;
    const edit = async () => {
      await setTimeout(200 + draw() * 1200);
      if (edits)
        for (const [file, row] of Object.entries(BY_HAND)) appendFileSync(join(folder, 'a', file), row);
    };
    const [ends] = await Promise.all([Promise.all(running.map(({ ended }) => ended)), hold(), edit()]);
    try {
      for (const [i, { code, stderr }] of ends.entries())
        expect({ name: pair[i], code, stderr: code === 0 ? '' : stderr }).toMatchObject({ code: 0 });
      const textOf = (file: string) => readFile(join(folder, 'a', file), 'utf8');
      for (const name of pair) expect(await textOf(CHANGES[name]!.file)).toMatch(CHANGES[name]!.leaves);
      if (edits) expect((await textOf('contacts.csv')).match(/^edited-later,/gm)).toHaveLength(1);
      const ids = (await textOf('contacts.csv')).split('\n').map((row) => row.split(',')[0]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await handbill(folder, 'facts check a')).toMatchObject({ code: 0 });
      expect(leftovers(join(folder, 'a'))).toEqual([]);
    } catch (error) {
      failures.push(`HANDBILL_SEED=${seed}, round ${round}, ${pair}: ${(error as Error).message}`);
    }
    await rm(folder, { recursive: true, force: true });
  }
  tally({
    part: 'faults',
    what: 'two processes and an editor on one appeal',
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
