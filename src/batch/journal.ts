import { LIMITS } from '../model/limits.ts';
import { memoise } from '../model/memory.ts';
import { hashOfValue } from '../plan/inputs.ts';
import type { Inputs } from '../plan/planned.ts';
import type { Staging } from '../write/staging.ts';

/** A file that earlier runs staged before they were stopped or killed. */
export interface JournalEntry {
  /** Hash of the bytes that were staged last. */
  readonly sha256: string;
  /** Hash of its inputs. */
  readonly inputs: string;
  /** Hashes of all that was ever staged: any of these may stand in the output folder. */
  readonly all: readonly string[];
}

interface Growing extends JournalEntry {
  readonly all: string[];
}

/** Name of the journal in the staging folder. */
export const JOURNAL = 'journal';

const LINE = /^([0-9a-f]{64}) ([0-9a-f]{32}) (.+)$/;

/**
 * What an earlier run had staged when it ended before its manifest stood. The next run takes these files as they are,
 * and can tell those that were published already from files that a person edited. A line cut short is left out.
 */
export function readJournal(staging: Staging): ReadonlyMap<string, JournalEntry> {
  const bytes = staging.read(JOURNAL, LIMITS.manifest);
  const text = bytes ? new TextDecoder().decode(bytes) : '';
  const entries = new Map<string, Growing>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sha256, inputs, path] = LINE.exec(line) ?? [];
    if (!sha256 || !inputs || !path) continue;
    const all = entries.get(path)?.all ?? [];
    all.push(sha256);
    entries.set(path, { sha256, inputs, all });
  }
  // What is added must not stand behind half a line.
  if (text !== '' && !text.endsWith('\n')) staging.append(JOURNAL, '\n');
  return entries;
}

/** Notes files once they stand in the staging folder. */
export function noteInJournal(
  staging: Staging,
  files: readonly { readonly path: string; readonly sha256: string; readonly inputs: Inputs }[],
): void {
  const lines = files.map(({ path, sha256, inputs }) => `${sha256} ${hashOfInputs(inputs)} ${path}\n`);
  if (lines.length > 0) staging.append(JOURNAL, lines.join(''));
}

/** One hash for all inputs of a file. */
export function hashOfInputs({ shared, own }: Inputs): string {
  return hashOfValue([hashOfShared(shared), own]);
}

const hashOfShared = memoise((shared: Inputs['shared']) => hashOfValue(shared));
