import { createHash } from 'node:crypto';
import type { FontBook } from '../layout/fonts.ts';
import { layoutMaterial } from '../layout/material.ts';
import { append } from '../model/append.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Contact } from '../model/contact.ts';
import type { PagedDocument } from '../model/page.ts';
import type { Sender } from '../model/sender.ts';
import { firstDay } from '../model/values.ts';
import { nameDocument } from '../plan/held-back.ts';
import { hashOfValue } from '../plan/inputs.ts';
import { type Job, type LetterJob, languagesOf } from '../plan/jobs.ts';
import {
  addLetters,
  needOf,
  type PaperNeed,
  type PaperTally,
  type PaperUse,
  startTally,
} from '../plan/paper.ts';
import type { Inputs, PlanData, Planner } from '../plan/planned.ts';
import { hasErrors, type Problem } from '../problems.ts';
import type { CombinedPdf } from '../write/pdf.ts';
import { openStaging, type Staging } from '../write/staging.ts';
import { hashOutput } from '../write/there.ts';
import { hashOfInputs } from './journal.ts';
import {
  isEdited,
  isFailing,
  type KnownFiles,
  keepKnown,
  type MadeFile,
  type Maker,
  type MakeSettings,
  makeFile,
  telling,
} from './make.ts';
import type { RunLetter } from './manifest-files.ts';

/** All letters of one language, for one stack of paper after the other. */
export interface PrintRun {
  readonly language: string;
  readonly letters: readonly LetterJob[];
}

/** What a print run takes and for whom it is: what stands on the sheet on top of it. */
export interface RunFacts {
  /** Path of the run below the output folder. */
  readonly path: string;
  readonly need: PaperNeed;
  /** Letters that were to be in it and couldn't be made. */
  readonly lacking: number;
  /** Letters to each addressee. */
  readonly addressees: ReadonlyMap<Contact, number>;
  /** The places in the run of the letters of each of those who sign. */
  readonly signers: ReadonlyMap<Sender, readonly number[]>;
}

/** How the sheet on top of a print run is made. */
export interface CoverSheets {
  readonly use: PaperUse;
  readonly planData: PlanData;
  /** Puts it into words. */
  readonly describe: (facts: RunFacts) => MergedDocument;
}

/** Path of a print run below the output folder, without paper and ending. */
export function runPath({ language }: PrintRun): string {
  return `letters/combined.${language}`;
}

/** Gathers letters into print runs, in the order of the plan. */
export function gatherRuns(jobs: Iterable<Job>): PrintRun[] {
  const letters = [...jobs].filter((job) => job.material === 'letter');
  const languages = [...new Set(letters.map((job) => job.language))];
  return languages.map((language) => ({
    language,
    letters: letters.filter((job) => job.language === language),
  }));
}

/** A maker of print runs: one PDF for each language and paper, written letter by letter so that any number fits. */
export function startRunMaker(
  plan: Planner,
  fonts: FontBook,
  covers: CoverSheets,
  settings: MakeSettings,
): Maker<PrintRun> {
  const { duplex } = covers.use;
  const staging = openStaging(settings.out, settings.staging);
  return telling(async (runs, known, isStopped) => {
    const files: MadeFile[] = [];
    const problems: Problem[] = [];
    for (const run of runs) {
      const stacks = new Map<string, Stack>();
      let lacking = 0;
      for (const job of run.letters) {
        if (isStopped()) return { files, problems };
        const planned = plan(job);
        append(problems, planned.problems);
        if (problems.some((problem) => isFailing(problem, settings))) continue;
        if (hasErrors(planned.problems)) lacking += 1;
        for (const { paged, inputs } of planned.files) {
          if (!paged) continue;
          const path = `${runPath(run)}.${paperOf(paged)}.pdf`;
          const stack = stacks.get(path) ?? (await startStack(path, paged, fonts, duplex, staging));
          stacks.set(path, stack);
          stack.inputs.update(hashOfInputs(inputs));
          stack.letters.push(letterIn(job, inputs));
          count(stack, job, paged, covers);
          await stack.pdf.add(paged, job.sender ? `${job.sender.name}: ${paged.title}` : paged.title);
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (const stack of stacks.values()) {
        files.push(await endStack(stack, duplex, known, settings));
        const cover = await makeCover({ ...stack, lacking }, fonts, covers, known, settings);
        append(files, cover.files);
        append(problems, cover.problems);
      }
      if (hasErrors(problems)) append(files, keepKnown(runPath(run), known, files));
    }
    return { files, problems };
  });
}

/** A print run that is being written into the staging folder. */
interface Stack {
  readonly path: string;
  readonly pdf: CombinedPdf;
  readonly content: ReturnType<typeof createHash>;
  readonly inputs: ReturnType<typeof createHash>;
  readonly letters: RunLetter[];
  readonly tally: PaperTally;
  readonly addressees: Map<Contact, number>;
  readonly signers: Map<Sender, number[]>;
}

/** Notes a letter for the sheet on top. */
function count(stack: Stack, job: LetterJob, { pages }: PagedDocument, { use, planData }: CoverSheets): void {
  const { tally, addressees, signers, letters } = stack;
  addLetters(tally, { letters: 1, pages: pages.length, job }, planData, use);
  addressees.set(job.target, 1 + (addressees.get(job.target) ?? 0));
  if (!job.sender) return;
  const places = signers.get(job.sender) ?? [];
  signers.set(job.sender, places);
  places.push(letters.length);
}

/** The sheet on top of a print run: how many letters, for whom, what they take to post, who signs which. */
async function makeCover(
  { path, tally, addressees, signers, lacking }: Stack & { readonly lacking: number },
  fonts: FontBook,
  { describe, planData }: CoverSheets,
  known: KnownFiles,
  settings: MakeSettings,
): Promise<{ files: MadeFile[]; problems: readonly Problem[] }> {
  const document = describe({ path, need: needOf(tally, false), lacking, addressees, signers });
  const paper = path.endsWith('.letter.pdf') ? 'letter' : 'a4';
  const date = firstDay(planData.settings.date);
  const own = path.replace(/\.pdf$/, '.cover.pdf');
  const { paged, problems: found } = layoutMaterial(document, { paper, style: 'notice', fonts, date });
  const problems = found.map((problem) => nameDocument(problem, own));
  if (!paged || hasErrors(problems)) return { files: [], problems };
  const { writePdf } = await import('../write/pdf.ts');
  const planned = { path: own, inputs: { shared: { options: hashOfValue(document) }, own: {} } };
  const staging = openStaging(settings.out, settings.staging);
  const render = async () => writePdf(paged, fonts);
  return { files: [await makeFile(planned, known.get(own) ?? {}, render, staging, settings)], problems };
}

/** What is noted of a letter, so that it can be told later to whom the run was sent and what it told. */
function letterIn(job: LetterJob, { shared }: Inputs): RunLetter {
  const { target, sender, followUp } = job;
  return {
    contact: target.id,
    ...(sender ? { sender: sender.id } : {}),
    language: languagesOf(job).join('+'),
    ...(followUp === undefined ? {} : { followUp: true }),
    shared,
  };
}

async function startStack(
  path: string,
  first: PagedDocument,
  fonts: FontBook,
  duplex: boolean,
  staging: Staging,
): Promise<Stack> {
  const { startCombinedPdf } = await import('../write/pdf.ts');
  const content = createHash('sha256');
  staging.write(path, new Uint8Array());
  const sink = (chunk: Uint8Array) => {
    content.update(chunk);
    staging.append(path, chunk);
  };
  const { author, language, direction, date } = first;
  const title = path.slice(path.lastIndexOf('/') + 1);
  const pdf = startCombinedPdf({ title, author, language, direction, date, fonts, duplex, sink });
  const started = { path, pdf, content, inputs: createHash('sha256'), letters: [] };
  return { ...started, tally: startTally(), addressees: new Map(), signers: new Map() };
}

async function endStack(
  { path, pdf, content, inputs, letters }: Stack,
  duplex: boolean,
  known: KnownFiles,
  { out, force }: MakeSettings,
): Promise<MadeFile> {
  await pdf.end();
  const sha256 = content.digest('hex');
  const made: Inputs = {
    shared: { letters: inputs.digest('hex'), options: hashOfValue({ duplex }) },
    own: {},
  };
  const found = hashOutput(out, path);
  if (found === sha256) return { path, fate: 'unchanged', sha256, inputs: made, letters };
  if (found !== undefined && !force && isEdited(found, known.get(path) ?? {})) {
    return { path, fate: 'kept', sha256: found, inputs: made };
  }
  return { path, fate: 'written', sha256, inputs: made, letters };
}

/** `a4` or `letter`, by the first page's width in points. */
function paperOf({ pages }: PagedDocument): 'a4' | 'letter' {
  return pages[0]!.width > 600 ? 'letter' : 'a4';
}
