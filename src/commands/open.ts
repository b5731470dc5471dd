import { type Command, Option } from 'commander';
import type { OpenOptions } from './open-pack.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

/** The command `open`. */
export function openCommand(session: Session): Command {
  const command = defineCommand(
    'open',
    'Check such a file, and take over what it brings; your own changes stay',
    ['open strike.zip', 'open strike.zip my-appeal --dry-run', 'open strike.zip --key union.pub'],
  )
    .argument('<pack>', 'file of a pack, such as ID.zip')
    .argument('[folder]', 'folder of the appeal; named as the appeal is without it')
    .option('--key <key>', 'who must have signed it: a public key, or a file with it')
    .addOption(
      new Option('--prefer <whose>', 'what stands where both changed the same').choices(['mine', 'theirs']),
    )
    .option('--force', 'take one that is older than the last, or not signed any more')
    .option('--dry-run', 'tell what would change, and change nothing');
  return addCommonOptions(command).action(
    act<OpenOptions>(session, async (options, [file = '', folder]) => {
      const { openPack } = await import('./open-pack.ts');
      return openPack(session.io, options, file, folder);
    }),
  );
}
