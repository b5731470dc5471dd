import type { Command } from 'commander';
import { columnsOf } from '../terminal/io.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

export function fontsCommand(session: Session): Command {
  const command = defineCommand('fonts', 'List the scripts that can be set, and with which fonts', [
    'fonts',
    'fonts --json',
  ]);
  return addCommonOptions(command).action(
    act<CommonOptions>(session, async () => {
      const [{ openFonts }, { listCoverage }, { formatTable }] = await Promise.all([
        import('../layout/fonts.ts'),
        import('../layout/coverage.ts'),
        import('../terminal/table.ts'),
      ]);
      const scripts = listCoverage(await openFonts());
      const rows = scripts.map(({ script, fonts }) => [script, fonts.length > 0 ? familiesOf(fonts) : '–']);
      return {
        data: { scripts },
        text: formatTable(['SCRIPT', 'FONTS'], rows, columnsOf(session.io)),
        summary: 'A dash: texts in this script can’t be set yet; handbill says so and writes nothing.\n',
      };
    }),
  );
}

/** `serif-400`, `serif-700` → `serif`. */
function familiesOf(fonts: readonly string[]): string {
  return [...new Set(fonts.map((id) => id.replace(/-\d+i?$/, '')))].join(', ');
}
