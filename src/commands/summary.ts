import type { RunResult } from '../batch/run.ts';
import type { Plan, PlannedFile } from '../plan/plan.ts';
import { countOf } from '../terminal/wrap.ts';

/** What was made, where it lies, and what to do now. */
export function summarise(plan: Plan, result: RunResult, out: string): string {
  const lines = [...countFiles(plan), '', `In ${out}/: ${countFates(result)}.`];
  const next = nextStep(plan, out);
  return `${[...lines, ...(next ? [next] : [])].join('\n')}\n`;
}

/** What a run would do: a line for each file, with what changed under it. */
export function describeChanges({ written, removed, kept, changes }: RunResult): string {
  const lines = [
    ...written.map((path) => `${path in changes ? 'changed' : 'new    '}  ${path}${because(changes[path])}`),
    ...removed.map((path) => `removed  ${path}`),
    ...kept.map((path) => `edited   ${path}`),
  ];
  return lines.length > 0 ? `${lines.join('\n')}\n` : 'Everything is up to date.\n';
}

function because(names: readonly string[] | undefined): string {
  return names && names.length > 0 ? `  (${names.join(', ')})` : '';
}

/** A line for each kind of document: how many, in which languages. */
function countFiles({ files }: Plan): string[] {
  const kinds = new Map<string, PlannedFile[]>();
  for (const file of files) {
    const kind = `${file.job.material}s  ${file.job.kind}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  const width = Math.max(...[...kinds.keys()].map((kind) => kind.length));
  return [...kinds].map(([kind, of]) => {
    const formats = [...new Set(of.map((file) => file.format))].map(
      (format) => `${of.filter((file) => file.format === format).length} ${format}`,
    );
    const languages = [...new Set(of.map((file) => file.job.language))];
    return `${kind.padEnd(width)}  ${formats.join(', ').padEnd(14)}  ${languages.join(' ')}`;
  });
}

function countFates({ written, unchanged, removed, kept }: RunResult): string {
  const fates = [
    [written, 'written'],
    [unchanged, 'unchanged'],
    [removed, 'removed'],
    [kept, 'kept as edited'],
  ] as const;
  const [first = '', ...rest] = fates
    .filter(([paths]) => paths.length > 0)
    .map(([paths, fate], i) => `${i === 0 ? countOf(paths.length, 'file') : paths.length} ${fate}`);
  return [first, ...rest].join(', ');
}

function nextStep({ files }: Plan, out: string): string | undefined {
  const pdfs = files.filter((file) => file.format === 'pdf');
  const leaflet =
    pdfs.find((file) => file.path.endsWith('.a5.pdf')) ?? pdfs.find((f) => f.job.material === 'leaflet');
  if (leaflet) return `Next: print ${out}/${leaflet.path} and copy it for the picket.`;
  const letter = pdfs.find((file) => file.job.material === 'letter');
  return letter && `Next: print ${out}/${letter.path}, sign it and post it.`;
}
