import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { columnsOf, type Io } from '../terminal/io.ts';
import type { DocumentOptions } from './material.ts';
import { addFormatOption, addLeafletOptions, addLetterOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addOutputOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import { textsOfReasons } from './reasons.ts';

/** The command `status`. */
export function statusCommand(session: Session): Command {
  const command = defineCommand(
    'status',
    'Tell what on paper is out of date, and which fact or address changed',
    ['status my-appeal', 'status my-appeal --out tonight --json', 'status a3f', 'status my-appeal a3f'],
  );
  addFormatOption(addLeafletOptions(addLetterOptions(addAppealOptions(command))));
  command.option('--lang <tags>', 'languages, such as en,kk', commaList);
  command.argument('[edition]', 'code on a leaflet, such as a3f: what has changed since that edition');
  addOutputOptions(command);
  return addCommonOptions(command).action(
    act<DocumentOptions>(session, async (options, [first, second]) => {
      const { io } = session;
      const isCode =
        second === undefined && /^[0-9a-f]{3,6}$/.test(first ?? '') && !existsSync(resolve(io.cwd, first!));
      const [appeal, code] = isCode ? [undefined, first] : [first, second];
      const [{ runMaterial }, { formatStatus, statusOf }] = await Promise.all([
        import('./write-material.ts'),
        import('./status-report.ts'),
      ]);
      const { problems, out, result, input } = await runMaterial(
        io,
        { ...options, dryRun: true, survey: true },
        appeal,
        undefined,
      );
      if (!result || !input) return { problems };
      const { campaign } = input;
      const texts = textsOfReasons(io, options);
      if (code !== undefined) {
        const { editionStatus } = await import('./edition-status.ts');
        const folder = { path: resolve(io.cwd, options.out), name: out };
        const shown = { say: texts.say, width: columnsOf(io) };
        return { problems, ...(await editionStatus(code, folder, result, campaign, shown)) };
      }
      const hasSender = options.sender !== undefined || options.senders !== undefined;
      const files = statusOf(result, campaign, hasSender, texts.say);
      const [{ outboxStatus }, { findBars }] = await Promise.all([
        import('./outbox-status.ts'),
        import('../plan/choose-contacts.ts'),
      ]);
      const home = input.sender?.country ?? options.country?.[0] ?? (await ownCountry(io, appeal));
      const outbox = await outboxStatus(io, appeal, input, home);
      const isAsked = input.sender !== undefined || options.country !== undefined || input.members;
      const bars = isAsked || home === undefined ? [] : findBars(campaign.targets, home);
      return {
        problems: [...problems, ...bars, ...outbox.problems],
        data: { out, files, outbox: outbox.data },
        summary: formatStatus(files, columnsOf(io), texts) + outbox.summary,
      };
    }),
  );
}

/** The country in the sender's file beside the appeal, where there is one that can be read. */
async function ownCountry(io: Io, named: string | undefined): Promise<string | undefined> {
  const [{ appealFolder, locateAppeal }, { readSender }, { checkSender }] = await Promise.all([
    import('./locate.ts'),
    import('../read/sender.ts'),
    import('../check/sender.ts'),
  ]);
  const file = join(appealFolder(locateAppeal(io, named).path), 'sender.json');
  // What is wrong with it is told where letters are signed with it.
  const read = existsSync(file) ? await readSender(file).catch(() => undefined) : undefined;
  return read && checkSender(read).sender?.country;
}
