import { expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import type { Block, MergedDocument } from '../../src/model/block.ts';
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
function letters(from: MergedDocument, seed: number): PagedDocument[] {
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
    return layoutLetter({ ...from, blocks }, { layout: LETTER_LAYOUTS['din-b'], fonts, date: '2011-12-19' })
      .paged!;
  });
}

test.each([
  ['a Latin letter', { ...letter(), blocks: [...letter().blocks, ...body] }],
  ['an Arabic letter', ARABIC],
] as const)('%s from a master has the bytes of one that is written anew', (_, from) => {
  const written = new Set<string>();
  for (const doc of letters(from, 7)) {
    const file = Buffer.from(writePdf(doc, fonts));
    // A copy has nothing in common with what was drawn before.
    expect(file.equals(writeAnew(structuredClone(doc), fonts))).toBe(true);
    written.add(file.toString('latin1'));
  }
  expect(written.size).toBeGreaterThan(20);
});
