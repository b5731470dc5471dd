import { checkAppeal } from '../../src/check/appeal.ts';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutMaterial } from '../../src/layout/material.ts';
import { LEAFLET_PAPERS, type LeafletPaperId } from '../../src/layout/styles/leaflet.ts';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates, type TemplateSet } from '../../src/merge/template.ts';
import type { Campaign } from '../../src/model/campaign.ts';
import type { LeafletKind, LeafletStyle } from '../../src/model/material.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import type { Words } from '../../src/model/words.ts';
import { readWording } from '../../src/plan/wording.ts';
import { readAppeal } from '../../src/read/appeal.ts';
import { expectClear, expectSound } from './geometry.ts';

/** The bundled appeal, read, with its templates and fonts. */
export interface Bundled {
  readonly fonts: FontBook;
  readonly campaign: Campaign;
  readonly words: ReadonlyMap<string, Words>;
  readonly templates: TemplateSet;
}

export async function readBundled(): Promise<Bundled> {
  const { files } = await readAppeal('data/zhanaozen', {});
  const { campaign } = checkAppeal(files!, { today: '2011-12-19' });
  const { words, templateFiles } = await readWording(['templates'], {});
  return { fonts: await openFonts(), campaign: campaign!, words, templates: gatherTemplates(templateFiles) };
}

/** Lays out one material of the bundled appeal. */
export function layBundled(
  { fonts, campaign, words, templates }: Bundled,
  kind: LeafletKind,
  language: string,
  paper: LeafletPaperId,
  style: LeafletStyle,
) {
  const job = { material: 'leaflet' as const, kind, language, campaign, date: '2011-12' };
  const { document } = mergeDocument({ ...job, words: words.get(language)!, templates });
  return layoutMaterial(document!, { paper, style, fonts, date: '2011-12-21' });
}

const MARGIN: Partial<Record<LeafletKind, number>> = {
  postcard: 8,
  petition: 20,
  resolution: 20,
  'press-release': 20,
};

/** Asserts that every page keeps its margin, and that nothing on it overlaps. */
export function expectPages(
  paged: PagedDocument | undefined,
  kind: LeafletKind,
  paper: LeafletPaperId,
): void {
  for (const page of paged!.pages) {
    expectSound(page, MARGIN[kind] ?? LEAFLET_PAPERS[paper].margin);
    expectClear(page);
  }
}
