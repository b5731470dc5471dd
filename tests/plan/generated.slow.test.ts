import { beforeAll, describe, expect, test } from 'vitest';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUT_IDS, LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import { layoutMaterial } from '../../src/layout/material.ts';
import { proofread } from '../../src/layout/proofread.ts';
import { LEAFLET_PAPER_IDS } from '../../src/layout/styles/leaflet.ts';
import { mergeDocument } from '../../src/merge/document.ts';
import { LEAFLET_KINDS, LEAFLET_STYLES } from '../../src/model/material.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import { papersOf } from '../../src/plan/leaflets.ts';
import { type Bundled, readBundled } from '../layout/bundled.ts';
import { generateCampaign, generateSender, startDice } from './generated.ts';

let bundled: Bundled;
beforeAll(async () => {
  bundled = await readBundled();
});

const APPEALS = Number(process.env.HANDBILL_APPEALS ?? 60);
/** The seed of the first: others are tried by another one. */
const FIRST = Number(process.env.HANDBILL_FIRST_APPEAL ?? 1);
/** Appeals on which larger runs found something: a panel stood over the number of its page. */
const FOUND = [95, 120];
const SEEDS = [...Array.from({ length: APPEALS }, (_, i) => FIRST + i), ...(FIRST === 1 ? FOUND : [])];

function findings(paged: PagedDocument | undefined): string[] {
  if (!paged) return [];
  return proofread(paged, bundled.fonts).map(({ kind, page, cause }) => `${kind} ${page}: ${cause}`);
}

describe('appeals of random parts', { timeout: 600_000 }, () => {
  test('on no paper, in no style, a proof-reader finds anything', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const seed of SEEDS) {
      const roll = startDice(seed);
      const campaign = generateCampaign(bundled.campaign, roll);
      for (const kind of LEAFLET_KINDS) {
        const { tag } = campaign.languages[Math.floor(roll() * campaign.languages.length)]!;
        const style = LEAFLET_STYLES[Math.floor(roll() * LEAFLET_STYLES.length)]!;
        const job = { material: 'leaflet' as const, kind, language: tag, campaign, date: '2011-12' };
        const { document } = mergeDocument({
          ...job,
          words: bundled.words.get(tag)!,
          templates: bundled.templates,
        });
        if (!document) continue;
        for (const paper of papersOf(kind, LEAFLET_PAPER_IDS)) {
          const { paged } = layoutMaterial(document, {
            paper,
            style,
            fonts: bundled.fonts,
            date: '2011-12-21',
          });
          if (paged) count += 1;
          wrong.push(
            ...findings(paged).map((one) => `appeal ${seed}, ${kind}.${tag}.${paper} ${style}: ${one}`),
          );
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(APPEALS * 25);
  });

  test('in no form of letter', () => {
    const wrong: string[] = [];
    let count = 0;
    const contacts = bundled.campaign.contacts.filter(({ kind }) =>
      ['embassy', 'company', 'union', 'ministry'].includes(kind),
    );
    for (const seed of SEEDS) {
      const roll = startDice(seed + 1000);
      const campaign = generateCampaign(bundled.campaign, roll);
      const { tag } = campaign.languages[Math.floor(roll() * campaign.languages.length)]!;
      const target = contacts[Math.floor(roll() * contacts.length)]!;
      const job = {
        material: 'letter' as const,
        kind: target.kind,
        language: tag,
        campaign,
        date: '2011-12-21',
      };
      const { document } = mergeDocument({
        ...job,
        target,
        sender: generateSender(roll),
        words: bundled.words.get(tag)!,
        templates: bundled.templates,
      });
      if (!document) continue;
      for (const id of LETTER_LAYOUT_IDS) {
        const largePrint = roll() < 0.2;
        const { paged, problems } = layoutLetter(document, {
          layout: LETTER_LAYOUTS[id],
          fonts: bundled.fonts,
          date: '2011-12-21',
          largePrint,
        });
        // What is too long for its place in the smallest print is told already.
        if (problems.some(({ code }) => code === 'overfull-box')) continue;
        count += 1;
        wrong.push(
          ...findings(paged).map(
            (one) => `appeal ${seed}, ${target.id}.${tag} ${id}${largePrint ? ' large' : ''}: ${one}`,
          ),
        );
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(APPEALS * 4);
  });
});
