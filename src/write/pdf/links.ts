import type { PdfFile } from './file.ts';
import type { Area } from './geometry.ts';
import { formatNumber, formatText } from './objects.ts';

/** An area as a PDF rectangle. */
export function formatArea(area: Area): string {
  return `[${area.map(formatNumber).join(' ')}]`;
}

/** A link of a page: where it is, and where it leads. */
export interface LinkArea {
  /** Its `Link` node. */
  readonly tag: number;
  readonly target: string;
  readonly text: string;
  readonly area: Area;
}

/** What a link may lead to; anything else is printed as text alone. */
const TARGETS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The target of a link in ASCII; undefined where it is none that a reader may open. */
export function linkTarget(href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return TARGETS.has(url.protocol) ? url.href : undefined;
}

/** Writes the annotation of a link, with its text for those who don't see it (ISO 14289-1, 7.18.5). */
export function writeLink(file: PdfFile, link: LinkArea, node: number): number {
  return file.add(
    `<</Type/Annot/Subtype/Link/Rect${formatArea(link.area)}/Border[0 0 0]/F 4/StructParent ${file.addOwner(node)}` +
      `/Contents${formatText(link.text.trim())}/A<</S/URI/URI${formatText(link.target)}>>>>`,
  );
}
