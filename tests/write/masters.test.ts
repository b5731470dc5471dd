import { expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import type { Block, MergedDocument } from '../../src/model/block.ts';
import type { Letterhead } from '../../src/model/letterhead.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import { writeAnew } from '../../src/write/pdf/master.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { letter, paragraph, RALLY } from '../layout/documents.ts';
import { startDice } from '../plan/generated.ts';
import { ARABIC } from './samples.ts';

const fonts = await openFonts();

const NAMES = [
  'Ada Example',
  'Łucja Śliwa',
  'Марія Приклад',
  'Әлия Мысал',
  'سلمى مثال',
  'דנה לדוגמה',
  'Ễ Ví Dụ',
  'Office fffi',
];
const LINES = [
  '3 Example Road',
  'EX1 1EX Exampleton',
  'Улица Примера 5',
  'شارع المثال 7',
  'Hinterhaus, 4. Obergeschoss',
];
const body = [paragraph('body', RALLY), paragraph('body', `${RALLY} ${RALLY}`)];

/** Letters of one wording whose senders differ: in their letters, in how many lines they have, in what they add. */
function letters(from: MergedDocument, seed: number, letterhead?: Letterhead): PagedDocument[] {
  const roll = startDice(seed);
  const one = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
  return Array.from({ length: 30 }, () => {
    const name = one(NAMES);
    const head = [name, ...LINES.filter(() => roll() < 0.5), ...(roll() < 0.3 ? ['a@example.org'] : [])];
    const own: Block[] = roll() < 0.2 ? [paragraph('body', `${name}: ${RALLY}`)] : [];
    const blocks = [
      paragraph('sender', head.join('\n')),
      ...from.blocks.filter(({ role }) => role !== 'sender' && role !== 'signature'),
      ...own,
      paragraph('signature', name),
    ];
    const options = { layout: LETTER_LAYOUTS['din-b'], fonts, date: '2011-12-19', letterhead };
    return layoutLetter({ ...from, blocks }, options).paged!;
  });
}

const LATIN = { ...letter(), blocks: [...letter().blocks, ...body] };

/** A letterhead of some pixels, which never are the same object in two copies. */
const HEAD: Letterhead = {
  margins: { top: 0, right: 0, bottom: 0, left: 0 },
  sha256: 'one',
  picture: { image: { width: 21, height: 4, samples: 'rgb8', data: new Uint8Array(252).fill(200) } },
  ink: { columns: 21, rows: 4, cells: new Uint8Array(84) },
};

test.each([
  ['a Latin letter', LATIN, undefined],
  ['an Arabic letter', ARABIC, undefined],
  ['a letter on a letterhead', LATIN, HEAD],
] as const)('%s from a master has the bytes of one that is written anew', (_, from, letterhead) => {
  const written = new Set<string>();
  for (const doc of letters(from, 7, letterhead)) {
    const file = Buffer.from(writePdf(doc, fonts));
    // A copy has nothing in common with what was drawn before.
    expect(file.equals(writeAnew(structuredClone(doc), fonts))).toBe(true);
    written.add(file.toString('latin1'));
  }
  expect(written.size).toBeGreaterThan(20);
});
