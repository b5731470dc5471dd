import type { Command } from 'commander';
import type { Coverage } from '../layout/coverage.ts';
import { fontPlaces } from '../terminal/font-folders.ts';
import { columnsOf, textsFor } from '../terminal/io.ts';
import type { Texts } from '../terminal/texts.ts';
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
      const { say } = textsFor(io);
      const rows = scripts.map((script) => [script.script, describe(script, say)]);
      return {
        data: { scripts },
        text: formatTable([say('SCRIPT'), say('FONTS')], rows, columnsOf(io)),
        summary: `${say('Bundled fonts come first. A font file in the folder “fonts” of an appeal serves that appeal alone.')}\n`,
      };
    }),
  );
}

/** Fonts and where they come from, of further ones the first; the command where there are none. */
function describe({ fonts: [first, second], install }: Coverage, say: Texts['say']): string {
  switch (first?.origin) {
    case undefined:
      return `– ${install}`;
    case 'bundled':
      return say('bundled: {fonts}', {
        fonts: [first, second].flatMap((font) => (font ? familyOf(font.id) : [])).join(', '),
      });
    case 'system':
      return first.path;
    case 'appeal':
      return say('{font}, of the appeal', { font: first.id });
    case 'packages':
      return say('{font}, an installed package', { font: first.id });
  }
}

/** `serif-400` → `serif`. */
function familyOf(id: string): string {
  return id.replace(/-\d+i?$/, '');
}
