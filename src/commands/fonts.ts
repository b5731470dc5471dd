import type { Command } from 'commander';
import type { Coverage } from '../layout/coverage.ts';
import { fontPlaces } from '../terminal/font-folders.ts';
import { columnsOf } from '../terminal/io.ts';
import { locateAppeal } from './locate.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

/** The command `fonts`. */
export function fontsCommand(session: Session): Command {
  const command = defineCommand('fonts', 'List the scripts that can be set, and with which fonts', [
    'fonts',
    'fonts my-appeal',
    'fonts --json',
  ]).argument('[appeal]', 'folder of the appeal, whose own fonts count too');
  return addCommonOptions(command).action(
    act<CommonOptions>(session, async (_, [named]) => {
      const { io } = session;
      const [{ openFonts }, { listCoverage }, { formatTable }] = await Promise.all([
        import('../layout/fonts.ts'),
        import('../layout/coverage.ts'),
        import('../terminal/table.ts'),
      ]);
      const scripts = listCoverage(await openFonts(fontPlaces(io, locateAppeal(io, named).path)));
      const rows = scripts.map((script) => [script.script, describe(script)]);
      return {
        data: { scripts },
        text: formatTable(['SCRIPT', 'FONTS'], rows, columnsOf(io)),
        summary:
          'Bundled fonts come first. A font file in the folder “fonts” of an appeal serves that appeal alone.\n',
      };
    }),
  );
}

/** Fonts and where they come from, of further ones the first; the command where there are none. */
function describe({ fonts: [first, second], install }: Coverage): string {
  switch (first?.origin) {
    case undefined:
      return `– ${install}`;
    case 'bundled':
      return `bundled: ${[first, second].flatMap((font) => (font ? familyOf(font.id) : [])).join(', ')}`;
    case 'system':
      return first.path;
    case 'appeal':
      return `${first.id}, of the appeal`;
    case 'packages':
      return `${first.id}, an installed package`;
  }
}

/** `serif-400` → `serif`. */
function familyOf(id: string): string {
  return id.replace(/-\d+i?$/, '');
}
