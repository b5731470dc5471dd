import { type Passage, passagesOf } from '../merge/explain.ts';
import { gatherTemplates } from '../merge/template.ts';
import type { Position, Problem } from '../problems.ts';
import { type Job, languagesOf } from './jobs.ts';
import { mergeIn } from './merge-job.ts';
import { placeOf } from './places.ts';
import type { PlanInput } from './planned.ts';

/** A stretch of a document, and all that it came from. */
export interface ExplainedPassage {
  readonly text: string;
  /** The template's line, and the field or helper that stands there; for the template's own words the line alone. */
  readonly template?: (Position & { readonly value?: string | undefined }) | undefined;
  /** What it tells of the data, by the names of `Read`, with its place where it has one. */
  readonly from: readonly { readonly name: string; readonly at?: Position | undefined }[];
}

/** Every stretch of a document in its languages, as it would be merged now, with where it comes from. */
export function explainJob(
  job: Job,
  input: PlanInput,
): { passages: readonly ExplainedPassage[]; problems: readonly Problem[] } {
  const templates = gatherTemplates(input.templateFiles, true);
  const merged = languagesOf(job).map((language) =>
    mergeIn(language, job, { ...input, templates, explain: true }, false),
  );
  return {
    passages: merged
      .flatMap(({ document }) => (document ? passagesOf(document) : []))
      .map((passage) => explainPassage(passage, job, input)),
    problems: merged.flatMap((part) => part.problems),
  };
}

function explainPassage({ text, template, reads }: Passage, job: Job, input: PlanInput): ExplainedPassage {
  const file = input.templateFiles.find(({ name }) => name === template?.name)?.file;
  const names = reads ?? readsOf(template?.value, job);
  return {
    text,
    template: file && template ? { file, line: template.line, value: template.value } : undefined,
    from: names
      .filter((name) => !name.startsWith('unit/'))
      .map((name) => ({ name, at: placeOf(name, input.files, input.wordFiles) })),
  };
}

/** What a field of the context tells: `appeal.title`, `target.city`, `sender.name`. */
function readsOf(value: string | undefined, job: Job): string[] {
  const [first, field = first] = (value ?? '').split('.');
  switch (first) {
    case 'appeal':
    case 'example':
      return [`appeal/${field}`];
    case 'inCountry':
      return ['appeal/country'];
    case 'target':
      return job.material === 'letter' ? [`contact/${job.target.id}`] : [];
    case 'sender':
    case 'ownWords':
      return ['sender'];
    default:
      return [];
  }
}
