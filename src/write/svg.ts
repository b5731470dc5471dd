import type { FontBook } from '../layout/fonts.ts';
import type {
  FontId,
  GlyphRun,
  Ink,
  Page,
  PagedDocument,
  PageItem,
  PathCommand,
  PlacedImage,
  RasterImage,
} from '../model/page.ts';
import { encodePng } from './encode-png.ts';
import { Markup, markup } from './markup.ts';
import { reading } from './pdf/embedded-font.ts';
import { subsetFont } from './pdf/subset.ts';

/** What an SVG takes of its document besides the page. */
type Source = Pick<PagedDocument, 'language' | 'images' | 'spot'>;

/** Outlines that a picture uses, each once. */
type Outlines = Map<string, string>;

/** A font as it is drawn. */
interface DrawnFont {
  readonly outlineOf: (glyph: number) => string;
  readonly unitsPerEm: number;
}

type DrawnFonts = ReadonlyMap<FontId, DrawnFont>;

/**
 * A page as an SVG picture, 1 unit a point, from the same items as the PDF: letters are outlines, so it looks the same
 * where no font is installed, and runs nothing. `title` is what a screen reader says.
 */
export function writeSvg(page: Page, doc: Source, fonts: FontBook, title: string): string {
  const outlines: Outlines = new Map();
  const drawn = fontsOf(page.items, fonts);
  const body = page.items.map((item) => drawItem(item, doc, drawn, outlines));
  const paths = [...outlines].map(([id, d]) => markup`<path id="${id}" d="${d}"/>`);
  const { width, height } = page;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}pt" height="${short(height)}pt" viewBox="0 0 ${short(width)} ${short(height)}" role="img" lang="${doc.language}"><title>${title}</title><defs>${paths}</defs><path fill="#fff" d="M0 0H${short(width)}V${short(height)}H0z"/>${body}</svg>
`.text;
}

/** The fonts of some items. A large one is cut down to what they show of it: opened whole, it would stay in memory. */
function fontsOf(items: readonly PageItem[], { files }: FontBook): DrawnFonts {
  const shown = new Map<FontId, Set<number>>();
  noteGlyphs(items, shown);
  return new Map(
    [...shown].map(([id, glyphs]) => {
      const font = files.get(id)!;
      const cut = () => reading(font, () => subsetFont(font, glyphs, true));
      const outlineOf = font.outlines(font.content.isLarge ? cut : undefined);
      return [id, { outlineOf, unitsPerEm: font.unitsPerEm }];
    }),
  );
}

function noteGlyphs(items: readonly PageItem[], shown: Map<FontId, Set<number>>): void {
  for (const item of items) {
    if (item.kind === 'group') noteGlyphs(item.items, shown);
    if (item.kind !== 'glyphs') continue;
    const glyphs = shown.get(item.font) ?? new Set();
    shown.set(item.font, glyphs);
    for (const { id } of item.glyphs) glyphs.add(id);
  }
}

function drawItem(item: PageItem, doc: Source, fonts: DrawnFonts, outlines: Outlines): Markup {
  switch (item.kind) {
    case 'glyphs':
      return drawRun(item, doc, fonts.get(item.font)!, outlines);
    case 'box':
      return markup`<rect x="${short(item.x)}" y="${short(item.y)}" width="${short(item.width)}" height="${short(item.height)}" fill="${colourOf(item.ink, doc)}"/>`;
    case 'frame': {
      const { x, y, width, height, stroke, ink } = item;
      return markup`<rect x="${short(x + stroke / 2)}" y="${short(y + stroke / 2)}" width="${short(width - stroke)}" height="${short(height - stroke)}" fill="none" stroke="${colourOf(ink, doc)}" stroke-width="${short(stroke)}"/>`;
    }
    case 'path':
      return markup`<path d="${item.commands.map(pathCommand).join(' ')}" fill="${colourOf(item.ink, doc)}" fill-rule="evenodd"/>`;
    case 'image':
      return drawImage(item, doc.images?.get(item.image));
    case 'group': {
      const { matrix, clip, items } = item;
      const inner = items.map((i) => drawItem(i, doc, fonts, outlines));
      const transform = `matrix(${matrix.map(short).join(' ')})`;
      if (!clip) return markup`<g transform="${transform}">${inner}</g>`;
      const [x, y, width, height] = [clip.x, clip.y, clip.width, clip.height].map(short);
      return markup`<g transform="${transform}"><svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">${inner}</svg></g>`;
    }
  }
}

function pathCommand(command: PathCommand): string {
  if (command.kind === 'close') return 'Z';
  const { kind, x, y } = command;
  return `${kind === 'move' ? 'M' : 'L'} ${x} ${y}`;
}

/** A run in the units of its font, turned upright and scaled as a whole. */
function drawRun(run: GlyphRun, doc: Source, font: DrawnFont, outlines: Outlines): Markup {
  const scale = run.size / font.unitsPerEm;
  const uses: Markup[] = [];
  let x = 0;
  for (const glyph of run.glyphs) {
    const id = `${run.font}.${glyph.id}`.replace(/[^\w.-]/g, '_');
    const d = outlines.get(id) ?? font.outlineOf(glyph.id);
    if (d !== '') {
      outlines.set(id, d);
      const dy = glyph.dy === 0 ? new Markup('') : markup` y="${Math.round(glyph.dy / scale)}"`;
      uses.push(markup`<use href="#${id}" x="${Math.round((x + glyph.dx) / scale)}"${dy}/>`);
    }
    x += glyph.advance;
  }
  return markup`<g fill="${colourOf(run.ink, doc)}" transform="matrix(${precise(scale)} 0 0 ${precise(-scale)} ${short(run.x)} ${short(run.y)})">${uses}</g>`;
}

function drawImage(item: PlacedImage, image: RasterImage | undefined): Markup {
  if (!image) return new Markup('');
  const { x, y, width, height } = item;
  const href = `data:image/png;base64,${encodePng(image).toString('base64')}`;
  return markup`<image x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" preserveAspectRatio="none" href="${href}"/>`;
}

function colourOf(ink: Ink, { spot }: Source): string {
  const rgb = ink === 'spot' ? (spot?.rgb ?? [0, 0, 0]) : [ink, ink, ink];
  const hex = rgb.map((part) =>
    Math.round(255 * part)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function precise(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
