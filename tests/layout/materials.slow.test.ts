import { beforeAll, describe, expect, test } from 'vitest';
import { LEAFLET_KINDS, LEAFLET_STYLES } from '../../src/model/material.ts';
import { papersOf } from '../../src/plan/leaflets.ts';
import { type Bundled, expectPages, layBundled, readBundled } from './bundled.ts';

let bundled: Bundled;
beforeAll(async () => {
  bundled = await readBundled();
});

/** The usual style is tried in every language; the others in short and long words, in Cyrillic and Arabic letters. */
const CHOSEN = ['en', 'de', 'kk', 'ar'];

describe.each(LEAFLET_KINDS)('%s of the bundled appeal', (kind) => {
  test.each(LEAFLET_STYLES)('%s: on all its papers all keeps within the margin and apart', (style) => {
    for (const { tag } of bundled.campaign.languages) {
      if (style !== 'poster' && !CHOSEN.includes(tag)) continue;
      for (const paper of papersOf(kind, undefined)) {
        const { paged, problems } = layBundled(bundled, kind, tag, paper, style);
        // A language whose letters no font here has is told, and not drawn.
        if (problems.some(({ code }) => code === 'missing-glyph')) continue;
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expectPages(paged, kind, paper);
      }
    }
  });
});
