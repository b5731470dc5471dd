import type { MergedDocument } from '../model/block.ts';
import type { PagedDocument } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { layoutLeaflet } from './leaflet.ts';
import type { MaterialOptions } from './material-options.ts';
import { layoutPlacard } from './placard.ts';
import { layoutPostcard } from './postcard.ts';
import { layoutTextPage } from './text-page.ts';

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
