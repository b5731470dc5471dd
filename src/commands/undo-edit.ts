import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSource } from '../read/source.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import type { EditedFiles } from '../wizard/editable.ts';
import { changeFolder } from '../write/change.ts';
import { hashOf } from '../write/files.ts';
import { appealFolder, locateAppeal } from './locate.ts';
import type { Outcome } from './outcome.ts';
import { UsageError } from './usage.ts';

/** Name of the file beside an appeal that tells how it was before it was edited last. */
export const BEFORE = 'undo.json';

/** A file as it was, and the hash of what took its place. */
interface Before {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Only files that an appeal is made of: whoever wrote the record, nothing else is touched. */
const OF_APPEAL = /^(?:appeal|facts|contacts|events|corrections)\.(?:json|ya?ml|csv)$/;

/**
 * The record of a change, as a further file of it; nothing for a lone file, which may have any name. What stood in
 * sender.json isn't kept: it stays out of git, which may take in this file. A table that is new had no rows before.
 */
function recordOf(
  folder: string | undefined,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const files = [...after].flatMap(([path, text]) => {
    const old = before.get(path) ?? (path.endsWith('.csv') ? /^.*\r?\n?/.exec(text)![0] : undefined);
    return old === undefined || !OF_APPEAL.test(basename(path))
      ? []
      : [{ name: basename(path), before: old, after: hashOf(text) }];
  });
  return folder === undefined || after.size === 0
    ? new Map()
    : new Map([[join(folder, BEFORE), `${JSON.stringify({ files }, null, 2)}\n`]]);
}

/** New texts of an appeal's files with the record by which `edit --undo` takes them back, and what lies there of it now. */
export async function withRecord(files: EditedFiles, texts: ReadonlyMap<string, string>) {
  const before = new Map(
    Object.values(files).flatMap((file) =>
      typeof file === 'object' ? [[file.file, file.text] as const] : [],
    ),
  );
  return {
    texts: new Map([...texts, ...recordOf(files.folder, before, texts)]),
    read: await readRecord(files.folder),
  };
}

/** The file that such a record is written to, as it lies there now, so that a change can say what it takes the place of. */
async function readRecord(folder: string | undefined) {
  const file = folder === undefined ? undefined : join(folder, BEFORE);
  if (file === undefined || !existsSync(file)) return [];
  const { sha256 } = await readSource(file, { within: folder! });
  return [{ file, sha256 }];
}

/** Takes the last edit back; once more brings it again. Throws UsageError where something was changed since. */
export async function undoEdit(io: Io, named: string | undefined): Promise<Outcome> {
  const { path, bundled } = locateAppeal(io, named);
  const folder = appealFolder(path);
  const file = join(folder, BEFORE);
  if (bundled || path !== folder || !existsSync(file))
    throw new UsageError('edit: there is nothing to take back');
  const names = await changeFolder(folder, async (publish) => {
    const source = await readSource(file, { within: folder });
    const files = parseRecord(source.text);
    const now = await Promise.all(
      files.map(async ({ name }) =>
        readSource(join(folder, name), { within: folder }).catch(() => undefined),
      ),
    );
    const changed = files.filter(({ after }, i) => now[i] === undefined || hashOf(now[i].text) !== after);
    if (changed.length > 0)
      throw new UsageError(
        `edit: ${changed.map(({ name }) => name).join(', ')} was changed since; nothing is taken back`,
      );
    const before = new Map(now.map((one) => [one!.file, one!.text] as const));
    const after = new Map(files.map(({ name, before: text }) => [join(folder, name), text] as const));
    publish(new Map([...after, ...recordOf(folder, before, after)]), [
      ...now.map((one) => ({ file: one!.file, sha256: one!.sha256 })),
      { file, sha256: source.sha256 },
    ]);
    return files.map(({ name }) => name);
  });
  const { say } = textsFor(io);
  return {
    data: { files: names },
    summary: `${say('As before the last edit: {files}.', { files: names.join(', ') })}\n`,
  };
}

function parseRecord(text: string): Before[] {
  try {
    const { files } = JSON.parse(text) as { files: Before[] };
    const isWhole = ({ name, before, after }: Before) =>
      OF_APPEAL.test(name) && typeof before === 'string' && typeof after === 'string';
    if (files.length > 0 && files.every(isWhole)) return files;
  } catch {
    // Told below, as a record that says something else.
  }
  throw new UsageError(`edit: ${BEFORE} holds nothing that can be taken back`);
}
