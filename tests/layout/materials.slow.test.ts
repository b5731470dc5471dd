import { beforeAll, describe, expect, test } from 'vitest';
import { LEAFLET_KINDS, LEAFLET_STYLES } from '../../src/model/material.ts';
import { papersOf } from '../../src/plan/leaflets.ts';
import { type Bundled, expectPages, layBundled, readBundled } from './bundled.ts';

let bundled: Bundled;
beforeAll(async () => {
  bundled = await readBundled();
});

describe.each(LEAFLET_KINDS)('%s of the bundled appeal', (kind) => {
  test.each(LEAFLET_STYLES)(
    '%s: in every language, on all its papers, all keeps within the margin and apart',
    (style) => {
      for (const { tag } of bundled.campaign.languages) {
        for (const paper of papersOf(kind, undefined)) {
          const { paged, problems } = layBundled(bundled, kind, tag, paper, style);
          // A language whose letters no font here has is told, and not drawn.
          if (problems.some(({ code }) => code === 'missing-glyph')) continue;
          expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
          expectPages(paged, kind, paper);
        }
      }
    },
  );
});
