import './disk.ts'; // Before anything that writes.
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { listFiles, makeFolder, makeTemporary, readFolder } from '../folder.ts';
import { type Change, withDisk } from './disk.ts';
import { orphan, setStage, WRITINGS, type Writing } from './disk-faults.ts';
import { drawSome } from './draw.ts';
import { leftovers } from './faults.ts';
import { extent, isLong, tally } from './tally.ts';

/** What a disk does to one change, and from then on. */
const FAULTS = [
  { what: 'ENOSPC', code: 'ENOSPC', told: /the disk is full/ },
  { what: 'ENOSPC from then on', code: 'ENOSPC', stays: true, told: /the disk is full/ },
  { what: 'EIO', code: 'EIO', told: /the disk fails/ },
  { what: 'EIO from then on', code: 'EIO', stays: true, told: /the disk fails/ },
  { what: 'EDQUOT', code: 'EDQUOT', told: /the quota of disk space is used up/ },
] as const;

let work: { path: string; remove: () => Promise<void> };
beforeAll(async () => {
  work = await makeTemporary();
});
afterAll(() => work.remove());

let count = 0;

/** How many changes of each command are tried, and faults at them; all by `npm run torture`. */
const FAULTY = { few: 1, some: 4, all: 0 }[extent];
const ENDED = { few: 1, some: 2, all: 0 }[extent];

/** Milliseconds: of two tests at once each would meet the other's faults. */
const TIMEOUT = extent === 'all' ? 7_200_000 : 900_000;

/** The numbers of all changes. */
const placesIn = (changes: number) => Array.from({ length: changes }, (_, i) => i + 1);

/** A folder of its own with what a command finds. */
async function freshStage(base: string): Promise<string> {
  const folder = join(work.path, `case-${count++}`);
  await cp(base, folder, { recursive: true });
  return folder;
}

/** Removes the folder of a case, wherever it was moved. */
async function strike(folder: string): Promise<void> {
  for (const path of [folder, `${folder}-moved`]) await rm(path, { recursive: true, force: true });
}

interface Stage {
  readonly base: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** Number of changes of an undisturbed run. */
  readonly changes: number;
}

async function prepare(writing: Writing): Promise<Stage> {
  const base = join(work.path, `base-${count++}`);
  await setStage(base, writing);
  const folder = await freshStage(base);
  const { changes, value } = await withDisk({ folder }, () => handbill(folder, writing.line));
  expect(value).toMatchObject({ code: 0 });
  expect(leftovers(folder)).toEqual([]);
  return { base, before: await readFolder(base), after: await readFolder(folder), changes: changes.length };
}

/** Holds that each file is as it was, or as it comes to be. */
async function expectWhole(folder: string, { before, after }: Stage): Promise<void> {
  for (const [path, hash] of Object.entries(await readFolder(folder)))
    if (!/(^|\/)\.handbill-/.test(path))
      expect([before[path], after[path]], `${path} is whole`).toContain(hash);
}

/** Holds that the next command comes to the end of an undisturbed one, and leaves nothing behind. */
async function expectMended(folder: string, writing: Writing, stage: Stage): Promise<void> {
  const isDone = async () =>
    JSON.stringify(await readFolder(folder)) === JSON.stringify(stage.after) &&
    leftovers(folder).length === 0;
  if (!(await isDone()) && writing.mend) await handbill(folder, writing.mend);
  if (!(await isDone())) {
    const { code, stderr } = await handbill(folder, writing.line);
    if (!(await isDone()) && writing.sweep) await handbill(folder, writing.sweep);
    if (!(await isDone()))
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  }
  expect(await readFolder(folder)).toEqual(stage.after);
  expect(leftovers(folder)).toEqual([]);
}

describe.each(
  (isLong ? drawSome(WRITINGS, 18, 'writings') : WRITINGS.filter(({ isQuick }) => isQuick)).map(
    (writing) => [writing.what, writing] as const,
  ),
)('%s', { timeout: TIMEOUT }, (_, writing) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await prepare(writing);
  });

  test('a disk that fails at any of its changes', async () => {
    const failures: string[] = [];
    const all = FAULTS.flatMap((fault) => placesIn(stage.changes).map((at) => [fault, at] as const));
    const cases = drawSome(all, FAULTY, writing.what);
    for (const [fault, at] of cases) {
      const folder = await freshStage(stage.base);
      let last: unknown;
      try {
        const { value, changes } = await withDisk({ folder, at, ...fault }, () =>
          handbill(folder, writing.line),
        );
        last = changes[at - 1];
        await expectWhole(folder, stage);
        expect([0, 1]).toContain(value!.code);
        expect(value!.stderr).not.toMatch(/defect|injected|\n\s+at /);
        expect(value!.stderr).not.toContain(folder);
        if (value!.code === 1) {
          expect(value!.stderr.replace(/\s+/g, ' ')).toMatch(fault.told);
          expect(value!.stderr).toContain('→ ');
        }
        const moved = `${folder}-moved`;
        await rename(folder, moved);
        orphan(moved);
        await expectMended(moved, writing, stage);
      } catch (error) {
        failures.push(
          `${fault.what} at ${at} ${JSON.stringify(last)}: ${(error as Error).message.slice(0, 700)}`,
        );
      }
      await strike(folder);
    }
    tally({
      part: 'faults',
      what: 'the disk fails at each change',
      cases: cases.length,
      survived: cases.length - failures.length,
    });
    expect(failures.slice(0, 12)).toEqual([]);
  });

  test('a network drive that knows no waiting for the disk, or loses a name on the way', async () => {
    const settles = (change: Change) => change.call === 'fsync';
    const folder = await freshStage(stage.base);
    const fault = { folder, at: 1, code: 'EINVAL', stays: true, only: settles };
    const { value } = await withDisk(fault, () => handbill(folder, writing.line));
    expect(value).toMatchObject({ code: 0 });
    expect(await readFolder(folder)).toEqual(stage.after);
    await strike(folder);
    for (const at of drawSome([1, 2, 3], 1, writing.what)) {
      const there = await freshStage(stage.base);
      const lost = { folder: there, at, code: 'ESTALE', only: ({ call }: Change) => call === 'rename' };
      const ended = await withDisk(lost, () => handbill(there, writing.line));
      await expectWhole(there, stage);
      expect(ended.value!.stderr).not.toMatch(/defect|injected/);
      if (ended.value!.code !== 0) {
        expect(ended.value!.stderr.replace(/\s+/g, ' ')).toContain('the network drive doesn’t answer');
      }
      await expectMended(there, writing, stage);
      await strike(there);
    }
    tally({ part: 'faults', what: 'a network drive', cases: 2, survived: 2 });
  });

  test.each(['killed', 'power'] as const)('ended before any of its changes: %s', async (ends) => {
    const failures: string[] = [];
    const places = drawSome(placesIn(stage.changes), ENDED, `${writing.what}, ${ends}`);
    for (const at of places) {
      const folder = await freshStage(stage.base);
      let last: unknown;
      try {
        const { ended, changes } = await withDisk({ folder, at, ends }, () => handbill(folder, writing.line));
        last = changes[at - 1];
        expect(ended).toBe(true);
        const moved = `${folder}-moved`;
        await rename(folder, moved);
        orphan(moved);
        await expectWhole(moved, stage);
        await expectMended(moved, writing, stage);
      } catch (error) {
        failures.push(`${at} ${JSON.stringify(last)}: ${(error as Error).message.slice(0, 700)}`);
      }
      await strike(folder);
    }
    tally({
      part: 'faults',
      what: `each prefix of the writes, ${ends}`,
      cases: places.length,
      survived: places.length - failures.length,
    });
    expect(failures.slice(0, 12)).toEqual([]);
  });
});

test('key on a disk that fails or a machine that stops: no secret key without its public one', async () => {
  const line = 'key union.key --no-password';
  const first = await makeFolder({});
  const { changes } = await withDisk({ folder: first }, () => handbill(first, line));
  expect(await listFiles(first)).toEqual(['union.key', 'union.pub']);
  for (const how of [{ code: 'ENOSPC' }, { code: 'EIO' }, { ends: 'killed' }, { ends: 'power' }] as const) {
    for (const at of placesIn(changes.length)) {
      const folder = await makeFolder({});
      await withDisk({ folder, at, ...how }, () => handbill(folder, line));
      const left = await listFiles(folder);
      if (left.includes('union.key')) expect(left, `${JSON.stringify(how)} at ${at}`).toContain('union.pub');
    }
  }
});
