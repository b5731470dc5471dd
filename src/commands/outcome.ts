import type { Command } from 'commander';
import { hasErrors, type Problem, ProblemError } from '../problems.ts';
import { columnsOf, type Io, type Terminal, textsFor } from '../terminal/io.ts';
import type { Reporter } from '../terminal/reporters.ts';
import { writtenOut } from '../terminal/showable.ts';
import { textsWithAppeal } from './named-appeal.ts';

/** What `--reporter` can be. */
export const REPORTERS: readonly Reporter[] = ['github', 'junit', 'sarif'];

/** Options of every command. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-input`. */
  readonly input: boolean;
  readonly debug?: boolean;
  readonly reporter?: Reporter;
  readonly strict?: boolean;
}

/** Where questions may be asked: nowhere on a pipe, with `--no-input` and with `--json`. */
export function terminalFor(io: Io, options: CommonOptions): Terminal | undefined {
  return io.isTTY && options.input && !options.json ? io.terminal : undefined;
}

/** What a command has to say when it is done. */
export interface Outcome {
  readonly problems?: readonly Problem[] | undefined;
  /** For people, on standard output; left out with `--json` and, where it is only a summary, with `--quiet`. */
  readonly text?: string;
  readonly summary?: string;
  /** For programs: what `--json` prints beside `command`, `ok` and `problems`. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** True where the exit code is 1 without an error among the problems. */
  readonly failed?: boolean | undefined;
}

/** One run of the program: the world, and the exit code that it ends with. */
export interface Session {
  io: Io;
  exitCode: number;
}

/** The action of a command: runs it, prints its outcome, sets the exit code. */
export function act<Options extends CommonOptions>(
  session: Session,
  work: (options: Options, args: readonly (string | undefined)[]) => Promise<Outcome>,
) {
  return async function (this: Command): Promise<void> {
    const options = this.opts<Options>();
    session.io = { ...session.io, texts: textsWithAppeal(this, textsFor(session.io)) };
    const outcome = await work(options, this.processedArgs).catch(outcomeOf);
    await printOutcome(session, nameOf(this), options, outcome);
  };
}

/** The outcome of a stage that couldn't go on; any other error is thrown again. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof ProblemError) return { problems: error.problems };
  throw error;
}

/** Prints an outcome and sets the exit code by it. */
export async function printOutcome(
  session: Session,
  command: string,
  options: CommonOptions,
  outcome: Outcome,
): Promise<void> {
  const { io } = session;
  const problems = options.strict ? (outcome.problems ?? []).map(asError) : (outcome.problems ?? []);
  const ok = !hasErrors(problems) && outcome.failed !== true;
  session.exitCode = ok ? 0 : 1;
  const { reportProblems, sortProblems } = await import('../terminal/report.ts');
  if (options.json) {
    const sorted = sortProblems(problems, io.cwd).map(({ wording, values, ...told }) => told);
    io.stdout.write(`${JSON.stringify({ command, ok, problems: sorted, ...outcome.data }, null, 2)}\n`);
    return;
  }
  if (options.reporter) {
    const { reportTo } = await import('../terminal/reporters.ts');
    io.stdout.write(reportTo(options.reporter, problems, io.cwd, command));
  }
  const shown = options.quiet ? problems.filter((p) => p.severity === 'error') : problems;
  io.stderr.write(reportProblems(shown, io));
  if (options.reporter && options.reporter !== 'github') return;
  const { text = '', summary = '' } = outcome;
  // What goes into a file or another program stays as it is, to the byte; what people read can't steer their terminal.
  io.stdout.write(io.isShown ? writtenOut(text) : text);
  if (!options.quiet) io.stdout.write(await fitTo(io, writtenOut(summary)));
}

/** A summary in lines of the terminal; nothing is broken where there is none. */
async function fitTo(io: Io, summary: string): Promise<string> {
  if (io.columns === undefined) return summary;
  const { wrapText } = await import('../terminal/wrap.ts');
  return wrapText(summary, columnsOf(io)).join('\n');
}

function asError(problem: Problem): Problem {
  return problem.severity === 'warning' ? { ...problem, severity: 'error' } : problem;
}

/** `contacts list`, without the program's own name. */
function nameOf(command: Command): string {
  const parent = command.parent;
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}
