import type { Command } from 'commander';
import { countProblems } from '../terminal/report.ts';
import { countOf } from '../terminal/wrap.ts';
import { addAppealOptions, addCommonOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { PlanningOptions } from './plan.ts';

export function checkCommand(session: Session): Command {
  const command = defineCommand('check', 'Read, validate and plan an appeal; write nothing', [
    'check my-appeal',
    'check my-appeal --strict',
    'check --json',
  ]);
  addAppealOptions(command)
    .option('--lang <tags>', 'languages that must be complete, such as en,kk', commaList)
    .option('--strict', 'make warnings errors')
    .option('--sender <file>', 'sender of the letters (JSON)');
  return addCommonOptions(command).action(
    act<PlanningOptions>(session, async (options, [appeal]) => {
      const { planPrepared, prepareFor } = await import('./plan.ts');
      const { plan, problems } = await planPrepared(await prepareFor(session.io, options, appeal, undefined));
      const counted = countProblems(problems);
      return {
        problems,
        data: { files: plan?.files.map((file) => file.path) ?? [] },
        summary: plan
          ? `${countOf(plan.files.length, 'file')} can be made. ${counted || 'No problems'}.\n`
          : '',
      };
    }),
  );
}
