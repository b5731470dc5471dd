import { basename, resolve } from 'node:path';
import { layoutContactSheet } from '../layout/contact-sheet.ts';
import { wordingIn } from '../model/text.ts';
import { firstDay } from '../model/values.ts';
import { locateProblems, planDataOf, planMaterial, postedLetters, startPlanner } from '../plan/plan.ts';
import type { PlanInput } from '../plan/planned.ts';
import { type PreviewState, startPreview } from '../preview/server.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { readSource } from '../read/source.ts';
import { bundledPath } from '../terminal/bundled.ts';
import { textsFor } from '../terminal/io.ts';
import { fileFrom, sortProblems } from '../terminal/report.ts';
import { writeOutput } from '../write/files.ts';
import { writePdf } from '../write/pdf.ts';
import type { AppealOptions } from './appeal.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import { type Outcome, outcomeOf, type Session } from './outcome.ts';
import { prepareFor } from './plan.ts';
import { openSite, sheetsOf } from './site-pages.ts';
import { UsageError } from './usage.ts';
import { watchPaths } from './watch.ts';

/** Options of `preview`. */
export interface PreviewOptions extends AppealOptions {
  readonly port?: number;
  readonly sender?: string;
  readonly contactSheet?: string;
  readonly open?: boolean;
}

const FOLLOWS = 'Open it in a browser on this machine. It follows the files as you save them; Ctrl-C ends.';

/** Serves the preview until Ctrl-C; open pages follow whenever a file of the appeal is saved. */
export async function showPreview(
  { io }: Session,
  options: PreviewOptions,
  named: string | undefined,
): Promise<Outcome> {
  const { path } = locateAppeal(io, named);
  const texts = textsFor(io);
  const name = (problems: readonly Problem[]) =>
    sortProblems(problems, io.cwd).map((problem) => ({ ...problem, ...texts.problem(problem) }));
  const load = async (): Promise<PreviewState> => {
    const { input, problems } = await prepareFor(io, options, named, undefined).catch((error: unknown) => ({
      input: undefined,
      problems: outcomeOf(error).problems ?? [],
    }));
    const title = basename(path);
    if (!input) return { title, jobs: [], problems: name(problems) };
    const { appeal, languages } = input.campaign;
    const planner = startPlanner(planDataOf(input), input.fonts);
    const plan = planMaterial(input);
    const site = await siteOf(input, path, options);
    return {
      title: wordingIn(appeal.title, languages[0]!.tag) ?? title,
      jobs: [...plan.jobs],
      fonts: input.fonts,
      problems: name([...problems, ...plan.problems, ...site.problems]),
      makeSite: site.make,
      planner: (job) => {
        const planned = planner(job);
        return { ...planned, problems: locateProblems(planned.problems, input) };
      },
    };
  };
  const asset = (file: string) => readSource(bundledPath(`templates/preview/${file}`));
  const [style, script] = await Promise.all([asset('preview.css'), asset('preview.js')]);
  const signal = io.interrupt?.() ?? new AbortController().signal;
  const first = await load();
  const assets = { style: style.text, script: script.text, language: texts.language, say: texts.say };
  const preview = await startPreview(first, assets, name, options.port).catch((error) =>
    tellPort(error, options.port),
  );
  const sender = options.sender === undefined ? [] : [resolve(io.cwd, options.sender)];
  let isFirst = true;
  await watchPaths(
    [path, ...sender],
    async () => {
      if (isFirst) {
        io.stdout.write(`${preview.url}\n${texts.say(FOLLOWS)}\n`);
        if (options.open) io.open?.(preview.url);
      }
      if (!isFirst) preview.show(await load());
      isFirst = false;
    },
    { signal },
  );
  preview.close();
  return {};
}

/** The site of an appeal, made when it is first looked at, with what is wrong with its own templates. */
async function siteOf(
  input: PlanInput,
  path: string,
  { lang }: PreviewOptions,
): Promise<{ make?: PreviewState['makeSite']; problems: readonly Problem[] }> {
  if (lang?.some((tag) => tag.includes('+'))) return { problems: [] };
  try {
    const makePages = await openSite(templateFolders(path), { lang });
    const make = () => {
      const { files, pictures } = makePages(input, postedLetters(input), sheetsOf(input));
      const ready = Array.from(files, ({ path, content }) => [path, async () => content] as const);
      return new Map([...ready, ...pictures.map(({ path, draw }) => [path, draw] as const)]);
    };
    return { make, problems: [] };
  } catch (error) {
    return { problems: outcomeOf(error).problems ?? [] };
  }
}

/** Throws UsageError for a port that this machine doesn't give, such as one that is taken; any other error again. */
function tellPort(error: unknown, port: number | undefined): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (port !== undefined && code === 'EADDRINUSE') {
    throw new UsageError(
      `--port: ${port} is taken by another program. Name another, or leave it out: a free one is found then.`,
    );
  }
  if (port !== undefined && (code === 'EACCES' || code === 'EPERM')) {
    throw new UsageError(
      `--port: ${port} is kept for the system. Name another, or leave it out: a free one is found then.`,
    );
  }
  throw error;
}

/** Writes all pages small into one PDF. */
export async function writeContactSheet(
  { io }: Session,
  options: PreviewOptions,
  named: string | undefined,
  folder: string,
  file: string,
): Promise<Outcome> {
  const { input, problems } = await prepareFor(io, options, named, undefined);
  if (!input || hasErrors(problems)) return { problems };
  const planner = startPlanner(planDataOf(input), input.fonts);
  const planned = Array.from(planMaterial(input).jobs, (job) => planner(job));
  const found = [
    ...problems,
    ...locateProblems(
      planned.flatMap((p) => p.problems),
      input,
    ),
  ];
  const documents = planned
    .flatMap(({ files }) => files)
    .flatMap(({ path, paged }) => (paged ? [{ name: path.replace(/^.*\/|\.pdf$/g, ''), paged }] : []));
  const title = wordingIn(input.campaign.appeal.title, input.campaign.languages[0]!.tag) ?? '';
  const date = firstDay(input.settings.date);
  const { fonts } = input;
  const { say, count } = textsFor(io);
  const sheet = layoutContactSheet(documents, { title, date, fonts });
  await writeOutput(folder, basename(file), await writePdf(sheet, fonts));
  return {
    problems: found,
    data: { file: fileFrom(io.cwd, file), pages: sheet.pages.length, documents: documents.length },
    summary: `${say('{file}: {documents} on {pages}.', {
      file: fileFrom(io.cwd, file),
      documents: count(documents.length, 'document'),
      pages: count(sheet.pages.length, 'page'),
    })}\n`,
  };
}
