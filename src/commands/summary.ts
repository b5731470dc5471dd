import type { InputChange } from '../batch/manifest.ts';
import type { RunResult } from '../batch/run.ts';
import type { Channel } from '../model/channel.ts';
import { FOLLOW_UP } from '../plan/jobs.ts';
import type { Texts } from '../terminal/texts.ts';

/** What is told of a run besides its files. */
interface Told {
  /** How its letters are sent, in lines. */
  readonly sending?: readonly string[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly deadline?: { readonly day: string; readonly left: number } | undefined;
  /** Ids of those whom no letter reaches by post. */
  readonly unpostable?: readonly string[] | undefined;
  /** Ids of those to whom no text can be sent. */
  readonly textless?: readonly string[] | undefined;
}

/** What was made, where it lies, how it is sent, and what to do now. */
export function summarise(result: RunResult, out: string, texts: Texts, told: Told): string {
  const { sending = [], deadline } = told;
  const paths = [...result.written, ...result.unchanged, ...result.kept].sort();
  const next = nextStep(paths, out, texts, told);
  const lines = [
    ...countFiles(paths),
    '',
    ...sending,
    ...(sending.length > 0 ? [''] : []),
    texts.say('In {folder}/: {files}.', { folder: out, files: countFates(result, texts) }),
    ...(deadline ? [lastDay(deadline, texts)] : []),
    ...(next ? [next] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function lastDay({ day, left }: { day: string; left: number }, { say, count }: Texts): string {
  if (left < 0) return say('Act before {day}: that day has passed.', { day });
  return left === 0
    ? say('Act before {day}: that is today.', { day })
    : say('Act before {day}: {days} left.', { day, days: count(left, 'day') });
}

/** What a run would do: a line for each file, with what changed under it. */
export function describeChanges({ written, removed, kept, changes }: RunResult, { say }: Texts): string {
  const fates = {
    changed: say('changed'),
    new: say('new'),
    removed: say('removed'),
    edited: say('edited'),
  };
  const width = Math.max(...Object.values(fates).map(({ length }) => length));
  const line = (fate: keyof typeof fates, path: string) => `${fates[fate].padEnd(width)}  ${path}`;
  const lines = [
    ...written.map((path) => line(path in changes ? 'changed' : 'new', path) + because(changes[path])),
    ...removed.map((path) => line('removed', path)),
    ...kept.map((path) => line('edited', path)),
  ];
  return lines.length > 0 ? `${lines.join('\n')}\n` : `${say('Everything is up to date.')}\n`;
}

function because(changes: readonly InputChange[] = []): string {
  const names = changes.map(({ name }) => name).filter((name) => name !== 'edition');
  return names.length > 0 ? `  (${names.join(', ')})` : '';
}

/** A line for each kind of document: how many, in which languages. */
function countFiles(paths: readonly string[]): string[] {
  const kinds = new Map<string, { readonly formats: Map<string, number>; readonly languages: Set<string> }>();
  for (const path of paths) {
    const [folder = '', name = ''] = path.split('/');
    const parts = name.split('.');
    const [first = '', second = '', third = ''] = parts;
    const language = folder === 'letters' && second === FOLLOW_UP ? third : second;
    const format = parts.at(-1)!;
    const kind = folder === 'letters' ? folder : `${folder}  ${first}`;
    const { formats, languages } = kinds.get(kind) ?? { formats: new Map(), languages: new Set() };
    kinds.set(kind, { formats, languages });
    formats.set(format, (formats.get(format) ?? 0) + 1);
    languages.add(language);
  }
  const width = Math.max(0, ...[...kinds.keys()].map((kind) => kind.length));
  return [...kinds].map(([kind, { formats, languages }]) => {
    const counts = [...formats].map(([format, count]) => `${count} ${format}`).join(', ');
    return `${kind.padEnd(width)}  ${counts.padEnd(14)}  ${[...languages].sort().join(' ')}`;
  });
}

function countFates({ written, unchanged, removed, kept }: RunResult, { say, count }: Texts): string {
  const fates = [
    [written, '{n} written'],
    [unchanged, '{n} unchanged'],
    [removed, '{n} removed'],
    [kept, '{n} kept as edited'],
  ] as const;
  const [first = '', ...rest] = fates
    .filter(([paths]) => paths.length > 0)
    .map(([paths, fate], i) => say(fate, { n: i === 0 ? count(paths.length, 'file') : paths.length }));
  return [first, ...rest].join(', ');
}

function nextStep(
  paths: readonly string[],
  out: string,
  { say, language }: Texts,
  { channels, unpostable = [], textless = [] }: Told,
): string | undefined {
  const pdfs = paths.filter((path) => path.endsWith('.pdf'));
  const readable = (path: string) => path.includes(`.${language}.`);
  const leaflets = pdfs.filter((path) => path.startsWith('leaflets/picket'));
  const small = leaflets.filter((path) => path.endsWith('up.pdf'));
  const leaflet = small.find(readable) ?? small[0] ?? leaflets[0];
  if (leaflet) return say('Next: print {file} and copy it for the picket.', { file: `${out}/${leaflet}` });
  const all = (ending: string) => paths.filter((p) => p.startsWith('letters/') && p.endsWith(ending));
  const addresseeOf = (path: string) => path.split('/')[1]!.split('.')[0]!;
  const isPostable = (path: string) => !unpostable.includes(addresseeOf(path));
  const [mail] = all('.eml');
  const texts = all('.txt').filter((path) => !path.endsWith('.phone.txt'));
  const text = texts.find((path) => !textless.includes(addresseeOf(path)));
  const call = all('.txt').find((path) => path.endsWith('.phone.txt'));
  const printed = all('.pdf').filter((path) => !path.endsWith('.cover.pdf'));
  // A text may be printed as well as a page, where nobody takes it by form or mail.
  const pdf = printed.find(isPostable) ?? (mail || text ? undefined : texts.find(isPostable));
  if (!pdf && !mail && call && unpostable.length > 0)
    return say('Next: call, with {file} before you.', { file: `${out}/${call}` });
  if (!pdf && !mail && !text && printed.length + texts.length > 0)
    return say('Next: find out where to send them; nothing can be posted to an address that nobody knows.');
  const file = `${out}/${pdf ?? mail ?? text}`;
  if (pdf) {
    return channels && !channels.includes('post')
      ? say('Next: print {file}, sign it and fax it.', { file })
      : say('Next: print {file}, sign it and post it.', { file });
  }
  if (mail) return say('Next: open {file} in your mail program, and send it.', { file });
  return text && say('Next: copy the text of {file} into the form or a mail.', { file });
}
