import '../torture/disk.ts'; // Before anything that writes.
import { appendFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readSource } from '../../src/read/source.ts';
import { changeFolder } from '../../src/write/change.ts';
import { HOLDER } from '../../src/write/holder.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { withDisk } from '../torture/disk.ts';
import { drawFrom } from '../torture/draw.ts';
import { extent, seed, tally } from '../torture/tally.ts';

const HEAD = 'id\n';

/** Adds a row, as every change does: read, wait, publish. */
function addRow(folder: string, row: string, pause: () => Promise<unknown> = async () => undefined) {
  const file = join(folder, 'rows.csv');
  return changeFolder(folder, async (publish) => {
    const { text, sha256 } = await readSource(file);
    await pause();
    publish(new Map([[file, `${text}${row}\n`]]), [{ file, sha256 }]);
  });
}

async function rowsOf(folder: string): Promise<string[]> {
  return (await readSource(join(folder, 'rows.csv'))).text.split('\n').slice(1, -1).sort();
}

test('two changes at once, and an editor between: each row is there, once', async () => {
  const rounds = extent === 'all' ? 500 : 25;
  let survived = 0;
  for (let round = 0; round < rounds; round += 1) {
    const draw = drawFrom(seed + round);
    const folder = await makeFolder({ 'rows.csv': HEAD });
    const wanted: string[] = [];
    let edits = 0;
    // An editor saves while a change is being decided, but not for ever.
    const pause = async () => {
      await setTimeout(draw() * 3);
      if (draw() > 0.6 || edits === 4) return;
      const row = `edit-${edits++}`;
      wanted.push(row);
      const { text } = await readSource(join(folder, 'rows.csv'));
      await writeFile(join(folder, 'rows.csv'), `${text}${row}\n`);
    };
    const changes = ['a', 'b', 'c'].slice(0, 2 + (round % 2));
    await Promise.all(changes.map((row) => addRow(folder, row, pause)));
    expect(await rowsOf(folder), `HANDBILL_SEED=${seed}, round ${round}`).toEqual(
      [...changes, ...wanted].sort(),
    );
    expect(await listFiles(folder)).toEqual(['rows.csv']);
    survived += 1;
  }
  tally({ part: 'faults', what: 'changes and an editor at once', cases: rounds, survived });
});

test('what is saved again and again keeps the change from being written, and says so', async () => {
  const folder = await makeFolder({ 'rows.csv': HEAD });
  let edits = 0;
  const edit = () => writeFile(join(folder, 'rows.csv'), `${HEAD}edit-${edits++}\n`);
  await expect(addRow(folder, 'a', edit)).rejects.toMatchObject({
    problems: [
      { code: 'input-changed', message: expect.stringMatching(/^rows\.csv was changed again and again/) },
    ],
  });
  expect(await rowsOf(folder)).toEqual([`edit-${edits - 1}`]);
  expect(await listFiles(folder)).toEqual(['rows.csv']);
});

test('what is saved while the new text is still being written is not lost', async () => {
  const folder = await makeFolder({ 'rows.csv': HEAD });
  const file = join(folder, 'rows.csv');
  let edits = 0;
  await changeFolder(folder, async (publish) => {
    const { text, sha256 } = await readSource(file);
    const pieces = function* () {
      yield text;
      if (edits++ === 0) appendFileSync(file, 'edit\n');
      yield 'a\n';
    };
    publish(new Map([[file, pieces()]]), [{ file, sha256 }]);
  });
  expect(await rowsOf(folder)).toEqual(['a', 'edit']);
  expect(await listFiles(folder)).toEqual(['rows.csv']);
});

test('a file that nobody had read isn’t written over', async () => {
  const folder = await makeFolder({ 'new.csv': 'somebody’s' });
  const change = changeFolder(folder, async (publish) =>
    publish(new Map([[join(folder, 'new.csv'), 'ours']]), []),
  );
  await expect(change).rejects.toMatchObject({ problems: [{ code: 'input-changed' }] });
});

test('the mark of a dead process is swept away, that of another machine is told', {
  timeout: 60_000,
}, async () => {
  const folder = await makeFolder({ 'rows.csv': HEAD });
  const dead = HOLDER.replace(/^\d+-\d+/, '4194305-1');
  await writeFile(join(folder, `.handbill-data-run-${dead}`), '');
  await addRow(folder, 'a');
  expect(await listFiles(folder)).toEqual(['rows.csv']);
});

test('a link within the folder is written through; one that leads out is refused', async () => {
  const folder = await makeFolder({ 'in/real.csv': HEAD, 'outside.csv': HEAD });
  const inside = join(folder, 'in');
  await symlink('real.csv', join(inside, 'rows.csv'));
  await addRow(inside, 'a');
  expect((await readSource(join(inside, 'real.csv'))).text).toBe('id\na\n');
  const out = await makeFolder();
  await symlink(join(folder, 'outside.csv'), join(out, 'rows.csv'));
  await expect(addRow(out, 'a')).rejects.toMatchObject({
    problems: [
      {
        code: 'write-failed',
        message: 'rows.csv can’t be written: it is a link that leads out of its folder.',
      },
    ],
  });
  expect((await readSource(join(folder, 'outside.csv'))).text).toBe(HEAD);
});

test.each([
  ['the record', /\.together$/, 'rows.csv'],
  ['the file before it', /(^|\/)rows\.csv$/, 'more.csv'],
])('what is saved while %s takes its place is not lost', async (_, place, saved) => {
  const folder = await makeFolder({ 'rows.csv': HEAD, 'more.csv': HEAD });
  const names = ['rows.csv', 'more.csv'];
  let tries = 0;
  let isSaved = false;
  const only = ({ call, path }: { call: string; path: string }) => {
    if (call !== 'rename' || !place.test(path) || isSaved) return false;
    isSaved = true;
    appendFileSync(join(folder, saved), 'edit\n');
    return false;
  };
  await withDisk({ folder, only }, () =>
    changeFolder(folder, async (publish) => {
      tries += 1;
      const sources = await Promise.all(names.map((name) => readSource(join(folder, name))));
      publish(new Map(sources.map(({ file, text }) => [file, `${text}a\n`])), sources);
    }),
  );
  expect(tries).toBe(2);
  for (const name of names) {
    const { text } = await readSource(join(folder, name));
    expect(text).toBe(name === saved ? `${HEAD}edit\na\n` : `${HEAD}a\n`);
  }
  expect(await listFiles(folder)).toEqual(['more.csv', 'rows.csv']);
});
