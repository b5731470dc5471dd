import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { GlyphRun, PagedDocument } from '../../src/model/page.ts';
import { readFace } from '../../src/write/pdf/sfnt.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { describeWith, hasTool, runOnFile } from '../tools.ts';
import { BUNDLED_LANGUAGES, HAS_NOTO, openNoto, RIGHTS } from './noto.ts';
import { directionOf, missingOf, setIn } from './paragraphs.ts';

const fonts = await openNoto();
const languages = Object.entries(RIGHTS);
const available = languages.filter(([language]) => HAS_NOTO || BUNDLED_LANGUAGES.has(language));
const missing = languages.filter((language) => !available.includes(language));

/** As large as the units of the font, so that measures are whole numbers. */
const setWhole = (language: string, text: string) => setIn(language, text, { fonts, style: { size: 1000 } });

describe.each(available)('%s', (language, text) => {
  test('has a glyph for every letter, and loses none', async () => {
    const lines = await setIn(language, text, { fonts, width: 300 });
    expect([...missingOf(lines)]).toEqual([]);
    const runs = lines.flatMap((line) => line.runs);
    expect(runs.flatMap(({ glyphs }) => glyphs.filter((glyph) => glyph.id === 0))).toEqual([]);
    const letters = (value: string) => [...value.normalize('NFC').replace(/\s/gu, '')].sort().join('');
    expect(letters(runs.map((run) => run.text).join(''))).toBe(letters(text));
  });

  test.skipIf(!hasTool('hb-shape'))('is shaped as hb-shape shapes it', async () => {
    const [line] = await setWhole(language, text);
    // HarfBuzz 6 of Debian 12 puts one Burmese mark 5 thousandths of the size elsewhere than HarfBuzz 15 does.
    const settle = (runs: Shaped[][]) =>
      language === 'my'
        ? runs.map((run) => run.map(([id, cluster, advance]) => [id, cluster, advance]))
        : runs;
    // A line that ends with 。 takes the blank half of it.
    const open = (runs: readonly (readonly (readonly number[])[])[]) =>
      language === 'ja' || language.startsWith('zh')
        ? runs.map((run, i) => (i === runs.length - 1 ? run.slice(0, -1) : run))
        : runs;
    const theirs = line!.runs.map((run) => shapedByTool(run, language));
    expect(open(settle(line!.runs.map(ourGlyphs)))).toEqual(open(settle(theirs)));
  });
});

/** Readers don't know where marks of these belong that stand between two letters. */
const MARKS_MOVE = /^(?:ar|lo)$/;

/** The text of a file without spaces, line ends and signs of direction. */
const flat = (text: string) =>
  text.normalize('NFC').replace(/[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

describeWith(['pdftotext'], 'text taken out of a PDF is the text put in', () => {
  test.each(available)('%s', async (language, text) => {
    const pdf = writePdf(await pageOf(language, text), fonts);
    const read = flat(runOnFile('pdftotext', (file) => [file, '-'], pdf).toString('utf8'));
    const settle = (value: string) => (MARKS_MOVE.test(language) ? value.replace(/\p{M}/gu, '') : value);
    expect(settle(read)).toBe(settle(flat(text)));
  });
});

describeWith(['mutool'], 'glyphs are drawn in the PDF where shaping put them', () => {
  test.each(available)('%s', async (language, text) => {
    const doc = await pageOf(language, text);
    const trace = runOnFile('mutool', (file) => ['trace', file], writePdf(doc, fonts)).toString('utf8');
    const traced = [...trace.matchAll(/<g [^>]*glyph="(\d+)" x="([-\d.]+)" y="([-\d.]+)"/g)];
    const drawn = traced.map(([, id, x, y]): Place => ({ id: Number(id), x: Number(x), y: Number(y) }));
    const placed = doc.pages[0]!.items.flatMap((item) => (item.kind === 'glyphs' ? placesOf(item) : []));
    // In text from right to left, marks are drawn after the letters: the order may differ.
    const isDrawn = (a: Place) =>
      drawn.some((b) => a.id === b.id && Math.abs(a.x - b.x) < 0.02 && Math.abs(a.y - b.y) < 0.02);
    expect(placed.filter((place) => !isDrawn(place))).toEqual([]);
    // What is drawn besides is blank: it tells a reader the text of a mark.
    const used = doc.pages[0]!.items.flatMap((item) => (item.kind === 'glyphs' ? [item.font] : []));
    const blanks = [...new Set(used)].map((font) => {
      return readFace(fonts.files.get(font)!).blank;
    });
    const isPlaced = (a: Place) =>
      placed.some((b) => a.id === b.id && Math.abs(a.x - b.x) < 0.02 && Math.abs(a.y - b.y) < 0.02);
    const besides = drawn.filter((place) => !isPlaced(place));
    expect(besides.filter(({ id }) => !blanks.includes(id))).toEqual([]);
    expect(drawn.length - besides.length).toBe(placed.length);
  });
});

interface Place {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** Where the glyphs of a run stand, in points. */
function placesOf(run: GlyphRun): Place[] {
  let { x } = run;
  return run.glyphs.map(({ id, advance, dx, dy }) => {
    x += advance;
    return { id, x: x - advance + dx, y: run.y - dy };
  });
}

const PARAGRAPH = { type: 'P' } as const;

/** A page with one paragraph. */
async function pageOf(language: string, text: string): Promise<PagedDocument> {
  const lines = await setIn(language, text, { fonts, width: 380, style: { size: 12 } });
  const items = lines.flatMap((line, i) =>
    line.runs.map((run): GlyphRun => ({ ...run, x: run.x + 40, y: 60 + 18 * i, tag: PARAGRAPH })),
  );
  return {
    title: language,
    language,
    direction: directionOf(language),
    pages: [{ width: 480, height: 300, items }],
    date: '2026-01-01',
  };
}

if (missing.length > 0)
  test.skip(`languages without a font here: ${missing.map(([language]) => language).join(' ')}`);

/** Glyph id, cluster, advance and offsets in units of the font. */
type Shaped = readonly [number, number, number, number, number];

function ourGlyphs(run: GlyphRun): Shaped[] {
  const units = fonts.files.get(run.font)!.unitsPerEm / run.size;
  return run.glyphs.map((g) => [
    g.id,
    g.cluster,
    Math.round(g.advance * units),
    Math.round(g.dx * units),
    Math.round(g.dy * units),
  ]);
}

/** The run as HarfBuzz's own tool shapes it. */
function shapedByTool(run: GlyphRun, language: string): Shaped[] {
  const { path, faceIndex } = fonts.files.get(run.font)!;
  const options = [
    `--font-file=${path}`,
    `--face-index=${faceIndex}`,
    `--direction=${run.direction}`,
    `--language=${run.language ?? language}`,
    '--no-glyph-names',
    '--output-format=json',
  ];
  const output = execFileSync('hb-shape', [...options, run.text], { encoding: 'utf8' });
  const glyphs = JSON.parse(output) as { g: number; cl: number; ax: number; dx: number; dy: number }[];
  return glyphs.map(({ g, cl, ax, dx, dy }) => [g, cl, ax, dx, dy]);
}
