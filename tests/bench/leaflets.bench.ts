import { bench, describe } from 'vitest';
import { layoutMaterial } from '../../src/layout/material.ts';
import { mergeDocument } from '../../src/merge/document.ts';
import type { Event } from '../../src/model/event.ts';
import { PLAIN_SHEETS, printedForms } from '../../src/plan/sheets.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { readBundled } from '../layout/bundled.ts';

const { fonts, campaign, words, templates } = await readBundled();
let count = 0;

/** The next event of a general strike's list: another town, street and hour each time. */
function nextEvent(): Event {
  count += 1;
  return {
    id: `strike-${count}`,
    kind: 'strike',
    date: '2026-05-01',
    time: `${String(7 + (count % 12)).padStart(2, '0')}:30`,
    place: `Gate ${count}`,
    address: `${count} Example Street`,
    city: `Example Town ${count % 97}`,
    source: 'an invented list, for measuring',
  };
}

/** Merges, fits and lays out the leaflet of one event; gives the page alone and two of it on A4. */
function layNext() {
  const job = { material: 'leaflet' as const, kind: 'demonstration', language: 'en', event: nextEvent() };
  const { document } = mergeDocument({
    ...job,
    campaign,
    words: words.get('en')!,
    templates,
    date: '2026-05-01',
  });
  const { paged } = layoutMaterial(document!, { paper: 'a5', style: 'poster', fonts, date: '2026-05-01' });
  return printedForms(paged!, 'a5', PLAIN_SHEETS);
}

describe('an A5 leaflet for one event of a thousand', () => {
  bench('merged, fitted and laid out, alone and two on A4', () => {
    layNext();
  });
  bench('the same, and both written as PDF', () => {
    for (const { paged } of layNext()) writePdf(paged!, fonts);
  });
});
