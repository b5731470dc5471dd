import type { PagedDocument, PageItem, RasterImage, StructureNode } from '../model/page.ts';
import { greyAt } from '../model/picture.ts';
import { retagDocument } from './retag.ts';

/**
 * The document as a print shop takes it: pictures in grey, no links (PDF/X-4 has no annotations on the printed page,
 * ISO 15930-7, 6.11), marked for the writer to keep to PDF/X-4.
 */
export function forPrintShop(doc: PagedDocument): PagedDocument {
  const images = new Map([...(doc.images ?? [])].map(([name, image]) => [name, inGrey(image)]));
  const spans = new Map<StructureNode, StructureNode>();
  const asSpan = (tag: StructureNode): StructureNode => {
    if (tag.type !== 'Link') return tag;
    const span = spans.get(tag) ?? { ...tag, type: 'Span', href: undefined };
    spans.set(tag, span);
    return span;
  };
  const retagged = retagDocument(doc, asSpan);
  const pages = retagged.pages.map((page) => ({ ...page, items: page.items.map(unlinked) }));
  return { ...retagged, pages, images, printShop: true };
}

function unlinked(item: PageItem): PageItem {
  if (item.kind === 'group') return { ...item, items: item.items.map(unlinked) };
  return item.kind === 'glyphs' && item.href !== undefined ? { ...item, href: undefined } : item;
}

/** Lightness after the weights of Rec. 709, which suit sRGB. */
function inGrey(image: RasterImage): RasterImage {
  if (image.samples !== 'rgb8') return image;
  const data = new Uint8Array(image.width * image.height);
  for (let i = 0; i < data.length; i++) data[i] = Math.round(greyAt(image, i));
  return { ...image, samples: 'grey8', data };
}
