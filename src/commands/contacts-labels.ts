import { type Command, InvalidArgumentError, Option } from 'commander';
import { LABEL_SHEET_IDS } from '../layout/label-sheets.ts';
import { addSelectionOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addPlaceOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { LabelsOptions } from './write-labels.ts';

/** The command `contacts labels`. */
export function contactsLabelsCommand(session: Session): Command {
  const command = defineCommand(
    'labels',
    'Address labels for the letters, and a list for the one who posts',
    ['contacts labels my-appeal --to embassy', 'contacts labels my-appeal --sheet 5160 --start 4'],
  );
  addSelectionOptions(addAppealOptions(command))
    .optionsGroup('Labels:')
    .addOption(
      new Option('--sheet <number>', "the maker's number of the sheet")
        .choices(LABEL_SHEET_IDS)
        .default('l7160'),
    )
    .option('--start <label>', 'first free label of a sheet that was used before', labelNumber, 1)
    .option('--sender <file>', 'who signs: addresses in another country than theirs end with its name');
  addPlaceOptions(command, 'overwrite a list that differs');
  return addCommonOptions(command).action(
    act<LabelsOptions>(session, async (options, [named]) => {
      const { writeLabels } = await import('./write-labels.ts');
      return writeLabels(session.io, options, named);
    }),
  );
}

function labelNumber(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('Expected the number of a label, from 1.');
  return Number(value);
}
