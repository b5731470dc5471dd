import { dirname, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { addAppealOptions, addCommonOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { PreviewOptions } from './show-preview.ts';
import { UsageError } from './usage.ts';

/** The command `preview`. */
export function previewCommand(session: Session): Command {
  const command = defineCommand('preview', 'Show every page as it will print, and follow changes', [
    'preview my-appeal',
    'preview my-appeal --sender my-appeal/sender.json',
    'preview my-appeal --contact-sheet pages.pdf --lang en',
  ]);
  addAppealOptions(command)
    .optionsGroup('What to show:')
    .option('--lang <tags>', 'languages, such as en,kk', commaList)
    .option('--sender <file>', 'who signs the letters: a JSON file')
    .option('--open', 'open it in the browser at once')
    .option('--contact-sheet <file>', 'no browser: all pages small in one PDF')
    .option('--port <number>', 'port of the page; a free one without it', parsePort);
  return addCommonOptions(command).action(
    act<PreviewOptions>(session, async (options, [appeal]) => {
      const { showPreview, writeContactSheet } = await import('./show-preview.ts');
      if (options.contactSheet === undefined) return showPreview(session, options, appeal);
      const file = resolve(session.io.cwd, options.contactSheet);
      if (!file.endsWith('.pdf')) throw new UsageError('--contact-sheet: expected a file that ends in .pdf');
      return writeContactSheet(session, options, appeal, dirname(file), file);
    }),
  );
}

function parsePort(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new InvalidArgumentError('Expected a port such as 8080.');
}
