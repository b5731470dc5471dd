import { writeFileSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

test('make --watch tells an error and goes on; once it is mended, only what changed is written', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const [head, facts, out] = ['a/appeal.yaml', 'a/facts.csv', 'out'].map((name) => join(cwd, name)) as [
    string,
    string,
    string,
  ];
  const [good, told] = [await readFile(head, 'utf8'), await readFile(facts, 'utf8')];
  const stop = new AbortController();
  let said = '';
  const stderr = {
    write: (text: string) => {
      said += text;
    },
  };
  const watching = handbill(cwd, 'make a --out out --watch --quiet', {
    stderr,
    interrupt: () => stop.signal,
  });
  const nextRound = () =>
    vi.waitFor(() => expect(said).toContain('Watching for changes'), { timeout: 90_000, interval: 20 });
  await nextRound();
  const first = await readFolder(out);

  said = '';
  await writeFile(head, good.replace('targets: [', 'targets: [['));
  await nextRound();
  expect(said).toContain('doesn’t parse');
  expect(await readFolder(out)).toEqual(first);

  said = '';
  await writeFile(head, good);
  await writeFile(facts, told.replace('twelve', 'thirteen'));
  const letter = () => readFile(join(out, 'letters/example-ltd.en.txt'), 'utf8');
  await vi.waitFor(async () => expect(await letter()).toContain('thirteen'), { timeout: 90_000 });
  stop.abort();
  await watching;
  const cold = await makeFolder({ ...smallAppeal('a'), 'a/facts.csv': told.replace('twelve', 'thirteen') });
  await handbill(cold, 'make a --out out --quiet');
  expect(await printed(out)).toEqual(await printed(join(cold, 'out')));
});

test('a save while files are made is told as what make --watch sees to itself', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const facts = join(cwd, 'a/facts.csv');
  const told = await readFile(facts, 'utf8');
  const stop = new AbortController();
  let said = '';
  let asked = 0;
  const watching = handbill(cwd, 'make a --out out --watch --quiet', {
    stderr: {
      write: (text: string) => {
        said += text;
      },
    },
    // It is asked for before anything is read, and once more when all is read and nothing is made yet.
    interrupt: () => {
      asked += 1;
      if (asked === 2) writeFileSync(facts, told.replace('twelve', 'thirteen'));
      return stop.signal;
    },
  });
  const letter = () => readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8');
  await vi.waitFor(async () => expect(await letter()).toContain('thirteen'), { timeout: 90_000 });
  stop.abort();
  await watching;
  expect(said).toContain('Wait: it is made again by itself.');
  expect(said).not.toContain('Run the same command');
});

test.each([
  ['senders', 'id,name,city,country\none,A. Example,Exampleton,GB\n', 'letters/example-ltd.en.one.txt'],
  ['signatories', 'name\nA. Example\n', 'letters/example-ltd.en.txt'],
])('a save of the list that --%s names is heard', async (option, list, letter) => {
  const cwd = await makeFolder({ ...smallAppeal('a'), 'list.csv': list });
  const stop = new AbortController();
  const line = `make a --${option} list.csv --format txt --out out --watch --quiet`;
  const watching = handbill(cwd, line, { interrupt: () => stop.signal });
  const signed = (name: string) =>
    vi.waitFor(async () => expect(await readFile(join(cwd, 'out', letter), 'utf8')).toContain(name), {
      timeout: 90_000,
    });
  await signed('A. Example');
  await writeFile(join(cwd, 'list.csv'), list.replace('A. Example', 'B. Example'));
  await signed('B. Example');
  stop.abort();
  await watching;
});

/** What is handed out: the manifest also knows the editions that were replaced. */
async function printed(folder: string): Promise<Record<string, string>> {
  const { 'handbill-manifest.json': _, ...files } = await readFolder(folder);
  return files;
}

test('a second make touches no file', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const state = async () => {
    await handbill(cwd, 'make a --out out --quiet');
    const files = await listFiles(join(cwd, 'out'));
    const stats = await Promise.all(files.map((file) => stat(join(cwd, 'out', file), { bigint: true })));
    return stats.map(({ ino, mtimeNs, ctimeNs }, i) => [files[i], ino, mtimeNs, ctimeNs]);
  };
  const first = await state();
  expect(first.length).toBeGreaterThan(3);
  expect(await state()).toEqual(first);
});
