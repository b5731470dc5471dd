import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Command } from 'commander';
import type { SecretKey } from '../pack/minisign.ts';
import type { Problem } from '../problems.ts';
import { problem, readSource } from '../read/source.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import { type CommonOptions, terminalFor } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { UsageError } from './usage.ts';

/** Where the password of a key is read from. */
export interface PasswordOptions {
  readonly passwordFile?: string;
}

/** The most characters of a file with a key or password. */
const MOST = 10_000;

/** Adds the flag for it. */
export function addPasswordOption(command: Command): Command {
  return command.option('--password-file <file>', 'the first line of this file is the password of the key');
}

/** The password of a key, from the file that is named or from the terminal. Throws UsageError where nobody can be asked. */
export async function passwordFor(
  io: Io,
  options: CommonOptions & PasswordOptions,
  age: 'new' | 'known',
): Promise<string> {
  if (options.passwordFile !== undefined) {
    const { text } = await readSource(resolve(io.cwd, options.passwordFile), { limit: MOST });
    const password = text.split(/\r?\n/)[0]!;
    if (age === 'new' && password === '')
      throw new UsageError(`the first line of ${options.passwordFile} is empty: write the password there`);
    return password;
  }
  const terminal = terminalFor(io, options);
  const { say } = textsFor(io);
  const wanted = age === 'new' ? ' or --no-password' : '';
  if (!terminal) throw new UsageError(`the key needs --password-file${wanted}: nobody can be asked here`);
  const { askPassword } = await import('../terminal/prompts.ts');
  const password = await askPassword(terminal, say('Password of the key'));
  if (password === undefined || password === '') throw new UsageError('no password was given');
  if (age === 'new' && (await askPassword(terminal, say('The same once more'))) !== password)
    throw new UsageError('the two passwords differ');
  return password;
}

/** Reads a secret key and opens it; a warning with it where others on this machine can read it. Throws ProblemError, UsageError. */
export async function openKey(
  io: Io,
  options: CommonOptions & PasswordOptions,
  named: string,
): Promise<{ readonly key: SecretKey; readonly problems: readonly Problem[] }> {
  const file = resolve(io.cwd, named);
  const { parseSecretFile } = await import('../pack/minisign.ts');
  const kept = parseSecretFile((await readSource(file, { limit: MOST })).text);
  if (!kept) throw problem('pack-key', file);
  const key = await kept.open(kept.isEncrypted ? await passwordFor(io, options, 'known') : '');
  if (!key) throw problem('pack-key/password', file);
  // Windows has other rights than these.
  const others = sep === '\\' ? 0 : (await stat(file)).mode & 0o077;
  const shown = { file: shellQuoted(fileFrom(io.cwd, file)) };
  return {
    key,
    problems: others === 0 ? [] : [finding('warning', 'pack-key/readable', shown, { at: { file } })],
  };
}
