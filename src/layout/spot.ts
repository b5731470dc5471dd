import { type Box, MM, type PagedDocument, type PageItem } from '../model/page.ts';

/** A colour besides black: how it is told to the printer, and its look on a screen, 0 to 1 each. */
export interface SpotColour {
  readonly name: string;
  readonly rgb: readonly [number, number, number];
}

/** Colours by name, each dark enough for white text upon it. */
export const SPOT_COLOURS = {
  red: { name: 'Red', rgb: [0.69, 0, 0] },
  blue: { name: 'Blue', rgb: [0, 0.27, 0.6] },
  green: { name: 'Green', rgb: [0, 0.34, 0.17] },
  violet: { name: 'Violet', rgb: [0.38, 0.1, 0.5] },
} as const satisfies Record<string, SpotColour>;

/** Least contrast of text with its ground (WCAG 2.2, 1.4.6). */
export const TEXT_CONTRAST = 7;

/** Contrast with white paper (WCAG 2.2, relative luminance): 1 for white, 21 for black. */
export function contrastWithWhite({ rgb }: SpotColour): number {
  const [r, g, b] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05);
}

/** Shortest side of what may be coloured: thinner lines stay black, so that colours that are a hair off don't show. */
const RULE = MM;
/** Shortest side of what may hold text. */
const PANEL = 8 * MM;

/** Prints the solid areas of a document in a spot colour: rules, marks, and panels where white text stays readable. */
export function useSpot(doc: PagedDocument, spot: SpotColour): PagedDocument {
  const widest = contrastWithWhite(spot) >= TEXT_CONTRAST ? Number.POSITIVE_INFINITY : PANEL;
  const isAccent = ({ ink, width, height }: Box) =>
    ink === 0 && Math.min(width, height) >= RULE && Math.min(width, height) < widest;
  const recolour = (item: PageItem): PageItem =>
    item.kind === 'box' && isAccent(item) ? { ...item, ink: 'spot' } : item;
  const pages = doc.pages.map((page) => ({ ...page, items: page.items.map(recolour) }));
  return { ...doc, pages, spot };
}
