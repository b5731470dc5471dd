import { describe, expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { layoutMaterial } from '../../src/layout/material.ts';
import { missingGlyphProblems, missingIn } from '../../src/layout/paragraph.ts';
import { placeRows, setText } from '../../src/layout/rows.ts';
import { leaflet } from './documents.ts';
import { runsOf } from './geometry.ts';
import { missingOf, STYLE, setIn, textsOf } from './paragraphs.ts';

const fonts = await openFonts();

describe('an emoji that no font has is left out of print, and told', () => {
  test.each([
    ['Come ✊🏽 now', 'Come now', ['✊', '🏽']],
    ['🚩 Come', 'Come', ['🚩']],
    ['Come! 📢', 'Come!', ['📢']],
    ['Come 👩🏽‍🏭👨‍👩‍👧', 'Come', ['👩', '🏽', '🏭', '👨', '👧']],
    ['🇰🇿 Astana', 'Astana', ['🇰', '🇿']],
    ['1\ufe0f\u20e3 write', '1 write', ['\u20e3']],
    ['now✊', 'now', ['✊']],
  ])('%s', async (text, printed, told) => {
    const lines = await setIn('en', text, { fonts });
    const missing = missingOf(lines);
    expect(textsOf(lines)).toEqual([printed]);
    expect(
      lines.flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ id }) => id))),
    ).not.toContain(0);
    expect([...missing.keys()].map((code) => String.fromCodePoint(code)).sort()).toEqual([...told].sort());
    const problems = missingGlyphProblems(missing);
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(problems[0]!.hint).toMatch(/install @expo-google-fonts\/noto-(?:emoji|sans-symbols),/);
  });

  test('signs that the bundled fonts have stay, as do letters that none has', async () => {
    const lines = await setIn('en', '© 2026 ™ № 5 罢', { fonts });
    expect(textsOf(lines)).toEqual(['© 2026 ™ № 5 罢']);
    expect(missingGlyphProblems(missingOf(lines)).map(({ severity }) => severity)).toEqual(['error']);
  });

  test('a text of nothing else is told too', () => {
    const setting = { fonts, language: 'en', direction: 'ltr' } as const;
    const rows = setText([{ kind: 'text', text: '✊' }], STYLE, 100, setting, { type: 'P' });
    expect([...missingIn(placeRows(rows, 0, 0))]).toEqual([['✊'.codePointAt(0), 'en']]);
  });

  test.each(['picket', 'placard'])('a %s of nothing but emoji is made all the same', (kind) => {
    const doc = { ...leaflet({ headline: '✊', demands: ['✊✊', 'Release them ✊'] }), kind };
    const { paged, problems } = layoutMaterial(doc, {
      paper: 'a4',
      style: 'poster',
      fonts,
      date: '2026-05-01',
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const { size, x } of paged!.pages.flatMap(runsOf)) expect(Number.isFinite(size + x)).toBe(true);
  });
});
