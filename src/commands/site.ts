import { type Command, InvalidArgumentError } from 'commander';
import { addAppealOptions, addCommonOptions, addOutputOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { SiteOptions } from './write-site.ts';

/** The command `site`. */
export function siteCommand(session: Session): Command {
  const command = defineCommand(
    'site',
    'Write a static web page where anyone can act, with all the material',
    ['site my-appeal', 'site my-appeal --out public --url https://example.org/strike/', 'site --lang en,kk'],
  );
  addAppealOptions(command)
    .optionsGroup('The site:')
    .option('--lang <tags>', 'languages, such as en,kk', commaList)
    .option('--url <address>', 'address that it will have, for link previews', parseAddress)
    .option('--signatories <file>', 'those who signed together, to be named: a spreadsheet, CSV or JSON')
    .option('--embed', 'the act alone too, as a frame for other sites');
  addOutputOptions(command);
  return addCommonOptions(command).action(
    act<SiteOptions>(session, async (options, [appeal]) => {
      const { writeSite } = await import('./write-site.ts');
      return writeSite(session.io, options, appeal);
    }),
  );
}

/** An address that pages can have: http or https, without a query or fragment. */
function parseAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol) && !/[?#]/.test(value);
  if (isWeb && url.username === '' && url.password === '') return url.href;
  throw new InvalidArgumentError('Expected a web address such as https://example.org/strike/');
}
