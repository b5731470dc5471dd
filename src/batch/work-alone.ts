import { setEngineFlag } from '../engine.ts';
import type { FontBook } from '../layout/fonts.ts';
import { basePath, type Job } from '../plan/jobs.ts';
import { knowPlans } from '../plan/known-plans.ts';
import { startPlanner } from '../plan/plan.ts';
import type { PlanData, PlannedFile, RunMemory } from '../plan/planned.ts';
import { type MakeSettings, startMaker } from './make.ts';
import { renderFile } from './render.ts';
import type { Workers } from './run.ts';

/** Makes everything on this thread, which may remember earlier runs. */
export function workAlone(
  planData: PlanData,
  fonts: FontBook,
  settings: MakeSettings,
  memory?: RunMemory,
): Workers {
  setEngineFlag('--heap-growing-percent=100');
  const planner = startPlanner(planData, fonts, memory);
  const hasOwnFonts = fonts.places.ownHash !== undefined;
  const plans = memory && knowPlans(planData, fonts, memory);
  const render = (file: PlannedFile) => renderFile(file, fonts);
  const draw = settings.thumbnails
    ? async (file: PlannedFile) => (await import('./thumbnails.ts')).drawSheet(file, fonts)
    : undefined;
  const make = startMaker(planner, render, { ...settings, hasOwnFonts }, plans, draw);
  return { make, baseOf: basePath, divide: divideForOne, ahead: 1 };
}

/** Letters of one of many senders that a single thread makes between two looks at what else there is to do. */
const FEW = 16;

/** Letters of many senders a few at a time, so that they are noted together; any other document by itself. */
function* divideForOne(jobs: Iterable<Job>): Generator<readonly Job[]> {
  let chunk: Job[] = [];
  for (const job of jobs) {
    chunk.push(job);
    if (job.material === 'letter' && job.sender && chunk.length < FEW) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
