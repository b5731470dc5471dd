import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * This process, as it stands in the names of its locks and temporary files: its number, when it started, and a hash of
 * the machine. Number and start together never come again, so that what a killed run left is known for that.
 */
export const HOLDER = `${process.pid}-${startOf(process.pid)}-${machine()}`;

/** A holder in a file's name, as a source of regular expressions. */
export const HOLDER_PATTERN = '\\d+-\\d+-[0-9a-f]{8}';

/** Number of a holder's process. */
export function processOf(holder: string): number {
  return Number.parseInt(holder, 10);
}

/**
 * False where the system doesn't tell when a process started, as macOS and Windows: another program may have the number of
 * a killed one by now.
 */
export function tellsStart(holder: string): boolean {
  return holder.split('-')[1] !== '0';
}

/** Whether a holder is still at work; undefined for one of another machine, which can't be asked. */
export function isAlive(holder: string): boolean | undefined {
  const [, start, where] = holder.split('-');
  if (where !== machine()) return undefined;
  const id = processOf(holder);
  try {
    process.kill(id, 0);
  } catch (error) {
    // Another user's process can't be signalled, but it is there.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return start === startOf(id);
}

/** When a process started, in ticks since the machine did (Linux, proc(5), field 22 of stat); 0 where that can't be told. */
function startOf(id: number): string {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The second field is the name, in brackets, with any signs in it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}

/** Eight digits for this machine, and on Linux for this container: process numbers mean nothing elsewhere. */
function machine(): string {
  let container = '';
  try {
    container = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has these.
  }
  return createHash('sha256').update(`handbill ${hostname()} ${container}`).digest('hex').slice(0, 8);
}
