import { expect, test } from 'vitest';
import { KINDS } from './bench/growth-kinds.mjs';
import { handbill } from './commands/run.ts';
import { makeFolder } from './folder.ts';
import { countSteps } from './steps.ts';

/** How many times as much a doubling may cost, what each run costs left aside. */
const MOST = 2.3;

/** Steps by which runs of the same command differ, as names of temporary files do. */
const NOISE = 100;

/** Steps of the command over so many items. */
async function stepsOf(kind: string, n: number): Promise<number> {
  const { files, line, before } = KINDS[kind]!;
  const given = Object.entries(files(n)).flatMap(([name, content]) =>
    content === undefined ? [] : [[name, content] as const],
  );
  const cwd = await makeFolder(Object.fromEntries(given));
  if (before) await handbill(cwd, before);
  return countSteps(() => handbill(cwd, line));
}

/** The fewest of some that show how they grow; of others a small part of the most. */
const LEAST: Readonly<Record<string, number>> = {
  'events, `make`': 31,
  'languages of an appeal, `check`': 50,
  'events in 4 languages, `site`': 12,
};

/**
 * Kinds whose cost isn't that of refusing them. The parser of templates looks at what is left of one at each of its parts,
 * though only at its beginning, so that its steps don't tell what it takes. A site in 20 languages takes half a minute of
 * computing for four sizes; in four it grows alike.
 */
const GROWING = Object.entries(KINDS).flatMap(([kind, { most }]) =>
  kind.includes('refused') || kind.includes('template') || kind.includes('20 languages')
    ? []
    : [{ kind, least: LEAST[kind] ?? Math.ceil(most / (most > 3_000 ? 64 : 16)) }],
);

test.each(GROWING)('$kind: steps grow with the input, and no faster', async ({ kind, least }) => {
  // What is read but once is read before.
  await stepsOf(kind, 1);
  const steps: number[] = [];
  for (const n of [least, 2 * least, 4 * least]) steps.push(await stepsOf(kind, n));
  const [one, two, four] = steps as [number, number, number];
  if (process.env.HANDBILL_SHOW) console.log(kind, least, steps, ((four - two) / (two - one)).toFixed(2));
  // What isn't gone through at all, such as the levels of a manifest, takes the same steps each time.
  expect(four - two).toBeLessThan(MOST * (two - one) + NOISE);
});
