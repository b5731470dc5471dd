import { basename, resolve } from 'node:path';
import { hasErrors } from '../problems.ts';
import { readSource } from '../read/source.ts';
import { parseStructured } from '../read/structured.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { type Editable, editScript } from '../wizard/editable.ts';
import { listEditable } from '../wizard/list-editable.ts';
import type { World } from '../wizard/script.ts';
import { todayOf } from './appeal.ts';
import { applyEdits, type Edits } from './apply-edits.ts';
import { changeAppeal } from './change-appeal.ts';
import {
  changedMeanwhile,
  type EditOptions,
  languageOf,
  loadEdited,
  senderProblems,
  shownOf,
  withSender,
} from './edited.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { BEFORE, undoEdit, withRecord } from './undo-edit.ts';
import { chooseFrom, suggestFrom, UsageError } from './usage.ts';

/** Changes values of an appeal: those of the command line, or those that a person picks in the review of all of them. */
export async function editAppeal(io: Io, options: EditOptions, named: string | undefined): Promise<Outcome> {
  if (options.undo) return undoEdit(io, named);
  const now = await loadEdited(io, options, named);
  if (!now.all) return { problems: now.problems };
  const world = { today: todayOf(io, options.date), language: textsFor(io).language };
  const given = options.answers === undefined ? [] : await valuesIn(resolve(io.cwd, options.answers));
  const edits = editsOf({ ...options, set: [...given, ...(options.set ?? [])] }, now.all, world);
  if (edits.size > 0) return keepEdits(io, options, named, edits);
  const terminal = terminalFor(io, options);
  if (!terminal) return listValues(io, now.all);
  const { reviewAppeal } = await import('./edit-review.ts');
  return reviewAppeal(io, terminal, options, named, {
    world,
    load: () => loadEdited(io, options, named),
    keep: (told, seen) => keepEdits(io, options, named, told, seen),
  });
}

/** The values of a file, as `--set` takes them. Throws ProblemError and UsageError. */
async function valuesIn(file: string): Promise<string[]> {
  const { data } = parseStructured(await readSource(file));
  const values =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
  if (values.length === 0)
    throw new UsageError(`--answers: expected a name and a value a line, such as "title: Free the strikers"`);
  return values.map(([name, value]) => `${name}=${[value].flat().join('; ')}`);
}

/** What the command line changes. Throws UsageError. */
function editsOf({ set = [], remove = [] }: EditOptions, all: readonly Editable[], world: World): Edits {
  const edits = new Map<string, string>();
  const known = all.map(({ key }) => key);
  for (const typed of set) {
    const [key = '', ...rest] = typed.split('=');
    const one = all.find((each) => each.key === key.trim());
    if (!one || rest.length === 0)
      throw new UsageError(
        `--set: expected a name and a value, such as "title=Free the strikers". ${suggestFrom(key.trim(), known)}`,
      );
    const told = rest.join('=').trim();
    const meant = told === '' ? { value: '' } : one.step.read?.(told, new Map(), '', world);
    const value = meant === undefined || meant.isGuess ? told : meant.value;
    const { choices } = one.step;
    if (Array.isArray(choices))
      chooseFrom(
        `--set ${one.key}`,
        [value],
        choices.map((choice: { value: string }) => choice.value),
      );
    if (value === '' && one.step.needed) throw new UsageError(`--set ${one.key}: expected an answer`);
    edits.set(one.key, value);
  }
  for (const id of remove) {
    const removable = all.filter(({ removes }) => removes);
    const out = removable.find(({ key }) => idOf(key) === id);
    const isFact = all.some(({ key, place }) => key.startsWith(`${id}.`) && place.part === 'facts');
    if (isFact)
      throw new UsageError(
        `--remove ${id}: what was printed is withdrawn, with the day and the source: handbill facts correct ${id} --status withdrawn --source <source>`,
      );
    if (!out) {
      const ids = removable.map(({ key }) => idOf(key));
      throw new UsageError(
        `--remove: there is no ${JSON.stringify(id)} to take out. ${suggestFrom(id, ids)}`,
      );
    }
    edits.set(out.key, '');
  }
  return edits;
}

/** The id of the thing that a value belongs to; that of an addressee stands behind what it is called. */
function idOf(key: string): string {
  return key.startsWith('target.') ? key.slice('target.'.length) : key.split('.')[0]!;
}

/**
 * Writes what changes, all or nothing, with how it was before; tells both. Of what a person saw (`seen`), nothing is written
 * over that somebody else has written since.
 */
async function keepEdits(
  io: Io,
  options: EditOptions,
  named: string | undefined,
  edits: Edits,
  seen: readonly Editable[] = [],
): Promise<Outcome> {
  const { value, ...done } = await changeAppeal(
    io,
    { ...options, command: 'edit', named, uses: { parts: ['head'], languages: [] } },
    async (campaign, _, read) => {
      const files = await withSender(read);
      const all = listEditable(campaign, files, languageOf(options, campaign));
      const texts = applyEdits(edits, all, campaign, files);
      const problems = [...changedMeanwhile(edits, seen, all), ...senderProblems(files, texts)];
      const recorded = await withRecord(files, texts);
      return {
        texts: recorded.texts,
        problems,
        read: [...(files.sender ? [files.sender] : []), ...recorded.read],
        value: all.filter(({ key, value: was }) => edits.has(key) && edits.get(key) !== was),
      };
    },
  );
  if (!value || hasErrors(done.problems)) return { problems: done.problems };
  return { problems: done.problems, ...tellEdits(io, options, named, value, { edits, paths: done.changed }) };
}

/** What changed, how it was, and how to take it back. */
function tellEdits(
  io: Io,
  { dryRun }: EditOptions,
  named: string | undefined,
  changed: readonly Editable[],
  { edits, paths }: { readonly edits: Edits; readonly paths: readonly string[] },
): Outcome {
  const { say } = textsFor(io);
  const written = paths.filter((path) => basename(path) !== BEFORE);
  const files = written.map((path) => fileFrom(io.cwd, path));
  if (files.length === 0) return { data: { changed: [], files }, summary: `${say('It says so already.')}\n` };
  const isUndone = written.length < paths.length;
  const at = named === undefined ? '' : ` ${shellQuoted(named)}`;
  const told = changed.map((one) => ({
    name: one.key,
    was: shownOf(one, one.value),
    now: shownOf(one, edits.get(one.key)!),
  }));
  const lines = told.map(({ name, was, now }) => {
    if (was === '') return say('{name}: “{value}”', { name, value: now });
    if (now === '') return say('{name}: “{value}” is taken out', { name, value: was });
    return say('{name}: “{was}” is now “{value}”', { name, was, value: now });
  });
  return {
    data: { changed: told, files },
    summary: [
      ...lines,
      say(dryRun ? '{files} would change.' : 'Changed: {files}.', { files: files.join(', ') }),
      ...(isUndone && !dryRun
        ? [say('To take it back: {command}', { command: `handbill edit${at} --undo` })]
        : []),
      say('Next: {command}', { command: `handbill check${at}` }),
      '',
    ].join('\n'),
  };
}

/** All that can be changed, where nobody can be asked. */
function listValues(io: Io, all: readonly Editable[]): Outcome {
  const { say } = textsFor(io);
  const { sections } = editScript(all);
  const lines = sections.flatMap(({ name, keys }) => [
    say(name),
    ...all.flatMap((one) => (keys.includes(one.key) ? [`  ${one.key}=${shownOf(one, one.value)}`] : [])),
  ]);
  return {
    data: { values: Object.fromEntries(all.map((one) => [one.key, shownOf(one, one.value)])) },
    summary: `${lines.join('\n')}\n${say('To change one: --set NAME=VALUE; to take something out: --remove ID.')}\n`,
  };
}
