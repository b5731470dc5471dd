import type { Face } from './sfnt.ts';

/** Where one of these is used, the others may be in the next document: in names, streets and postal codes. */
const ALPHABETS: readonly (readonly string[])[] = [
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '0123456789',
  " ,.-/'’",
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
  'αβγδεζηθικλμνξοπρσςτυφχψω',
  'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ',
].map((letters) => [...letters]);
/** Other letters go with their neighbours, in rows of this many, which lie in the order of their script. */
const ROW = 8;
/** A font with more glyphs than this (Han) has no alphabet. */
const MANY_GLYPHS = 8192;
/** Signs and ligatures of Latin letters stand alone. */
const ALONE = /^[\x20-\x7e\u2010-\u2027]+$/;

/** How the glyphs of a font go together in the subsets of documents that differ in names and addresses. */
export interface Alphabets {
  /** The glyph that stands for all that go with one. */
  firstOf(glyph: number): number;
  /** All that go with it. */
  membersOf(first: number): readonly number[];
}

/** Makes out the alphabets of a font. */
export function findAlphabets(face: Face): Alphabets {
  const members = new Map<number, readonly number[]>();
  const firsts = new Map<number, number>();
  const join = (glyphs: readonly number[]) => {
    for (const glyph of glyphs) firsts.set(glyph, glyphs[0]!);
    if (glyphs.length > 0) members.set(glyphs[0]!, glyphs);
  };
  const hasMany = face.glyphCount > MANY_GLYPHS;
  for (const letters of hasMany ? [] : ALPHABETS)
    join(letters.flatMap((letter) => face.glyphOf(letter) ?? []));
  const isAlone = (glyph: number) => hasMany || ALONE.test(face.textOf(glyph) ?? '');
  const neighboursOf = (glyph: number) => {
    const row = Array.from({ length: ROW }, (_, i) => glyph - (glyph % ROW) + i);
    return row.filter((one) => one < face.glyphCount && !firsts.has(one) && !isAlone(one));
  };
  return {
    firstOf(glyph) {
      if (!firsts.has(glyph)) join(isAlone(glyph) ? [glyph] : neighboursOf(glyph));
      return firsts.get(glyph)!;
    },
    membersOf: (first) => members.get(first)!,
  };
}
