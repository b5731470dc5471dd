import { openFonts } from '../../src/layout/fonts.ts';
import { imposeSheets } from '../../src/layout/impose.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import type { Inline, MergedDocument } from '../../src/model/block.ts';
import type { PagedDocument, PathCommand, RasterImage, StructureNode } from '../../src/model/page.ts';
import { startCombinedPdf, writePdf } from '../../src/write/pdf.ts';
import { DEMANDS, heading, leaflet, letter, list, paragraph, RALLY, STRIKE } from '../layout/documents.ts';
import { documentOf, runOf } from './sample.ts';

const fonts = await openFonts();
const date = '2011-12-19';

/** A letter on its pages, in the fonts of handbill. */
export function layLetter(doc: MergedDocument): PagedDocument {
  return layoutLetter(doc, { layout: LETTER_LAYOUTS['din-b'], fonts, date }).paged!;
}

const LINKED: readonly Inline[] = [
  { kind: 'text', text: 'Write to ' },
  { kind: 'text', text: 'secretary@example.org', href: 'mailto:secretary@example.org' },
  { kind: 'text', text: ' or read ' },
  { kind: 'text', text: 'the appeal “Забастовка”', href: 'https://example.org/appeal', language: 'ru' },
  { kind: 'text', text: '; see the file', href: 'file:///etc/passwd' },
];

/** An Arabic letter with Latin names and numbers in it. */
export const ARABIC: MergedDocument = {
  ...letter(),
  language: 'ar',
  direction: 'rtl',
  blocks: [
    paragraph('recipient', 'سفارة كازاخستان\nLondon'),
    heading('subject', 1, 'احتجاج على إطلاق النار'),
    paragraph(
      'body',
      'قتل 11 عاملا في مدينة Zhanaozen يوم 16 ديسمبر 2011، وأصيب المئات بجروح، وأعلنت حالة الطوارئ في المدينة.',
    ),
    list('body', ['أوقفوا القتل', 'أطلقوا سراح Natalia Sokolova'], true),
  ],
};

const SQUARE: readonly PathCommand[] = [
  { kind: 'move', x: 100, y: 100 },
  { kind: 'line', x: 150, y: 100 },
  { kind: 'line', x: 150, y: 150 },
  { kind: 'line', x: 100, y: 150 },
  { kind: 'close' },
];

/** A page with a picture, a drawing, a table and the spot colour. */
function pictures(): PagedDocument {
  const row: StructureNode = { type: 'TR', parent: { type: 'Table' } };
  const image: RasterImage = { width: 2, height: 2, samples: 'grey8', data: Uint8Array.of(0, 255, 255, 0) };
  return documentOf(
    [
      runOf(fonts, 'Pictures', { tag: { type: 'H1' }, ink: 'spot' }),
      {
        kind: 'image',
        x: 10,
        y: 100,
        width: 50,
        height: 50,
        image: 'dots',
        tag: { type: 'Figure', alt: 'Four dots' },
      },
      {
        kind: 'path',
        commands: SQUARE,
        ink: 0,
        tag: { type: 'Figure', alt: 'QR code: https://example.org' },
      },
      runOf(fonts, 'killed', { y: 200, tag: { type: 'TH', parent: row } }),
      runOf(fonts, '11', { x: 150, y: 200, tag: { type: 'TD', parent: row } }),
      { kind: 'frame', x: 60, y: 180, width: 150, height: 30, stroke: 1, ink: 0 },
    ],
    { images: new Map([['dots', image]]), spot: { name: 'Red', rgb: [1, 0, 0] } },
  );
}

/** One of each kind of file that handbill writes, by name. */
export async function accessibleSamples(): Promise<[string, Uint8Array][]> {
  const long = Array.from({ length: 12 }, () => paragraph('body', `${RALLY} ${STRIKE}`));
  const linked = { kind: 'paragraph', role: 'body', content: LINKED } as const;
  const letters = {
    letter: letter({ body: [paragraph('body', RALLY), linked, list('body', DEMANDS, true)] }),
    'letter of two pages': letter({ body: long }),
    'Arabic letter': ARABIC,
  };
  const handout = layoutLeaflet(leaflet(), { paper: 'a5', fonts, date }).paged!;
  const sheet = imposeSheets(handout, {
    sheet: 'a4',
    up: 2,
    arrange: 'copies',
    flip: 'none',
    gutter: 0,
    bleed: 0,
    marks: true,
  }).paged!;
  const pages: Record<string, PagedDocument> = { leaflet: handout, sheet, pictures: pictures() };
  for (const [name, doc] of Object.entries(letters)) pages[name] = layLetter(doc);
  const files = Object.entries(pages).map(([name, doc]): [string, Uint8Array] => [
    name,
    writePdf(doc, fonts),
  ]);
  return [...files, ['print run', await combine([pages.letter!, pages['letter of two pages']!])]];
}

/** A print run of these documents, printed on both sides. */
export async function combine(docs: readonly PagedDocument[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const run = startCombinedPdf({
    fonts,
    title: 'Print run',
    language: 'en',
    direction: 'ltr',
    date,
    duplex: true,
    sink: (chunk) => void chunks.push(chunk),
  });
  for (const doc of docs) await run.add(doc, doc.title);
  await run.end();
  return Buffer.concat(chunks);
}
