import { bench, describe } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import { startCombinedPdf, writePdf } from '../../src/write/pdf.ts';
import { DEMANDS, letter, list, paragraph, RALLY, STRIKE } from '../layout/documents.ts';

const fonts = await openFonts();
const date = '2011-12-19';
const NAMES = ['Anna', 'Łukasz', 'Zoë', 'Jürgen', 'Maria', 'Śliwa', 'Chloé', 'Peter', 'Ångström', 'Bill'];

/** One letter of a campaign: everybody writes the same in their own name. */
function letterOf(i: number): PagedDocument {
  const name = `${NAMES[i % 10]} ${NAMES[(i * 7) % 9]}son ${i}`;
  const doc = letter({
    sender: [paragraph('sender', `${name}\n${i} Example Street\nTown ${i % 50}\nmember${i}@example.org`)],
    body: [paragraph('body', RALLY), paragraph('body', STRIKE), list('body', DEMANDS, true)],
    end: [paragraph('closing', 'Yours faithfully,'), paragraph('signature', name)],
  });
  return layoutLetter(doc, { layout: LETTER_LAYOUTS['din-b'], fonts, date }).paged!;
}

const letters = Array.from({ length: 200 }, (_, i) => letterOf(i));

describe('200 letters of one campaign, laid out already', () => {
  bench('a file each', () => {
    for (const doc of letters) writePdf(doc, fonts);
  });
  bench('one print run', async () => {
    const run = startCombinedPdf({
      fonts,
      title: 'Print run',
      language: 'en',
      direction: 'ltr',
      date,
      duplex: true,
      sink: () => {},
    });
    for (const doc of letters) await run.add(doc, doc.title);
    await run.end();
  });
});
