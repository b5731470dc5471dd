import PDFDocument from 'pdfkit';
import type { FontBook } from '../layout/fonts.ts';
import type { FontId, GlyphRun, Ink, Page, PagedDocument, PageItem } from '../model/page.ts';

/** What this file uses of pdfkit's embedded font, which has no types. */
interface EmbeddedFont {
  readonly id: string;
  /** The opened font file; opened once, and shared by all documents. */
  readonly font: object & { getGlyph(id: number): { readonly advanceWidth: number } };
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  readonly scale: number;
  ref(): unknown;
}

type Pdf = PDFKit.PDFDocument & {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
};

const openedFonts = new WeakMap<FontBook, Map<FontId, object>>();

/** Draws pages as a PDF with its fonts embedded and subset. Holds no time of day: its dates are those of the document. */
export async function writePdf(doc: PagedDocument, fonts: FontBook): Promise<Uint8Array> {
  const day = new Date(`${doc.date}T00:00:00Z`);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: doc.language,
    displayTitle: true,
    info: {
      Title: doc.title,
      ...(doc.author ? { Author: doc.author } : {}),
      Creator: 'handbill',
      Producer: 'handbill',
      CreationDate: day,
      ModDate: day,
    },
  }) as Pdf;
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  for (const page of doc.pages) drawPage(pdf, page, fonts);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function drawPage(pdf: Pdf, page: Page, fonts: FontBook): void {
  pdf.addPage({ size: [page.width, page.height], margin: 0 });
  for (const item of page.items) drawItem(pdf, page, item, fonts);
}

function drawItem(pdf: Pdf, page: Page, item: PageItem, fonts: FontBook): void {
  switch (item.kind) {
    case 'glyphs':
      drawRun(pdf, page, item, fonts);
      return;
    case 'box':
      pdf.rect(item.x, item.y, item.width, item.height).fill(colourOf(item.ink));
      return;
    case 'frame': {
      const { x, y, width, height, stroke } = item;
      pdf
        .lineWidth(stroke)
        .rect(x + stroke / 2, y + stroke / 2, width - stroke, height - stroke)
        .stroke(colourOf(item.ink));
      return;
    }
    case 'path':
      pdf.path(item.d).fill(colourOf(item.ink), 'even-odd');
      return;
    case 'group': {
      const { clip, matrix } = item;
      pdf.save().transform(...matrix);
      if (clip) pdf.rect(clip.x, clip.y, clip.width, clip.height).clip();
      for (const inner of item.items) drawItem(pdf, page, inner, fonts);
      pdf.restore();
      return;
    }
    case 'image':
      throw new Error('no layout places images yet');
  }
}

/** Draws glyphs at their positions; the text that they show goes along where they don't tell it by themselves. */
function drawRun(pdf: Pdf, page: Page, run: GlyphRun, fonts: FontBook): void {
  if (run.glyphs.length === 0) return;
  const font = useFont(pdf, run.font, fonts);
  const texts = clusterTexts(run);
  let tellsText = run.direction === 'ltr';
  const parts: string[] = [];
  let shift = 0;
  for (const [i, glyph] of run.glyphs.entries()) {
    const gid = font.subset.includeGlyph(glyph.id);
    font.widths[gid] ??= font.font.getGlyph(glyph.id).advanceWidth * font.scale;
    const codePoints = [...texts[i]!].map((c) => c.codePointAt(0)!);
    font.unicode[gid] ??= codePoints;
    if (String(font.unicode[gid]) !== String(codePoints)) tellsText = false;
    const before = shift + (glyph.dx * 1000) / run.size;
    if (Math.abs(before) > 0.0005) parts.push(numberOf(-before));
    if (glyph.dy !== 0) parts.push(`] TJ ${numberOf(glyph.dy)} Ts [`);
    parts.push(`<${gid.toString(16).padStart(4, '0')}>`);
    if (glyph.dy !== 0) parts.push('] TJ 0 Ts [');
    shift = ((glyph.advance - glyph.dx) * 1000) / run.size - font.widths[gid]!;
  }
  pdf.page.fonts[font.id] = font.ref();
  pdf.fillColor(colourOf(run.ink));
  const lines = [
    `1 0 0 -1 0 ${numberOf(page.height)} cm`,
    'BT',
    `1 0 0 1 ${numberOf(run.x)} ${numberOf(page.height - run.y)} Tm`,
    `/${font.id} ${numberOf(run.size)} Tf`,
    `[${parts.join('')}] TJ`,
    'ET',
  ];
  const marked = tellsText ? lines : [`/Span <</ActualText ${utf16Hex(run.text)}>> BDC`, ...lines, 'EMC'];
  pdf.save();
  pdf.addContent(marked.join('\n'));
  pdf.restore();
}

/** The text of each glyph: that of its cluster at the cluster's first glyph, none at the others. */
function clusterTexts({ glyphs, text }: GlyphRun): string[] {
  const starts = [...new Set(glyphs.map((g) => g.cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]));
  const told = new Set<number>();
  return glyphs.map(({ cluster }) => {
    if (told.has(cluster)) return '';
    told.add(cluster);
    return text.slice(cluster, ends.get(cluster));
  });
}

function useFont(pdf: Pdf, id: FontId, fonts: FontBook): EmbeddedFont {
  const known = openedFonts.get(fonts) ?? new Map<FontId, object>();
  openedFonts.set(fonts, known);
  const opened = known.get(id);
  const bytes = fonts.files.get(id)!.bytes;
  pdf.registerFont(id, (opened ?? bytes) as PDFKit.Mixins.PDFFontSource).font(id);
  const font = pdf._font;
  if (!opened) known.set(id, font.font);
  return font;
}

function colourOf(ink: Ink): [number, number, number] | string {
  const value = Math.round(255 * (ink === 'spot' ? 0 : ink));
  return [value, value, value];
}

function numberOf(value: number): string {
  return String(Math.round(value * 10000) / 10000);
}

function utf16Hex(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
}
