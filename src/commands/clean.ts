import { resolve } from 'node:path';
import type { Command } from 'commander';
import { textsFor } from '../terminal/io.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

interface CleanOptions extends CommonOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

export function cleanCommand(session: Session): Command {
  const command = defineCommand('clean', 'Remove the files that handbill wrote, and no others', [
    'clean',
    'clean --out tonight --dry-run',
  ])
    .option('--out <folder>', 'folder of the material', 'out')
    .option('--force', 'remove files that somebody has edited since, too')
    .option('--dry-run', 'tell what would be removed, and remove nothing');
  return addCommonOptions(command).action(
    act<CleanOptions>(session, async (options) => {
      const [{ runPlan }, { readManifest }] = await Promise.all([
        import('../batch/run.ts'),
        import('../batch/manifest.ts'),
      ]);
      const { say, count } = textsFor(session.io);
      const out = resolve(session.io.cwd, options.out);
      const before = await readManifest(out);
      if (!before)
        return {
          data: { removed: [], kept: [] },
          summary: `${say('There is nothing that handbill wrote.')}\n`,
        };
      const nobody = () => Promise.reject(new Error('an empty plan has nothing to make'));
      const { removed, kept, problems } = await runPlan(
        { appeal: before.appeal, jobs: [], problems: [] },
        {
          out,
          prune: true,
          force: options.force,
          dry: options.dryRun,
          version: before.handbill,
          crew: { make: nobody, baseOf: String, divide: () => [], ahead: 1 },
        },
      );
      const files = count(removed.length, 'file');
      const told = options.dryRun
        ? say('{files} would be removed.', { files })
        : say('{files} removed.', { files });
      return { problems, data: { removed, kept }, summary: `${told}\n` };
    }),
  );
}
