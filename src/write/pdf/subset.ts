import type { FontFile } from '../../layout/fonts.ts';
import { once } from '../../model/memory.ts';
import { readShipped, WASM } from '../../model/shipped.ts';
import { findOutlines, type Outlines, outlineAt } from './cff.ts';
import { readTables } from './sfnt.ts';

/** What handbill calls of hb-subset; pointers are numbers. */
interface HbSubset {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(length: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** The global of that name, which the types of Node leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** HB_SUBSET_FLAGS_NO_HINTING: print needs none. */
const NO_HINTING = 0x1;
/** HB_SUBSET_FLAGS_RETAIN_GIDS: text keeps the glyphs' own numbers. */
const RETAIN_GLYPHS = 0x2;
/** HB_SUBSET_SETS_DROP_TABLE_TAG. */
const DROP_TABLE = 3;
const READ_ONLY = 1;

/** Tables that a PDF has no use for: text is shaped already, and its characters stand in `ToUnicode`. */
const DROPPED = 'GSUB GPOS GDEF name OS/2 cmap post DSIG STAT gasp MATH kern BASE JSTF meta SVG COLR CPAL'
  .split(' ')
  .map(tagNumber);

const opened = once(() => new OpenFonts(loadHbSubset()));

/** Bytes of fonts that stay open at a time: the bundled ones together, or one that is large. */
const MOST_OPEN = 32 << 20;

/** What of a font a subset is made from: where it comes from, and its tables. */
type Source = Pick<FontFile, 'path' | 'faceIndex' | 'content' | 'part' | 'inTable'>;

/** A font in the memory of hb-subset. */
interface OpenFace {
  readonly path: string;
  readonly faceIndex: number;
  readonly data: number;
  readonly length: number;
  readonly blob: number;
  readonly face: number;
  /** Of a large font, whose outlines are read glyph by glyph. */
  readonly left?: LeftOutlines | undefined;
}

/** Outlines of a font that were left where they are, and which of them were read since. */
interface LeftOutlines extends Outlines {
  /** Where the font program stands in the memory of hb-subset. */
  readonly program: number;
  readonly length: number;
  readonly read: Set<number>;
}

/** Fonts that were used last: most files need the same, and to open one takes as long as to cut it down. */
class OpenFonts {
  readonly hb: HbSubset;
  private readonly open: OpenFace[] = [];

  constructor(hb: HbSubset) {
    this.hb = hb;
  }

  /** The face of a font, which stays open until the next call, with the outlines of these glyphs. */
  faceOf(font: Source, glyphs: Iterable<number>): number {
    const at = this.open.findIndex((one) => one.path === font.path && one.faceIndex === font.faceIndex);
    const [known = this.load(font)] = at < 0 ? [] : this.open.splice(at, 1);
    this.open.push(known);
    if (known.left) this.readOutlines(font, known.left, glyphs);
    return known.face;
  }

  /** Puts the tables that a subset needs where hb-subset reads them: none of all the others is looked through each time. */
  private load({ path, faceIndex, content, part, inTable }: Source): OpenFace {
    const { hb } = this;
    // Those of Han take 20 MB, of which a document needs some hundred glyphs.
    const outlines = content.isLarge ? inTable('CFF ', findOutlines) : undefined;
    let data = 0;
    const take = (length: number) => {
      const held = () => this.open.reduce((sum, one) => sum + one.length, length);
      while (this.open.length > 0 && held() > MOST_OPEN) this.close(this.open.shift()!);
      data = hb.malloc(length);
      return new Uint8Array(hb.memory.buffer, data, length);
    };
    const bytes = part((tag) => !DROPPED.includes(tagNumber(tag)), {
      take,
      leave: outlines && { ...outlines, tag: 'CFF ' },
    });
    const { length } = bytes;
    const blob = hb.hb_blob_create(data, length, READ_ONLY, 0, 0);
    const program = outlines && readTables(bytes).get('CFF ');
    const left = program && {
      ...{ ...outlines, program: program.byteOffset, length: program.byteLength },
      read: new Set<number>(),
    };
    return { path, faceIndex, data, length, blob, face: hb.hb_face_create(blob, 0), left };
  }

  /** Reads the outlines of glyphs, and of that which stands for missing ones, as far as they weren't yet. */
  private readOutlines({ inTable }: Source, left: LeftOutlines, glyphs: Iterable<number>): void {
    const { buffer } = this.hb.memory;
    const program = new DataView(buffer, left.program, left.length);
    inTable('CFF ', (read) => {
      for (const glyph of [0, ...glyphs]) {
        const place = left.read.has(glyph) ? undefined : outlineAt(program, left, glyph);
        left.read.add(glyph);
        if (!place) continue;
        const [start, end] = place;
        read(start, end - start, new Uint8Array(buffer, left.program + start, end - start));
      }
    });
  }

  private close({ data, blob, face }: OpenFace): void {
    this.hb.hb_face_destroy(face);
    this.hb.hb_blob_destroy(blob);
    this.hb.free(data);
  }
}

/** A font file that holds only the given glyphs and their parts; under their old numbers, if those are to be kept. */
export function subsetFont(font: Source, glyphs: Iterable<number>, keepNumbers: boolean): Uint8Array {
  const { hb } = opened();
  const face = opened().faceOf(font, glyphs);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, keepNumbers ? NO_HINTING | RETAIN_GLYPHS : NO_HINTING);
  hb.hb_subset_input_pin_all_axes_to_default(input, face);
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, DROP_TABLE);
  for (const tag of DROPPED) hb.hb_set_add(dropped, tag);
  const subset = hb.hb_subset_or_fail(face, input);
  const made = hb.hb_face_reference_blob(subset);
  const start = hb.hb_blob_get_data(made, 0);
  const result = new Uint8Array(hb.memory.buffer, start, hb.hb_blob_get_length(made)).slice();
  hb.hb_blob_destroy(made);
  hb.hb_face_destroy(subset);
  hb.hb_subset_input_destroy(input);
  if (result.length === 0) throw new Error('The font can’t be cut down to the glyphs that are used.');
  return result;
}

function loadHbSubset(): HbSubset {
  const program = readShipped(WASM.subset);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(program));
  const hb = exports as HbSubset;
  hb._initialize();
  return hb;
}

function tagNumber(tag: string): number {
  return [...tag.padEnd(4)].reduce((sum, c) => sum * 256 + c.charCodeAt(0), 0);
}
