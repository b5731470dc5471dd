import './disk.ts'; // Before anything that writes.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { hasTool } from '../tools.ts';
import { type Change, withDisk } from './disk.ts';

const DAY = '--date 2026-05-02';

test('a table that an editor had away while it was read is missed: nothing is made without it', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const table = join(folder, 'a/facts.csv');
  renameSync(table, `${table}~`);
  const meets = () => {
    if (!existsSync(table)) renameSync(`${table}~`, table);
  };
  const { value } = await withDisk({ folder, meets }, () =>
    handbill(folder, `letters a --out out --format txt ${DAY}`),
  );
  expect(value).toMatchObject({ code: 1 });
  expect(value!.stderr).toContain('a/facts.csv');
  expect(value!.stderr.replace(/\s+/g, ' ')).toContain('The file was changed while handbill was at work');
  expect(await listFiles(join(folder, 'out'))).toEqual([]);
});

test('what is changed is decided again where a table had been away', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const table = join(folder, 'a/contacts.csv');
  renameSync(table, `${table}~`);
  const meets = (number: number) => {
    if (number === 3) renameSync(`${table}~`, table);
  };
  const line = `add target a --no-input --to Another --to-kind union --to-country DE --to-city Berlin --to-source Union ${DAY}`;
  const { value } = await withDisk({ folder, meets }, () => handbill(folder, line));
  expect(value).toMatchObject({ code: 0 });
  expect(readFileSync(table, 'utf8')).toMatch(/Example Ltd.*Another/s);
});

test('a file that is away just when its place is looked for is told by its name, or waited for', async () => {
  const line = `facts correct what-happened a --status withdrawn --source https://www.example.org/news ${DAY}`;
  for (const name of ['a/facts.csv', 'a/appeal.yaml']) {
    for (let at = 1; at < 14; at += 1) {
      const folder = await makeFolder(smallAppeal('a'));
      const file = join(folder, name);
      const meets = (number: number) => {
        if (number === at) renameSync(file, `${file}~`);
        if (number === at + 1) renameSync(`${file}~`, file);
      };
      const { value } = await withDisk({ folder, meets }, () => handbill(folder, line));
      if (existsSync(`${file}~`)) renameSync(`${file}~`, file);
      expect(value!.stderr, `${name} away at ${at}`).not.toMatch(/^error {2}(?:can’t| )|defect/m);
      expect(readFileSync(join(folder, 'a/facts.csv'), 'utf8')).toContain('twelve');
    }
  }
});

test('where the head is away, neither the folder around it is changed nor the example made in its place', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const head = join(folder, 'a/appeal.yaml');
  renameSync(head, `${head}~`);
  const made = await handbill(join(folder, 'a'), `make --out out --format txt ${DAY}`);
  expect(made).toMatchObject({ code: 1 });
  expect(made.stderr).toContain('The folder holds no appeal.yaml');
  expect(existsSync(join(folder, 'a/out'))).toBe(false);
  const places = new Set<string>();
  const meets = (_: number, { path }: Change) => {
    places.add(path.replace(/[^/]*$/, ''));
  };
  setTimeout(() => renameSync(`${head}~`, head), 60);
  const { value } = await withDisk({ folder, meets }, () =>
    handbill(folder, `add demand a --no-input --demand Apologise ${DAY}`),
  );
  expect(value).toMatchObject({ code: 0 });
  expect([...places]).toEqual(['a/']);
});

test.runIf(hasTool('mkfifo'))('a pipe that takes the place of a table is not waited for', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const table = join(folder, 'a/facts.csv');
  let since = 0;
  const meets = (number: number) => {
    if (number !== 2) return;
    rmSync(table);
    spawnSync('mkfifo', [table]);
    // Whoever waits for it is set free again after a while.
    spawn('sh', ['-c', 'sleep 8; [ -p "$0" ] && : > "$0"', table], { stdio: 'ignore' }).unref();
    since = performance.now();
  };
  const line = `facts correct what-happened a --status withdrawn --source https://www.example.org/news ${DAY}`;
  const { value } = await withDisk({ folder, meets }, () => handbill(folder, line));
  expect(performance.now() - since).toBeLessThan(6_000);
  expect(value).toMatchObject({ code: 1 });
  expect(value!.stderr).toContain('→ ');
});
