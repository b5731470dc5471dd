import { Command, CommanderError } from 'commander';
import { refuseEmptyPaths } from './commands/empty-paths.ts';
import { formatHelp } from './commands/help-format.ts';
import { COMMANDS, type ListedCommand } from './commands/list.ts';
import type { Session } from './commands/outcome.ts';
import { UsageError } from './commands/usage-error.ts';
import { setEngineFlag } from './engine.ts';
import { bundledVersion } from './terminal/bundled.ts';
import { systemFontFolders } from './terminal/font-folders.ts';
import { columnsOf, type GitResult, type Io, textsFor } from './terminal/io.ts';
import { reportRefusal } from './terminal/refusal.ts';
import { writtenOut } from './terminal/showable.ts';
import { formatTerms } from './terminal/table.ts';
import { type Texts, textsIn, UI_LANGUAGES } from './terminal/texts.ts';
import { typedAfter } from './terminal/typed-commands.ts';
import { languageOfLocale, takeUiLanguage, UI_LANG } from './terminal/ui-language.ts';

/** What the program says of itself when it is called alone: a command, and what it is for. */
const START = [
  ['make', 'the bundled example, as a look at what comes out'],
  ['make my-appeal', 'letters and leaflets of your own appeal'],
  ['check my-appeal', 'what is wrong or missing, before anything is written'],
  ['contacts list', 'who can be written to'],
  ['<command> --help', 'examples and options of a command'],
  ['help topics', 'data, templates, languages, printing, law, safety'],
] as const;

/** Signals that ask a process to end: Ctrl-C, a system that shuts down, a terminal that is closed. */
const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the program for the process it stands in, and sets its exit code. */
export async function run(): Promise<void> {
  setEngineFlag('--wasm-tiering-budget=200000000');
  setEngineFlag('--interrupt-budget=1600000');
  const stop = new AbortController();
  let isLost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error & { code?: string }) => {
      // `handbill … | head` closes our output early; that is no defect.
      if (error.code === 'EPIPE') return;
      if (stream === process.stdout && !isLost) reportRefusal(error, process.stderr);
      isLost = true;
      process.exitCode = 1;
    });
  }
  const isTTY = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const exitCode = await runCommand(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    now: new Date(),
    fontFolders: systemFontFolders(process.platform, process.env),
    isTTY,
    isShown: process.stdout.isTTY === true,
    terminal: isTTY ? { input: process.stdin, output: process.stderr } : undefined,
    stdin: process.stdin,
    columns: process.stderr.columns,
    locale: process.platform === 'win32' ? systemLocale() : undefined,
    clock: () => performance.now(),
    git: runGit,
    open: openFile,
    interrupt: () => {
      const abort = () => {
        // The second time, the process ends at once.
        for (const signal of ENDS) process.removeListener(signal, abort);
        stop.abort();
      };
      if (!process.listenerCount('SIGINT')) for (const signal of ENDS) process.on(signal, abort);
      return stop.signal;
    },
  });
  process.exitCode = isLost ? 1 : exitCode;
}

/**
 * Runs one command line in the given world.
 * Returns 0 done, 1 problems in the data or of the system, stopped, or out of date, 2 wrong use, 3 a defect of handbill.
 */
export async function runCommand(line: readonly string[], world: Io): Promise<number> {
  const { args, asked } = takeUiLanguage(line);
  const chosen = UI_LANGUAGES.find((known) => known === asked);
  const language = chosen ?? languageOfLocale(world);
  const texts = textsIn(language);
  const names = COMMANDS.map(({ name }) => name);
  const io = { ...world, texts: isThroughNpx(world) ? typedAfter('npx handbill', names, texts) : texts };
  const session: Session = { io, exitCode: 0 };
  try {
    if (asked !== undefined && chosen === undefined) {
      throw new UsageError(
        `--ui-lang: there is no ${JSON.stringify(asked)}. Choose from ${UI_LANGUAGES.join(', ')}.`,
      );
    }
    const words = args.length === 0 ? await startWith(io) : args.filter(isNotAlone);
    if (!words) return 0;
    const program = await defineProgram(session, words);
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync([...words], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      io.stderr.write(`handbill: ${writtenOut(textsFor(session.io).translate(error.message))}\n`);
      return 2;
    }
    if (reportRefusal(error, io.stderr, textsFor(session.io))) return 1;
    return reportDefect(error, args.includes('--debug'), session.io);
  }
}

/** True where npx runs handbill: it is on no path then, and what it calls itself can't be typed. */
function isThroughNpx({ env }: Io): boolean {
  return env.npm_lifecycle_event === 'npx' && /^\W*handbill\b/.test(env.npm_lifecycle_script ?? '');
}

/** What `handbill` alone does: on a terminal it asks, elsewhere (and with `--no-input` alone) it shows the help. */
async function startWith(io: Io): Promise<readonly string[] | undefined> {
  if (!io.isTTY || !io.terminal) return [];
  const { chooseStart } = await import('./commands/start.ts');
  return chooseStart(io, io.terminal);
}

function isNotAlone(word: string, _: number, all: readonly string[]): boolean {
  return all.length > 1 || word !== '--no-input';
}

/** The program with its subcommands; of these only the one that is called, or asked about, is loaded. */
async function defineProgram(session: Session, args: readonly string[]): Promise<Command> {
  const { io } = session;
  const texts = textsFor(io);
  const program = new Command('handbill')
    .description('From one appeal to every letter and leaflet.')
    .usage('<command> [appeal] [options]')
    .helpOption('-h, --help', 'show this help')
    .version(bundledVersion(), '--version', 'print the version')
    .option(UI_LANG.flag, UI_LANG.description)
    .addHelpText('before', whereToBegin(texts, columnsOf(io)))
    .commandsGroup('Commands:')
    .helpCommand(false);
  for (const listed of COMMANDS) {
    const define = isNeeded(listed, args) ? await listed.load() : () => placeholderOf(listed);
    program.addCommand(define(session));
  }
  program.hook('preAction', (_, command) => refuseEmptyPaths(command));
  for (const command of withSubcommands(program)) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => io.stdout.write(text),
        writeErr: (text) => io.stderr.write(text),
        outputError: (text, write) =>
          write(
            writtenOut(
              `handbill: ${translateLines(text.replace(/^error: /, ''), texts)}${nextStep(text, lineOf(command), texts)}`,
            ),
          ),
        getOutHelpWidth: () => columnsOf(io),
        getErrHelpWidth: () => columnsOf(io),
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      })
      .configureHelp(formatHelp(texts, columnsOf(io)))
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

function whereToBegin({ say }: Texts, columns: number): string {
  const terms = START.map(([command, purpose]) => [`handbill ${command}`, say(purpose)] as const);
  return `${say('Where to begin:')}\n${formatTerms(terms, 32, columns)}`;
}

/** What to do where commander only says what is wrong. */
function nextStep(text: string, line: string, { say }: Texts): string {
  if (/too many arguments/.test(text))
    return `${say('A name with a space in it needs quotes: "my appeal".')}\n`;
  if (/unknown option/.test(text) && !/Did you mean/.test(text))
    return `${say('All options: {command}', { command: `${line} --help` })}\n`;
  return '';
}

/** `handbill contacts list`. */
function lineOf(command: Command): string {
  return command.parent ? `${lineOf(command.parent)} ${command.name()}` : command.name();
}

function translateLines(text: string, { translate }: Texts): string {
  return text.split('\n').map(translate).join('\n');
}

function reportDefect(error: unknown, debug: boolean, io: Io): number {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const isMissing = error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code));
  const told = isMissing
    ? `it isn’t installed whole (${message}). In its folder: npm ci`
    : `a defect of handbill, not of your data: ${message} (--debug shows where)`;
  io.stderr.write(`handbill: ${textsFor(io).translate(told)}\n`);
  if (debug && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return 3;
}

/** The locale that Windows is set to; elsewhere the environment names it. */
function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

/** What starts other programs; opening it takes a tenth of `--version`, and most runs start none. */
const startProcesses = () => process.getBuiltinModule('node:child_process');

/** Shows a file in the system's viewer for it, which lives on by itself. */
function openFile(path: string): void {
  const { platform } = process;
  const [program, ...args] =
    platform === 'win32' ? ['explorer', path] : [platform === 'darwin' ? 'open' : 'xdg-open', path];
  startProcesses()
    .spawn(program!, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

function runGit(args: readonly string[], cwd: string): Promise<GitResult> {
  return new Promise((resolve) => {
    startProcesses().execFile('git', args, { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      resolve({ code, stdout, stderr });
    });
  });
}
