import type { LeafletPaperId } from '../layout/styles/leaflet.ts';
import type { Campaign } from '../model/campaign.ts';
import { type Event, eventsOn } from '../model/event.ts';
import type { LeafletKind } from '../model/material.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Job } from './jobs.ts';
import type { Settings } from './settings.ts';

/** Papers of a kind: those that are made when none is asked for, and those that it can be made on. */
interface KindPapers {
  readonly usual: readonly LeafletPaperId[];
  readonly possible: readonly LeafletPaperId[];
}

const HANDED_OUT: KindPapers = {
  usual: ['a4', 'a5'],
  possible: ['a3', 'a4', 'a5', 'a6', 'dl', 'legal', 'letter', 'half-letter', 'quarter-letter'],
};
const WRITTEN_ON: KindPapers = { usual: ['a4'], possible: ['a4', 'letter', 'legal'] };

const PAPERS_OF: Readonly<Record<LeafletKind, KindPapers>> = {
  picket: HANDED_OUT,
  demonstration: HANDED_OUT,
  boycott: HANDED_OUT,
  solidarity: HANDED_OUT,
  placard: { usual: ['a3'], possible: ['a2', 'a3', 'a4', 'letter'] },
  poster: { usual: ['a3', 'a2'], possible: ['a2', 'a3', 'a4', 'letter'] },
  sticker: { usual: ['a7'], possible: ['a6', 'a7'] },
  petition: WRITTEN_ON,
  resolution: WRITTEN_ON,
  'press-release': WRITTEN_ON,
  postcard: { usual: ['a6'], possible: ['a6'] },
  thanks: HANDED_OUT,
};

/** The papers that a kind is made on: of those asked for the ones that suit it, else its usual ones. */
export function papersOf(
  kind: LeafletKind,
  asked: readonly LeafletPaperId[] | undefined,
): readonly LeafletPaperId[] {
  const { usual, possible } = PAPERS_OF[kind];
  return asked ? possible.filter((paper) => asked.includes(paper)) : usual;
}

/** Kinds that are looked at more than read: as plain text they are of no use. */
const SHOWN: readonly LeafletKind[] = ['placard', 'poster', 'sticker', 'postcard'];

/** Tells the kinds of which nothing is printed, as they are made on none of the papers that are asked for. */
export function findOffPaper(
  jobs: Iterable<Job>,
  { formats, papers, sheets }: Settings,
  isAskedFor: boolean,
): Problem[] {
  if (formats && !formats.includes('pdf')) return [];
  const severity = isAskedFor ? 'warning' : 'notice';
  const kinds = new Set<LeafletKind>();
  for (const job of jobs) if (job.material === 'leaflet') kinds.add(job.kind);
  return [...kinds].flatMap((kind) => {
    const { fold } = sheets;
    if (fold) {
      const paper = fold === 'booklet' ? 'a5' : 'dl';
      return papersOf(kind, [paper]).length > 0 ? [] : finding(severity, 'left-out/fold', { kind, fold });
    }
    if (papersOf(kind, papers).length > 0) return [];
    return finding(severity, 'left-out/paper', {
      kind,
      papers: papers!.join(', '),
      possible: PAPERS_OF[kind].possible.join(', '),
    });
  });
}

/** True for a kind that is written as plain text too, unless only other kinds' papers are asked for. */
export function hasText(kind: LeafletKind, asked: readonly LeafletPaperId[] | undefined): boolean {
  return !SHOWN.includes(kind) && papersOf(kind, asked).length > 0;
}

/** True if the appeal has this kind: by its list, else by what it calls people to do. */
export function asksForKind({ appeal, events }: Campaign, kind: LeafletKind): boolean {
  if (appeal.materials) return appeal.materials.includes(kind);
  const calls = (...kinds: readonly string[]) =>
    [...appeal.actions, ...events].some((item) => kinds.includes(item.kind));
  switch (kind) {
    case 'picket':
      return true;
    case 'demonstration':
      return calls('demonstration', 'rally', 'march');
    case 'placard':
      return calls('demonstration', 'rally', 'march', 'picket');
    case 'boycott':
      return appeal.boycott !== undefined || calls('boycott');
    default:
      return false;
  }
}

/** Kinds that tell when and where: with `--each-event` they are made once for each event. */
const INVITING: readonly LeafletKind[] = ['picket', 'demonstration', 'poster'];

/** The events of which each gets a leaflet of its own; one leaflet for all (`undefined`) of other kinds. */
export function eventsOf(
  { events }: Campaign,
  kind: LeafletKind,
  each: boolean,
): readonly (Event | undefined)[] {
  return each && INVITING.includes(kind) ? events : [undefined];
}

/** Kinds whose paper names events; others have none on it. */
const NAMING: readonly LeafletKind[] = [...INVITING, 'press-release'];

/** Tells the events that are on no leaflet although there are some that name events, as their kind has none of its own. */
export function findLeftOut({ appeal, events }: Campaign, kinds: readonly LeafletKind[]): Problem[] {
  const naming = NAMING.filter((kind) => kinds.includes(kind));
  if (naming.length === 0 || appeal.example) return [];
  const named = new Set(naming.flatMap((kind) => eventsOn(kind, events)));
  const left = events.filter((event) => !named.has(event));
  return left.map(({ id, kind }) =>
    finding('notice', 'left-out/event', { id, kind, leaflets: naming.join(', ') }),
  );
}
