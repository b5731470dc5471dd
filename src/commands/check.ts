import type { Command } from 'commander';
import { addSignerOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { PlanningOptions } from './plan.ts';

/** The command `check`. */
export function checkCommand(session: Session): Command {
  const command = defineCommand('check', 'Read, validate and plan an appeal; write nothing', [
    'check my-appeal',
    'check my-appeal --strict',
    'check my-appeal --fix',
    'check my-appeal --senders members.csv',
    'check --json',
  ]);
  addAppealOptions(command)
    .option('--lang <tags>', 'languages that must be complete, such as en,kk', commaList)
    .option('--strict', 'make warnings errors')
    .option('--fix', 'first mend in your files what needs no decision: the spaces of French print');
  addSignerOptions(command);
  return addCommonOptions(command).action(
    act<PlanningOptions & { fix?: boolean }>(session, async ({ fix, ...options }, [appeal]) => {
      const { checkWhole } = await import('./check-whole.ts');
      if (!fix) return checkWhole(session.io, options, appeal);
      const { fixTexts } = await import('./fix-texts.ts');
      const fixed = await fixTexts(session.io, options, appeal);
      if (fixed.data === undefined) return fixed;
      const checked = await checkWhole(session.io, options, appeal);
      const data = { ...(checked.data as object), ...(fixed.data as object) };
      return { ...checked, data, summary: `${fixed.summary}${checked.summary ?? ''}` };
    }),
  );
}
