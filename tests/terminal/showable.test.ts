import { expect, test } from 'vitest';
import { printOutcome } from '../../src/commands/outcome.ts';
import { reportProblems } from '../../src/terminal/report.ts';
import { formatTable } from '../../src/terminal/table.ts';

const io = {
  stdout: { write: () => undefined },
  stderr: { write: () => undefined },
  cwd: '/',
  env: {},
  now: new Date(0),
  isTTY: false,
};

test('nothing from a file moves the cursor, sets a title, turns letters round, or fills the screen', () => {
  const message = `found \u001b[2J\u001b]0;title\u0007 \u009b1m \u202eabc ${'x'.repeat(100_000)}`;
  const at = { file: '/a\u001b[1A.csv', line: 1, column: 2 };
  const report = reportProblems(
    [{ severity: 'error', code: 'bad-value', message, at, hint: '\r\u001b[K', excerpt: 'a\u001bc' }],
    io,
  );
  expect(report).toContain('\\u001b[2J');
  expect(report).toContain('\\u202eabc');
  expect(report.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202A-\u202E]/u);
  expect(report.length).toBeLessThan(2000);
  expect(formatTable(['name'], [['\u001b[8mhidden']], 80)).toBe('name\n\\u001b[8mhidden\n');
});

test.each([
  ['a terminal', true, 'Title: \\u001b]0;x\\u0007\\u202eabc\r\n'],
  ['a file', false, 'Title: \u001b]0;x\u0007\u202eabc\r\n'],
])(
  'what a command says can’t steer a terminal; what goes into a file stays as it is: %s',
  async (_, isShown, text) => {
    const said: string[] = [];
    const stdout = { write: (piece: string) => void said.push(piece) };
    const outcome = { text: 'Title: \u001b]0;x\u0007\u202eabc\r\n', summary: 'Now \u001b[2J.\n' };
    await printOutcome({ io: { ...io, stdout, isShown }, exitCode: 0 }, 'x', { input: false }, outcome);
    expect(said.join('')).toBe(`${text}Now \\u001b[2J.\n`);
  },
);
