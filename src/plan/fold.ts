import { type Duplex, imposeBooklet, imposeDlFold } from '../layout/impose.ts';
import { joinDocuments } from '../layout/impose-join.ts';
import { imposeZine, ZINE_PAGES } from '../layout/impose-zine.ts';
import type { LeafletPaperId } from '../layout/styles/leaflet.ts';
import type { PagedDocument } from '../model/page.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { hashOfValue } from './inputs.ts';
import type { LeafletJob } from './jobs.ts';
import type { Context, PlannedJob } from './planned.ts';
import { type Fold, PRINT_SHOP, type SheetOptions } from './sheets.ts';

/** Pages of a fold: how many there may be, and of how many each sheet is. */
const FOLDS = {
  booklet: { most: Number.POSITIVE_INFINITY, sheet: 4 },
  dl: { most: 6, sheet: 6 },
  zine: { most: ZINE_PAGES, sheet: ZINE_PAGES },
} as const satisfies Record<Fold, object>;

/** The paper of its pages; those of a zine are an eighth of its sheet. */
function paperOf(fold: Fold, sheet: SheetOptions['sheet']): LeafletPaperId {
  if (fold === 'zine') return sheet === 'a3' ? 'a6' : 'a7';
  return fold === 'dl' ? 'dl' : 'a5';
}

/** Sets a leaflet in all its languages on the pages of one fold; `planAlone` plans it in one of them. */
export function planFold(
  job: LeafletJob & { readonly together: readonly string[] },
  fold: Fold,
  context: Context,
  planAlone: (job: LeafletJob, context: Context) => PlannedJob,
): PlannedJob {
  const { most, sheet } = FOLDS[fold];
  const { sheets, printShop } = context.settings;
  const paper = paperOf(fold, sheets.sheet);
  const flow = fold === 'zine' ? Math.max(1, Math.floor(most / job.together.length)) : undefined;
  const single: Context = {
    ...context,
    settings: {
      ...context.settings,
      formats: ['pdf'],
      papers: [paper],
      sheets: { ...sheets, up: 1, bleed: 0, fold: undefined, flow },
    },
  };
  const parts = job.together.map((language) => planAlone({ ...job, language, together: undefined }, single));
  const problems = parts.flatMap((part) => part.problems);
  const files = parts.flatMap((part) => part.files);
  const [first, ...rest] = files.flatMap((file) => (file.paged ? [file.paged] : []));
  if (!first || hasErrors(problems)) return { files: [], problems };
  const joined = joinDocuments([first, ...rest]);
  if (joined.pages.length > most) return { files: [], problems: [...problems, tooManyPages(joined, most)] };
  const flip = sheets.flip === 'none' ? 'long' : sheets.flip;
  const paged = imposeFold(joined, fold, flip, sheets.sheet);
  const name = [job.kind, ...(job.event ? [job.event.id] : []), job.together.join('+'), fold].join('.');
  const path = `leaflets/${name}${printShop ? PRINT_SHOP : ''}.pdf`;
  const shared = Object.assign({}, ...files.map((file) => file.inputs.shared), {
    options: hashOfValue([fold, flip, sheets.sheet, files.map((file) => file.inputs.shared.options)]),
  });
  const own = Object.assign({}, ...files.map((file) => file.inputs.own));
  const all = Math.ceil(joined.pages.length / sheet) * sheet;
  const blank = all - joined.pages.length;
  if (blank > 0) problems.push(finding('notice', 'blank-pages/fold', { path, blank, all }));
  return { files: [{ ...files[0]!, path, job, paged, inputs: { shared, own } }], problems };
}

function imposeFold(
  doc: PagedDocument,
  fold: Fold,
  flip: Duplex,
  sheet: SheetOptions['sheet'],
): PagedDocument {
  if (fold === 'zine') return imposeZine(doc, sheet === 'a3' ? 'a3' : 'a4');
  return fold === 'dl' ? imposeDlFold(doc, 'a4', flip) : imposeBooklet(doc, 'a4', flip);
}

function tooManyPages({ pages }: PagedDocument, most: number): Problem {
  return finding('error', 'sheet-too-small/fold', { most, pages: pages.length });
}
