import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { bringRecorded, PACKS } from '../batch/recorded.ts';
import { append } from '../model/append.ts';
import type { Campaign } from '../model/campaign.ts';
import { LIMITS } from '../model/limits.ts';
import { barePicture } from '../pack/bare-picture.ts';
import { formatPublicKey } from '../pack/minisign.ts';
import { formatPack, isPackable } from '../pack/pack.ts';
import { hasErrors, type Problem, ProblemError } from '../problems.ts';
import { type AppealFiles, PARTS } from '../read/appeal.ts';
import { listInside } from '../read/inside.ts';
import { withoutCopies } from '../read/shared-copies.ts';
import { readBytes, readSource, unreadable } from '../read/source.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding, refusal } from '../wordings.ts';
import { type AppealOptions, loadAppeal, todayOf } from './appeal.ts';
import { openKey, type PasswordOptions } from './key-password.ts';
import { outFolder } from './out-folder.ts';
import type { Outcome } from './outcome.ts';

/** Options of `pack`. */
export interface PackOptions extends AppealOptions, PasswordOptions {
  readonly key?: string;
  readonly out: string;
  readonly force?: boolean;
}

/** Writes the pack of an appeal that has no error. */
export async function writePack(io: Io, options: PackOptions, named: string | undefined): Promise<Outcome> {
  const { campaign, files, problems } = await loadAppeal(io, { input: options.input }, named);
  const errors = problems.filter(
    ({ severity, code }) => severity === 'error' || code === 'example-appeal' || code === 'two-versions',
  );
  if (!campaign || !files || hasErrors(errors)) return { problems: errors };
  const held = await gather(campaign, files);
  const { id, people } = campaign.appeal;
  const unnamed = people.filter(({ publish }) => publish !== 'yes').map((person) => person.id);
  const told: Problem[] = [
    ...errors,
    ...(unnamed.length > 0 ? [finding('notice', 'pack-names/people', { ids: unnamed.join(', ') })] : []),
  ];
  const day = todayOf(io, options.date);
  const opened = options.key === undefined ? undefined : await openKey(io, options, options.key);
  const key = opened?.key;
  append(told, opened?.problems ?? []);
  const out = outFolder(io, options.out, named);
  const path = `packs/${id}.zip`;
  const content = formatPack(id, held, key && { key, day });
  const done = await bringRecorded(out, [{ path, content }], { record: PACKS, force: options.force });
  const { say, count } = textsFor(io);
  const file = `${fileFrom(io.cwd, out)}/${path}`;
  const names = [...held.keys()].sort();
  const left = await leftOut(files.folder, names);
  const lines = [
    say('{file}: {files}.', { file, files: count(held.size, 'file') }),
    key
      ? say('Signed with the key {key}.', { key: formatPublicKey(key) })
      : say('Not signed: with --key who opens it sees that it is yours.'),
    ...(left.length > 0 ? [say('Not in it: {names}.', { names: left.join(', ') })] : []),
    say('Who gets it: handbill open {file}', { file: basename(file) }),
  ];
  return {
    problems: [...told, ...done.problems],
    data: { file, files: names, leftOut: left, key: key ? formatPublicKey(key) : null },
    summary: `${lines.join('\n')}\n`,
  };
}

/** Data as UTF-8, own templates, and pictures without what else they tell. Throws ProblemError. */
async function gather({ appeal }: Campaign, files: AppealFiles): Promise<Map<string, Uint8Array>> {
  const held = new Map<string, Uint8Array>();
  const take = (name: string, content: Uint8Array | string) => {
    if (!isPackable(name)) throw refusal('pack-names/file', { name });
    held.set(name, typeof content === 'string' ? Buffer.from(content) : content);
  };
  const { folder, head } = files;
  take(folder === undefined ? `appeal${extname(head.file)}` : basename(head.file), head.text);
  for (const part of PARTS) {
    const file = files[part];
    if (file) take(basename(file.file), file.text);
    if (file?.kept) take(basename(file.kept.file), file.kept.text);
  }
  if (folder === undefined) return held;
  const templates = await listInside(join(folder, 'templates'), folder, /\.(?:md|hbs|css|ya?ml)$/i);
  if (templates.problems.length > 0) throw new ProblemError(templates.problems);
  for (const name of withoutCopies(folder, templates.names).names) {
    const { text } = await readSource(join(folder, 'templates', name), { within: folder });
    take(`templates/${name}`, text);
  }
  for (const { file } of appeal.images ?? []) {
    const bytes = await readBytes(join(folder, file), { limit: LIMITS.picture, within: folder });
    take(file, barePicture(bytes));
  }
  return held;
}

/** What lies in the folder and doesn't go into the pack; folders by their name. */
async function leftOut(folder: string | undefined, names: readonly string[]): Promise<string[]> {
  if (folder === undefined) return [];
  const there = await readdir(folder).catch((cause: unknown) => {
    throw unreadable(cause, folder);
  });
  return there
    .filter((name) => !name.startsWith('.') && !names.some((held) => held.split('/')[0] === name))
    .sort();
}
