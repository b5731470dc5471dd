import { append } from '../model/append.ts';
import { hasErrors } from '../problems.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { countProblems, orderProblems } from '../terminal/report.ts';
import type { Outcome } from './outcome.ts';
import { type PlanningOptions, prepareFor } from './plan.ts';

/** Reads, validates and plans all that an appeal asks for; writes nothing. */
export async function checkWhole(
  io: Io,
  options: PlanningOptions,
  appeal: string | undefined,
): Promise<Outcome> {
  const { locateProblems, planMaterial, startPlanner } = await import('../plan/plan.ts');
  const { input, problems } = await prepareFor(io, { ...options, detailed: true }, appeal, undefined);
  if (!input) return { problems, data: { files: [] } };
  const plan = planMaterial(input);
  const planJob = startPlanner(input, input.fonts);
  const files: string[] = [];
  const printed = new Set<string>();
  const { checkTemplates } = await import('../check/templates.ts');
  const { checkPrinted } = await import('../check/printed.ts');
  const found = [...problems, ...plan.problems, ...checkTemplates(input.templateFiles, input.campaign)];
  for (const job of plan.jobs) {
    const planned = planJob(job);
    append(
      files,
      planned.files.map((file) => file.path),
    );
    append(found, planned.problems);
    for (const { inputs } of planned.files) for (const name of Object.keys(inputs.shared)) printed.add(name);
  }
  // What fails prints nothing; that it does is said already.
  if (files.length > 0 && !hasErrors(found)) append(found, checkPrinted(input.campaign, printed));
  const told = orderProblems(locateProblems(found, input));
  const texts = textsFor(io);
  const counted = countProblems(told, texts) || texts.say('No problems');
  return {
    problems: told,
    data: { files },
    summary: `${texts.say('{files} can be made. {found}.', { files: texts.count(files.length, 'file'), found: counted })}\n`,
  };
}
