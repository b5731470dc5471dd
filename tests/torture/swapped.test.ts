import './disk.ts'; // Before anything that writes.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { makeTemporary, readFolder, writeFiles } from '../folder.ts';
import { withDisk } from './disk.ts';
import { setStage, type Writing } from './disk-faults.ts';
import { drawSome } from './draw.ts';
import { extent, tally } from './tally.ts';

const DAY = '--date 2026-05-02';
const MADE = `make a --out out --format txt ${DAY}`;

/** Commands, and the folders below which they write; whether these come back with the next change. */
const LINES: readonly (Writing & { readonly folders: readonly string[]; readonly isBack?: boolean })[] = [
  {
    what: 'make',
    line: MADE,
    folders: ['out/letters', 'out/.handbill-manifest-staging', 'out/.handbill-manifest-staging/letters'],
  },
  { what: 'clean', before: [MADE], line: 'clean --out out', folders: ['out/letters', 'out/leaflets'] },
  {
    what: 'manifest merge',
    before: [1, 2].map((part) => `make a --out out --format txt --shard ${part}/2 ${DAY}`),
    line: 'manifest merge --out out',
    folders: ['out/letters', 'out/.handbill-manifest-staging'],
  },
  { what: 'contacts labels', line: `contacts labels a --out out ${DAY}`, folders: ['out/letters'] },
  { what: 'pack', line: `pack a --out out ${DAY}`, folders: ['out/packs', 'out/.handbill-packs-staging'] },
  { what: 'templates copy', line: 'templates copy letter/embassy.en a', folders: ['a/templates'] },
  { what: 'translate new', line: 'translate new ro a', folders: ['a/templates', 'a/templates/words'] },
  {
    what: 'facts correct',
    line: `facts correct what-happened a --status withdrawn --source https://www.example.org/news ${DAY}`,
    folders: ['a'],
    isBack: true,
  },
];

/** What lies where a link leads: files called as those that are written. */
const OUTSIDE = Object.fromEntries(
  [
    ...['example-ltd.en.txt', 'xx-embassy.en.txt', 'letters/example-ltd.en.txt', 'picket.en.txt'],
    ...['handbill-manifest.json', 'recipients.csv', 'strike.zip', 'embassy.en.md', 'letter/embassy.en.md'],
  ].map((path) => [path, `Somebody’s own: ${path}`]),
);

const HOW_MANY = { few: 3, some: 8, all: 0 }[extent];

let work: { path: string; remove: () => Promise<void> };
beforeAll(async () => {
  work = await makeTemporary();
});
afterAll(() => work.remove());

// Only Linux lets a program write in a folder that it has open.
test.runIf(process.platform === 'linux').each(LINES.map((writing) => [writing.what, writing] as const))(
  '%s: a folder that becomes a link just before any change leads nowhere else',
  { timeout: extent === 'all' ? 3_600_000 : 120_000 },
  async (what, writing) => {
    const base = join(work.path, what);
    await setStage(base, writing);
    const [folder, outside] = [join(work.path, `${what}, tried`), join(work.path, `${what}, outside`)];
    const start = async () => {
      for (const path of [folder, outside]) rmSync(path, { recursive: true, force: true });
      cpSync(base, folder, { recursive: true });
      await writeFiles(outside, OUTSIDE);
    };
    await start();
    const all = await readFolder(outside);
    const { changes } = await withDisk({ folder }, () => handbill(folder, writing.line));
    const cases = writing.folders.flatMap((name) => changes.map((_, i) => [name, i + 1] as const));
    const tried = drawSome(cases, writing.isBack ? 40 : HOW_MANY * writing.folders.length, what);
    let survived = 0;
    for (const [name, at] of tried) {
      await start();
      const place = join(folder, name);
      const meets = (number: number) => {
        if (writing.isBack && number === at + 1) {
          rmSync(place);
          renameSync(`${place}-moved`, place);
        }
        if (number !== at) return;
        if (existsSync(place)) renameSync(place, `${place}-moved`);
        else mkdirSync(dirname(place), { recursive: true });
        symlinkSync(outside, place);
      };
      const { value } = await withDisk({ folder, meets }, () => handbill(folder, writing.line));
      const where = `${name} before ${at}, ${JSON.stringify(changes[at - 1])}`;
      // A mark is empty, and lies where the folder that was named is.
      const found = Object.entries(await readFolder(outside)).filter(([path]) => !/-run-\d/.test(path));
      expect(Object.fromEntries(found), where).toEqual(all);
      expect(value!.stderr, where).not.toMatch(/defect|Somebody’s own|\n\s+at /);
      survived += 1;
    }
    tally({ part: 'faults', what: 'a folder becomes a link', cases: tried.length, survived });
    expect(tried.length).toBeGreaterThan(0);
  },
);
