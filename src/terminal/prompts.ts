import inquirer from 'inquirer';
import type { Terminal } from './io.ts';
import { writtenOut } from './showable.ts';
import { cutText } from './table.ts';
import type { Texts } from './texts.ts';
import { LEAVE_PASTES, LINE_END, MARK_PASTES, TypedKeys } from './typed-keys.ts';
import { wrapText } from './wrap.ts';

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly name: string;
  /** Told below the list while it is the one that Enter would take. */
  readonly description?: string | undefined;
}

/** A question: for a line of text, for one of some options, or for one that is found by typing. */
interface Asking {
  readonly message: string;
  /** What Enter alone answers; the option that is marked first. */
  readonly preset?: string | undefined;
  /** What stands in the line already, to be changed or taken out. */
  readonly typed?: string | undefined;
  /** True where lines that are pasted are things of their own. */
  readonly isList?: boolean | undefined;
  /** True where a whole text, pasted, is an answer of its own. */
  readonly takesTexts?: boolean | undefined;
  readonly options?: readonly Option[] | undefined;
  readonly find?: ((typed: string) => readonly Option[]) | undefined;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly refuse?: ((answer: string) => string | undefined) | undefined;
}

/** What a person did: gave an answer (a whole text, where that was pasted), went back (Escape, or `<` in a line of text), or broke off (Ctrl-C). */
export type Reply =
  | { readonly did: 'answer'; readonly text: string; readonly isText?: boolean }
  | { readonly did: 'back' }
  | { readonly did: 'quit' };

/** A row of questions on a terminal. */
export interface Dialogue {
  ask(asking: Asking): Promise<Reply>;
  /** Tells something in lines of whole words. */
  say(text: string): void;
  /** Gives the terminal back as it was. */
  end(): void;
}

/** Asks for a password, which nobody sees; undefined where the person broke off. */
export async function askPassword({ input, output }: Terminal, message: string): Promise<string | undefined> {
  try {
    const prompt = inquirer.createPromptModule({ input, output });
    const { password } = await prompt<{ password: string }>([
      { type: 'password', name: 'password', message },
    ]);
    return password;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}

/** How many options are shown at once. */
const PAGE = 12;

/** Begins to ask on a terminal. */
export function openDialogue({ input, output }: Terminal, { say }: Texts): Dialogue {
  const keys = new TypedKeys();
  const prompt = inquirer.createPromptModule({ input: keys, output });
  const columns = () => Math.max(40, output.columns ?? 80);
  input.setRawMode?.(true);
  input.pipe(keys);
  output.write(MARK_PASTES);
  return {
    ask: async (asking) => {
      const lines = (answer: string) => (asking.isList ? answer : answer.replaceAll(LINE_END, ' ')).trim();
      const refuse = (answer: string) => {
        const told = asking.refuse?.(lines(answer));
        // The question stays: what was typed meanwhile is for it.
        if (told !== undefined) setTimeout(() => keys.open(), 1);
        return told;
      };
      const asked = prompt<{ answer: string }>([
        questionOf({ ...asking, refuse }, columns(), say('↑↓ choose · Enter takes it')),
      ]);
      const goBack = () => asked.ui.close();
      let pasted: string | undefined;
      const takeText = (text: string) => {
        pasted = text;
        asked.ui.close();
      };
      keys.takesTexts = asking.takesTexts ?? false;
      keys.on('escape', goBack);
      keys.on('text', takeText);
      void whenHeard(keys).then(() => keys.open(asking.typed));
      try {
        const text = lines((await asked).answer);
        return text === '<' ? { did: 'back' } : { did: 'answer', text };
      } catch (error) {
        if (error instanceof Error && error.name === 'ExitPromptError') return { did: 'quit' };
        if (error instanceof Error && error.name === 'AbortPromptError')
          return pasted === undefined ? { did: 'back' } : { did: 'answer', text: pasted, isText: true };
        throw error;
      } finally {
        keys.off('escape', goBack);
        keys.off('text', takeText);
      }
    },
    say: (text) => void output.write(`${wrapText(writtenOut(text), columns()).join('\n')}\n`),
    end: () => {
      output.write(LEAVE_PASTES);
      input.unpipe(keys);
      input.setRawMode?.(false);
      input.pause();
    },
  };
}

/** Waits until a question listens. */
async function whenHeard(keys: TypedKeys): Promise<void> {
  for (let turns = 0; !keys.isHeard && turns < 1000; turns += 1)
    await new Promise((resolve) => setImmediate(resolve));
}

function questionOf(
  { message: text, preset, options, find, refuse, isList }: Asking,
  columns: number,
  help: string,
) {
  const message = layOut(text, columns);
  const question = { name: 'answer', message, default: preset } as const;
  const validate = (answer: string) => (answer.trim() === '<' ? true : (refuse?.(answer.trim()) ?? true));
  const theme = { style: { keysHelpTip: () => help } };
  const shorten = (all: readonly Option[]) =>
    all.map((o) => ({ ...o, name: cutText(writtenOut(o.name), columns - 4) }));
  if (options)
    return {
      ...question,
      type: 'select',
      choices: shorten(options),
      theme,
      loop: false,
      pageSize: PAGE,
    } as const;
  if (find) {
    const source = (typed: string | undefined) => shorten(find(typed?.trim() ?? ''));
    const chosen = (value: string) => refuse?.(value) ?? true;
    return { ...question, type: 'search', source, theme, validate: chosen, pageSize: PAGE } as const;
  }
  // What was answered stands there in whole words; while it is typed, the terminal breaks it where its line ends.
  const told = (answer: string) => {
    const isBeside = !message.endsWith('\n ') && text.length + answer.length + 4 > columns;
    return (isBeside ? '\n  ' : '') + wrapText(answer, columns - 4).join('\n  ');
  };
  const transformer = (typed: string, { isFinal }: { isFinal: boolean }) =>
    isFinal ? told(typed.replaceAll(LINE_END, isList ? '; ' : ' ') || '–') : typed;
  return { ...question, type: 'input', validate, transformer } as const;
}

/** The question in whole words; where it is long, its answer begins in a line of its own. */
function layOut(text: string, columns: number): string {
  const lines = wrapText(writtenOut(text), columns - 4);
  return text.length > columns * 0.6 ? `${lines.join('\n  ')}\n ` : lines.join('\n  ');
}
