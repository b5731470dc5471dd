import { execFile } from 'node:child_process';
import { Command, CommanderError } from 'commander';
import { COMMANDS, type ListedCommand } from './commands/list.ts';
import type { Session } from './commands/outcome.ts';
import { UsageError } from './commands/usage-error.ts';
import { bundledVersion } from './terminal/bundled.ts';
import { systemFontFolders } from './terminal/font-folders.ts';
import { columnsOf, type GitResult, type Io } from './terminal/io.ts';

const START = `Where to begin:
  handbill make                 the bundled example, as a look at what comes out
  handbill make my-appeal       letters and leaflets of your own appeal
  handbill check my-appeal      what is wrong or missing, before anything is written
  handbill contacts list        who can be written to
  handbill <command> --help     examples and options of a command
  handbill help topics          data, templates, languages, printing, law, safety
`;

/** Runs the program for the process it stands in, and sets its exit code. */
export async function run(): Promise<void> {
  const stop = new AbortController();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  process.exitCode = await runCommand(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    now: new Date(),
    fontFolders: systemFontFolders(process.platform, process.env),
    isTTY: process.stdin.isTTY === true && process.stderr.isTTY === true,
    columns: process.stderr.columns,
    clock: () => performance.now(),
    git: runGit,
    interrupt: () => {
      if (!process.listenerCount('SIGINT')) process.once('SIGINT', () => stop.abort());
      return stop.signal;
    },
  });
}

/**
 * Runs one command line in the given world.
 * Returns 0 done, 1 problems in the data or out of date, 2 wrong use, 3 a defect of handbill.
 */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
  const session: Session = { io, exitCode: 0 };
  const program = await defineProgram(session, args);
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      io.stderr.write(`handbill: ${error.message}\n`);
      return 2;
    }
    return reportDefect(error, args.includes('--debug'), io);
  }
}

/** The program with its subcommands; of these only the one that is called, or asked about, is loaded. */
async function defineProgram(session: Session, args: readonly string[]): Promise<Command> {
  const { io } = session;
  const program = new Command('handbill')
    .description('From one appeal to every letter and leaflet.')
    .usage('<command> [appeal] [options]')
    .helpOption('-h, --help', 'show this help')
    .version(bundledVersion(), '--version', 'print the version')
    .addHelpText('before', START)
    .commandsGroup('Commands:')
    .helpCommand(false);
  for (const listed of COMMANDS) {
    const define = isNeeded(listed, args) ? await listed.load() : () => placeholderOf(listed);
    program.addCommand(define(session));
  }
  for (const command of withSubcommands(program)) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => io.stdout.write(text),
        writeErr: (text) => io.stderr.write(text),
        outputError: (text, write) => write(text.replace(/^error: /, 'handbill: ')),
        getOutHelpWidth: () => columnsOf(io),
        getErrHelpWidth: () => columnsOf(io),
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      })
      .configureHelp({ subcommandTerm: termOf })
      .showHelpAfterError(false)
      .showSuggestionAfterError(true);
  }
  return program;
}

/** True for the command that is called or explained; completions speak of all. */
function isNeeded({ name }: ListedCommand, [called, ...rest]: readonly string[]): boolean {
  return name === called || called === 'completion' || (called === 'help' && name === rest[0]);
}

/** What the help shows of a subcommand that isn't called. */
function placeholderOf({ name, args, summary }: ListedCommand): Command {
  const command = new Command(name).summary(summary);
  return args === undefined ? command : command.arguments(args);
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** A subcommand in the list of its parent: its name and what it is about. */
function termOf(command: Command): string {
  return [
    command.name(),
    ...command.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`)),
  ].join(' ');
}

function reportDefect(error: unknown, debug: boolean, io: Io): number {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  io.stderr.write(`handbill: a defect of handbill, not of your data: ${message} (--debug shows where)\n`);
  if (debug && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return 3;
}

/** `handbill … | head` closes our output early; that is no defect. */
function ignoreClosedPipe(error: Error & { code?: string }): void {
  if (error.code !== 'EPIPE') throw error;
}

function runGit(args: readonly string[], cwd: string): Promise<GitResult> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      resolve({ code, stdout, stderr });
    });
  });
}
