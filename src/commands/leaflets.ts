import type { Command } from 'commander';
import { LEAFLET_KINDS } from '../model/material.ts';
import { addFormatOption, addLeafletOptions, type DocumentOptions } from './material.ts';
import {
  addAppealOptions,
  addCommonOptions,
  addOutputOptions,
  commaList,
  commaListOf,
  countryList,
  defineCommand,
} from './options.ts';
import { act, type Session } from './outcome.ts';

/** The command `leaflets`. */
export function leafletsCommand(session: Session): Command {
  const command = defineCommand('leaflets', 'Write the leaflets of the appeal', [
    'leaflets',
    'leaflets my-appeal --kind picket --lang en,ru --paper a5',
    'leaflets my-appeal --kind placard,petition --style notice',
    'leaflets my-appeal --kind demonstration --each-event',
  ]);
  addAppealOptions(command)
    .optionsGroup('Which:')
    .option('--kind <kinds>', LEAFLET_KINDS.join(', '), commaListOf(LEAFLET_KINDS))
    .option('--lang <tags>', 'languages, such as en,kk; ar+fr for documents in both', commaList)
    .option('--each-event', 'one leaflet for each event, with its time and place')
    .option('--country <code>', 'where they are handed out: its law says what the imprint needs', countryList)
    .option('--sender <file>', 'who hands them out: a JSON file, with an imprint');
  addFormatOption(addLeafletOptions(command));
  addOutputOptions(command);
  return addCommonOptions(command).action(
    act<DocumentOptions>(session, async (options, [appeal]) => {
      const { writeMaterial } = await import('./write-material.ts');
      return writeMaterial(session.io, options, appeal, ['leaflet']);
    }),
  );
}
