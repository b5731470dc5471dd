import { append } from '../model/append.ts';
import { isData, mergeText } from './merge-text.ts';
import type { Change, Conflict, Prefer } from './three-way.ts';

/** A file in three versions: as the last pack had it, as it lies here, as the new pack has it. */
interface ThreeFiles {
  readonly base: ReadonlyMap<string, Buffer>;
  readonly mine: ReadonlyMap<string, Buffer>;
  readonly theirs: ReadonlyMap<string, Buffer>;
}

/** What a folder becomes by a pack. */
export interface MergedFolder {
  /** New contents by name, of those that differ from one's own. */
  readonly contents: ReadonlyMap<string, string | Buffer>;
  readonly changes: readonly Located<Change>[];
  readonly conflicts: readonly Located<Conflict>[];
  /** Names that the new pack has no more; their files stay. */
  readonly gone: readonly string[];
}

/** A value with the file that it stands in. */
export type Located<T> = T & { readonly file: string };

/** Joins a pack with what lies in the folder, file by file, and data value by value. Throws ProblemError. */
export function mergeFolder({ base, mine, theirs }: ThreeFiles, prefer: Prefer): MergedFolder {
  const contents = new Map<string, string | Buffer>();
  const changes: Located<Change>[] = [];
  const conflicts: Located<Conflict>[] = [];
  for (const [file, now] of theirs) {
    const [was, own] = [base.get(file), mine.get(file)];
    if ((own && now.equals(own)) || (was && now.equals(was))) continue;
    if (own && isData(file)) {
      const texts = { base: was?.toString(), mine: own.toString(), theirs: now.toString() };
      const merged = mergeText(file, texts, prefer);
      if (merged.text !== texts.mine) contents.set(file, merged.text);
      append(
        changes,
        merged.changes.map((one) => ({ ...one, file })),
      );
      append(
        conflicts,
        merged.conflicts.map((one) => ({ ...one, file })),
      );
      continue;
    }
    const isMine = own ? was?.equals(own) : was === undefined;
    if (!isMine) conflicts.push({ file, name: [], mine: undefined, theirs: undefined });
    if (!isMine && prefer === 'mine') continue;
    contents.set(file, isData(file) ? now.toString() : now);
    changes.push({ file, name: [], was: undefined, now: undefined });
  }
  return {
    contents,
    changes,
    conflicts,
    gone: [...base.keys()].filter((file) => mine.has(file) && !theirs.has(file)),
  };
}
