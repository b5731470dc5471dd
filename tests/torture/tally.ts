import { appendFileSync } from 'node:fs';
import { inject, type TestAPI, test } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** How much is tried. */
    readonly tortureExtent: Extent;
    /** What random cases are drawn from. */
    readonly tortureSeed: number;
    /** File that gathers what the torture tests count. */
    readonly tortureTally: string;
  }
}

/** How much is tried: in seconds, in minutes (CI, drawn by the seed), or everything there is (`npm run torture`). */
export type Extent = 'few' | 'some' | 'all';

/** What one torture test counted. */
export interface Count {
  /** Heading in the table: `hostile data`, `faults`. */
  readonly part: string;
  /** What was tried: `CSV`, `full disk`. */
  readonly what: string;
  /** Cases tried. */
  readonly cases: number;
  /** Cases after which all was as it should be. */
  readonly survived: number;
  /** The longest that one case took, in milliseconds. */
  readonly slowest?: number | undefined;
  /** The most memory that one case took beyond what was in use before, in MB. */
  readonly memory?: number | undefined;
}

/** How much is tried. */
export const extent = inject('tortureExtent');

/** False where tests may take seconds only. */
export const isLong = extent !== 'few';

/** A test of the long form only. */
export const testLong: TestAPI = isLong ? test : (test.skip as TestAPI);

/** What random cases are drawn from; HANDBILL_SEED sets it. */
export const seed = inject('tortureSeed');

/** Notes what a test counted; the table at the end of the run shows it. Call it before failing, too. */
export function tally(count: Count): void {
  appendFileSync(inject('tortureTally'), `${JSON.stringify(count)}\n`);
}
