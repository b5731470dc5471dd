import type { Face } from './sfnt.ts';

/** Where one of these is used, the others may be in the next document: in names, streets and postal codes. */
const TOLD = listed([
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '0123456789',
  " ,.-/'’",
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
  'αβγδεζηθικλμνξοπρσςτυφχψω',
  'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ',
]);
/** The same in shorter rows, those together that are about as common in names. */
const DRAWN = listed([
  'abcdeghilmnorstu',
  'fkpvwyz',
  'jqx',
  'ACEMNRST',
  'BDGHJLP',
  'FIKOUW',
  'QVXYZ',
  '0123456789',
  ' ,.-',
  "/'’",
  'абвгдезийклмнопрстуя',
  'жфхцчшщъыьэю',
  'АВЕИКМНОПРСТ',
  'БГДЗЛФЮЯ',
  'ЖЙУХЦЧШЩЪЫЬЭ',
  'αβγδεηθικλμνοπρσςτυφχω',
  'ζξψ',
  'ΑΓΔΕΙΚΛΜΝΟΠΣΤ',
  'ΒΖΗΘΞΡΥΦΧΨΩ',
]);

/** Other letters go with their neighbours, in rows of this many, which lie in the order of their script. */
const ROW = 8;
/** A font with more glyphs than this (Han) has no alphabet. */
const MANY_GLYPHS = 8192;
/** Signs and ligatures of Latin letters stand alone. */
const ALONE = /^[\x20-\x7e\u2010-\u2027]+$/;
/** In a program, so do Latin letters with marks: of a whole row of them, a name has one. */
const LATIN = /^[\x20-\u02ff\u1e00-\u1eff\u2010-\u2027]+$/;

/** Glyphs of a font that go together in documents that differ in names and addresses. */
interface Rows {
  /** The glyph that stands for all that go with one. */
  firstOf(glyph: number): number;
  /** All that go with it. */
  membersOf(first: number): readonly number[];
}

/**
 * How the glyphs of a font go together: longer rows in what a file tells of its font, so that this is the same for most
 * people, and shorter ones in its program, which is large, and made anew for each set of them.
 */
export interface Alphabets {
  readonly told: Rows;
  readonly drawn: Rows;
}

/** Makes out the alphabets of a font. */
export function findAlphabets(face: Face): Alphabets {
  return { told: findRows(face, TOLD, ALONE), drawn: findRows(face, DRAWN, LATIN) };
}

function findRows(face: Face, rows: readonly (readonly string[])[], alone: RegExp): Rows {
  const members = new Map<number, readonly number[]>();
  const firsts = new Map<number, number>();
  const join = (glyphs: readonly number[]) => {
    for (const glyph of glyphs) firsts.set(glyph, glyphs[0]!);
    if (glyphs.length > 0) members.set(glyphs[0]!, glyphs);
  };
  const hasMany = face.glyphCount > MANY_GLYPHS;
  for (const letters of hasMany ? [] : rows) join(letters.flatMap((letter) => face.glyphOf(letter) ?? []));
  const isAlone = (glyph: number) => hasMany || alone.test(face.textOf(glyph) ?? '');
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

function listed(rows: readonly string[]): readonly (readonly string[])[] {
  return rows.map((letters) => [...letters]);
}
