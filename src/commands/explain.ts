import type { Command } from 'commander';
import { addLetterOptions, type DocumentOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

/** The command `explain`. */
export function explainCommand(session: Session): Command {
  const command = defineCommand('explain', 'Tell where each sentence of a letter or leaflet came from', [
    'explain out/leaflets/picket.en.a5.pdf my-appeal',
    'explain out/leaflets/boycott.en.a4.pdf my-appeal --json',
  ]).argument('<file>', 'a file that handbill made');
  addLetterOptions(addAppealOptions(command));
  return addCommonOptions(command).action(
    act<DocumentOptions>(session, async (options, [file = '', appeal]) => {
      const { explainFile } = await import('./explain-file.ts');
      return explainFile(session.io, options, file, appeal);
    }),
  );
}
