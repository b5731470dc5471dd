import type { FontBook } from '../layout/fonts.ts';
import { layoutLeaflet } from '../layout/leaflet.ts';
import { layoutLetter } from '../layout/letter.ts';
import { LETTER_LAYOUTS } from '../layout/letter-layouts.ts';
import type { LeafletPaperId } from '../layout/styles/leaflet.ts';
import { mergeDocument } from '../merge/document.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Campaign } from '../model/campaign.ts';
import type { PagedDocument } from '../model/page.ts';
import type { Sender } from '../model/sender.ts';
import type { Problem } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';
import { locateGlyphs, missingCharacter, type SourceFile } from './glyphs.ts';
import { hashSources, type InputSources, inputsOf } from './inputs.ts';
import { type Job, listJobs, type Selection } from './jobs.ts';
import { printedForms, type SheetOptions } from './sheets.ts';
import type { Wording } from './wording.ts';

export type Format = 'pdf' | 'txt';
export type LayoutId = keyof typeof LETTER_LAYOUTS;

/** Everything that planning starts from; all of it read and checked. */
export interface PlanInput extends Omit<Wording, 'problems'> {
  readonly campaign: Campaign;
  /** The appeal's own files, to find places in. */
  readonly files: AppealFiles;
  readonly fonts: FontBook;
  /** Version of handbill. */
  readonly version: string;
  readonly selection: Selection;
  readonly formats: readonly Format[];
  readonly papers: readonly LeafletPaperId[];
  /** How leaflets are set on sheets. */
  readonly sheets: SheetOptions;
  /** The form of letters; that of the sender's country where it is left out. */
  readonly layout?: LayoutId | undefined;
  /** A sentence of the sender's own, for each letter. */
  readonly ownWords?: string | undefined;
  /** Day that the documents bear; a month or year alone is allowed. */
  readonly date: string;
}

/** A file that will be written, laid out already; only its bytes are still to be made. */
export interface PlannedFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly job: Job;
  readonly format: Format;
  readonly document: MergedDocument;
  /** The pages of a PDF. */
  readonly paged?: PagedDocument | undefined;
  /** Hashes of everything that went into it, by name. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** All files of one run. Where a problem is an error, none of them may be written. */
export interface Plan {
  /** Id of the appeal. */
  readonly appeal: string;
  readonly files: readonly PlannedFile[];
  readonly problems: readonly Problem[];
}

/** Countries whose post and office paper are those of the United States. */
const US_PAPER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'PR']);

/** Merges and lays out every document that is wanted; writes nothing, finds every problem. */
export function planMaterial(input: PlanInput): Plan {
  const { jobs, problems: found } = listJobs(input.campaign, input.selection);
  const problems: Problem[] = [...found];
  const files: PlannedFile[] = [];
  const sources = hashSources(input);
  for (const job of jobs) {
    const planned = planJob(job, input, sources);
    problems.push(...planned.problems);
    files.push(...planned.files);
  }
  return { appeal: input.campaign.appeal.id, files, problems: locateGlyphs(problems, searchedFiles(input)) };
}

/** Files that a character may come from, those that a person edits first. */
function searchedFiles({ files, wordFiles, templateFiles }: PlanInput): SourceFile[] {
  const own = [files.facts, files.head, files.contacts, files.events].filter((file) => file !== undefined);
  const templates = templateFiles.map(({ file, body, bodyLine }) => ({
    file,
    text: '\n'.repeat(bodyLine - 1) + body,
  }));
  return [...own, ...templates, ...wordFiles];
}

function planJob(
  job: Job,
  input: PlanInput,
  sources: InputSources,
): { files: PlannedFile[]; problems: Problem[] } {
  const words = input.words.get(job.language);
  if (!words) return { files: [], problems: [withoutWords(job.language)] };
  const { campaign, templates, sender, ownWords, date } = input;
  const merged = mergeDocument({ ...job, campaign, words, templates, sender, ownWords, date });
  const document = merged.document;
  if (!document) return { files: [], problems: merged.problems };
  const problems = [...merged.problems];
  const files: PlannedFile[] = [];
  const add = (path: string, format: Format, options: object, paged?: PagedDocument) => {
    const inputs = inputsOf(document, sources, { date, format, ownWords, ...options });
    files.push({ path, job, format, document, paged, inputs });
  };
  if (input.formats.includes('pdf')) {
    for (const { path, options, result } of layoutJob(job, document, input)) {
      if (isUnprintable(job, result.problems) && !input.selection.to) {
        problems.push(leftOut(path, result.problems));
        continue;
      }
      problems.push(...result.problems.map((problem) => nameDocument(problem, path)));
      if (result.paged) add(path, 'pdf', options, result.paged);
    }
  }
  if (input.formats.includes('txt')) add(`${basePath(job)}.txt`, 'txt', {});
  return { files, problems };
}

/** True where no font has the letters of the addressee's own name or address: that is no fault of the appeal. */
function isUnprintable(job: Job, problems: readonly Problem[]): boolean {
  if (job.material !== 'letter') return false;
  const own = JSON.stringify(job.target);
  const missing = problems.filter((problem) => problem.code === 'missing-glyph');
  return missing.length > 0 && missing.every((problem) => own.includes(missingCharacter(problem) ?? '\n'));
}

function leftOut(path: string, problems: readonly Problem[]): Problem {
  const characters = problems.flatMap((problem) => missingCharacter(problem) ?? []);
  return {
    severity: 'warning',
    code: 'missing-glyph',
    message: `${path} is left out: no font has ${characters.join(' ')}, which stand in the address.`,
    hint: 'Write the address in Latin letters too, or send the plain text.',
  };
}

/** Says which document it is that a text doesn't fit into. */
function nameDocument(problem: Problem, path: string): Problem {
  const isOfPage = ['overfull-page', 'overfull-box', 'sheet-too-small'].includes(problem.code);
  return isOfPage ? { ...problem, message: `${path}: ${problem.message}` } : problem;
}

interface LaidOut {
  readonly path: string;
  readonly options: object;
  readonly result: { paged?: PagedDocument | undefined; problems: readonly Problem[] };
}

function layoutJob(job: Job, document: MergedDocument, input: PlanInput): LaidOut[] {
  const { fonts } = input;
  const date = fullDay(input.date);
  if (job.material === 'leaflet') {
    return input.papers.flatMap((paper): LaidOut[] => {
      const laid = layoutLeaflet(document, { paper, fonts, date });
      const { paged, problems } = laid;
      const path = `${basePath(job)}.${paper}`;
      if (!paged) return [{ path: `${path}.pdf`, options: { paper }, result: laid }];
      return printedForms(paged, paper, input.sheets).map(({ ending, ...printed }, i) => ({
        path: `${path}${ending}.pdf`,
        options: { paper, ...(ending && input.sheets) },
        result: { ...printed, problems: i === 0 ? [...problems, ...printed.problems] : printed.problems },
      }));
    });
  }
  const id = input.layout ?? layoutFor(input.sender);
  const result = layoutLetter(document, { layout: LETTER_LAYOUTS[id], fonts, date });
  return [{ path: `${basePath(job)}.pdf`, options: { layout: id }, result }];
}

/** Path of a document below the output folder, without its ending. */
function basePath(job: Job): string {
  return job.material === 'letter'
    ? `letters/${job.target.id}.${job.language}`
    : `leaflets/${job.kind}.${job.language}`;
}

function layoutFor(sender: Sender | undefined): LayoutId {
  return sender?.country && US_PAPER.has(sender.country) ? 'us' : 'din-b';
}

/** A PDF's dates need a day: the first of a month or year that has none. */
function fullDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

function withoutWords(language: string): Problem {
  return {
    severity: 'error',
    code: 'template-not-found',
    message: `There are no forms of ${language}: expected a file templates/words/${language}.yaml.`,
    hint: `Copy the one of a related language to templates/words/${language}.yaml beside the appeal and translate it.`,
  };
}
