import { execFileSync } from 'node:child_process';
import { defineConfig } from 'vitest/config';

/** The cases of every run but in CI and by `npm run torture`; HANDBILL_SEED repeats those of a run. */
const FIXED_SEED = 20111216;

/** The day of the commit: CI draws other cases from day to day, and the same for the same commit. */
function seedOfDay(): number {
  try {
    const log = execFileSync('git', ['log', '-1', '--format=%cs'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    return Number(log.replaceAll('-', '')) || FIXED_SEED;
  } catch {
    return FIXED_SEED; // This is no clone.
  }
}

// `npm run torture` tries everything, and draws new random cases; CI tries some of all, any other run a few. With
// `--mode short`, slow tests and torture are left out: so CI runs the others on each Node.
export default defineConfig(({ mode }) => {
  const isTorture = mode === 'torture';
  const isShort = mode === 'short';
  const { HANDBILL_CI, HANDBILL_SEED } = process.env;
  const isCi = HANDBILL_CI !== undefined && !isShort;
  const drawn = isTorture ? Math.floor(Math.random() * 2 ** 31) : isCi ? seedOfDay() : FIXED_SEED;
  return {
    test: {
      include: ['tests/**/*.test.ts'],
      exclude: isShort ? ['tests/**/*.slow.test.ts', 'tests/torture/**'] : [],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // A browser on a busy machine takes its time; what never comes fails all the same.
      expect: { poll: { timeout: 15_000 } },
      // handbill speaks the language of the locale; what the tests expect is English.
      env: { LC_ALL: 'C.UTF-8' },
      globalSetup: ['tests/torture/table.ts'],
      provide: {
        tortureExtent: isTorture ? 'all' : isCi ? 'some' : 'few',
        tortureSeed: HANDBILL_SEED === undefined ? drawn : Number(HANDBILL_SEED),
      },
    },
  };
});
