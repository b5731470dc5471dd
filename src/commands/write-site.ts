import { join } from 'node:path';
import { bringRecorded, type FurtherFile, PAGES } from '../batch/recorded.ts';
import { moveSiteRecords, SITE, siteRecords } from '../batch/site-records.ts';
import type { DrawnSheet } from '../batch/thumbnails.ts';
import type { PlanInput } from '../plan/planned.ts';
import { hasErrors } from '../problems.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import type { DocumentOptions } from './material.ts';
import { outFolder } from './out-folder.ts';
import type { Outcome } from './outcome.ts';
import { openSite, type SiteChoices, sheetsOf } from './site-pages.ts';
import { UsageError } from './usage.ts';
import { describeRun, runMaterial } from './write-material.ts';

/** Options of `site`. */
export type SiteOptions = DocumentOptions & SiteChoices;

/** Writes the material and the pages around it into the folder of the site below `out`, and its records beside that. */
export async function writeSite(io: Io, given: SiteOptions, named: string | undefined): Promise<Outcome> {
  checkLanguages(given.lang);
  const parent = outFolder(io, given.out, named);
  await moveSiteRecords(parent);
  const options = { ...given, out: join(given.out, SITE), records: siteRecords(parent), thumbnails: true };
  const makePages = await openSite(templateFolders(locateAppeal(io, named).path), options);
  const run = await runMaterial(io, options, named, undefined);
  const { input, result } = run;
  const made = describeRun(io, options, run);
  if (!input || !result) return made;
  const sheets = result.sheets ?? (await drawAnew(input));
  const { files, pictures, problems } = makePages(
    input,
    [...result.written, ...result.unchanged],
    sheets.map(({ picture, ...sheet }) => ({ ...sheet, draw: async () => picture })),
  );
  if (hasErrors(problems)) return { problems };
  const out = outFolder(io, options.out, named);
  let pages = 0;
  async function* eachInTurn(): AsyncGenerator<FurtherFile> {
    for (const file of files) {
      pages += 1;
      yield file;
    }
    for (const { path, draw } of pictures) {
      // Lets Ctrl-C have its turn, and what fonts were cut down to for the picture before be collected.
      await new Promise((resolve) => setImmediate(resolve));
      yield { path, content: await draw() };
    }
  }
  const brought = await bringRecorded(out, eachInTurn(), {
    record: PAGES,
    records: options.records,
    force: options.force,
    prune: true,
  });
  const name = fileFrom(io.cwd, out);
  const { say, count } = textsFor(io);
  const told = [
    say('In {folder}/: {pages}, {n} written.', {
      folder: name,
      pages: count(pages, 'page'),
      n: brought.written.length,
    }),
    say('Next: copy {folder} to any web host; {folder}/index.html is its first page.', { folder: name }),
  ];
  return {
    problems: [...run.problems, ...problems, ...brought.problems],
    data: { out: name, pages: brought.written, unchanged: brought.unchanged, removed: brought.removed },
    summary: `${made.summary ?? ''}${told.join('\n')}\n`,
  };
}

/** The leaflets of a site that lie there as they were: one at a time is laid out again. */
async function drawAnew(input: PlanInput): Promise<DrawnSheet[]> {
  const drawn: DrawnSheet[] = [];
  for (const { draw, ...sheet } of sheetsOf(input)) drawn.push({ ...sheet, picture: await draw() });
  return drawn;
}

/** The site has a folder for each language; nothing on it is in two at once. */
function checkLanguages(languages: readonly string[] | undefined): void {
  const pair = languages?.find((language) => language.includes('+'));
  if (pair === undefined) return;
  throw new UsageError(
    `--lang: each language has pages of its own here. Write ${pair.replaceAll('+', ',')} for ${pair}.`,
  );
}
