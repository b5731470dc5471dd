import { defineConfig } from 'vitest/config';

/** The same cases each time, but in `npm run torture`, which draws new ones; HANDBILL_SEED repeats those of a run. */
const FIXED_SEED = 20111216;

// The long form of the torture tests runs by `npm run torture` and in CI, the short form in every other run. With
// `--mode short`, slow tests and torture are left out: so CI runs the others on each Node.
export default defineConfig(({ mode }) => {
  const isTorture = mode === 'torture';
  const isShort = mode === 'short';
  const { HANDBILL_CI, HANDBILL_SEED } = process.env;
  const drawn = isTorture ? Math.floor(Math.random() * 2 ** 31) : FIXED_SEED;
  return {
    test: {
      include: ['tests/**/*.test.ts'],
      exclude: isShort ? ['tests/**/*.slow.test.ts', 'tests/torture/**'] : [],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // handbill speaks the language of the locale; what the tests expect is English.
      env: { LC_ALL: 'C.UTF-8' },
      globalSetup: ['tests/torture/table.ts'],
      provide: {
        tortureIsLong: isTorture || (HANDBILL_CI !== undefined && !isShort),
        tortureSeed: HANDBILL_SEED === undefined ? drawn : Number(HANDBILL_SEED),
      },
    },
  };
});
