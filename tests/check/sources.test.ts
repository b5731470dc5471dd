import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test.each([
  [`archived: https://web.archive.org/web/2026/https://example.org/\n    sha256: ${HASH}`, 0, ''],
  ['archived: web.archive.org/x', 1, 'begins with https://'],
  [`sha256: ${HASH.slice(1)}`, 1, 'expected 64 digits'],
  [`sha256: ${HASH.toUpperCase()}`, 1, 'expected 64 digits'],
])('a source’s copy in an archive, and the hash of a saved one: %s', async (lines, code, told) => {
  const { 'a/appeal.yaml': head = '', ...files } = smallAppeal('a');
  const cwd = await makeFolder({ ...files, 'a/appeal.yaml': withSource(head, lines) });
  const ran = await handbill(cwd, 'check a');
  expect(ran.code, ran.stderr).toBe(code);
  expect(ran.stderr.replace(/\s+/g, ' ')).toContain(told);
});

/** The head with further lines in its first source. */
function withSource(head: string, lines: string): string {
  const changed = head.replace(/(\nsources:\n {2}- id: [^\n]*\n)/, `$1    ${lines}\n`);
  expect(changed).not.toBe(head);
  return changed;
}
