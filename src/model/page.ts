import type { Kept } from './kept.ts';

/** All lengths are PDF points (1/72 inch) from the page's top left corner, y downwards. */
export const MM = 72 / 25.4;

/** Names an opened font file inside the font book. */
export type FontId = string;

/** A shaped glyph. Advances and offsets in points, y upwards for offsets. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** Index in the run's text (UTF-16) where this glyph's cluster begins. */
  readonly cluster: number;
}

/** Glyphs of one font, size, direction and language, in visual order from left to right. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly font: FontId;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
  /** The text it shows, in logical order, as a reader copies it. */
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly language?: string | undefined;
  readonly ink: Ink;
  /** What it belongs to; undefined for an artifact. */
  readonly tag?: StructureNode | undefined;
  readonly href?: string | undefined;
  /** True for what tells of the sender: letters of many differ in that alone, and it is drawn apart from all else. */
  readonly own?: boolean | undefined;
  /** Characters that its text lacks since no font has them, each with the language it was wanted in. */
  readonly missing?: MissingGlyphs | undefined;
}

/** Characters that no font has, with the language they were wanted in. */
export type MissingGlyphs = ReadonlyMap<number, string>;

/** A filled rectangle: rules, boxes, list marks, fold marks. */
export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
  readonly tag?: StructureNode | undefined;
  /** As in a glyph run. */
  readonly own?: boolean | undefined;
}

/** A stroked rectangle, the stroke inside its bounds. */
interface Frame {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly stroke: number;
  readonly ink: Ink;
}

/** What a path does next: begins at a point, runs straight on to one, goes back to where it began. */
export type PathCommand =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | { readonly kind: 'close' };

/** A filled path, even–odd: a QR code. */
export interface Path {
  readonly kind: 'path';
  readonly commands: readonly PathCommand[];
  readonly ink: Ink;
  readonly tag?: StructureNode | undefined;
}

/** The least upright rectangle around a path. */
export function boundsOfPath({ commands }: Path): Record<'x' | 'y' | 'width' | 'height', number> {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const command of commands) {
    if (command.kind === 'close') continue;
    left = Math.min(left, command.x);
    right = Math.max(right, command.x);
    top = Math.min(top, command.y);
    bottom = Math.max(bottom, command.y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Grey of 0 (black) to 1 (white), or the document's one spot colour at full strength. */
export type Ink = number | 'spot';

/** A raster picture, stretched to its box. */
export interface PlacedImage {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Key in `PagedDocument.images`. */
  readonly image: string;
  /** Its `Figure` node, which carries the alternative text. */
  readonly tag?: StructureNode | undefined;
}

/** Items drawn through a matrix and cut off at `clip`: a page on a sheet. Groups may hold groups. */
export interface Group {
  readonly kind: 'group';
  /** a b c d e f: a point x, y goes to ax + cy + e, bx + dy + f; y downwards on both sides. */
  readonly matrix: readonly [number, number, number, number, number, number];
  /** In the coordinates of the items. */
  readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly items: readonly PageItem[];
}

/** What stands on a page, at a fixed place. */
export type PageItem = GlyphRun | Box | Frame | Path | PlacedImage | Group;

/** What an item belongs to; nothing for an artifact, and for a group, whose items tell it themselves. */
export function tagOf(item: PageItem): StructureNode | undefined {
  return item.kind === 'frame' || item.kind === 'group' ? undefined : item.tag;
}

/** Pixels of a picture without any metadata, row by row from the top, 8 bits a sample (or 1 bit, rows padded to bytes, 1 white). */
export interface RasterImage {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly samples: 'grey1' | 'grey8' | 'rgb8';
  readonly data: Uint8Array;
}

/** What a printer will see: items in points from the top left, in reading order. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
  /** What is left of it once it is cut; all of it where it is left out. */
  readonly trim?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** How far ink runs over the trim. */
  readonly bleed?: number | undefined;
}

/** Standard structure types of PDF 1.7 that handbill uses (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Link'
  | 'Span'
  | 'Figure'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

/**
 * A node of the structure tree, made where what belongs to it is laid out, and told from others by identity. The items of
 * a page name it by their `tag`; the tree follows from them when a file is written.
 */
export interface StructureNode {
  readonly type: StructureType;
  /** The node that it stands in; the document itself where it is left out. */
  readonly parent?: StructureNode | undefined;
  readonly language?: string | undefined;
  readonly alt?: string | undefined;
  /** Target of a `Link` node. */
  readonly href?: string | undefined;
}

/** Pages ready to draw: all that the writers see. */
export interface PagedDocument {
  readonly title: string;
  readonly author?: string | undefined;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly pages: readonly Page[];
  /** The pages as they are read, where `pages` are sheets that show them in another order. */
  readonly reading?: readonly Page[] | undefined;
  /** Pictures by name; the same name always means the same pixels. */
  readonly images?: ReadonlyMap<string, RasterImage> | undefined;
  /** What `ink: 'spot'` prints in: name of the ink, and its look on a screen, 0 to 1 each. */
  readonly spot?: { readonly name: string; readonly rgb: readonly [number, number, number] } | undefined;
  /** True where a thousand others differ from it in what tells of their senders: fonts that name them are for all of these. */
  readonly personal?: boolean | undefined;
  /** True for a file that keeps to PDF/X-4: black and the spot colour alone, as a print shop takes it. */
  readonly printShop?: boolean | undefined;
  /** Day for the file's dates, `YYYY-MM-DD`: no time of day is ever written. */
  readonly date: string;
  /** The same in letters that differ in some of their texts alone; all other items are one object. */
  readonly master?: Kept | undefined;
}
