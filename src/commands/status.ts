import type { Command } from 'commander';
import type { MaterialOptions } from './material.ts';
import { addFormatOption, addLeafletOptions, addLetterOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addOutputOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

export function statusCommand(session: Session): Command {
  const command = defineCommand(
    'status',
    'Tell what on paper is out of date, and which fact or address changed',
    ['status my-appeal', 'status my-appeal --out tonight --json'],
  );
  addFormatOption(addLeafletOptions(addLetterOptions(addAppealOptions(command))));
  addOutputOptions(command);
  return addCommonOptions(command).action(
    act<MaterialOptions>(session, async (options, [appeal]) => {
      const { writeMaterial } = await import('./write-material.ts');
      return writeMaterial(session.io, { ...options, dryRun: true }, appeal, undefined);
    }),
  );
}
