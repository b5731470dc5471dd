import { resolve } from 'node:path';
import { hasErrors } from '../problems.ts';
import { bundledVersion } from '../terminal/bundled.ts';
import type { Io } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import type { MaterialOptions } from './material.ts';
import type { Outcome } from './outcome.ts';
import { planFor } from './plan.ts';
import { summarise } from './summary.ts';

/** Plans and writes letters, leaflets, or (`undefined`) all that the appeal asks for. Nothing is written on an error. */
export async function writeMaterial(
  io: Io,
  options: MaterialOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
): Promise<Outcome> {
  const { plan, fonts, problems } = await planFor(io, options, named, materials);
  const failing = options.strict ? problems.some((p) => p.severity !== 'notice') : hasErrors(problems);
  if (!plan || !fonts || failing) return { problems };
  if (plan.files.length === 0) return { problems: [...problems, nothingToDo()] };
  const [{ writePlan }, { renderFile }] = await Promise.all([
    import('../batch/run.ts'),
    import('../batch/render.ts'),
  ]);
  const out = resolve(io.cwd, options.out);
  const result = await writePlan(plan, {
    out,
    force: options.force,
    prune: isWhole(options, materials),
    version: bundledVersion(),
    render: (file) => renderFile(file, fonts),
  });
  const { problems: found, ...paths } = result;
  return {
    problems: [...problems, ...found],
    data: { out: fileFrom(io.cwd, out), ...paths },
    summary: summarise(plan, result, fileFrom(io.cwd, out)),
  };
}

/** Only a run for everything may take away what it doesn't have. */
function isWhole(options: MaterialOptions, materials: readonly string[] | undefined): boolean {
  return materials === undefined && !options.lang && !options.format && !options.paper;
}

function nothingToDo() {
  return {
    severity: 'error',
    code: 'nothing-to-do',
    message: 'No document fits this choice.',
    hint: 'See who can be written to: handbill contacts list. Leave out --lang, --kind or --country for all.',
  } as const;
}
