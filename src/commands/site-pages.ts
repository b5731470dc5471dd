import { drawPictures } from '../batch/pictures.ts';
import { renderSite } from '../batch/site.ts';
import type { SiteFile, SitePicture } from '../batch/site-parts.ts';
import { layoutSheets, listThumbnails, type Sheet } from '../batch/thumbnails.ts';
import { checkSiteWords } from '../check/site.ts';
import { compilePages } from '../merge/page-template.ts';
import { gatherTemplates } from '../merge/template.ts';
import { firstDay } from '../model/values.ts';
import { planDataOf, planMaterial, startPlanner } from '../plan/plan.ts';
import type { PlanInput } from '../plan/planned.ts';
import { planSite } from '../plan/site.ts';
import { siteLayouts } from '../plan/site-letter.ts';
import { hasErrors, type Problem, ProblemError } from '../problems.ts';
import { readSite } from '../read/site.ts';
import { finding } from '../wordings.ts';

/** What shapes a site besides its appeal. */
export interface SiteChoices {
  readonly lang?: readonly string[] | undefined;
  /** Address that it will have. */
  readonly url?: string | undefined;
  readonly embed?: boolean | undefined;
}

/** The pages of a site with all that they need, and the pictures on them. */
interface SitePages {
  /** Each is rendered when it is asked for, once. */
  readonly files: Iterable<SiteFile>;
  readonly pictures: readonly SitePicture[];
  readonly problems: readonly Problem[];
}

/** Makes the pages of a site around material that lies at these paths below it, and shows these leaflets of it. */
type SiteMaker = (input: PlanInput, material: readonly string[], sheets: Iterable<Sheet>) => SitePages;

/** The leaflets of a site, each laid out when it is asked for. */
export function sheetsOf(input: PlanInput): Iterable<Sheet> {
  return layoutSheets(planMaterial(input).jobs, startPlanner(planDataOf(input), input.fonts), input.fonts);
}

/** Reads the templates and words of a site. Throws ProblemError where there is an error in one. */
export async function openSite(
  folders: Parameters<typeof readSite>[0],
  { lang, url, embed }: SiteChoices,
): Promise<SiteMaker> {
  const read = await readSite(folders);
  const siteWords = checkSiteWords(read.words);
  const templates = compilePages(read.pages);
  const found = [...siteWords.problems, ...templates.problems];
  if (found.length > 0) throw new ProblemError(found);
  const scripts = Object.fromEntries(Object.entries(read.scripts).map(([name, { text }]) => [name, text]));
  return (input, material, sheets) => {
    const { editions, problems } = planSite({
      ...input,
      date: input.settings.date,
      templates: gatherTemplates(input.templateFiles),
      siteWords: siteWords.words,
      languages: lang,
    });
    if (hasErrors(problems)) return { files: [], pictures: [], problems };
    const { words, fonts, campaign } = input;
    const planner = startPlanner(planDataOf(input), fonts);
    const labels = new Map(editions.map((edition) => [edition.words.language, edition.labels]));
    const languages = editions.map((edition) => edition.words.language);
    const thumbnails = listThumbnails(sheets, words, labels);
    const pictures = drawPictures(campaign.isAtRest ? [] : languages, planner, fonts, labels, url);
    const files = renderSite({
      campaign,
      editions,
      style: read.style.text,
      scripts,
      render: templates.render,
      layouts: siteLayouts(),
      embed,
      material,
      leaflets: thumbnails.links,
      pictures: pictures.links,
      url,
      stamp: firstDay(input.settings.date),
    });
    const drafts = editions.filter(
      ({ words: { language, signed } }) => siteWords.words.get(language)?.review === 'draft' && !signed?.site,
    );
    const tags = drafts.map((edition) => edition.words.language).join(', ');
    const told = drafts.length > 0 ? [finding('warning', 'draft-translation/site', { tags })] : [];
    return {
      files,
      pictures: [...thumbnails.pictures, ...pictures.pictures],
      problems: [...problems, ...told],
    };
  };
}
