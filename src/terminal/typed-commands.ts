import type { Texts } from './texts.ts';

/** The same texts where `handbill` alone isn't found, as after `npx handbill`: each command in them begins so that it is. */
export function typedAfter(start: string, commands: readonly string[], texts: Texts): Texts {
  const named = new RegExp(`(?<![\\w/.-]|npx )handbill (?=(?:${commands.join('|')})\\b)`, 'g');
  return changed(texts, (text) => text.replace(named, `${start} `));
}

/** A word of a command line: a value in single quotes, or characters that need none. */
const WORD = "(?:'[^']*'|[^\\s'.,;:)`-](?:[^\\s',;:)`.]|[.:](?=\\S))*)";

/** A command that works on an appeal: words that stand before the appeal, and the option that names it where one does. */
export type AppealTaker = readonly [command: string, words: number, option?: '--appeal'];

/** The same texts for who named an appeal: each command in them that works on one names it too, so it can be typed as it stands. */
export function typedFor(takers: readonly AppealTaker[], appeal: string, texts: Texts): Texts {
  const each = takers.map(([command, words]) => `${command}(?: ${WORD}){${words}}`).join('|');
  // One that names it by the option already is whole.
  const named = new RegExp(`\\bhandbill (${each})(?= --(?!appeal\\b)|[.,;:)\`]+(?:\\s|$)|\\n|$)`, 'g');
  const nameIt = (line: string, typed: string) => {
    const option = takers.find(([command]) => `${typed} `.startsWith(`${command} `))?.[2];
    return [line, ...(option ? [option] : []), appeal].join(' ');
  };
  return changed(texts, (text) => text.replace(named, nameIt));
}

/** The texts, each finished one of them changed; those that are put into others are changed with them. */
function changed(texts: Texts, change: (text: string) => string): Texts {
  return {
    ...texts,
    say: (english, values) => change(texts.say(english, values)),
    translate: (message) => change(texts.translate(message)),
    problem: (found) => {
      const { message, hint } = texts.problem(found);
      return { message: change(message), hint: hint && change(hint) };
    },
  };
}
