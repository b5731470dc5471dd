import type { MergedDocument } from '../model/block.ts';
import { MM, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { joinDocuments } from './impose-join.ts';
import { withoutItalics } from './large-print.ts';
import { layoutLetter } from './letter.ts';
import type { LetterOptions } from './letter-pages.ts';
import { layoutMaterial } from './material.ts';
import type { MaterialOptions } from './material-options.ts';
import { inSection } from './retag.ts';
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

type Parts = readonly [PagedDocument, ...PagedDocument[]];

function together(laid: readonly Laid[], join: (parts: Parts) => PagedDocument): Laid {
  const problems = laid.flatMap((part) => part.problems);
  const [first, ...rest] = laid.flatMap(({ paged }) => paged ?? []);
  if (!first || rest.length + 1 < laid.length) return { problems };
  return { paged: rest.length === 0 ? first : join([first, ...rest]), problems };
}

function oneAfterTheOther(parts: Parts): PagedDocument {
  return { ...joinDocuments(parts), title: titleOf(parts), master: undefined };
}

function sideBySide(parts: Parts, paper: LeafletPaperId): PagedDocument {
  const { width: height, height: width } = LEAFLET_PAPERS[paper];
  const sections = parts.map((part) => inSection(part, { language: part.language }));
  const reading = sections.flatMap((part) => part.pages);
  const ordered = parts[0].direction === 'rtl' ? [...sections].reverse() : sections;
  const most = Math.max(...parts.map((part) => part.pages.length));
  const pages = Array.from({ length: most }, (_, n) => {
    const items = ordered.flatMap((part, place): PageItem[] => {
      const page = part.pages[n];
      if (!page) return [];
      const x = (width * MM * (1 + 2 * place)) / 4 - page.width / 2;
      return [{ kind: 'group', matrix: [1, 0, 0, 1, x, 0], items: page.items }];
    });
    return { width: width * MM, height: height * MM, items };
  });
  return { ...oneAfterTheOther(parts), pages, reading };
}

function titleOf(parts: Parts): string {
  return parts.map(({ title }) => title).join(' / ');
}
