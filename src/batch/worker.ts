import { workerData } from 'node:worker_threads';
import { type FontPlaces, openFonts } from '../layout/fonts.ts';
import { type Job, knowTargets } from '../plan/jobs.ts';
import type { PlanData } from '../plan/planned.ts';
import type { KnownFiles, Made, MakeSettings } from './make.ts';
import { workAlone } from './work-alone.ts';

/** What a thread starts with. */
export interface ThreadData {
  readonly planData: PlanData;
  readonly fontPlaces: FontPlaces;
  readonly settings: MakeSettings;
  /** Not 0 once the run is stopped; shared with the main thread. */
  readonly stop: Int32Array;
}

/** What a thread is asked for. */
export interface Chunk {
  readonly jobs: readonly Job[];
  readonly known: KnownFiles;
}

const { planData, fontPlaces, settings, stop } = workerData as ThreadData;
const fonts = await openFonts(fontPlaces);
const withKnownTarget = knowTargets();
const { make } = workAlone(planData, fonts, settings);

/** Makes the files of a chunk; fonts and templates are opened once for all of them. */
export default function makeChunk({ jobs, known }: Chunk): Promise<Made> {
  return make(jobs.map(withKnownTarget), known, () => Atomics.load(stop, 0) !== 0);
}
