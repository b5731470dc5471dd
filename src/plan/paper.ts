import type { FontBook } from '../layout/fonts.ts';
import { letterForm } from '../layout/letter-layouts.ts';
import type { MergedDocument } from '../model/block.ts';
import { channelsOf } from '../model/channel.ts';
import { weightClassesOf, weightClassFor } from '../model/postage.ts';
import { stopsAll } from '../problems.ts';
import type { Job, LetterJob } from './jobs.ts';
import { senderOf } from './merge-job.ts';
import { startPlanner, wasSent } from './plan.ts';
import type { PlanData, Planner } from './planned.ts';

/** Grams of a square metre of the paper that copiers are fed with. */
export const PAPER_WEIGHT = 80;

/** The letters that are laid out to count pages, at most. */
const MEASURED = 300;

/** An envelope is its face twice, and flaps that come to a fifth of that; its own paper has some 80 g/m². */
const FACES = 2.4;

/** How paper is used. */
export interface PaperUse {
  /** Grams of a square metre. */
  readonly weight: number;
  readonly duplex: boolean;
}

/** What printing and posting some letters takes. */
export interface PaperNeed {
  readonly letters: number;
  readonly pages: number;
  readonly sheets: number;
  /** Of all sheets, without envelopes. */
  readonly grams: number;
  /** How many of each kind. */
  readonly envelopes: Readonly<Record<string, number>>;
  /** Letters with their envelope by where they are posted and what they weigh. */
  readonly posted: readonly PostedLetters[];
  /** True where a letter stands for others: to the same addressee in the same language, from another sender. */
  readonly isEstimate: boolean;
}

/** Letters that pay one price. */
export interface PostedLetters {
  /** Country of the senders. */
  readonly country?: string | undefined;
  /** Grams that the heaviest of them weighs. */
  readonly grams: number;
  /** Grams up to which that price goes; undefined where the classes of the country aren't known. */
  readonly upTo?: number | undefined;
  readonly letters: number;
}

/** Letters that differ only in who sends them. */
interface Group {
  letters: number;
  /** The letter of the sender of whom most is known: no other is likely to be longer. */
  longest: LetterJob;
  length: number;
}

/**
 * Counts the paper of the letters of many senders before they are made: of those that differ in their sender alone one
 * is laid out, that with most to print. Undefined where one of these has an error: then none will be made.
 */
export function countPaper(
  jobs: Iterable<Job>,
  planData: PlanData,
  fonts: FontBook,
  use: PaperUse,
): PaperNeed | undefined {
  const groups = [...groupsOf(jobs)].sort(([, a], [, b]) => b.letters - a.letters);
  const plan = startPlanner({ ...planData, sent: undefined }, fonts);
  const tally = startTally();
  const documents = new Map<string, Measured>();
  for (const [key, { longest }] of groups.slice(0, MEASURED)) {
    const measured = measure(longest, plan);
    if (!measured) return undefined;
    documents.set(key, measured);
  }
  const sent = countSent(jobs, documents, planData);
  for (const [key, { letters, longest }] of groups.slice(0, MEASURED)) {
    const { pages } = documents.get(key)!;
    if (pages === 0) continue;
    addLetters(tally, { letters: letters - (sent.get(key) ?? 0), pages, job: longest }, planData, use);
  }
  const rest = groups.slice(MEASURED);
  const pages = Math.max(1, Math.round(tally.pages / Math.max(1, tally.letters)));
  for (const [, { letters, longest }] of rest)
    addLetters(tally, { letters, pages, job: longest }, planData, use);
  return needOf(tally, groups.some(([, { letters }]) => letters > 1) || rest.length > 0);
}

/** How many letters of each group were sent before. */
function countSent(
  jobs: Iterable<Job>,
  documents: ReadonlyMap<string, Measured>,
  planData: PlanData,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (!planData.sent?.size) return counts;
  for (const job of jobs) {
    const key = job.material === 'letter' ? groupOf(job) : '';
    const document = documents.get(key)?.document;
    if (job.material === 'letter' && document && wasSent(job, document, planData))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What was counted. */
export function needOf(tally: PaperTally, isEstimate: boolean): PaperNeed {
  const { letters, pages, sheets, grams, envelopes, posted } = tally;
  return {
    letters,
    pages,
    sheets,
    grams: Math.round(grams),
    envelopes: Object.fromEntries(envelopes),
    posted: [...posted.values()],
    isEstimate,
  };
}

function groupsOf(jobs: Iterable<Job>): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const job of jobs) {
    if (job.material !== 'letter') continue;
    const key = groupOf(job);
    const length = JSON.stringify(job.sender ?? {}).length;
    const group = groups.get(key);
    if (!group) groups.set(key, { letters: 1, longest: job, length });
    else {
      group.letters += 1;
      if (length > group.length) Object.assign(group, { longest: job, length });
    }
  }
  return groups;
}

function groupOf({ sender, target, language, second, kind, followUp }: LetterJob): string {
  return [target.id, language, second, kind, followUp, sender?.country].join(' ');
}

/** A letter that was laid out, and its pages: none where it isn't printed. */
interface Measured {
  readonly pages: number;
  readonly document: MergedDocument;
}

/** Lays a letter out; undefined where it has an error. */
function measure(job: LetterJob, plan: Planner): Measured | undefined {
  const { files, problems } = plan(job);
  if (problems.some(stopsAll)) return undefined;
  const printed = files.find(({ format }) => format === 'pdf');
  const first = printed ?? files[0];
  return first && { pages: printed?.paged?.pages.length ?? 0, document: first.document };
}

/** Paper that is being counted. */
export type PaperTally = ReturnType<typeof startTally>;

/** Begins to count. */
export function startTally() {
  return {
    letters: 0,
    pages: 0,
    sheets: 0,
    grams: 0,
    envelopes: new Map<string, number>(),
    posted: new Map<string, PostedLetters>(),
  };
}

/** Adds letters of so many pages, each like this one. */
export function addLetters(
  tally: PaperTally,
  { letters, pages, job }: { readonly letters: number; readonly pages: number; readonly job: LetterJob },
  planData: PlanData,
  { weight, duplex }: PaperUse,
): void {
  if (letters === 0) return;
  const country = senderOf(job, planData)?.country;
  const { paper, envelopes } = letterForm(planData.settings.layout, country);
  const isCard = envelopes.length === 0;
  const sheets = duplex || isCard ? Math.ceil(pages / 2) : pages;
  const grams = sheets * weigh(paper, weight);
  tally.letters += letters;
  tally.pages += letters * pages;
  tally.sheets += letters * sheets;
  tally.grams += letters * grams;
  const ways = job.channels ?? channelsOf(job.target);
  const [envelope] = envelopes;
  if (!ways.includes('post') || !envelope) return;
  tally.envelopes.set(envelope.name, (tally.envelopes.get(envelope.name) ?? 0) + letters);
  const whole = Math.ceil(grams + FACES * weigh(envelope, PAPER_WEIGHT));
  const classes = weightClassesOf(country);
  const upTo = classes && weightClassFor(whole, classes);
  const key = `${country} ${upTo ?? whole}`;
  const before = tally.posted.get(key);
  tally.posted.set(key, {
    country,
    upTo,
    grams: Math.max(whole, before?.grams ?? 0),
    letters: letters + (before?.letters ?? 0),
  });
}

/** Grams of a sheet of so many millimetres. */
function weigh(sheet: { readonly width: number; readonly height: number }, weight: number): number {
  return (sheet.width * sheet.height * weight) / 1_000_000;
}
