import { expect, test } from 'vitest';
import type { Problem } from '../../src/problems.ts';
import type { Io } from '../../src/terminal/io.ts';
import { reportProblems, sortProblems } from '../../src/terminal/report.ts';
import { formatTable } from '../../src/terminal/table.ts';
import { problems } from './problems.ts';

const sink = { write: () => true };
const io: Io = { stdout: sink, stderr: sink, cwd: '/home/x', env: {}, now: new Date(0), isTTY: false };

test('a report groups by file in the order of lines, and wraps at 80 columns', () => {
  expect(reportProblems(problems, io)).toBe(
    `my-appeal/facts.csv:1:9  error  no column "plaec"
my-appeal/facts.csv:12:5  error  expected a date such as 2011-12-16, or 2011-12
    or 2011 if the day is not known, found "16.12.2011"
    → Write the year first.

c.csv:2  warning  no street

2 errors, 1 warning
`,
  );
});

test('many findings of one kind are shown by the first few and their number; errors all', () => {
  const hint = 'Shorten it.';
  const alike = (severity: Problem['severity'], n: number): Problem[] =>
    Array.from({ length: n }, (_, i) => ({
      severity,
      code: 'overfull-page',
      message: `page ${i + 1}`,
      hint,
    }));
  expect(reportProblems(alike('notice', 20), io)).toBe(
    `notice  page 1
    → Shorten it.
notice  page 2
    → Shorten it.
    … and 18 more of this kind; --json lists all.

20 notices
`,
  );
  expect(reportProblems(alike('error', 20), io)).toContain('page 20');
});

test('colours come on a terminal, not with NO_COLOR, always with FORCE_COLOR', () => {
  const isColoured = (isTTY: boolean, env: Io['env']) =>
    reportProblems(problems, { ...io, isTTY, env }).includes('\x1b[');
  expect([isColoured(false, {}), isColoured(true, {}), isColoured(true, { TERM: 'dumb' })]).toEqual([
    false,
    true,
    false,
  ]);
  expect([isColoured(true, { NO_COLOR: '1' }), isColoured(false, { FORCE_COLOR: '1' })]).toEqual([
    false,
    true,
  ]);
});

test('a problem that is found twice is told once', () => {
  expect(sortProblems([...problems, ...problems], '/home/x')).toHaveLength(3);
});

test('a table keeps to its width and cuts the last column', () => {
  const table = formatTable(['ID', 'NAME'], [['kz-de-berlin', 'Embassy of the Republic of Kazakhstan']], 30);
  expect(table).toBe('ID            NAME\nkz-de-berlin  Embassy of the…\n');
});
