import type { Campaign } from '../model/campaign.ts';
import { LEAFLET_KINDS, type LeafletKind } from '../model/material.ts';
import { memoise } from '../model/memory.ts';
import type { Listing } from '../model/packed.ts';
import type { Member } from '../model/sender.ts';
import type { Problem } from '../problems.ts';
import { isWanted, type Job, pairsOf, type Selection } from './jobs.ts';
import { asksForKind, eventsOf, findLeftOut } from './leaflets.ts';
import { type ListedLetters, listLetters, type Senders } from './letter-jobs.ts';

/**
 * Lists the documents of a campaign in a fixed order: languages as in the appeal; in each the letters by sender and
 * contact, then leaflets. Without senders each letter is listed once, for whoever signs.
 */
export function listJobs(
  campaign: Campaign,
  selection: Selection,
  senders?: Senders,
): { jobs: Listing<Job>; problems: readonly Problem[] } {
  const { materials } = selection;
  const wantsLetters = materials ? materials.includes('letter') : asksForLetters(campaign);
  const wantsLeaflets = materials === undefined || materials.includes('leaflet');
  const letters = wantsLetters ? listLetters(campaign, selection, senders) : NO_LETTERS;
  const leaflets = wantsLeaflets ? listLeaflets(campaign, selection) : [];
  const kinds = new Set(leaflets.flatMap((job) => (job.material === 'leaflet' ? [job.kind] : [])));
  const leftOut = selection.eachEvent ? [] : findLeftOut(campaign, [...kinds]);
  return {
    jobs: new JobList(letters, leaflets, campaign, selection),
    problems: [...letters.problems, ...leftOut],
  };
}

const NO_LETTERS: ListedLetters = { senders: undefined, lists: [], problems: [] };

/**
 * Documents one language after the other, so that what a thread has set ready for one serves all its documents; of a part of
 * the run, its own. The letters of many senders are put together when their turn comes.
 */
class JobList implements Listing<Job> {
  readonly length: number;
  readonly #letters: ListedLetters;
  readonly #leaflets: readonly Job[];
  readonly #tags: readonly string[];
  readonly #part: { readonly index: number; readonly count: number };

  constructor(
    letters: ListedLetters,
    leaflets: readonly Job[],
    { languages }: Campaign,
    { shard = { index: 1, count: 1 } }: Selection,
  ) {
    this.#letters = letters;
    this.#leaflets = leaflets;
    this.#tags = languages.map(({ tag }) => tag);
    this.#part = shard;
    const all = letters.lists.reduce((sum, list) => sum + list.length, leaflets.length);
    this.length = Math.max(0, Math.ceil((all - shard.index + 1) / shard.count));
  }

  *[Symbol.iterator](): Generator<Job, undefined> {
    const { index, count } = this.#part;
    const { senders } = this.#letters;
    let place = 0;
    let signed = -1;
    let sender: Member | undefined;
    for (const [signing, job] of this.#inOrder()) {
      place += 1;
      if ((place - index) % count !== 0) continue;
      if (signing === undefined || !senders) yield job;
      else {
        if (signing !== signed) sender = senders.at(signing);
        signed = signing;
        // In this order the engine holds them in one shape; with the sender last each has its own.
        yield { sender, ...job } as Job;
      }
    }
  }

  /** All documents, the letters without their senders, beside the places of these in their list. */
  *#inOrder(): Generator<readonly [sender: number | undefined, job: Job], undefined> {
    const { lists } = this.#letters;
    const places = new Map(this.#tags.map((tag, place) => [tag, place]));
    const last = this.#tags.length;
    const byPlace = memoise((list: readonly Job[]) => {
      const divided: Job[][] = Array.from({ length: last + 1 }, () => []);
      for (const job of list) divided[places.get(job.language) ?? last]!.push(job);
      return divided;
    });
    for (let place = 0; place <= last; place += 1) {
      for (const [i, list] of lists.entries()) for (const job of byPlace(list)[place]!) yield [i, job];
      for (const job of byPlace(this.#leaflets)[place]!) yield [undefined, job];
    }
  }
}

function listLeaflets(campaign: Campaign, selection: Selection): Job[] {
  const { languages, kinds: wanted, eachEvent = false, together = false } = selection;
  const asked = languages ? true : undefined;
  const tags = campaign.languages.map((l) => l.tag).filter((tag) => isWanted(tag, languages));
  // On one fold they stand in the order asked for: the first is on the cover.
  const folded = [...new Set(languages ?? tags)].filter((tag) => tags.includes(tag));
  const [first] = folded;
  const each =
    together && first !== undefined
      ? [{ language: first, together: folded }]
      : [...tags.map((language) => ({ language })), ...pairsOf(languages)];
  const isMade = (kind: LeafletKind) => {
    if (campaign.isAtRest) return (wanted?.includes(kind) ?? true) && asksForKind(campaign, kind);
    // Nobody is thanked, and told to take down what hangs, while the appeal goes on.
    return kind !== 'thanks' && (wanted ? wanted.includes(kind) : asksForKind(campaign, kind));
  };
  return LEAFLET_KINDS.filter(isMade).flatMap((kind) =>
    eventsOf(campaign, kind, eachEvent).flatMap((event) =>
      each.map((tongue): Job => ({ material: 'leaflet', kind, ...tongue, asked, ...(event && { event }) })),
    ),
  );
}

function asksForLetters({ appeal }: Campaign): boolean {
  return appeal.materials === undefined || appeal.materials.includes('letters');
}
