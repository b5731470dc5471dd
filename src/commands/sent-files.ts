import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { flatten, MANIFEST, type Manifest, readManifest } from '../batch/manifest.ts';
import type { ManifestEntry } from '../batch/manifest-files.ts';
import { append } from '../model/append.ts';
import { editionOf, toldOf } from '../plan/edition.ts';
import { FOLLOW_UP } from '../plan/jobs.ts';
import { type Problem, ProblemError } from '../problems.ts';
import type { Io } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';

/** A letter among the files of an output folder, and what it tells. */
export interface FoundLetter {
  /** Id of its appeal. */
  readonly appeal: string;
  readonly contact: string;
  readonly sender?: string | undefined;
  readonly language: string;
  readonly followUp?: true | undefined;
  readonly edition: string;
  readonly told: readonly string[];
  readonly file: string;
}

/** Finds what the manifests around some files know of them. Throws ProblemError for those that are no letters of handbill's. */
export async function findLetters(io: Io, files: readonly string[]): Promise<FoundLetter[]> {
  const manifests = new Map<string, Promise<Manifest | undefined>>();
  const problems: Problem[] = [];
  const letters: FoundLetter[] = [];
  for (const named of files) {
    const path = resolve(io.cwd, named);
    const folder = folderAround(path);
    if (folder !== undefined && !manifests.has(folder)) manifests.set(folder, readManifest(folder));
    const manifest = folder === undefined ? undefined : await manifests.get(folder);
    const below = folder === undefined ? '' : relative(folder, path).split(sep).join('/');
    const found = manifest ? lettersOf(manifest, below) : [];
    append(letters, found);
    if (found.length === 0) problems.push(noLetter(fileFrom(io.cwd, path), below));
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return letters;
}

/** The output folder that a file lies in: the nearest one around it that has a manifest. */
function folderAround(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, MANIFEST))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The letter in a file, or all of a print run. */
function lettersOf(manifest: Manifest, file: string): readonly FoundLetter[] {
  const entry = manifest.files.get(file);
  if (!entry) return [];
  if (!entry.letters) return letterOf(manifest.appeal, file, entry);
  return entry.letters.map(({ shared, ...letter }) => {
    const told = toldOf(Object.entries(shared));
    return { appeal: manifest.appeal, ...letter, edition: editionOf(told), told, file };
  });
}

function letterOf(appeal: string, file: string, entry: ManifestEntry): readonly FoundLetter[] {
  const { own } = entry.inputs;
  const named = (kind: string) =>
    Object.keys(own).flatMap((name) => (name.startsWith(`${kind}/`) ? name.slice(kind.length + 1) : []))[0];
  const contact = named('contact');
  if (contact === undefined) return [];
  const told = toldOf(Object.entries(flatten(entry.inputs)));
  const [, second = '', third = ''] = file.slice(file.lastIndexOf('/') + 1).split('.');
  const isFollowUp = second === FOLLOW_UP;
  return [
    {
      appeal,
      contact,
      sender: named('sender'),
      language: isFollowUp ? third : second,
      followUp: isFollowUp || undefined,
      edition: editionOf(told),
      told,
      file,
    },
  ];
}

function noLetter(file: string, below: string): Problem {
  const isRun = below.startsWith('letters/combined.');
  return finding('error', isRun ? 'not-sent/run' : 'not-sent/file', {}, { at: { file } });
}
