import type { Sink } from './io.ts';
import { ENGLISH } from './texts.ts';

/** What a system refuses wherever it is asked, and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  EMFILE: 'too many files are open. Raise the limit, such as by `ulimit -n 1024`.',
  ENFILE: 'too many files are open on this machine. Close some programs.',
  ENOMEM: 'there is no memory left. Close some programs.',
  ENOSPC: 'the disk is full that the output goes to. Make room on it.',
  EIO: 'a disk or terminal fails.',
};

/** Tells what the system refused; false for an error of another kind. */
export function reportRefusal(error: unknown, stderr: Sink, { translate } = ENGLISH): boolean {
  const refusal = error instanceof Error && 'code' in error ? REFUSALS[String(error.code)] : undefined;
  if (refusal !== undefined) stderr.write(`handbill: ${translate(refusal)}\n`);
  return refusal !== undefined;
}
