import type { Command } from 'commander';
import { addPasswordOption } from './key-password.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { PackOptions } from './write-pack.ts';

/** The command `pack`. */
export function packCommand(session: Session): Command {
  const command = defineCommand('pack', 'Make one file of an appeal, to hand on; signed where asked', [
    'pack my-appeal',
    'pack my-appeal --key union.key',
    'open strike.zip',
  ])
    .argument('[appeal]', 'folder or file of the appeal; the current folder')
    .option('--key <file>', 'sign with this secret key, of handbill or of minisign');
  addPasswordOption(command)
    .option('--date <day>', "day of the signature, such as 2026-05-01; today's without it")
    .option('--out <folder>', 'folder for the pack, which goes into packs/ there', 'out')
    .option('--force', 'overwrite a pack that somebody has changed since');
  return addCommonOptions(command).action(
    act<PackOptions>(session, async (options, [named]) => {
      const { writePack } = await import('./write-pack.ts');
      return writePack(session.io, options, named);
    }),
  );
}
