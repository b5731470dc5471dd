import { createHash } from 'node:crypto';
import { z } from 'zod';
import { hasLanguageName } from '../engine.ts';
import { memoise } from './memory.ts';
import { noted } from './notes.ts';
import { words } from './values.ts';

/** How far a translation can be trusted. Machine or unsigned work is a `draft` until a speaker signs it. */
export const REVIEW_STATES = ['original', 'reviewed', 'draft'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A BCP 47 language tag in canonical form: `en`, `kk`, `pt-BR`, `zh-Hans`. */
export const languageTag = z.string().refine(isLanguageTag, {
  params: { code: 'bad-language' },
  error: 'expected a language tag such as en, kk, pt-BR or zh-Hans (BCP 47)',
});

/** Longest tag that a name of a file takes up, in characters (RFC 5646, 4.4.1 finds none longer that is in use). */
const LONGEST_TAG = 35;

/** True for a well-formed language tag in canonical spelling, whose language `Intl` knows. */
export function isLanguageTag(tag: string): boolean {
  if (tag.length > LONGEST_TAG || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return false;
  return isKnownTag(tag);
}

const isKnownTag = memoise((tag: string): boolean => {
  try {
    if (Intl.getCanonicalLocales(tag)[0] !== tag) return false;
    const language = tag.split('-')[0]!;
    return hasLanguageName(language);
  } catch {
    return false;
  }
});

/**
 * The tag of a language as a translator's program names it, `kk_KZ`, `zh_CN` or `sr@latin`: one of those known where that
 * is the same language, written the same way in the same country. A tag stays as it is.
 */
export function knownTag(name: string, known: readonly string[]): string {
  if (isLanguageTag(name)) return name;
  const [, plain = '', modifier = ''] = /^([^.@]*)(?:\.[^@]*)?(?:@(.*))?$/.exec(name) ?? [];
  const script = { latin: 'Latn', cyrillic: 'Cyrl' }[modifier];
  try {
    const meant = new Intl.Locale(plain.replaceAll('_', '-'), script === undefined ? {} : { script });
    if (known.includes(meant.toString())) return meant.toString();
    const whole = meant.maximize();
    const same = known.find((tag) => new Intl.Locale(tag).maximize().toString() === whole.toString());
    return same ?? (whole.language === 'zh' ? `zh-${whole.script}` : meant.minimize().toString());
  } catch {
    return name;
  }
}

/** One language's wording with its review state. */
export const wording = z.strictObject({
  text: words,
  review: z.enum(REVIEW_STATES).optional(),
  /** `hashOfWording` of the original that it translates. */
  of: z.string().optional(),
  /** Who translated or reviewed it. */
  by: z.string().optional(),
});
export type Wording = z.infer<typeof wording>;

/**
 * Text per language. In JSON and YAML: `{en: "…", ru: {text: "…", review: reviewed}}`;
 * in CSV: columns `text.en`, `text.ru`, `text.ru.review`.
 */
export const text = noted(z.record(languageTag, z.union([words, wording])), {
  wording: 'text',
});
export type Text = z.infer<typeof text>;

const oneOrEach = z.union([words, text]);

/** A name: plain, or per language; in a language that has none, another's is printed and marked as such. */
export const name = noted(oneOrEach, { wording: 'name' });

/** A name that its owner gives itself, in as many languages as it is known; it isn't for translators. */
export const ownName = noted(oneOrEach, { wording: 'own-name' });

/** The wording of `text` in exactly this language, if there is one. */
export function wordingIn(value: Text | undefined, language: string): string | undefined {
  const found = value?.[language];
  return typeof found === 'string' ? found : found?.text;
}

/** Its wordings in all languages. */
export function allWordings(value: Text | undefined): string[] {
  return Object.values(value ?? {}).map((found) => (typeof found === 'string' ? found : found.text));
}

/** A name, and the language that it is in where that isn't the one asked for. */
export interface Name {
  readonly text: string;
  readonly language?: string | undefined;
  /** Of a person or an organisation, over an address. */
  readonly isName?: boolean | undefined;
}

/** A plain or translated name in the first of the languages that it has, else in any. */
export function nameIn(name: string | Text, languages: readonly string[]): Name {
  if (typeof name === 'string') return { text: name };
  const found = [...languages, 'en', ...Object.keys(name)].find((tag) => wordingIn(name, tag) !== undefined);
  if (found === undefined) return { text: '' };
  return { text: wordingIn(name, found)!, language: found === languages[0] ? undefined : found };
}

/** Short hash of an original, by which a translation knows whether it is the one that it was made from. */
export function hashOfWording(original: string): string {
  return createHash('sha256').update(original.normalize('NFC')).digest('hex').slice(0, 12);
}

/** Language of the originals: the one marked so, else the first. */
export function originalOf(
  languages: readonly { readonly tag: string; readonly review: ReviewState }[],
): string {
  return (languages.find(({ review }) => review === 'original') ?? languages[0])?.tag ?? 'en';
}
