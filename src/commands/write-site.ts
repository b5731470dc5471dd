import { resolve } from 'node:path';
import { bringPages } from '../batch/pages.ts';
import { drawPictures } from '../batch/pictures.ts';
import { renderSite } from '../batch/site.ts';
import { drawThumbnails } from '../batch/thumbnails.ts';
import { checkSiteWords } from '../check/site.ts';
import { gatherTemplates } from '../merge/template.ts';
import { firstDay } from '../model/values.ts';
import { ingredientsOf, planMaterial, startPlanner } from '../plan/plan.ts';
import { planSite } from '../plan/site.ts';
import { hasErrors } from '../problems.ts';
import { readSite } from '../read/site.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import type { MaterialOptions } from './material.ts';
import type { Outcome } from './outcome.ts';
import { prepareFor } from './plan.ts';
import { writeMaterial } from './write-material.ts';

export interface SiteOptions extends MaterialOptions {
  readonly url?: string;
}

/** Writes the material and the pages around it below `out`. */
export async function writeSite(io: Io, options: SiteOptions, named: string | undefined): Promise<Outcome> {
  const made = await writeMaterial(io, options, named, undefined);
  if (hasErrors(made.problems ?? [])) return made;
  const { input } = await prepareFor(io, { ...options, quiet: true }, named, undefined);
  const files = await readSite(templateFolders(locateAppeal(io, named).path));
  const siteWords = checkSiteWords(files.words);
  if (!input || siteWords.problems.length > 0) return { problems: siteWords.problems };
  const { editions, problems } = planSite({
    ...input,
    templates: gatherTemplates(input.templateFiles),
    siteWords: siteWords.words,
    languages: options.lang,
  });
  if (hasErrors(problems)) return { problems };
  const out = resolve(io.cwd, options.out);
  const data = made.data as { written: string[]; unchanged: string[] };
  const planner = startPlanner(ingredientsOf(input), input.fonts);
  const thumbnails = await drawThumbnails(planMaterial(input).jobs, planner, input.words, input.fonts);
  const languages = editions.map(({ words }) => words.language);
  const pictures = await drawPictures(languages, planner, input.fonts);
  const pages = renderSite({
    campaign: input.campaign,
    editions,
    style: files.style.text,
    script: files.script.text,
    material: [...data.written, ...data.unchanged],
    leaflets: thumbnails.links,
    pictures: pictures.links,
    url: options.url,
    stamp: firstDay(input.date),
  });
  const brought = await bringPages(
    out,
    [...pages, ...thumbnails.files, ...pictures.files],
    options.force === true,
  );
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
    problems: [...(made.problems ?? []), ...problems, ...brought.problems],
    data: { out: name, pages: brought.written, unchanged: brought.unchanged, removed: brought.removed },
    summary: `${made.summary ?? ''}${told.join('\n')}\n`,
  };
}
