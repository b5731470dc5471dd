import type { FontBook } from '../layout/fonts.ts';
import { appealHead, fact } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { event } from '../model/event.ts';
import { memoise, startMemory } from '../model/memory.ts';
import { listNoted } from '../model/notes.ts';
import { hasErrors } from '../problems.ts';
import { hashOfValue, hashSources } from './inputs.ts';
import { type Job, languagesOf } from './jobs.ts';
import { startLayoutMemory } from './lay-out.ts';
import type { PlanData, PlannedJob, PlannedOutline, RunMemory } from './planned.ts';

/** A memory for runs that follow each other in one process. */
export function startRunMemory(): RunMemory {
  return { layouts: startLayoutMemory(), plans: startMemory(4096), templates: startMemory(1) };
}

/** What documents came to in this run and the last ones, but for their words and pages. */
export interface KnownPlans {
  /** What a document came to when it was planned from the same; undefined where it wasn't. */
  recall(job: Job): PlannedOutline | undefined;
  keep(job: Job, planned: PlannedJob): void;
}

/** Knows documents by all that they are made from. What had an error has files that are held back, and is planned anew. */
export function knowPlans(planData: PlanData, fonts: FontBook, { plans }: RunMemory): KnownPlans {
  const digest = startDigest(planData, fonts);
  const keyOf = (job: Job) => hashOfValue([digest(spokenIn(job).join(' ')), job]);
  return {
    recall: (job) => plans.recall(keyOf(job), () => undefined),
    keep(job, { files, problems }) {
      if (hasErrors(problems)) return;
      const outline = { files: files.map(({ path, inputs }) => ({ path, inputs })), problems };
      plans.recall(keyOf(job), () => outline);
    },
  };
}

/** All languages of a document. */
function spokenIn(job: Job): readonly string[] {
  return (job.material === 'leaflet' && job.together) || languagesOf(job);
}

/**
 * Hashes what documents in some languages are made from besides their jobs: everything, but for what texts, templates
 * and words say in other languages.
 */
function startDigest(planData: PlanData, fonts: FontBook): (languages: string) => string {
  const { campaign, templateFiles: _1, words, pictures: _2, letterhead, template, sent, ...rest } = planData;
  const { hashes, always } = hashSources({ ...planData, fonts });
  const { common, textsIn } = startReading(campaign);
  const files = [fonts.places.ownHash, letterhead?.sha256, template?.sha256];
  const shared = hashOfValue([rest, always, files, sent && [...sent], common]);
  return memoise((key) => {
    const languages = key.split(' ');
    const others = [...words.keys()].filter((tag) => !languages.includes(tag));
    // A partial may be put into templates of any language.
    const isOther = (name: string) =>
      others.some((tag) => name === `words/${tag}` || name.endsWith(`.${tag}.md`)) &&
      !name.startsWith('template/partials/');
    return hashOfValue([shared, [...hashes].filter(([name]) => !isOther(name)), textsIn(languages)]);
  });
}

/** What can be read of a campaign, as hashes: by every document, and by those in some languages. */
function startReading(campaign: Campaign) {
  const { appeal, facts, events, corrections, languages: all } = campaign;
  const noted = [
    ...listNoted(appealHead, appeal),
    ...facts.flatMap((one) => listNoted(fact, one)),
    ...events.flatMap((one) => listNoted(event, one)),
  ];
  const texts = noted.flatMap(({ note, value }) =>
    note.wording === 'text' || note.wording === 'forms' ? [value as Readonly<Record<string, unknown>>] : [],
  );
  // Whether the correction of a name is told, the facts of all languages decide.
  const isText = new Set<unknown>(corrections.some(({ person }) => person !== undefined) ? [] : texts);
  return {
    common: hashOfValue(JSON.stringify(campaign, (_, value) => (isText.has(value) ? 'text' : value))),
    textsIn(languages: readonly string[]) {
      const fallbacks = all.flatMap(({ tag, fallback }) => (languages.includes(tag) ? (fallback ?? []) : []));
      return texts.map((text) => [...languages, ...fallbacks].map((tag) => text[tag]));
    },
  };
}
