import { ENGLISH, type Texts } from './texts.ts';

/** A place to write text to: standard output, standard error, or a test's buffer. */
export interface Sink {
  write(text: string): unknown;
}

/** The outside world as a command sees it; only `cli.ts` fills it from the process. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** What is said to the person; in English where it is left out. */
  readonly texts?: Texts | undefined;
  /** The system's own locale (`de-DE`), for where the environment names none. */
  readonly locale?: string | undefined;
  /** Folders with the system's fonts; none where it is left out. */
  readonly fontFolders?: readonly string[] | undefined;
  /** True where a person sits at the terminal: questions may be asked, colours and progress shown. */
  readonly isTTY: boolean;
  /** True where standard output is a terminal, and no file or other program. */
  readonly isShown?: boolean | undefined;
  /** Where questions are asked; there is none where nobody sits at a terminal. */
  readonly terminal?: Terminal | undefined;
  /** What is piped into the program; nothing where it is left out. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Width of the terminal; 80 where it is left out. */
  readonly columns?: number | undefined;
  /** Milliseconds since some moment, for progress only. */
  readonly clock?: (() => number) | undefined;
  /** Runs git in a folder; `code` is undefined where there is no git. */
  readonly git?: ((args: readonly string[], folder: string) => Promise<GitResult>) | undefined;
  /** Shows a file in the viewer that the system has for it. */
  readonly open?: ((path: string) => void) | undefined;
  /** From now on Ctrl-C aborts this signal, once, instead of ending the process. */
  readonly interrupt?: (() => AbortSignal) | undefined;
}

/** Keys and screen of a person. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { setRawMode?(isRaw: boolean): unknown };
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
}

/** How a run of git ended. */
export interface GitResult {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Columns to write in: the terminal's, between 40 and 80. */
export function columnsOf(io: Io): number {
  return Math.max(40, Math.min(80, io.columns ?? 80));
}

/** The words to say things in. */
export function textsFor(io: Io): Texts {
  return io.texts ?? ENGLISH;
}
