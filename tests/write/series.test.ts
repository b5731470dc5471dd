import { beforeAll, expect, test } from 'vitest';
import type { MergedDocument } from '../../src/model/block.ts';
import { EVENT_KINDS, type Event } from '../../src/model/event.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import type { Job } from '../../src/plan/jobs.ts';
import { startPlanner } from '../../src/plan/plan.ts';
import type { PlanData, PlannedJob } from '../../src/plan/planned.ts';
import type { Settings } from '../../src/plan/settings.ts';
import { PLAIN_SHEETS } from '../../src/plan/sheets.ts';
import { writeAnew } from '../../src/write/pdf/master.ts';
import { writePdf } from '../../src/write/pdf.ts';
import type { Bundled } from '../layout/bundled.ts';
import { startDice } from '../plan/generated.ts';
import { readPlanData, settingsWith } from './plan-data.ts';

let bundled: Bundled;
let data: PlanData;
beforeAll(async () => {
  ({ bundled, data } = await readPlanData());
}, 120_000);

const PLACES = [
  'Town Hall',
  'Ратуша',
  'القاهرة، ميدان المثال',
  '例市役所前',
  'The gate of the works at the end of the long lane behind the old station, where the river was',
];

/** Events in some towns, some of which say so much that their leaflet is laid out another way. */
function events(roll: () => number, count: number): Event[] {
  const one = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
  const some = <T>(chance: number, make: () => T) => (roll() < chance ? make() : undefined);
  return Array.from({ length: count }, (_, i) => {
    const event = {
      id: `e${i}`,
      kind: one(EVENT_KINDS),
      date: `2011-12-${20 + Math.floor(roll() * 10)}`,
      time: some(0.8, () => `1${Math.floor(roll() * 10)}:30`),
      timeZone: 'Europe/London',
      title: some(0.3, () => ({ en: 'For the oil workers, whom nobody heard', ru: 'За нефтяников' })),
      place: one(PLACES),
      address: some(0.6, () => `${i + 1} Example Road`),
      city: one(['Exampleton', 'Musterhausen am Beispielbach']),
      country: some(0.5, () => 'GB'),
      calledBy: some(0.3, () => 'Our union, branch 7'),
      url: some(0.2, () => 'https://example.org/strike'),
      source: 'made up',
    };
    return Object.fromEntries(
      Object.entries(event).filter(([, value]) => value !== undefined),
    ) as unknown as Event;
  });
}

/** All that a run takes from a leaflet but for what it leaves to others; `write` makes the bytes of its pages. */
function shown({ files, problems }: PlannedJob, write: (paged: PagedDocument) => Uint8Array) {
  const alone = (document: MergedDocument | undefined) => document && { ...document, series: undefined };
  const told = files.map(({ path, inputs, document, paged }) => {
    const bytes = paged && Buffer.from(write(paged)).toString('latin1');
    return { path, inputs, document: alone(document), paged, bytes };
  });
  return { files: told, problems };
}

const MANNERS: readonly [string, Partial<Settings>][] = [
  ['as is usual', {}],
  ['as a newspaper', { style: 'newspaper' }],
  ['in large print', { largePrint: true, papers: ['a5'] }],
  ['on the small pages of a fold', { papers: ['a7'], sheets: { ...PLAIN_SHEETS, flow: 8 } }],
];
const ROUNDS = Number(process.env.HANDBILL_EVENTS ?? 1);

test.each(MANNERS)(
  'leaflets by event %s are the same as each made by itself',
  (name, some) => {
    const written = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const roll = startDice(round * 1000 + name.length);
      const one = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
      for (const language of ['en', one(data.campaign.languages).tag]) {
        const kind = one(['picket', 'demonstration'] as const);
        const own = { ...data, campaign: { ...data.campaign }, settings: settingsWith(some) };
        const plan = startPlanner(own, bundled.fonts);
        for (const event of events(roll, 5)) {
          const job: Job = { material: 'leaflet', kind, language, event };
          const planned = shown(plan(job), (paged) => writePdf(paged, bundled.fonts));
          // Nothing that was told of another campaign is known of this one, and a copy of pages was never drawn.
          const apart = { ...own, campaign: { ...own.campaign } };
          const anew = shown(startPlanner(apart, bundled.fonts)(job), (paged) =>
            writeAnew(structuredClone(paged), bundled.fonts),
          );
          expect(planned).toEqual(anew);
          for (const { bytes = '' } of planned.files) written.add(bytes);
        }
      }
    }
    expect(written.size).toBeGreaterThan(8);
  },
  600_000,
);
