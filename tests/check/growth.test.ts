import { afterEach, expect, test, vi } from 'vitest';
import type { Problem } from '../../src/problems.ts';
import { sortProblems } from '../../src/terminal/report.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';
import { countSteps } from '../steps.ts';

afterEach(() => vi.unstubAllGlobals());

/** How many expressions and locales `check` makes of an appeal in two languages with so many facts. */
async function madeFor(facts: number): Promise<{ expressions: number; locales: number }> {
  const made = { expressions: 0, locales: 0 };
  const counting = <T extends object>(what: T, count: () => void) =>
    new Proxy(what, {
      construct: (target, args) => {
        count();
        return Reflect.construct(target as never, args) as object;
      },
    });
  const rows = Array.from(
    { length: facts },
    (_, i) =>
      `f-${i},event,2026-05-01,On 1 May 2026 at gate ${i} they came.,Am 1. Mai 2026 an Tor ${i}.,source-1,reported\n`,
  );
  const files = smallAppeal('a', {
    'facts.csv': `id,role,date,text.en,text.de,sources,status\n${rows.join('')}`,
  });
  const cwd = await makeFolder(files);
  vi.stubGlobal(
    'RegExp',
    counting(RegExp, () => made.expressions++),
  );
  vi.stubGlobal('Intl', {
    ...Object.fromEntries(Object.getOwnPropertyNames(Intl).map((name) => [name, Intl[name as never]])),
    Locale: counting(Intl.Locale, () => made.locales++),
  });
  await handbill(cwd, 'check a');
  vi.unstubAllGlobals();
  return made;
}

test('a further fact makes no expression of its language anew, and asks for no script again', async () => {
  await madeFor(60);
  expect(await madeFor(60)).toEqual(await madeFor(10));
});

test('findings in as many files are sorted in as many steps', async () => {
  const steps = (n: number) =>
    countSteps(async () =>
      sortProblems(
        Array.from(
          { length: n },
          (_, i): Problem => ({ severity: 'error', code: 'encoding', message: 'x', at: { file: `/a/${i}` } }),
        ),
        '/',
      ),
    );
  expect(await steps(2_000)).toBeLessThan(2.3 * (await steps(1_000)));
});
