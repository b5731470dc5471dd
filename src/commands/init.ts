import type { Command } from 'commander';
import { addCommonOptions, collect, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

export interface InitOptions extends CommonOptions {
  readonly title?: string;
  readonly issuer?: string;
  readonly lang?: string;
  readonly what?: string;
  readonly when?: string;
  readonly where?: string;
  readonly source?: string;
  readonly url?: string;
  readonly demand?: readonly string[];
  readonly to?: readonly string[];
  readonly toKind?: string;
  readonly toCountry?: string;
  readonly date?: string;
}

export function initCommand(session: Session): Command {
  const command = defineCommand('init', 'Ask what happened, and write the folder of a new appeal', [
    'init my-appeal',
    'init my-appeal --title "Free the strikers!" --issuer "Our union" \\\n    --what "On 1 May the strikers were arrested." --source "Our union" \\\n    --demand "Release them" --to "Example Ltd" --to-kind company',
  ])
    .argument('[folder]', 'folder of the new appeal', 'my-appeal')
    .optionsGroup('Answers; on a terminal, handbill asks for those that are left out:')
    .option('--title <text>', 'title of the appeal')
    .option('--issuer <name>', 'who issues it')
    .option('--lang <tag>', 'its language, such as en')
    .option('--what <text>', 'what happened, in whole sentences')
    .option('--when <date>', 'when: 2026-05-01, 2026-05 or 2026')
    .option('--where <place>', 'where it happened')
    .option('--source <title>', 'where this can be read')
    .option('--url <address>', 'web address of the source')
    .option('--demand <text>', 'what is demanded; may be repeated', collect)
    .option('--to <name>', 'whom to write to; may be repeated', collect)
    .option('--to-kind <kind>', 'what they are: embassy, company, ministry, union …')
    .option('--to-country <code>', 'country where they sit, such as DE')
    .option('--date <day>', "day of issue; today's without it");
  return addCommonOptions(command).action(
    act<InitOptions>(session, async (options, [folder = 'my-appeal']) => {
      const { initAppeal } = await import('./init-appeal.ts');
      return initAppeal(session.io, options, folder);
    }),
  );
}
