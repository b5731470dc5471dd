import { beforeAll, expect, test } from 'vitest';
import { letterFor } from '../../src/model/addressee.ts';
import type { MergedDocument } from '../../src/model/block.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import type { Member } from '../../src/model/sender.ts';
import type { LetterJob } from '../../src/plan/jobs.ts';
import { startPlanner } from '../../src/plan/plan.ts';
import type { PlanData, PlannedJob } from '../../src/plan/planned.ts';
import type { Settings } from '../../src/plan/settings.ts';
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

const NAMES = [
  'Ada Example',
  'Bo Sample',
  'Łucja Śliwa',
  'Ő. Ű. Minta-Példa',
  'Марія Приклад',
  'Әлия Мысал',
  'سلمى مثال',
  'דנה לדוגמה',
  '例 一',
  'Ễ Ví Dụ',
  'Office fffi ﬁ',
  'Agyq Jjpy',
  'Dr. Maximiliane von und zu Muster-Beispielhausen-Musterberg auf Musterstein und zu Beispiel am Wald',
  'We demand',
];
const STREETS = [
  '3 Example Road',
  'Улица Примера 5',
  'شارع المثال 7',
  'Donaudampfschifffahrtsgesellschaftsstraße 123, Hinterhaus, 4. Obergeschoss links',
];
const CITIES = ['Exampleton', 'Musterhausen am Beispielbach', 'Примеров', 'القاهرة', '例市'];
const COUNTRIES = ['GB', 'DE', 'FR', 'US', 'RU', 'EG', 'CN', 'JP', 'CH'];

/** Members of some countries, most of whom tell as much of themselves as the others, and some more or less. */
function members(roll: () => number, count: number): Member[] {
  const one = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
  const some = <T>(chance: number, make: () => T) => (roll() < chance ? make() : undefined);
  const countries = [one(COUNTRIES), one(COUNTRIES)];
  return Array.from({ length: count }, (_, i) => {
    const member = {
      id: `m${i}`,
      name: one(NAMES),
      country: one(countries),
      street: some(0.9, () => one(STREETS)),
      postalCode: some(0.2, () => 'EX1 1EX'),
      city: some(0.9, () => one(CITIES)),
      organisation: some(0.1, () => 'Our union\nBranch 7'),
      email: some(0.1, () => 'a@example.org'),
      phone: some(0.1, () => '+44 20 7946 0000'),
      gender: some(0.2, () => one(['female', 'male'] as const)),
      writes: some(0.2, () => one(['I', 'we'] as const)),
      ownWords: some(0.1, () => `My own words. ${one(NAMES)}`),
      in: some(0.1, () => ({ ru: { name: 'Ада Пример' }, en: { name: 'Ada in English' } })),
    };
    return Object.fromEntries(
      Object.entries(member).filter(([, value]) => value !== undefined),
    ) as unknown as Member;
  });
}

const withoutMaster = <T extends MergedDocument | PagedDocument | undefined>(document: T): T =>
  document && { ...document, master: undefined };

/** All that a run takes from a letter; `write` makes the bytes of its pages. */
function shown({ files, problems }: PlannedJob, write: (paged: PagedDocument) => Uint8Array) {
  const told = files.map(({ path, inputs, document, paged }) => {
    const bytes = paged && Buffer.from(write(paged)).toString('latin1');
    return { path, inputs, document: withoutMaster(document), paged: withoutMaster(paged), bytes };
  });
  return { files: told, problems };
}

const MANNERS: readonly [string, Partial<Settings>, string?][] = [
  ['as is usual', {}],
  ['as is usual there', {}],
  ['in large print', { largePrint: true }],
  ['on paper with a return line', { layout: 'din-b', showWindow: true }],
  ['on US paper, numbered', { layout: 'us', notes: true }],
  ['with words of their own', { ownWords: 'We stand with them.' }],
  ['with a translation', {}, 'en'],
  ['as mail with its PDF', { formats: ['eml', 'pdf', 'txt'], attach: true }],
];
const ROUNDS = Number(process.env.HANDBILL_SENDERS ?? 1);

test.each(MANNERS)(
  'letters %s are the same from a master as each made by itself',
  (name, some, second) => {
    const written = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const roll = startDice(round * 1000 + name.length);
      const one = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
      for (const language of [one(['en', 'de', 'ru']), one(data.campaign.languages).tag]) {
        const target = one(data.campaign.targets);
        const own = { ...data, settings: settingsWith(some) };
        const plan = startPlanner(own, bundled.fonts);
        for (const sender of members(roll, 12)) {
          const kind = letterFor(data.campaign.appeal.demands, target);
          const translated = second === language ? undefined : second;
          const job = { sender, material: 'letter', kind, language, second: translated, target } as LetterJob;
          const planned = shown(plan(job), (paged) => writePdf(paged, bundled.fonts));
          // A planner of its own knows no master, and a copy of pages nothing that was drawn before.
          const anew = shown(startPlanner(own, bundled.fonts)(job), (paged) =>
            writeAnew(structuredClone(withoutMaster(paged)), bundled.fonts),
          );
          expect(planned).toEqual(anew);
          for (const { bytes = '' } of planned.files) written.add(bytes);
        }
      }
    }
    expect(written.size).toBeGreaterThan(6);
  },
  600_000,
);
