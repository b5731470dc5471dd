import { basename, dirname, resolve } from 'node:path';
import { changedInputs, readManifest } from '../batch/manifest.ts';
import { LEAFLET_PAPER_IDS } from '../layout/styles/leaflet.ts';
import { explainJob } from '../plan/explain.ts';
import { basePath, type Job, splitLanguages } from '../plan/jobs.ts';
import { planMaterial, startPlanner } from '../plan/plan.ts';
import type { PlanInput } from '../plan/planned.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { formatExplained, nameFiles } from './explain-report.ts';
import type { MaterialOptions } from './material.ts';
import type { Outcome } from './outcome.ts';
import { prepareFor } from './plan.ts';
import { describeChange, seenChanges } from './reasons.ts';
import { UsageError } from './usage.ts';

/** Tells where each sentence of a file comes from as it would be made now, and what has changed since it was made. */
export async function explainFile(
  io: Io,
  options: MaterialOptions,
  file: string,
  appeal: string | undefined,
): Promise<Outcome> {
  const path = resolve(io.cwd, file);
  const name = `${basename(dirname(path))}/${basename(path)}`;
  const { material, ...choice } = choiceOf(name, options.senders !== undefined);
  const { input, problems } = await prepareFor(io, { ...options, ...choice }, appeal, [material]);
  if (!input) return { problems };
  const jobs = jobsOf(name, input);
  if (jobs.length === 0) throw new UsageError(`explain: this appeal makes no ${name}`);
  const explained = jobs.map((job) => explainJob(job, input));
  const passages = nameFiles(
    explained.flatMap((part) => part.passages),
    io,
    options.sender,
  );
  const changes = await changesSince(dirname(dirname(path)), name, jobs, input);
  return {
    problems: [...problems, ...explained.flatMap((part) => part.problems)],
    data: { file: fileFrom(io.cwd, path), passages, changes },
    text: formatExplained(passages, changes, columnsOf(io), textsFor(io)),
  };
}

/** What a file of this name was chosen by. Throws UsageError where it is none that can be explained. */
function choiceOf(
  name: string,
  hasSenders: boolean,
): {
  material: 'letter' | 'leaflet';
  to?: string[];
  kind?: string[];
  eachEvent?: boolean;
  lang: string[];
} {
  const [folder, rest = ''] = name.split('/');
  const [first = '', second = '', third = '', fourth] = rest.split('.');
  // A print run: one letter to each, whoever signs it.
  if (folder === 'letters' && first === 'combined' && third !== '')
    return { material: 'letter', lang: [second] };
  const isLetter = folder === 'letters' && !['combined', 'labels', 'envelopes'].includes(first);
  if (isLetter && third !== '') {
    if (fourth !== undefined && third !== 'large' && !hasSenders)
      throw new UsageError('explain: this letter is one of many senders; name their file with --senders');
    return { material: 'letter', to: [first], lang: [second] };
  }
  if (folder === 'leaflets' && third !== '') {
    // A paper or an ending behind it: what stands second is the language. Ids of events may look like one.
    const isTag = [...LEAFLET_PAPER_IDS, 'booklet', 'pdf', 'txt'].includes(third);
    const tag = isTag ? second : third;
    const languages = splitLanguages(tag);
    return {
      material: 'leaflet',
      kind: [first],
      eachEvent: !isTag,
      lang: languages.length > 2 ? languages : [tag],
    };
  }
  throw new UsageError(
    `explain: expected a letter or leaflet, such as out/leaflets/picket.en.a5.pdf, found ${name}`,
  );
}

/** The documents in a file: one, or those of a fold, which holds all its languages. */
function jobsOf(name: string, input: PlanInput): readonly Job[] {
  const { jobs } = planMaterial(input);
  if (name.startsWith('letters/combined.')) {
    const letters = jobs.filter((job) => job.material === 'letter');
    return letters.filter(({ target }, i) => letters.findIndex((one) => one.target === target) === i);
  }
  const own = jobs.filter((job) => name.startsWith(`${basePath(job)}.`));
  const longest = own.sort((a, b) => basePath(b).length - basePath(a).length)[0];
  if (longest) return [longest];
  return splitLanguages(name.split('.')[1] ?? '').length > 2 ? jobs : [];
}

/** What has changed since the file was made, in words; undefined where its folder has no record of it. */
async function changesSince(
  out: string,
  name: string,
  jobs: readonly Job[],
  input: PlanInput,
): Promise<string[] | undefined> {
  const before = (await readManifest(out))?.files.get(name);
  if (!before || jobs.length !== 1) return undefined;
  const planned = startPlanner(input, input.fonts)(jobs[0]!);
  const after = planned.files[0]?.inputs;
  if (!after) return undefined;
  return seenChanges(changedInputs(before.inputs, after)).map((change) =>
    describeChange(change, input.campaign),
  );
}
