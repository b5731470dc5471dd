import { type Command, Option } from 'commander';
import { CHANNELS } from '../model/channel.ts';
import type { SentOptions } from './note-sent.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

/** The command `sent`. */
export function sentCommand(session: Session): Command {
  const command = defineCommand('sent', 'Note which letters were sent, and which were answered', [
    'sent my-appeal/out/letters/example-ltd.en.pdf',
    'sent out/letters/*.eml --appeal my-appeal --date 2026-05-01',
    'sent my-appeal/out/letters/example-ltd.en.pdf --by fax',
    'sent my-appeal/out/letters/example-ltd.en.pdf --answered 2026-05-20',
    'sent my-appeal/out/letters/combined.en.a4.pdf --by post',
  ])
    .argument('<files...>', 'letters that handbill wrote, or print runs of them')
    .optionsGroup('The letters:')
    .option('--appeal <folder>', 'their appeal; without it the folder around them, or the current one')
    .addOption(new Option('--by <way>', 'how they went; without it what the file is for').choices(CHANNELS))
    .option('--date <day>', "day on which they were sent, such as 2026-05-01; today's without it")
    .option('--to <ids>', 'of a print run, only the letters to these, such as xx-embassy,example-ltd')
    .option('--answered <day>', 'they were sent before, and answered on this day')
    .option('--again', 'note a second letter of the same edition to the same addressee')
    .option('--dry-run', 'write nothing; tell what would be noted');
  return addCommonOptions(command).action(
    act<SentOptions>(session, async (options, args) => {
      const { noteSent } = await import('./note-sent.ts');
      return noteSent(session.io, options, args[0] as unknown as readonly string[]);
    }),
  );
}
