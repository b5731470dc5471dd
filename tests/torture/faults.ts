import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { handbill, type Ran } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeTemporary, readFolder } from '../folder.ts';
import { drawFrom } from './draw.ts';
import { type Extent, extent, seed, tally } from './tally.ts';

/** Options of a run that takes a second, by what it makes. */
export const MAKE = {
  text: ['--format', 'txt', '--date', '2026-05-02', '--quiet'],
  'text and PDF': ['--format', 'txt,pdf', '--paper', 'a4', '--up', '1', '--date', '2026-05-02', '--quiet'],
};

/** The letter that somebody has edited in the output folder, and must find so again. */
export const EDITED = { path: 'letters/office-3.en.txt', text: 'Edited by hand.\n' };

/** An appeal with so many offices to write to, in two states: `old` and `new`, whose every paper differs. */
export function appealInTwoStates(offices: number): Record<string, string> {
  const rows = Array.from(
    { length: offices },
    (_, i) =>
      `office-${i},company,Office ${i} Ltd,${i} Example Road,EX1 1EX,Exampleton,GB,en,made up for a test`,
  );
  const contacts = `id,kind,organisation,street,postalCode,city,country,languages,source\n${rows.join('\n')}\n`;
  const state = (name: string, demand: string) =>
    Object.entries(smallAppeal(name, { 'contacts.csv': contacts })).map(([path, text]) => [
      path,
      path.endsWith('appeal.yaml')
        ? `${text.replaceAll('Release them', demand)}\nmaterials: [letters, resolution]\n`
        : text,
    ]);
  return Object.fromEntries([...state('old', 'Release them'), ...state('new', 'Release all of them')]);
}

/** Files of an output folder that a person sees, by hash; without the manifest. */
export async function visibleFiles(out: string): Promise<Record<string, string>> {
  const files = Object.entries(await readFolder(out));
  return Object.fromEntries(files.filter(([path]) => !/(^|\/)\.|(^|\/)handbill-\w+\.json$/.test(path)));
}

/** Names of what a run leaves behind that didn't end well. */
export function leftovers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)\.handbill-/.test(name),
  );
}

/**
 * Holds that each file is one of its states as a whole, that none is missing which the manifest names, and that the
 * manifest is whole.
 */
export async function expectWhole(
  out: string,
  states: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  const files = await visibleFiles(out);
  for (const [path, hash] of Object.entries(files)) {
    expect(
      states.map((state) => state[path]),
      `${path} is whole`,
    ).toContain(hash);
  }
  const name = 'handbill-manifest.json';
  const isSite = !existsSync(join(out, name));
  const base = isSite ? 'site/' : '';
  const manifest = JSON.parse(await readFile(join(out, isSite ? 'handbill-site' : '', name), 'utf8')) as {
    files: Record<string, { sha256: string }>;
  };
  for (const [below, { sha256 }] of Object.entries(manifest.files)) {
    const path = base + below;
    expect(Object.keys(files), 'files of the manifest').toContain(path);
    if (below === EDITED.path) continue; // The manifest still tells what it was.
    expect(
      states.map((state) => state[path]),
      `${path} in the manifest`,
    ).toContain(sha256);
  }
}

/** A folder with an appeal in two states, and what undisturbed runs make of each. */
export interface Scene {
  readonly cwd: string;
  /** Hashes of the files in `old-out` and `new-out`; the second was made over the first. */
  readonly states: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>];
  /** Makes a state in an output folder, undisturbed. */
  readonly make: (state: 'old' | 'new', out: string) => Promise<Ran>;
  /** Removes everything. */
  readonly strike: () => Promise<void>;
}

/** Sets a scene: an old state that was made and edited since, and the new one that was made in its place. */
export async function setScene(
  options: readonly string[],
  { command = 'make', offices = 8 }: { readonly command?: 'make' | 'site'; readonly offices?: number } = {},
): Promise<Scene> {
  const { path: cwd, remove } = await makeTemporary();
  for (const [path, text] of Object.entries(appealInTwoStates(offices))) {
    await mkdir(join(cwd, path, '..'), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
  const make: Scene['make'] = (state, out) => handbill(cwd, [command, state, '--out', out, ...options]);
  expect(await make('old', 'old-out')).toMatchObject({ code: 0, stderr: '' });
  await writeFile(join(cwd, 'old-out', command === 'site' ? 'site' : '', EDITED.path), EDITED.text);
  await cp(join(cwd, 'old-out'), join(cwd, 'new-out'), { recursive: true });
  expect(await make('new', 'new-out')).toMatchObject({ code: 0, stderr: '' });
  const states = [await readFolder(join(cwd, 'old-out')), await readFolder(join(cwd, 'new-out'))] as const;
  return { cwd, states, make, strike: remove };
}

/** One fault: what is done to an output folder in the old state, and held then. */
export type Fault = (out: string, draw: () => number, number: number) => Promise<void>;

/**
 * Lets a fault come over a fresh output folder so many times. After each, every file is whole, the next run is clean,
 * and gives what an undisturbed one gives.
 */
export async function tryFault(
  { cwd, states, make }: Scene,
  what: string,
  cases: Readonly<Record<Extent, number>>,
  fault: Fault,
): Promise<void> {
  const count = cases[extent];
  const failures: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const out = `out-${what.replace(/\W+/g, '-')}-${number}`;
    const folder = join(cwd, out);
    try {
      await cp(join(cwd, 'old-out'), folder, { recursive: true });
      await fault(out, drawFrom(seed + number), number);
      if (readdirSync(cwd).includes(out)) await expectWhole(folder, states);
      const { code, stderr } = await make('new', out);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(leftovers(folder)).toEqual([]);
      expect(await readFolder(folder)).toEqual(states[1]);
    } catch (error) {
      failures.push(`HANDBILL_SEED=${seed}, case ${number}: ${(error as Error).message}`);
    }
    await rm(folder, { recursive: true, force: true });
  }
  tally({ part: 'faults', what, cases: count, survived: count - failures.length });
  expect(failures).toEqual([]);
}
