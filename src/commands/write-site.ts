import { join } from 'node:path';
import { drawPictures } from '../batch/pictures.ts';
import { bringRecorded, PAGES } from '../batch/recorded.ts';
import { renderSite } from '../batch/site.ts';
import { moveSiteRecords, SITE, siteRecords } from '../batch/site-records.ts';
import { drawThumbnails } from '../batch/thumbnails.ts';
import { checkSiteWords } from '../check/site.ts';
import { compilePages } from '../merge/page-template.ts';
import { gatherTemplates } from '../merge/template.ts';
import { firstDay } from '../model/values.ts';
import { ingredientsOf, planMaterial, startPlanner } from '../plan/plan.ts';
import { planSite } from '../plan/site.ts';
import { siteLayouts } from '../plan/site-letter.ts';
import { hasErrors } from '../problems.ts';
import { readSite } from '../read/site.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import type { MaterialOptions } from './material.ts';
import { outFolder } from './out-folder.ts';
import type { Outcome } from './outcome.ts';
import { UsageError } from './usage.ts';
import { describeRun, runMaterial } from './write-material.ts';

export interface SiteOptions extends MaterialOptions {
  readonly url?: string;
  readonly embed?: boolean;
}

/** Writes the material and the pages around it into the folder of the site below `out`, and its records beside that. */
export async function writeSite(io: Io, given: SiteOptions, named: string | undefined): Promise<Outcome> {
  checkLanguages(given.lang);
  const parent = outFolder(io, given.out, named);
  await moveSiteRecords(parent);
  const options = { ...given, out: join(given.out, SITE), records: siteRecords(parent) };
  const files = await readSite(templateFolders(locateAppeal(io, named).path));
  const siteWords = checkSiteWords(files.words);
  if (siteWords.problems.length > 0) return { problems: siteWords.problems };
  const templates = compilePages(files.pages);
  if (templates.problems.length > 0) return { problems: templates.problems };
  const run = await runMaterial(io, options, named, undefined);
  const { input, result } = run;
  const made = describeRun(io, options, run);
  if (!input || !result) return made;
  const { editions, problems } = planSite({
    ...input,
    date: input.settings.date,
    templates: gatherTemplates(input.templateFiles),
    siteWords: siteWords.words,
    languages: options.lang,
  });
  if (hasErrors(problems)) return { problems };
  const out = outFolder(io, options.out, named);
  const planner = startPlanner(ingredientsOf(input), input.fonts);
  const labels = new Map(editions.map((edition) => [edition.words.language, edition.labels]));
  const thumbnails = await drawThumbnails(
    planMaterial(input).jobs,
    planner,
    input.words,
    input.fonts,
    labels,
  );
  const languages = editions.map(({ words }) => words.language);
  const pictures = await drawPictures(languages, planner, input.fonts, labels, options.url);
  const pages = renderSite({
    campaign: input.campaign,
    editions,
    style: files.style.text,
    scripts: Object.fromEntries(Object.entries(files.scripts).map(([name, { text }]) => [name, text])),
    render: templates.render,
    layouts: siteLayouts(),
    embed: options.embed,
    material: [...result.written, ...result.unchanged],
    leaflets: thumbnails.links,
    pictures: pictures.links,
    url: options.url,
    stamp: firstDay(input.settings.date),
  });
  const brought = await bringRecorded(out, [...pages, ...thumbnails.files, ...pictures.files], {
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
      pages: count(pages.length, 'page'),
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

/** The site has a folder for each language; nothing on it is in two at once. */
function checkLanguages(languages: readonly string[] | undefined): void {
  const pair = languages?.find((language) => language.includes('+'));
  if (pair === undefined) return;
  throw new UsageError(
    `--lang: each language has pages of its own here. Write ${pair.replaceAll('+', ',')} for ${pair}.`,
  );
}
