import type { FontBook } from '../../src/layout/fonts.ts';
import { findScriptRuns } from '../../src/layout/scripts.ts';
import type { Glyph, GlyphRun, Page, PagedDocument, PageItem, StructureNode } from '../../src/model/page.ts';

/** A run of text in one of the bundled fonts. */
export function runOf(
  fonts: FontBook,
  text: string,
  extra: Partial<Omit<GlyphRun, 'kind' | 'glyphs' | 'text'>> = {},
): GlyphRun {
  const { font = 'serif-400', size = 12, direction = 'ltr' } = extra;
  const glyphs = fonts.files
    .get(font)!
    .shape(text, 0, text.length, { direction, script: findScriptRuns(text, 'en')[0]!.script, language: 'en' })
    .map(
      (g): Glyph => ({
        id: g.id,
        advance: g.advance * size,
        dx: g.dx * size,
        dy: g.dy * size,
        cluster: g.cluster,
      }),
    );
  return { kind: 'glyphs', x: 72, y: 72, font, size, direction, ink: 0, glyphs, text, ...extra };
}

/** A paragraph, for runs that don't say what they belong to otherwise. */
export const PARAGRAPH: StructureNode = { type: 'P' };

/** A document of one page of 300 × 400 points. */
export function documentOf(items: readonly PageItem[], extra: Partial<PagedDocument> = {}): PagedDocument {
  const page: Page = { width: 300, height: 400, items };
  return {
    title: 'A page',
    language: 'en',
    direction: 'ltr',
    date: '2011-12-19',
    pages: [page],
    ...extra,
  };
}
