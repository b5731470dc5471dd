import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';

// Import this before anything that writes: it stands between the program and the disk, within this process.

/** What goes wrong with the changes to a folder, counted from 1. */
export interface DiskFault {
  readonly folder: string;
  /** The change that fails; none does without. */
  readonly at?: number | undefined;
  /** What the system says, such as ENOSPC. */
  readonly code?: string | undefined;
  /** The same happens to all changes that follow; of a full disk, to those that need room. */
  readonly stays?: boolean | undefined;
  /** The process ends before the change, and what was not yet on the disk is gone. */
  readonly ends?: 'killed' | 'power' | undefined;
  /** Somebody else does something just before each change. */
  readonly meets?: ((number: number, change: Change) => void) | undefined;
  /** Which changes can fail; all without. */
  readonly only?: ((change: Change) => boolean) | undefined;
}

/** A change to the folder: what was called, and the path below the folder. */
export interface Change {
  readonly call: string;
  readonly path: string;
}

interface Watching extends DiskFault {
  readonly changes: Change[];
  /** Files whose newest bytes are not on the disk for sure. */
  readonly unsure: Set<string>;
  hasEnded: boolean;
}

let watching: Watching | undefined;

/** What a process does not live to see. */
class Ended extends Error {}

const real = { ...fs };
const later = { ...fs.promises };
const files = new Map<number, string>();
const handles = new WeakMap<object, string>();
/** Functions of node:fs call each other: only the outermost counts. */
let depth = 0;

/** Calls that need room on the disk. */
const FILLING = /^(open|write|append|mkdir|copy|truncate)/;

/** Runs some work while the disk does so; returns what was changed, in order, with what the work gave. */
export async function withDisk<T>(
  fault: DiskFault,
  work: () => Promise<T>,
): Promise<{ changes: readonly Change[]; ended: boolean; value?: T }> {
  const own: Watching = { ...fault, changes: [], unsure: new Set(), hasEnded: false };
  watching = own;
  try {
    const value = await work().catch((error: unknown) => {
      if (own.hasEnded) return undefined;
      throw error;
    });
    return { changes: own.changes, ended: own.hasEnded, ...(value !== undefined && { value }) };
  } finally {
    watching = undefined;
    // Half of what a file system had not written yet is what one finds after the power failed.
    if (own.hasEnded && fault.ends === 'power')
      for (const path of own.unsure)
        if (real.existsSync(path)) real.truncateSync(path, real.statSync(path).size >> 1);
  }
}

/** Counts a change, and lets it fail where it is its turn; `half` does the part of it that comes before. */
function change(call: string, path: string | undefined, half?: () => void): void {
  const own = watching;
  if (!own || path === undefined || depth > 0) return;
  const full = resolve(path);
  if (full !== own.folder && !full.startsWith(own.folder + sep)) return;
  if (own.hasEnded) throw new Ended();
  const one = { call, path: full.slice(own.folder.length + 1).replaceAll(sep, '/') };
  if (own.only && !own.only(one)) return;
  own.changes.push(one);
  const number = own.changes.length;
  if (own.meets) inside(() => own.meets!(number, one));
  const isIt =
    number === own.at || (own.stays && number > own.at! && (own.code !== 'ENOSPC' || FILLING.test(call)));
  if (isIt) {
    if (half) inside(half);
    if (own.ends) {
      own.hasEnded = true;
      throw new Ended();
    }
    throw Object.assign(new Error(`${own.code}: injected, ${call} '${path}'`), {
      code: own.code,
      syscall: call,
      path,
    });
  }
}

function inside<T>(work: () => T): T {
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
  }
}

const halfOf = (content: unknown) =>
  typeof content === 'string' || content instanceof Uint8Array ? content.slice(0, content.length >> 1) : '';

const isWriting = (flags: unknown) =>
  typeof flags === 'string' ? /[wax+]/.test(flags) : typeof flags === 'number' && (flags & 3) !== 0;

/** A path, also where it begins at an opened folder, as the program holds those that it writes in. */
function named(path: string): string {
  const [, opened, rest = ''] = /^(\/proc\/self\/fd\/\d+)(.*)$/.exec(path) ?? [];
  return opened === undefined ? path : `${real.readlinkSync(opened)}${rest}`;
}

const text = (path: unknown) => (typeof path === 'number' ? files.get(path) : named(String(path)));

type Call = (...args: never[]) => unknown;
// biome-ignore lint/suspicious/noExplicitAny: these stand in for functions of many forms.
type Any = any;

function replace(name: string, make: (original: Call) => Call): void {
  const all = fs as unknown as Record<string, Call>;
  all[name] = make(all[name]!);
}
function replaceLater(name: string, make: (original: Call) => Call): void {
  const all = fs.promises as unknown as Record<string, Call>;
  all[name] = make(all[name]!);
}

/** Notes which bytes are sure to outlive a loss of power. */
function note(call: string, path: string, to?: string): void {
  const unsure = watching?.unsure;
  if (!unsure) return;
  if (call === 'write') unsure.add(resolve(path));
  else if (call === 'rename') {
    if (unsure.delete(resolve(path))) unsure.add(resolve(to!));
    else unsure.delete(resolve(to!));
  } else unsure.delete(resolve(path));
}

replace('openSync', (original) => (path: Any, flags: Any = 'r', ...rest: Any[]) => {
  if (isWriting(flags)) change('open', named(String(path)));
  const file = inside(() => (original as Any)(path, flags, ...rest));
  if (isWriting(flags)) files.set(file, named(String(path)));
  return file;
});
replace('closeSync', (original) => (file: Any) => {
  const result = inside(() => (original as Any)(file));
  files.delete(file);
  return result;
});
for (const name of ['writeFileSync', 'appendFileSync', 'writeSync'])
  replace(name, (original) => (where: Any, content: Any, ...rest: Any[]) => {
    const path = text(where);
    change(name.replace('Sync', ''), path, () =>
      (original as Any)(where, halfOf(content), ...(name === 'writeSync' ? [] : rest)),
    );
    const result = inside(() => (original as Any)(where, content, ...rest));
    if (path !== undefined && depth === 0) note('write', path);
    return result;
  });
replace('fsyncSync', (original) => (file: Any) => {
  change('fsync', files.get(file));
  const result = inside(() => (original as Any)(file));
  if (files.has(file)) note('sync', files.get(file)!);
  return result;
});
replace('fsync', (original) => (file: Any, done: (error: unknown) => void) => {
  try {
    change('fsync', files.get(file));
  } catch (error) {
    done(error);
    return;
  }
  const [own, path] = [watching, files.get(file)];
  (original as Any)(file, (error: unknown) => {
    // What the process doesn't live to hear of may be lost.
    if (path !== undefined && own === watching && !own?.hasEnded) note('sync', path);
    done(error);
  });
});
const moving = (name: string) => (original: Call) => (from: Any, to: Any) => {
  change(name, named(String(to)));
  const result = inside(() => (original as Any)(from, to));
  note('rename', named(String(from)), named(String(to)));
  return result;
};
replace('renameSync', moving('rename'));
replaceLater('rename', moving('rename'));
const removing =
  (name: string) =>
  (original: Call) =>
  (path: Any, ...rest: Any[]) => {
    if (real.lstatSync(path, { throwIfNoEntry: false })) change(name, named(String(path)));
    note('remove', named(String(path)));
    return inside(() => (original as Any)(path, ...rest));
  };
for (const name of ['rm', 'unlink', 'rmdir']) {
  replace(`${name}Sync`, removing(name));
  replaceLater(
    name,
    (original) =>
      async (...args: Any[]) =>
        (removing(name)(original) as Any)(...args),
  );
}
const making =
  (original: Call) =>
  (path: Any, ...rest: Any[]) => {
    if (!real.existsSync(path)) change('mkdir', named(String(path)));
    return inside(() => (original as Any)(path, ...rest));
  };
replace('mkdirSync', making);
replaceLater(
  'mkdir',
  (original) =>
    async (...args: Any[]) =>
      (making(original) as Any)(...args),
);
replaceLater('writeFile', (original) => async (where: Any, content: Any, ...rest: Any[]) => {
  change('writeFile', named(String(where)), () => real.writeFileSync(where, halfOf(content)));
  note('write', named(String(where)));
  return (original as Any)(where, content, ...rest);
});
replaceLater('open', (original) => async (path: Any, flags: Any = 'r', ...rest: Any[]) => {
  if (isWriting(flags)) change('open', named(String(path)));
  const handle = await (original as Any)(path, flags, ...rest);
  if (isWriting(flags)) handles.set(handle, named(String(path)));
  return handle;
});
const probe = await later.open(process.execPath, 'r');
const prototype = Object.getPrototypeOf(probe) as Record<string, Any>;
await probe.close();
for (const name of ['writeFile', 'appendFile', 'write', 'sync']) {
  const original = prototype[name];
  prototype[name] = async function (this: Any, ...args: Any[]) {
    const path = handles.get(this);
    change(name === 'sync' ? 'fsync' : name, path, () =>
      name === 'sync' ? undefined : real.writeSync(this.fd, String(halfOf(args[0]))),
    );
    if (path !== undefined) note(name === 'sync' ? 'sync' : 'write', path);
    return original.apply(this, args);
  };
}
syncBuiltinESMExports();
