import type { Command } from 'commander';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

export function fontsCommand(session: Session): Command {
  const command = defineCommand('fonts', 'List the scripts that can be set, and with which fonts', [
    'fonts',
    'fonts --json',
  ]);
  return addCommonOptions(command).action(
    act<CommonOptions>(session, async () => {
      const { openFonts } = await import('../layout/fonts.ts');
      const fonts = await openFonts();
      return { text: `${JSON.stringify(fonts)}\n` };
    }),
  );
}
