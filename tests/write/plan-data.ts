import type { PlanData } from '../../src/plan/planned.ts';
import type { Settings } from '../../src/plan/settings.ts';
import { PLAIN_SHEETS } from '../../src/plan/sheets.ts';
import { readWording } from '../../src/plan/wording.ts';
import { type Bundled, readBundled } from '../layout/bundled.ts';

/** The bundled example, and what a planner takes of it. */
export async function readPlanData(): Promise<{ bundled: Bundled; data: PlanData }> {
  const bundled = await readBundled();
  const { templateFiles } = await readWording(['templates'], {});
  const { campaign, words } = bundled;
  const none = { pictures: new Map(), picturesHash: '', version: '0' };
  return { bundled, data: { campaign, words, templateFiles, ...none, settings: settingsWith({}) } };
}

/** PDFs on plain sheets, but for these. */
export function settingsWith(some: Partial<Settings>): Settings {
  return { formats: ['pdf'], sheets: PLAIN_SHEETS, screen: 'none', date: '2011-12-19', ...some };
}
