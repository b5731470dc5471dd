import { join } from 'node:path';
import { keepDrawn, readDrawn, recallPicture, recallSheets } from '../batch/drawn.ts';
import { bringRecorded, type FurtherFile, PAGES } from '../batch/recorded.ts';
import { moveSiteRecords, SITE, siteRecords } from '../batch/site-records.ts';
import type { DrawnSheet } from '../batch/thumbnails.ts';
import { setEngineFlag } from '../engine.ts';
import { hashOfValue, hashRun } from '../plan/inputs.ts';
import type { PlanInput } from '../plan/planned.ts';
import { hasErrors } from '../problems.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { hashOf } from '../write/files.ts';
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
  // Hundreds of pages leave much behind, beside what the material still holds.
  setEngineFlag('--heap-growing-percent=50');
  const out = outFolder(io, options.out, named);
  // Pictures for sharing bear the address.
  const from = hashOfValue([hashRun(input), options.url]);
  const drawn = readDrawn(options.records, from);
  const material = [...result.written, ...result.unchanged];
  const sheets = result.sheets ?? recallSheets(out, drawn, new Set(material)) ?? (await drawAnew(input));
  const { files, pictures, problems } = makePages(
    input,
    material,
    sheets.map(({ picture, ...sheet }) => ({ ...sheet, draw: async () => picture })),
  );
  if (hasErrors(problems)) return { problems };
  let pages = 0;
  const hashes: Record<string, string> = {};
  async function* eachInTurn(): AsyncGenerator<FurtherFile> {
    for (const file of files) {
      pages += 1;
      yield file;
    }
    for (const { path, draw } of pictures) {
      // Lets Ctrl-C have its turn, and what fonts were cut down to for the picture before be collected.
      await new Promise((resolve) => setImmediate(resolve));
      const content = recallPicture(out, path, drawn) ?? (await draw());
      hashes[path] = hashOf(content);
      yield { path, content };
    }
  }
  const brought = await bringRecorded(out, eachInTurn(), {
    record: PAGES,
    records: options.records,
    force: options.force,
    prune: true,
  });
  if (result.kept.length === 0 && !hasErrors(run.problems)) {
    const notes = sheets.map(({ path, height }) => ({ path, height }));
    await keepDrawn(options.records, { from, sheets: notes, pictures: hashes });
  }
  const name = fileFrom(io.cwd, out);
  return {
    problems: [...run.problems, ...problems, ...brought.problems],
    data: { out: name, pages: brought.written, unchanged: brought.unchanged, removed: brought.removed },
    summary: `${made.summary ?? ''}${describePages(io, name, pages, brought.written.length)}`,
  };
}

/** Where the pages are, and what to do with them. */
function describePages(io: Io, folder: string, pages: number, written: number): string {
  const { say, count } = textsFor(io);
  const told = [
    say('In {folder}/: {pages}, {n} written.', {
      folder,
      pages: count(pages, 'page'),
      n: written,
    }),
    say('Next: copy {folder} to any web host; {folder}/index.html is its first page.', { folder }),
  ];
  return `${told.join('\n')}\n`;
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
