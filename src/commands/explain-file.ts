import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { changedInputs, readManifest } from '../batch/manifest.ts';
import { checkSender } from '../check/sender.ts';
import { LEAFLET_PAPER_IDS } from '../layout/styles/leaflet.ts';
import { explainJob } from '../plan/explain.ts';
import { hashOfValue } from '../plan/inputs.ts';
import { basePath, type Job, splitLanguages } from '../plan/jobs.ts';
import { planMaterial, startPlanner } from '../plan/plan.ts';
import type { Inputs, PlanInput } from '../plan/planned.ts';
import { readSender } from '../read/sender.ts';
import { columnsOf, type Io } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import type { Texts } from '../terminal/texts.ts';
import { formatExplained, nameFiles } from './explain-report.ts';
import { appealFolder, isAppeal, locateAppeal } from './locate.ts';
import type { DocumentOptions } from './material.ts';
import type { Outcome } from './outcome.ts';
import { prepareFor } from './plan.ts';
import { describeChange, seenChanges, textsOfReasons } from './reasons.ts';
import { UsageError } from './usage.ts';

/** Tells where each sentence of a file comes from as it would be made now, and what has changed since it was made. */
export async function explainFile(
  io: Io,
  options: DocumentOptions,
  file: string,
  named: string | undefined,
): Promise<Outcome> {
  const path = resolve(io.cwd, file);
  const name = `${basename(dirname(path))}/${basename(path)}`;
  const { material, ...choice } = choiceOf(name, options.senders !== undefined);
  const appeal = named ?? appealAbove(path);
  const before = (await readManifest(dirname(dirname(path))))?.files.get(name)?.inputs;
  const sender = options.sender ?? (await senderOf(before, options, appeal, io));
  const { input, problems } = await prepareFor(io, { ...options, ...choice, sender }, appeal, [material]);
  if (!input) return { problems };
  const jobs = jobsOf(name, input);
  if (jobs.length === 0) throw new UsageError(`explain: this appeal makes no ${name}`);
  const explained = jobs.map((job) => explainJob(job, input));
  const passages = nameFiles(
    explained.flatMap((part) => part.passages),
    io,
    sender,
  );
  const texts = textsOfReasons(io, options);
  const changes = changesSince(before, jobs, input, texts.say);
  return {
    problems: [...problems, ...explained.flatMap((part) => part.problems)],
    data: { file: fileFrom(io.cwd, path), passages, changes },
    text: formatExplained(passages, changes, columnsOf(io), texts),
  };
}

/** The appeal's folder that a file lies in, at whatever depth. */
function appealAbove(path: string): string | undefined {
  const above = dirname(path);
  if (isAppeal(above)) return above;
  return above === path ? undefined : appealAbove(above);
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
  if (/^(?:labels|envelopes)\./.test(name.split('/')[1] ?? ''))
    throw new UsageError(
      'explain: labels and envelopes print addresses alone. Where each is from: handbill contacts list --json',
    );
  if (/\.(?:html|xml)$/.test(name))
    throw new UsageError(
      'explain: a page of the site says what letters and leaflets say: explain one of those, such as out/letters/embassy.en.txt',
    );
  throw new UsageError(
    `explain: expected a letter or leaflet, such as out/leaflets/picket.en.a5.pdf, found ${name}`,
  );
}

/** The documents in a file: one, or those of a fold, which holds all its languages. */
function jobsOf(name: string, input: PlanInput): readonly Job[] {
  const jobs = [...planMaterial(input).jobs];
  if (name.startsWith('letters/combined.')) {
    const letters = jobs.filter((job) => job.material === 'letter');
    return letters.filter(({ target }, i) => letters.findIndex((one) => one.target === target) === i);
  }
  const own = jobs.filter((job) => name.startsWith(`${basePath(job)}.`));
  const longest = own.sort((a, b) => basePath(b).length - basePath(a).length)[0];
  if (longest) return [longest];
  return splitLanguages(name.split('.')[1] ?? '').length > 2 ? jobs : [];
}

/**
 * The sender's file that a letter was signed from where none is named: the one beside the appeal, if it still says the
 * same. Throws UsageError where it was another, since without it the letter would be explained with a name that it doesn't bear.
 */
async function senderOf(
  before: Inputs | undefined,
  { senders, signatories }: DocumentOptions,
  appeal: string | undefined,
  io: Io,
): Promise<string | undefined> {
  const hash = before?.shared.sender;
  if (hash === undefined || senders !== undefined || signatories !== undefined) return undefined;
  const file = join(appealFolder(locateAppeal(io, appeal).path), 'sender.json');
  const { sender } = existsSync(file) ? checkSender(await readSender(file)) : {};
  if (!sender || hashOfValue(sender) !== hash)
    throw new UsageError('explain: this letter is signed; name the file of its sender with --sender');
  return file;
}

/** What has changed since the file was made, in words; undefined where its folder has no record of it. */
function changesSince(
  before: Inputs | undefined,
  jobs: readonly Job[],
  input: PlanInput,
  say: Texts['say'],
): string[] | undefined {
  if (!before || jobs.length !== 1) return undefined;
  const planned = startPlanner(input, input.fonts)(jobs[0]!);
  const after = planned.files[0]?.inputs;
  if (!after) return undefined;
  return seenChanges(changedInputs(before, after)).map((change) =>
    describeChange(change, input.campaign, say),
  );
}
