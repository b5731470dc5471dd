import type { MergedDocument } from '../model/block.ts';
import { MM, type Page, type PagedDocument, type PageItem, type StructureNode } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { retag } from './impose-tags.ts';
import { withoutItalics } from './large-print.ts';
import { type LetterOptions, layoutLetter } from './letter.ts';
import { layoutMaterial } from './material.ts';
import type { MaterialOptions } from './material-options.ts';
import { LEAFLET_PAPERS, type LeafletPaperId } from './styles/leaflet.ts';

interface Laid {
  readonly paged?: PagedDocument | undefined;
  readonly problems: readonly Problem[];
}

/** Papers that hold two languages side by side, with the paper that is half of it. */
const HALVES: Partial<Record<LeafletPaperId, LeafletPaperId>> = { a3: 'a4', a4: 'a5', letter: 'half-letter' };

/**
 * Sets a leaflet or its like in one language, or in two: on A3, A4 and US Letter side by side on the paper laid across, the language
 * that is read from the right on the right; on smaller papers, and in large print, front and back.
 */
export function layoutMaterials(docs: readonly MergedDocument[], options: MaterialOptions): Laid {
  const isLarge = options.style === 'large-print';
  const half = docs.length > 1 && !isLarge ? HALVES[options.paper] : undefined;
  const paper = half ?? options.paper;
  const laid = docs.map((doc) => layoutMaterial(isLarge ? withoutItalics(doc) : doc, { ...options, paper }));
  return together(laid, half ? (parts) => sideBySide(parts, options.paper) : oneAfterTheOther);
}

/** Sets a letter; of two documents the second goes behind it as a translation for courtesy. */
export function layoutLetters(docs: readonly MergedDocument[], options: LetterOptions): Laid {
  const laid = docs.map((doc, i) => layoutLetter(doc, { ...options, courtesy: i > 0 }));
  return together(laid, oneAfterTheOther);
}

function together(laid: readonly Laid[], join: (parts: readonly PagedDocument[]) => PagedDocument): Laid {
  const problems = laid.flatMap((part) => part.problems);
  const parts = laid.flatMap(({ paged }) => paged ?? []);
  if (parts.length < laid.length) return { problems };
  return { paged: parts.length === 1 ? parts[0] : join(parts), problems };
}

function oneAfterTheOther(parts: readonly PagedDocument[]): PagedDocument {
  const { structure, itemsOf } = joinStructures(parts);
  const pages = parts.flatMap((part, i) =>
    part.pages.map((page) => ({ ...page, items: itemsOf(i, page.items) })),
  );
  return joined(parts, pages, structure);
}

/** The documents as one, on these pages. */
function joined(
  parts: readonly PagedDocument[],
  pages: readonly Page[],
  structure: PagedDocument['structure'],
): PagedDocument {
  const title = titleOf(parts);
  return { ...parts[0]!, title, pages, structure, images: imagesOf(parts), master: undefined };
}

function sideBySide(parts: readonly PagedDocument[], paper: LeafletPaperId): PagedDocument {
  const { structure, itemsOf } = joinStructures(parts);
  const { width: height, height: width } = LEAFLET_PAPERS[paper];
  const ordered = parts.map((part, i) => ({ part, i }));
  if (parts[0]!.direction === 'rtl') ordered.reverse();
  const most = Math.max(...parts.map((part) => part.pages.length));
  const pages = Array.from({ length: most }, (_, n) => {
    const items = ordered.flatMap(({ part, i }, place): PageItem[] => {
      const page = part.pages[n];
      if (!page) return [];
      const x = (width * MM * (1 + 2 * place)) / 4 - page.width / 2;
      return [{ kind: 'group', matrix: [1, 0, 0, 1, x, 0], items: itemsOf(i, page.items) }];
    });
    return { width: width * MM, height: height * MM, items };
  });
  return joined(parts, pages, structure);
}

function imagesOf(parts: readonly PagedDocument[]): PagedDocument['images'] {
  return new Map(parts.flatMap(({ images }) => [...(images ?? [])]));
}

function titleOf(parts: readonly PagedDocument[]): string {
  return parts.map(({ title }) => title).join(' / ');
}

/** One structure tree for all parts, each a section in its own language, and their items with its tags. */
function joinStructures(parts: readonly PagedDocument[]) {
  const structure: StructureNode[] = [parts[0]!.structure[0]!];
  const starts = parts.map((part) => {
    const start = structure.length;
    const nodes = part.structure.slice(1).map((node) => ({ ...node, parent: start + node.parent! }));
    structure.push({ type: 'Sect', parent: 0, language: part.language }, ...nodes);
    return start;
  });
  const itemsOf = (i: number, items: readonly PageItem[]) =>
    items.map((item) => retag(item, (tag) => starts[i]! + tag));
  return { structure, itemsOf };
}
