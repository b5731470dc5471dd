import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { shortened } from '../model/shortened.ts';
import { type Located, type MergedFolder, mergeFolder } from '../pack/merge-folder.ts';
import { isData } from '../pack/merge-text.ts';
import { formatPublicKey, type PublicKey, parsePublicKey } from '../pack/minisign.ts';
import { type Pack, parsePack } from '../pack/pack.ts';
import type { Change, Conflict, Prefer, Value } from '../pack/three-way.ts';
import { checkSignature } from '../pack/trust.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { problem, readBytes, readSource } from '../read/source.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { showable } from '../terminal/showable.ts';
import { finding } from '../wordings.ts';
import { type AsRead, changeFolder, type Publish } from '../write/change.ts';
import { hashOf } from '../write/files.ts';
import { loadAppeal } from './appeal.ts';
import { changeAppeal } from './change-appeal.ts';
import { isAppeal } from './locate.ts';
import type { CommonOptions, Outcome } from './outcome.ts';

/** Options of `open`. */
export interface OpenOptions extends CommonOptions {
  readonly key?: string;
  readonly prefer?: Prefer;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** The last pack that was opened into a folder, kept there: what is new is told from it. */
const OPENED = 'handbill-opened.zip';

/** How many changes are listed. */
const SHOWN = 40;

/** Checks a pack, and joins it with what lies in the folder. */
export async function openPack(
  io: Io,
  options: OpenOptions,
  named: string,
  into: string | undefined,
): Promise<Outcome> {
  const file = resolve(io.cwd, named);
  const bytes = Buffer.from(await readBytes(file));
  const pack = await parsePack(bytes, file);
  const wanted = options.key === undefined ? undefined : await publicKey(io, options.key);
  const folder = into ?? pack.appeal;
  const path = resolve(io.cwd, folder);
  const name = fileFrom(io.cwd, path);
  const opening: Opening = { pack, bytes, path, named, file, wanted };
  const isThere = isAppeal(path);
  let merged: MergedFolder | undefined;
  let problems: readonly Problem[];
  if (isThere) {
    const changed = await changeAppeal(
      io,
      { command: 'open', named: path, uses: {}, dryRun: options.dryRun, input: options.input },
      async (campaign) => {
        const { merged: value, ...decided } = await decideMerge(opening, options, campaign.appeal.id);
        return { ...decided, value };
      },
    );
    merged = changed.value;
    problems = changed.problems;
  } else {
    const work = async (publish: Publish | undefined) => {
      const decided = await decideMerge(opening, options);
      if (!hasErrors(decided.problems)) publish?.(decided.texts, decided.read);
      return decided;
    };
    const decided = options.dryRun ? await work(undefined) : await changeFolder(path, work);
    merged = hasErrors(decided.problems) ? undefined : decided.merged;
    problems = decided.problems;
    if (merged && !options.dryRun) {
      const loaded = await loadAppeal(io, { input: options.input }, path);
      problems = [...problems, ...loaded.problems.filter(({ severity }) => severity === 'error')];
    }
  }
  const data = {
    folder: name,
    appeal: pack.appeal,
    key: pack.signed ? formatPublicKey(pack.signed.key) : null,
    signedOn: pack.signed?.day ?? null,
  };
  if (!merged) return { problems, data };
  return {
    problems,
    data: { ...data, changes: merged.changes, conflicts: merged.conflicts, gone: merged.gone },
    summary: summarise(io, { merged, pack, name, isThere, isDry: options.dryRun === true }),
  };
}

/** A pack that is opened: its bytes and content, where it goes, and the key that it has to be signed with. */
interface Opening {
  readonly pack: Pack;
  readonly bytes: Uint8Array;
  readonly path: string;
  /** Its file as it was named, and its path. */
  readonly named: string;
  readonly file: string;
  readonly wanted: Awaited<ReturnType<typeof publicKey>> | undefined;
}

/** What joining the pack with the folder comes to; `id` is that of the appeal there. Throws ProblemError for another appeal. */
async function decideMerge(
  { pack, bytes, path, named, file, wanted }: Opening,
  { force, prefer }: OpenOptions,
  id?: string,
) {
  if (id !== undefined && id !== pack.appeal)
    throw problem('pack-conflict/appeal', path, { theirs: pack.appeal, mine: id, pack: named });
  const { base, mine, read } = await readFolder(path, pack, named);
  const signature = checkSignature(pack, base, { wanted, force, file });
  const files = { base: base?.files ?? new Map(), mine, theirs: pack.files };
  const merged = mergeFolder(files, prefer ?? 'mine');
  const conflicts = tellConflicts(merged.conflicts, path, prefer !== undefined);
  const texts = new Map<string, string | Uint8Array>();
  // The head comes last: a folder without it holds no appeal yet.
  const inOrder = [...merged.contents].sort(([a], [b]) => Number(isHead(a)) - Number(isHead(b)));
  for (const [own, content] of inOrder) texts.set(join(path, own), content);
  if (read.get(OPENED)?.sha256 !== hashOf(bytes)) texts.set(join(path, OPENED), bytes);
  return { texts, merged, problems: [...signature, ...conflicts], read: [...read.values()] };
}

/** What lies in the folder of all that the pack holds, and the pack before it. Throws ProblemError. */
async function readFolder(path: string, pack: Pack, named: string) {
  const there = existsSync(path) ? await readdir(path) : [];
  const read = new Map<string, AsRead>();
  const take = async (name: string) => {
    const file = join(path, name);
    if (!existsSync(file)) {
      read.set(name, { file, sha256: undefined });
      return undefined;
    }
    if (isData(name)) {
      const source = await readSource(file, { within: path, anyEncoding: /\.csv$/i.test(name) });
      read.set(name, { file, sha256: source.sha256 });
      return Buffer.from(source.text);
    }
    const bytes = Buffer.from(await readBytes(file, { within: path }));
    read.set(name, { file, sha256: hashOf(bytes) });
    return bytes;
  };
  for (const theirs of pack.files.keys()) {
    const stem = /^(?:appeal|facts|contacts|events|corrections)\./i.exec(theirs)?.[0];
    const mine = there.find((name) => stem !== undefined && name.startsWith(stem) && isData(name));
    if (mine !== undefined && mine !== theirs && !there.includes(theirs))
      throw problem('pack-conflict/form', join(path, mine), { theirs, mine, pack: named });
  }
  const opened = await take(OPENED);
  const base = opened && (await parsePack(opened, join(path, OPENED)));
  const mine = new Map<string, Buffer>();
  for (const name of new Set([...pack.files.keys(), ...(base?.files.keys() ?? [])])) {
    const bytes = await take(name);
    if (bytes) mine.set(name, bytes);
  }
  return { base, mine, read };
}

async function publicKey(io: Io, named: string): Promise<PublicKey> {
  const word = parsePublicKey(named);
  if (word) return word;
  const file = resolve(io.cwd, named);
  const key = parsePublicKey((await readSource(file, { limit: 10_000 })).text);
  if (!key) throw problem('pack-key', file);
  return key;
}

function isHead(name: string): boolean {
  return /^appeal\.\w+$/i.test(name);
}

function tellConflicts(conflicts: readonly Located<Conflict>[], path: string, isDecided: boolean): Problem[] {
  return conflicts.map(({ file, name, mine, theirs }) => {
    const known = { at: { file: join(path, file) } };
    const severity = isDecided ? 'warning' : 'error';
    if (name.length === 0) return finding(severity, 'pack-conflict/file', {}, known);
    const values = { what: name.join(' '), mine: shown(mine), theirs: shown(theirs) };
    return finding(severity, 'pack-conflict/value', values, known);
  });
}

function shown(value: Value | undefined): string {
  const text = value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return shortened(text, 80);
}

function summarise(
  io: Io,
  {
    merged,
    pack,
    name,
    isThere,
    isDry,
  }: {
    readonly merged: MergedFolder;
    readonly pack: Pack;
    readonly name: string;
    readonly isThere: boolean;
    readonly isDry: boolean;
  },
): string {
  const { say, count } = textsFor(io);
  const { changes, gone } = merged;
  const { signed } = pack;
  const more = changes.length - SHOWN;
  const told = { folder: name, changes: count(changes.length, 'change') };
  // Somebody else may have opened it at the same moment.
  const isNew = !isThere && !isDry && merged.contents.size > 0;
  return [
    ...(signed
      ? [
          say('Signed on {day} with the key {key}.', {
            day: signed.day ?? '–',
            key: formatPublicKey(signed.key),
          }),
        ]
      : []),
    isNew
      ? say('In {folder}/: {files}.', { folder: name, files: [...merged.contents.keys()].join(', ') })
      : say(isDry ? '{folder}/ would get {changes}.' : '{folder}/ got {changes}.', told),
    ...(isNew ? [] : changes.slice(0, SHOWN).map((change) => `  ${showable(lineOf(change))}`)),
    ...(more > 0 && !isNew ? [`  ${say('and {n} more', { n: more })}`] : []),
    ...gone.map((file) => say('{file} is in the pack no more; yours stays.', { file })),
    '',
  ].join('\n');
}

function lineOf({ file, name, was, now }: Located<Change>): string {
  if (name.length === 0) return file;
  const what = `${basename(file)} · ${name.join(' ')}: `;
  if (was === undefined) return `${what}+ ${shown(now)}`;
  return `${what}${shown(was)} → ${shown(now)}`;
}
