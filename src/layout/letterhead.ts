import type { Letterhead } from '../model/letterhead.ts';
import { type GlyphRun, MM, type PageItem, type PlacedImage, type RasterImage } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Area } from './envelopes.ts';
import { type LetterLayout, mirrorLayout, windowOf } from './letter-layouts.ts';
import { printInColours } from './screen.ts';

/** The name of a letterhead among the pictures of a document. */
export const LETTERHEAD_IMAGE = 'letterhead';

/** The form in which a letter is set: mirrored where it is read from the right, and clear of what a letterhead holds. */
export function formOf(
  form: LetterLayout,
  direction: 'ltr' | 'rtl',
  letterhead: Pick<Letterhead, 'margins'> | undefined,
): LetterLayout {
  const layout = direction === 'rtl' ? mirrorLayout(form) : form;
  if (!letterhead) return layout;
  const { paper, text, date, foot } = layout;
  const { top, right, bottom, left } = letterhead.margins;
  const end = Math.min(text.x + text.width, paper.width - right);
  const x = Math.max(text.x, left);
  const y = Math.max(text.y, top);
  const lowest = Math.min(text.y + text.height, paper.height - bottom);
  return {
    ...layout,
    isHeaded: true,
    // The window decides where the address stands; the date gives way.
    date: { ...date, y: Math.max(date.y, Math.min(top + DATE_BELOW, lowest)) },
    text: { x, y, width: Math.max(end - x, LEAST_TEXT), height: Math.max(lowest - y, 0) },
    foot: Math.min(foot, paper.height - bottom),
  };
}

/** From the lowest that a letterhead holds to the baseline of the date, in millimetres. */
const DATE_BELOW = 6;
/** Text is never set in a narrower column, in millimetres. */
const LEAST_TEXT = 60;

/** A letterhead from the upper edge of the paper, as wide as that, and never higher. */
export function placeLetterhead(
  { picture: { image } }: Letterhead,
  paper: LetterLayout['paper'],
): PlacedImage {
  const scale = Math.min(paper.width / image.width, paper.height / image.height);
  const [width, height] = [image.width * scale * MM, image.height * scale * MM];
  const x = (paper.width * MM - width) / 2;
  return { kind: 'image', x, y: 0, width, height, image: LETTERHEAD_IMAGE };
}

/** Its pixels for paper: its own colours, no finer than its size needs. */
export function printLetterhead(letterhead: Letterhead, paper: LetterLayout['paper']): RasterImage {
  return printInColours(letterhead.picture.image, placeLetterhead(letterhead, paper));
}

/** Says where a letterhead has ink that the envelope's window would show, or that text stands on. */
export function checkLetterhead(
  letterhead: Letterhead,
  layout: LetterLayout,
  items: readonly PageItem[],
): readonly Problem[] {
  const placed = placeLetterhead(letterhead, layout.paper);
  const { x, y, width, height } = windowOf(layout).ever;
  const window = { x: x * MM, y: y * MM, width: width * MM, height: height * MM };
  const hasWindow = layout.envelopes.length > 0;
  const texts = items.filter((item) => item.kind === 'glyphs').map(areaOf);
  return [
    ...(hasWindow && hasInk(letterhead, placed, window)
      ? [finding('warning', 'overfull-box/letterhead-window', { name: layout.name })]
      : []),
    ...(texts.some((area) => hasInk(letterhead, placed, area))
      ? [finding('warning', 'overfull-box/letterhead-text', {})]
      : []),
  ];
}

/** Where the letters of a run stand, without what hangs below the line. */
function areaOf({ x, y, size, glyphs }: GlyphRun): Area {
  const width = glyphs.reduce((sum, { advance }) => sum + advance, 0);
  return { x, y: y - size * 0.7, width, height: size * 0.7 };
}

/** True where there is ink in an area of the page, in points. */
function hasInk({ ink }: Letterhead, placed: Area, area: Area): boolean {
  const [across, down] = [ink.columns / placed.width, ink.rows / placed.height];
  const left = Math.max(Math.floor((area.x - placed.x) * across), 0);
  const right = Math.min((area.x + area.width - placed.x) * across, ink.columns);
  const top = Math.max(Math.floor((area.y - placed.y) * down), 0);
  const bottom = Math.min((area.y + area.height - placed.y) * down, ink.rows);
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1)
      if (ink.cells[row * ink.columns + column]) return true;
  return false;
}
