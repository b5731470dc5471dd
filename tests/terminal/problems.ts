import type { Problem } from '../../src/problems.ts';

/** Problems of two files, not in their order. */
export const problems: Problem[] = [
  {
    severity: 'error',
    code: 'bad-date',
    message:
      'expected a date such as 2011-12-16, or 2011-12 or 2011 if the day is not known, found "16.12.2011"',
    at: { file: '/home/x/my-appeal/facts.csv', line: 12, column: 5 },
    hint: 'Write the year first.',
  },
  {
    severity: 'warning',
    code: 'no-post-address',
    message: 'no street',
    at: { file: '/home/x/c.csv', line: 2 },
  },
  {
    severity: 'error',
    code: 'unknown-key',
    message: 'no column "plaec"',
    at: { file: '/home/x/my-appeal/facts.csv', line: 1, column: 9 },
  },
];
