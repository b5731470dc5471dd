import type { Inputs } from '../plan/inputs.ts';
import { hashOfValue } from '../plan/inputs.ts';
import type { Staging } from '../write/staging.ts';

/** A file that an earlier run staged before it was stopped or killed. */
export interface JournalEntry {
  readonly sha256: string;
  /** Hash of its inputs. */
  readonly inputs: string;
}

const NAME = 'journal';

/**
 * What an earlier run had staged when it ended before its manifest stood. The next run takes these files as they are,
 * and can tell those that were published already from files that a person edited. A last line cut short is left out.
 */
export function readJournal(staging: Staging): ReadonlyMap<string, JournalEntry> {
  const bytes = staging.read(NAME);
  const lines = bytes ? new TextDecoder().decode(bytes).split('\n').slice(0, -1) : [];
  return new Map(
    lines.map((line) => {
      const [sha256 = '', inputs = '', ...path] = line.split(' ');
      return [path.join(' '), { sha256, inputs }];
    }),
  );
}

/** Notes files once they stand in the staging folder. */
export function noteInJournal(
  staging: Staging,
  files: readonly { readonly path: string; readonly sha256: string; readonly inputs: Inputs }[],
): void {
  const lines = files.map(({ path, sha256, inputs }) => `${sha256} ${hashOfInputs(inputs)} ${path}\n`);
  if (lines.length > 0) staging.append(NAME, lines.join(''));
}

/** One hash for all inputs of a file. */
export function hashOfInputs({ shared, own }: Inputs): string {
  return hashOfValue([hashOfShared(shared), own]);
}

const known = new WeakMap<Inputs['shared'], string>();

function hashOfShared(shared: Inputs['shared']): string {
  const hash = known.get(shared) ?? hashOfValue(shared);
  known.set(shared, hash);
  return hash;
}
