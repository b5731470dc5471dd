import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

test('a file in which 150,000 values are wrong is told as wrong', { timeout: 60_000 }, async () => {
  const { 'a/facts.csv': _, ...files } = smallAppeal('a');
  const cwd = await makeFolder({ ...files, 'a/facts.json': `[${'1,'.repeat(150_000)}1]` });
  const { code, stderr } = await handbill(cwd, 'check a');
  expect(stderr.slice(0, 300)).toContain('a/facts.json:1:2');
  expect(code).toBe(1);
});
