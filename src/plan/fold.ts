import { imposeBooklet, imposeDlFold } from '../layout/impose.ts';
import { joinDocuments } from '../layout/impose-join.ts';
import type { PagedDocument } from '../model/page.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { hashOfValue } from './inputs.ts';
import type { LeafletJob } from './jobs.ts';
import type { Kitchen, PlannedJob } from './planned.ts';
import type { Fold } from './sheets.ts';

/** Pages of a fold: their paper, how many there may be, and of how many each sheet is. */
const FOLDS = {
  booklet: { paper: 'a5', most: Number.POSITIVE_INFINITY, sheet: 4 },
  dl: { paper: 'dl', most: 6, sheet: 6 },
} as const satisfies Record<Fold, object>;

/** Sets a leaflet in all its languages on the pages of one fold; `planAlone` plans it in one of them. */
export function planFold(
  job: LeafletJob & { readonly together: readonly string[] },
  fold: Fold,
  kitchen: Kitchen,
  planAlone: (job: LeafletJob, kitchen: Kitchen) => PlannedJob,
): PlannedJob {
  const { paper, most, sheet } = FOLDS[fold];
  const { sheets } = kitchen.settings;
  const single: Kitchen = {
    ...kitchen,
    settings: {
      ...kitchen.settings,
      formats: ['pdf'],
      papers: [paper],
      sheets: { ...sheets, up: 1, fold: undefined },
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
  const paged = fold === 'dl' ? imposeDlFold(joined, 'a4', flip) : imposeBooklet(joined, 'a4', flip);
  const path = `leaflets/${job.kind}.${job.together.join('+')}.${fold}.pdf`;
  const shared = Object.assign({}, ...files.map((file) => file.inputs.shared), {
    options: hashOfValue([fold, flip, files.map((file) => file.inputs.shared.options)]),
  });
  const own = Object.assign({}, ...files.map((file) => file.inputs.own));
  const all = Math.ceil(joined.pages.length / sheet) * sheet;
  const blank = all - joined.pages.length;
  if (blank > 0) problems.push(finding('notice', 'blank-pages/fold', { path, blank, all }));
  return { files: [{ ...files[0]!, path, job, paged, inputs: { shared, own } }], problems };
}

function tooManyPages({ pages }: PagedDocument, most: number): Problem {
  return finding('error', 'sheet-too-small/fold', { most, pages: pages.length });
}
