import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { watchPaths } from '../../src/commands/watch.ts';
import { makeFolder } from '../folder.ts';

test('work is done at once, again after a save, and ends on a signal', async () => {
  const folder = await makeFolder({ 'facts.csv': 'a', 'out/x': '' });
  const stop = new AbortController();
  let rounds = 0;
  const watching = watchPaths(
    [folder, join(folder, 'templates')],
    async () => {
      rounds += 1;
    },
    { signal: stop.signal, ignore: join(folder, 'out') },
  );
  await vi.waitFor(() => expect(rounds).toBe(1));
  await writeFile(join(folder, 'facts.csv'), 'b');
  await vi.waitFor(() => expect(rounds).toBe(2));
  await writeFile(join(folder, '.facts.csv.swp'), 'noise');
  await writeFile(join(folder, 'out/x'), 'our own');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(rounds).toBe(2);
  stop.abort();
  await watching;
});
