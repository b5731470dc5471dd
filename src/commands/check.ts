import type { Command } from 'commander';
import { addSignerOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { PlanningOptions } from './plan.ts';

export function checkCommand(session: Session): Command {
  const command = defineCommand('check', 'Read, validate and plan an appeal; write nothing', [
    'check my-appeal',
    'check my-appeal --strict',
    'check my-appeal --senders members.csv',
    'check --json',
  ]);
  addAppealOptions(command)
    .option('--lang <tags>', 'languages that must be complete, such as en,kk', commaList)
    .option('--strict', 'make warnings errors');
  addSignerOptions(command);
  return addCommonOptions(command).action(
    act<PlanningOptions>(session, async (options, [appeal]) => {
      const { checkWhole } = await import('./check-whole.ts');
      return checkWhole(session.io, options, appeal);
    }),
  );
}
