import { readFileSync } from 'node:fs';
import type { Problem } from '../problems.ts';
import { PHRASES } from '../wordings/phrases.ts';
import type { Wording } from '../wordings/wording.ts';
import { fillIn, fillMessage, WORDINGS } from '../wordings.ts';
import { bundledPath } from './bundled.ts';
import { countOf } from './wrap.ts';

/** Languages that the interface speaks; English stands in the source, the others in `templates/interface`. */
export const UI_LANGUAGES = ['en', 'es', 'fr', 'de', 'ru'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

type Values = Readonly<Record<string, string | number>>;

/** A text, or one for each form of plural that the language has (CLDR: one, few, many, other). */
type Entry = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** A file of `templates/interface`: what the program says, by its English text. */
export interface Catalogue {
  /** `draft` until a speaker of the language has read it. */
  readonly review: 'draft' | 'reviewed';
  readonly texts: Readonly<Record<string, Entry>>;
  /** Messages and hints of problems; what differs from case to case is in braces: `{name} is missing.` */
  readonly problems: Readonly<Record<string, string>>;
}

/** What the program says to a person, in their language. Documents, codes, `--json` and names of files aren't among it. */
export interface Texts {
  readonly language: UiLanguage;
  /** An English text in the person's language, its `{name}`s filled in. */
  readonly say: (english: string, values?: Values) => string;
  /** `1 letter`, `2 letters`; `one` takes an s where no plural is given. Catalogues have it as `{n} letters`. */
  readonly count: (n: number, one: string, many?: string) => string;
  /** What a problem says, and how to mend it. */
  readonly problem: (problem: Problem) => { readonly message: string; readonly hint?: string | undefined };
  /** A finished message of wrong use, by the pattern that it fits; English where there is none. */
  readonly translate: (message: string) => string;
}

/** The texts as they stand in the source. */
export const ENGLISH: Texts = {
  language: 'en',
  say: fill,
  count: countOf,
  problem: (problem) => problem,
  translate: (message) => message,
};

/** The texts in a language; what its catalogue lacks is said in English. */
export function textsIn(language: UiLanguage): Texts {
  return language === 'en' ? ENGLISH : textsOf(language, readCatalogue(language));
}

/** Reads a file of `templates/interface`. */
export function readCatalogue(language: Exclude<UiLanguage, 'en'>): Catalogue {
  return JSON.parse(readFileSync(bundledPath(`templates/interface/${language}.json`), 'utf8')) as Catalogue;
}

/** The texts of a catalogue. */
export function textsOf(language: UiLanguage, { texts, problems }: Catalogue): Texts {
  const plural = new Intl.PluralRules(language);
  const entry = (english: string) => (Object.hasOwn(texts, english) ? texts[english] : undefined);
  const patterns = Object.entries(problems)
    .map(patternOf)
    // What has no words of its own is every message, and would be looked for in itself again and again.
    .filter(({ fixed }) => fixed > 0)
    .sort(byExactness);
  const translate = (message: string): string => {
    for (const { expression, names, to } of patterns) {
      const found = expression.exec(message);
      if (!found) continue;
      return fill(
        to,
        Object.fromEntries(names.map((name, i) => [name, translate(found[i + 1] ?? '')])),
      ).trimEnd();
    }
    return message;
  };
  return {
    language,
    say: (english, values) => {
      const found = entry(english);
      return fill(typeof found === 'string' ? found : english, values);
    },
    count: (n, one, many = `${one}s`) => {
      const found = entry(`{n} ${many}`);
      const form = typeof found === 'object' ? (found[plural.select(n)] ?? found.other) : found;
      return form === undefined ? ENGLISH.count(n, one, many) : fill(form, { n });
    },
    problem: ({ wording, values = {}, message, hint, about }) => {
      const known = (WORDINGS as Readonly<Record<string, Wording>>)[wording ?? ''];
      if (!known) return { message: translate(message), hint: hint && translate(hint) };
      const inLanguage = (english: string) => problems[english] ?? english;
      const told = (english: string) => fillMessage(inLanguage(english), values, inLanguage);
      const of = namesDocument(message, about?.document, inLanguage);
      return { message: `${of}${told(known.message)}`, hint: known.hint && told(known.hint) };
    },
    translate,
  };
}

/** The file that a message begins with, and whether it is made. */
function namesDocument(message: string, document = '', say: (english: string) => string): string {
  if (document === '' || !message.startsWith(document)) return '';
  if (message.startsWith(`${document}: `)) return `${document}: `;
  return fillIn(`${say(PHRASES['not-made'])} `, { document });
}

function fill(text: string, values?: Values): string {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
}

interface Pattern {
  readonly expression: RegExp;
  readonly names: readonly string[];
  readonly to: string;
  /** Letters that must be there as they are. */
  readonly fixed: number;
}

function patternOf([english, to]: readonly [string, string]): Pattern {
  const parts = english.split(/\{(\w+)\}/);
  const literals = parts.filter((_, i) => i % 2 === 0);
  const escaped = literals.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const whole = escaped.join('(.+?)');
  return {
    // What to do stands at the end, where there is something.
    expression: new RegExp(
      `^${english.endsWith('. {hint}') ? whole.replace(/ \(\.\+\?\)$/, '(?: (.+))?') : whole}$`,
      's',
    ),
    names: parts.filter((_, i) => i % 2 === 1),
    to,
    fixed: literals.join('').length,
  };
}

/** Of two patterns that a message fits, that with more letters of its own says more about it. */
function byExactness(a: Pattern, b: Pattern): number {
  return b.fixed - a.fixed;
}
