import type { FontFile } from '../../layout/fonts.ts';
import { type Memory, memoise, startMemory } from '../../model/memory.ts';
import { refusal } from '../../wordings.ts';
import { type Alphabets, findAlphabets } from './alphabets.ts';
import type { PdfStream } from './file.ts';
import type { RunFont } from './runs.ts';
import { readFace } from './sfnt.ts';
import type { CodeTexts } from './unicode-map.ts';

/** A font that was opened for embedding, with the subsets made of it. */
export interface EmbeddedFont extends RunFont {
  readonly file: FontFile;
  readonly alphabets: Alphabets;
  readonly subsets: Memory<Subset>;
  /** Font programs by their glyphs. */
  readonly programs: Memory<PdfStream>;
}

/** What a file tells of the glyphs that its font may show. */
export interface Subset {
  /** PostScript name with the subset's tag (ISO 32000-1, 9.6.4), as a name object. */
  readonly name: string;
  /** Font descriptor up to the reference to the data (9.8). */
  readonly descriptor: string;
  readonly glyphs: readonly number[];
  readonly coded: Memory<Coding>;
}

/** What the codes of a subset stand for. */
export interface Coding {
  /** The descendant font without its descriptor and its map, up to its widths (9.7.4). */
  readonly descendant: string;
  /** `CIDToGIDMap`, where codes beyond the glyphs' numbers are used. */
  readonly glyphs: Uint8Array | undefined;
  /** The text of each code, in their order. */
  readonly texts: CodeTexts;
  /** `ToUnicode` of this font with others. */
  readonly maps: Memory<Uint8Array>;
}

/** Opens a font for embedding; once for all documents. */
export const openForEmbedding = memoise((file: FontFile): EmbeddedFont => {
  const face = reading(file, () => readFace(file));
  const alphabets = findAlphabets(face);
  return { face, file, alphabets, subsets: startMemory(256), programs: startMemory(256) };
});

/** Does what fails where the tables of a font are broken. Throws ProblemError `font-broken` then. */
export function reading<T>({ path }: FontFile, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw refusal('font-broken', { path }, {}, { cause });
  }
}
