import { type Command, Option } from 'commander';
import { ENVELOPE_IDS } from '../layout/envelope-sheets.ts';
import { addSelectionOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addPlaceOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { EnvelopesOptions } from './write-labels.ts';

/** The command `contacts envelopes`. */
export function contactsEnvelopesCommand(session: Session): Command {
  const command = defineCommand('envelopes', 'Envelopes without a window for the letters, a page for each', [
    'contacts envelopes my-appeal --to embassy',
    'contacts envelopes my-appeal --size c6 --sender me.json',
  ]);
  addSelectionOptions(addAppealOptions(command))
    .optionsGroup('Envelopes:')
    .addOption(
      new Option(
        '--size <envelope>',
        "what they are printed on; dl, or no-10 by the sender's country, without it",
      ).choices(ENVELOPE_IDS),
    )
    .option('--sender <file>', 'who signs: stands at the upper left');
  addPlaceOptions(command, 'overwrite a list that differs');
  return addCommonOptions(command).action(
    act<EnvelopesOptions>(session, async (options, [named]) => {
      const { writeEnvelopes } = await import('./write-labels.ts');
      return writeEnvelopes(session.io, options, named);
    }),
  );
}
