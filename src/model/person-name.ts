import type { Person } from './appeal.ts';
import { once } from './memory.ts';
import { scriptOf } from './script.ts';
import type { Name } from './text.ts';

/** A person's name as a language writes it: its own form, else that of its script; any other is marked as such. */
export function personName({ name, publish }: Pick<Person, 'name' | 'publish'>, language: string): Name {
  const own = name[language] ?? name[language.split('-')[0]!] ?? name[scriptOf(language)];
  const [key = '', any = ''] = Object.entries(name)[0] ?? [];
  const text = own ?? name.Latn ?? any;
  const shown = publish === 'initials' ? initialsOf(text) : text;
  if (own !== undefined) return { text: shown };
  const other = name.Latn === undefined ? key : 'Latn';
  return { text: shown, language: /^[A-Z]/.test(other) ? `und-${other}` : other };
}

const letters = once(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

/** "N. S." of a name: the first letter of each of its words. */
function initialsOf(name: string): string {
  const words = name.split(/[\s·・]+/u).filter((word) => /^\p{L}/u.test(word));
  return words.map((word) => `${[...letters().segment(word)][0]!.segment}.`).join(' ');
}
