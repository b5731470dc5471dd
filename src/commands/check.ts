import type { Command } from 'commander';
import { textsFor } from '../terminal/io.ts';
import { countProblems } from '../terminal/report.ts';
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
      const [{ prepareFor }, { locateProblems, planMaterial, startPlanner }] = await Promise.all([
        import('./plan.ts'),
        import('../plan/plan.ts'),
      ]);
      const { input, problems } = await prepareFor(
        session.io,
        { ...options, detailed: true },
        appeal,
        undefined,
      );
      if (!input) return { problems, data: { files: [] } };
      const plan = planMaterial(input);
      const planJob = startPlanner(input, input.fonts);
      const files: string[] = [];
      const { checkTemplates } = await import('../check/templates.ts');
      const found = [...problems, ...plan.problems, ...checkTemplates(input.templateFiles, input.campaign)];
      for (const job of plan.jobs) {
        const planned = planJob(job);
        files.push(...planned.files.map((file) => file.path));
        found.push(...planned.problems);
      }
      const told = locateProblems(found, input);
      const texts = textsFor(session.io);
      const counted = countProblems(told, texts) || texts.say('No problems');
      return {
        problems: told,
        data: { files },
        summary: `${texts.say('{files} can be made. {found}.', { files: texts.count(files.length, 'file'), found: counted })}\n`,
      };
    }),
  );
}
