import type { MergedDocument } from '../model/block.ts';
import type { LeafletStyle } from '../model/material.ts';
import type { PagedDocument } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import type { FontBook } from './fonts.ts';
import { layoutLeaflet } from './leaflet.ts';
import type { Pictures } from './picture.ts';
import { layoutPlacard } from './placard.ts';
import { layoutPostcard } from './postcard.ts';
import type { Screen } from './screen.ts';
import type { LeafletPaperId } from './styles/leaflet.ts';
import { layoutTextPage } from './text-page.ts';

/** How a leaflet or its like is laid out. `date` is the day in the file, `YYYY-MM-DD`. */
export interface MaterialOptions {
  readonly paper: LeafletPaperId;
  readonly style: LeafletStyle;
  readonly fonts: FontBook;
  readonly date: string;
  readonly pictures?: Pictures | undefined;
  readonly screen?: Screen | undefined;
}

/** Lays a merged document out in the form of its kind. What can't fit is an error, and gives no pages. */
export function layoutMaterial(
  doc: MergedDocument,
  options: MaterialOptions,
): { paged?: PagedDocument; problems: Problem[] } {
  switch (doc.kind) {
    case 'placard':
    case 'sticker':
      return layoutPlacard(doc, options);
    case 'petition':
    case 'resolution':
    case 'press-release':
      return layoutTextPage(doc, options);
    case 'postcard':
      return layoutPostcard(doc, options);
    default:
      return layoutLeaflet(doc, options);
  }
}
