import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readSettled } from '../../src/commands/settled-appeal.ts';
import { HOLDER } from '../../src/write/holder.ts';
import { makeFolder } from '../folder.ts';
import { smallAppeal } from './small-appeal.ts';

test('an appeal is read once all files of a change have taken their places', async () => {
  const folder = join(await makeFolder(smallAppeal('a')), 'a');
  const [head, record] = [join(folder, 'appeal.yaml'), join(folder, `.handbill-${HOLDER}.together`)];
  writeFileSync(record, '');
  const reading = readSettled(folder, {});
  await setTimeout(100);
  writeFileSync(head, `${readFileSync(head, 'utf8')}# changed\n`);
  rmSync(record);
  expect((await reading).files?.head.text).toContain('# changed');
});

test('one that goes on changing is read as it comes', async () => {
  const folder = join(await makeFolder(smallAppeal('a')), 'a');
  writeFileSync(join(folder, `.handbill-${HOLDER}.together`), '');
  expect((await readSettled(folder, {})).files?.head.text).toContain('title');
});

test('a head that an editor takes away for a moment is waited for', async () => {
  const folder = join(await makeFolder(smallAppeal('a')), 'a');
  const head = join(folder, 'appeal.yaml');
  renameSync(head, `${head}~`);
  const reading = readSettled(folder, {});
  await setTimeout(20);
  renameSync(`${head}~`, head);
  expect((await reading).files?.head.text).toContain('title');
});

test('a folder of tables without a head is told as that', async () => {
  const folder = join(await makeFolder(smallAppeal('a')), 'a');
  rmSync(join(folder, 'appeal.yaml'));
  const { problems } = await readSettled(folder, {});
  expect(problems).toMatchObject([{ code: 'not-an-appeal' }]);
});
