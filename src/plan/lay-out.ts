import { setEngineFlag } from '../engine.ts';
import type { FontBook } from '../layout/fonts.ts';
import { layoutCard } from '../layout/letter-card.ts';
import { LETTER_LAYOUTS, letterLayoutFor } from '../layout/letter-layouts.ts';
import { MORE_THAN_A_PAGE } from '../layout/papers.ts';
import { forPrintShop } from '../layout/print-shop.ts';
import { proofProblem, proofread } from '../layout/proofread.ts';
import { useSpot } from '../layout/spot.ts';
import type { LeafletPaperId } from '../layout/styles/leaflet.ts';
import { layoutLetters, layoutMaterials } from '../layout/two-languages.ts';
import { lengthOf, type MergedDocument } from '../model/block.ts';
import type { LeafletKind } from '../model/material.ts';
import { startMemory } from '../model/memory.ts';
import type { PagedDocument } from '../model/page.ts';
import { firstDay } from '../model/values.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { furtherFontsOf } from './glyphs.ts';
import { hashOfValue } from './inputs.ts';
import { basePath, type Job, type LetterJob } from './jobs.ts';
import { papersOf } from './leaflets.ts';
import { senderOf } from './merge-job.ts';
import type { Context, LaidOut, LayoutMemory } from './planned.ts';
import type { Settings } from './settings.ts';
import { printedForms } from './sheets.ts';

/** A memory of what was laid out. */
export function startLayoutMemory(): LayoutMemory {
  return startMemory(4096);
}

/** Lays out a document; with a memory that knows it, its pages are laid out only where somebody asks for them. */
export function layoutJob(
  job: Job,
  documents: readonly MergedDocument[],
  input: Context,
): readonly LaidOut[] {
  if (!input.layouts) return layOut(job, documents, input);
  let fresh: readonly LaidOut[] | undefined;
  const known = input.layouts.recall(keyOf(job, documents, input), () => {
    fresh = layOut(job, documents, input);
    return fresh.map(({ paged: _, ...rest }) => rest);
  });
  const laid = () => {
    fresh ??= layOut(job, documents, input);
    return fresh;
  };
  return (
    fresh ??
    known.map((one, i) => ({
      ...one,
      get paged() {
        return laid()[i]!.paged;
      },
    }))
  );
}

function keyOf(job: Job, documents: readonly MergedDocument[], input: Context): string {
  const { settings, picturesHash, campaign, fonts } = input;
  const country = senderOf(job, input)?.country;
  const headed = input.letterhead?.sha256;
  const shaping = [settings, campaign.appeal.style, country, picturesHash, headed, fonts.places.ownHash];
  return hashOfValue([basePath(job), documents, shaping]);
}

function withFonts(paged: PagedDocument | undefined, fonts: FontBook): Pick<LaidOut, 'paged' | 'further'> {
  return { paged, further: paged && furtherFontsOf(paged, fonts) };
}

/** What a proof-reader would mark on the pages: the first of each kind, as one fault seldom comes alone. */
function proofsOf(paged: PagedDocument | undefined, fonts: FontBook): Problem[] {
  const found = paged ? proofread(paged, fonts) : [];
  return found.filter(({ kind }, i) => found.findIndex((one) => one.kind === kind) === i).map(proofProblem);
}

/** Those of the kind; a leaflet that goes on over the pages of a fold stands on smaller ones than alone. */
function papersFor(kind: LeafletKind, { papers, sheets }: Settings): readonly LeafletPaperId[] {
  const isHandedOut = papersOf(kind, ['dl']).length > 0;
  return sheets.flow === undefined ? papersOf(kind, papers) : isHandedOut ? (papers ?? []) : [];
}

function layOut(job: Job, documents: readonly MergedDocument[], input: Context): LaidOut[] {
  // What the sizes tried leave behind of dozens of pages is collected soon, not at three times as much memory.
  if (documents.some(({ blocks }) => lengthOf(blocks) > MORE_THAN_A_PAGE))
    setEngineFlag('--heap-growing-percent=100');
  const { fonts, settings } = input;
  const { largePrint, showWindow } = settings;
  const date = firstDay(settings.date);
  const large = largePrint ? '.large' : '';
  if (job.material === 'leaflet') {
    const { pictures } = input;
    const { screen, spot, sheets, printShop } = settings;
    const style = largePrint ? 'large-print' : (settings.style ?? input.campaign.appeal.style ?? 'poster');
    const { flow } = sheets;
    return papersFor(job.kind, settings).flatMap((paper): LaidOut[] => {
      const laid = layoutMaterials(documents, { paper, style, fonts, date, pictures, screen, flow });
      const problems = [...laid.problems, ...proofsOf(laid.paged, fonts)];
      const coloured = laid.paged && spot ? useSpot(laid.paged, spot) : laid.paged;
      const paged = coloured && printShop ? forPrintShop(coloured) : coloured;
      const path = `${basePath(job)}.${paper}${large}`;
      if (!paged || hasErrors(problems))
        return [{ path: `${path}.pdf`, options: { paper, style }, problems }];
      return printedForms(paged, paper, sheets, printShop).map(({ ending, ...printed }, i) => ({
        path: `${path}${ending}.pdf`,
        options: { paper, style },
        isImposed: ending !== '' || sheets.bleed > 0,
        problems: i === 0 ? [...problems, ...printed.problems] : printed.problems,
        ...withFonts(printed.paged, fonts),
      }));
    });
  }
  const form = letterForm(job, input);
  const { layout } = form.options;
  const laid =
    layout === 'postcard'
      ? layoutCard(documents[0]!, { fonts, date })
      : layoutLetters(documents, {
          layout: LETTER_LAYOUTS[layout],
          fonts,
          date,
          largePrint,
          showWindow,
          letterhead: input.letterhead,
        });
  const problems = [...laid.problems, ...proofsOf(laid.paged, fonts)];
  return [{ ...form, problems, ...withFonts(laid.paged, fonts) }];
}

/** Where the pages of a letter lie, and what they are set in. */
function letterForm(job: LetterJob, input: Context) {
  const { largePrint, layout } = input.settings;
  const options = { layout: layout ?? letterLayoutFor(senderOf(job, input)?.country) };
  return { path: `${basePath(job)}${largePrint ? '.large' : ''}.pdf`, options };
}

/** A letter as if it were laid out: without pages, and as if the bundled fonts had all its characters. */
export function unlaidLetter(job: LetterJob, input: Context): LaidOut {
  return { ...letterForm(job, input), problems: [], further: { inputs: {}, problems: [] } };
}
