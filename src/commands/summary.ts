import type { InputChange } from '../batch/manifest.ts';
import type { RunResult } from '../batch/run.ts';
import type { Channel } from '../model/channel.ts';
import { countOf } from '../terminal/wrap.ts';

/** What was made, where it lies, how it is sent, and what to do now. */
export function summarise(
  result: RunResult,
  out: string,
  sending: readonly string[] = [],
  channels?: readonly Channel[],
): string {
  const paths = [...result.written, ...result.unchanged, ...result.kept].sort();
  const next = nextStep(paths, out, channels);
  const lines = [
    ...countFiles(paths),
    '',
    ...sending,
    ...(sending.length > 0 ? [''] : []),
    `In ${out}/: ${countFates(result)}.`,
    ...(next ? [next] : []),
  ];
  return `${lines.join('\n')}\n`;
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

function because(changes: readonly InputChange[] = []): string {
  const names = changes.map(({ name }) => name).filter((name) => name !== 'edition');
  return names.length > 0 ? `  (${names.join(', ')})` : '';
}

/** A line for each kind of document: how many, in which languages. */
function countFiles(paths: readonly string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const path of paths) {
    const [folder = '', name = ''] = path.split('/');
    const kind = folder === 'letters' ? folder : `${folder}  ${name.split('.')[0]}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  const width = Math.max(0, ...[...kinds.keys()].map((kind) => kind.length));
  return [...kinds].map(([kind, names]) => {
    const endings = names.map((name) => name.split('.').at(-1)!);
    const formats = [...new Set(endings)].map((end) => `${endings.filter((e) => e === end).length} ${end}`);
    const languages = [...new Set(names.map((name) => name.split('.')[1]!))].sort();
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

function nextStep(
  paths: readonly string[],
  out: string,
  channels: readonly Channel[] | undefined,
): string | undefined {
  const pdfs = paths.filter((path) => path.endsWith('.pdf'));
  const english = (path: string) => path.includes('.en.');
  const leaflets = pdfs.filter((path) => path.startsWith('leaflets/picket'));
  const small = leaflets.filter((path) => path.endsWith('up.pdf'));
  const leaflet = small.find(english) ?? small[0] ?? leaflets[0];
  if (leaflet) return `Next: print ${out}/${leaflet} and copy it for the picket.`;
  const letter = (ending: string) => paths.find((p) => p.startsWith('letters/') && p.endsWith(ending));
  const [pdf, mail, text] = [letter('.pdf'), letter('.eml'), letter('.txt')];
  const post = channels && !channels.includes('post') ? 'fax' : 'post';
  if (pdf) return `Next: print ${out}/${pdf}, sign it and ${post} it.`;
  if (mail) return `Next: open ${out}/${mail} in your mail program, and send it.`;
  return text && `Next: copy the text of ${out}/${text} into the form or a mail.`;
}
