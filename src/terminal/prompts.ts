import inquirer from 'inquirer';
import type { Terminal } from './io.ts';
import { LEAVE_PASTES, MARK_PASTES, PastedLines } from './pasted.ts';
import { cutText } from './table.ts';
import type { Texts } from './texts.ts';
import { wrapText } from './wrap.ts';

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly name: string;
  /** Told below the list while it is the one that Enter would take. */
  readonly description?: string | undefined;
}

/** A question: for a line of text, for one of some options, or for one that is found by typing. */
export interface Asking {
  readonly message: string;
  /** What Enter alone answers; the option that is marked first. */
  readonly preset?: string | undefined;
  readonly options?: readonly Option[] | undefined;
  readonly find?: ((typed: string) => readonly Option[]) | undefined;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly refuse?: ((answer: string) => string | undefined) | undefined;
}

/** What a person did: gave an answer, went back (Escape, or `<` in a line of text), or broke off (Ctrl-C). */
export type Reply =
  | { readonly did: 'answer'; readonly text: string }
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

/** How many options are shown at once. */
const PAGE = 12;

/** Begins to ask on a terminal. */
export function openDialogue({ input, output }: Terminal, { say }: Texts): Dialogue {
  const keys = new PastedLines();
  const prompt = inquirer.createPromptModule({ input: keys, output });
  const columns = () => Math.max(40, output.columns ?? 80);
  input.setRawMode?.(true);
  input.pipe(keys);
  output.write(MARK_PASTES);
  return {
    ask: async (asking) => {
      const asked = prompt<{ answer: string }>([
        questionOf(asking, columns(), say('↑↓ choose · Enter takes it')),
      ]);
      const goBack = (_: unknown, key: { name?: string }) => {
        if (key.name === 'escape') asked.ui.close();
      };
      keys.on('keypress', goBack);
      try {
        const text = (await asked).answer.trim();
        return text === '<' ? { did: 'back' } : { did: 'answer', text };
      } catch (error) {
        if (error instanceof Error && error.name === 'ExitPromptError') return { did: 'quit' };
        if (error instanceof Error && error.name === 'AbortPromptError') return { did: 'back' };
        throw error;
      } finally {
        keys.off('keypress', goBack);
      }
    },
    say: (text) => void output.write(`${wrapText(text, columns()).join('\n')}\n`),
    end: () => {
      output.write(LEAVE_PASTES);
      input.unpipe(keys);
      input.setRawMode?.(false);
      input.pause();
    },
  };
}

function questionOf({ message: text, preset, options, find, refuse }: Asking, columns: number, help: string) {
  const message = layOut(text, columns, options === undefined && find === undefined);
  const question = { name: 'answer', message, default: preset } as const;
  const validate = (answer: string) => (answer.trim() === '<' ? true : (refuse?.(answer.trim()) ?? true));
  const theme = { style: { keysHelpTip: () => help } };
  const shorten = (all: readonly Option[]) => all.map((o) => ({ ...o, name: cutText(o.name, columns - 4) }));
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
  const transformer = (typed: string, { isFinal }: { isFinal: boolean }) => (isFinal && !typed ? '–' : typed);
  return { ...question, type: 'input', validate, transformer } as const;
}

/** The question in whole words; where it is long, its answer begins in a line of its own. */
function layOut(text: string, columns: number, isLine: boolean): string {
  const lines = wrapText(text, columns - 4);
  return isLine && text.length > columns * 0.6 ? `${lines.join('\n  ')}\n ` : lines.join('\n  ');
}
