import type { Campaign } from '../model/campaign.ts';
import { LEAFLET_KINDS, type LeafletKind } from '../model/material.ts';
import type { Member } from '../model/sender.ts';
import type { Problem } from '../problems.ts';
import { isWanted, type Job, pairsOf, type Selection } from './jobs.ts';
import { asksForKind, eventsOf, findLeftOut } from './leaflets.ts';
import { listLetters } from './letter-jobs.ts';

/**
 * Lists the documents of a campaign in a fixed order: languages as in the appeal; in each the letters by sender and
 * contact, then leaflets. Without senders each letter is listed once, for whoever signs.
 */
export function listJobs(
  campaign: Campaign,
  selection: Selection,
  senders?: readonly Member[],
): { jobs: readonly Job[]; problems: readonly Problem[] } {
  const { materials, shard } = selection;
  const wantsLetters = materials ? materials.includes('letter') : asksForLetters(campaign);
  const wantsLeaflets = materials === undefined || materials.includes('leaflet');
  const letters = wantsLetters ? listLetters(campaign, selection, senders) : { jobs: [], problems: [] };
  const leaflets = wantsLeaflets ? listLeaflets(campaign, selection) : [];
  const jobs = byLanguage([...letters.jobs, ...leaflets], campaign);
  const kinds = new Set(leaflets.flatMap((job) => (job.material === 'leaflet' ? [job.kind] : [])));
  const leftOut = selection.eachEvent ? [] : findLeftOut(campaign, [...kinds]);
  return {
    jobs: jobs.filter((_, i) => !shard || i % shard.count === shard.index - 1),
    problems: [...letters.problems, ...leftOut],
  };
}

/** One language after the other, so that what a thread has set ready for one serves all its documents. */
function byLanguage(jobs: readonly Job[], { languages }: Campaign): Job[] {
  const places = new Map(languages.map(({ tag }, i) => [tag, i]));
  const placeOf = ({ language }: Job) => places.get(language) ?? languages.length;
  return [...jobs].sort((a, b) => placeOf(a) - placeOf(b));
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
