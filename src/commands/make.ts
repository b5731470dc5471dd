import type { Command } from 'commander';
import { addFormatOption, addLeafletOptions, addLetterOptions, type MaterialOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addOutputOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

export function makeCommand(session: Session): Command {
  const command = defineCommand('make', 'Write everything that the appeal asks for; only what changed', [
    'make',
    'make my-appeal',
    'make my-appeal --sender sender.json --out tonight',
    'make my-appeal --lang en,kk',
  ]);
  addAppealOptions(command)
    .optionsGroup('Which:')
    .option('--lang <tags>', 'languages, such as en,kk', commaList);
  addFormatOption(addLeafletOptions(addLetterOptions(command)));
  addOutputOptions(command)
    .option('--check', 'write nothing; end with 1 if something is out of date')
    .option('--dry-run', 'write nothing; tell what would be written')
    .option('--shard <i/n>', 'make the i-th of n even parts; join them with `handbill manifest merge`');
  return addCommonOptions(command).action(
    act<MaterialOptions>(session, async (options, [appeal]) => {
      const { writeMaterial } = await import('./write-material.ts');
      return writeMaterial(session.io, options, appeal, undefined);
    }),
  );
}
