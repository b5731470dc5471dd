import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { addPasswordOption, type PasswordOptions, passwordFor } from './key-password.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';
import { UsageError } from './usage.ts';

interface KeyOptions extends CommonOptions, PasswordOptions {
  readonly password?: boolean;
}

/** The command `key`. */
export function keyCommand(session: Session): Command {
  const command = defineCommand('key', 'Make a pair of keys to sign packs with', [
    'key union.key',
    'key union.key --no-password',
    'pack my-appeal --key union.key',
  ])
    .argument('<file>', 'where the secret key goes; the public one goes beside it, as .pub')
    .option('--no-password', 'keep the secret key as it is: whoever has the file can sign');
  addPasswordOption(command);
  return addCommonOptions(command).action(
    act<KeyOptions>(session, async (options, [named = '']) => {
      const { io } = session;
      const path = resolve(io.cwd, named);
      const open = `${path.replace(/\.key$/, '')}.pub`;
      const taken = [path, open].find((file) => existsSync(file));
      if (taken !== undefined)
        throw new UsageError(
          `${fileFrom(io.cwd, taken)} is there already; it stays as it is. Choose another name.`,
        );
      const password = options.password === false ? undefined : await passwordFor(io, options, 'new');
      const [{ formatPublicFile, formatPublicKey, formatSecretFile, makeKey }, { writeOutput }] =
        await Promise.all([import('../pack/minisign.ts'), import('../write/files.ts')]);
      const key = makeKey();
      const secret = await formatSecretFile(key, password);
      // The public one first: alone it is of no use to anybody, and a secret one without it is none to its owner.
      await writeOutput(dirname(open), basename(open), formatPublicFile(key));
      try {
        await writeOutput(dirname(path), basename(path), secret, 0o600);
      } catch (error) {
        await rm(open, { force: true });
        throw error;
      }
      const { say } = textsFor(io);
      const files = [path, open].map((file) => fileFrom(io.cwd, file));
      return {
        data: { key: formatPublicKey(key), files },
        summary: [
          say('Your public key is {key}.', { key: formatPublicKey(key) }),
          say('Publish it, or {file}, where people know you; keep {secret} to yourself.', {
            file: files[1]!,
            secret: files[0]!,
          }),
          '',
        ].join('\n'),
      };
    }),
  );
}
