import { isMeantFor } from '../model/addressee.ts';
import { append } from '../model/append.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import { memoise, numbering, startMemory } from '../model/memory.ts';
import type { Words } from '../model/words.ts';
import type { MergeJob } from './context.ts';
import { explainHelpers } from './explain.ts';
import type { HelperName, Helpers } from './helper-forms.ts';
import { noteRead } from './reads.ts';
import type { Merging } from './tell.ts';

/** What a helper takes of a document besides its kind, its language and which facts and demands its target is told. */
interface Dependence {
  readonly of?: readonly unknown[];
  readonly sources?: ReadonlySet<string>;
  readonly days?: readonly string[];
}

const nothing = (): Dependence => ({});

/** Helpers that say the same in many documents. */
const SHARED: Partial<Record<HelperName, (merging: Merging) => Dependence>> = {
  facts: nothing,
  fact: nothing,
  figure: nothing,
  figures: nothing,
  demands: nothing,
  people: nothing,
  actions: nothing,
  address: ({ job }) => ({ of: [job.target && numberOf(job.target), job.sender?.country] }),
  sourceLine: ({ sources, days }) => ({ sources, days }),
};

/** Tells a contact from all others, from another state of itself too. */
const numberOf = numbering();

const sharedIn = memoise((_: Campaign) => memoise((_words: Words) => startMemory<unknown>(1024)));

/**
 * What `make` gives, or gave for another document of the same campaign and language whose target is told the same. The
 * event that a leaflet is for is no part of that: no helper reads it but through what it is given.
 */
export function recallShared<T>(job: MergeJob, name: string, make: () => T): T {
  if (job.explain) return make();
  const { language, material, kind, date } = job;
  const key = [language, material, kind, date, audienceOf(job), name].join(' ');
  return sharedIn(job.campaign)(job.words).recall(key, make) as T;
}

/**
 * The helpers of a document, those that it shares with others told once; what they read is noted each time. Notes are
 * numbered through one document: with them, nothing is shared; nor where a document is explained.
 */
export function shareHelpers(merging: Merging, make: (merging: Merging) => Helpers): Helpers {
  if (merging.job.explain) return explainHelpers(merging, make);
  if (merging.job.notes) return make(merging);
  const share =
    (name: HelperName, dependenceOf: (merging: Merging) => Dependence): Helpers[HelperName] =>
    (args, options) => {
      const { of, sources = new Set(), days = [] } = dependenceOf(merging);
      const key = JSON.stringify([name, args, options, of, [...sources], days]);
      const told = recallShared(merging.job, key, () => {
        const apart: Merging = { ...merging, reads: new Map(), sources: new Set(sources), days: [...days] };
        return { value: make(apart)[name](args, options), ...apart };
      });
      for (const [read, text] of told.reads) noteRead(merging.reads, read, text);
      for (const source of told.sources) merging.sources.add(source);
      append(merging.days, told.days.slice(days.length));
      return told.value;
    };
  const shared = Object.entries(SHARED).map(([name, of]) => [name, share(name as HelperName, of)]);
  return { ...make(merging), ...Object.fromEntries(shared) };
}

/** Which facts and demands are meant for a target, as a word; targets of one audience are told the same. */
function audienceOf({ campaign, target }: MergeJob): string {
  return target ? audiencesOf(campaign)(target) : '';
}

const audiencesOf = memoise(({ facts, appeal }: Campaign) => {
  const names = [
    ...facts.map((fact) => fact.concerns),
    ...appeal.demands.map((d) => d.of),
    ...appeal.people.map((person) => person.concerns),
  ];
  return memoise(
    (target: Contact) => target.kind + names.map((name) => (isMeantFor(name, target) ? '1' : '0')).join(''),
  );
});
