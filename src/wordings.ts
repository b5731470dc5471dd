import type { About, Position, Problem, ProblemCode, Severity } from './problems.ts';

/** What differs from case to case in a message, by the names in braces. */
export type Values = Readonly<Record<string, string | number>>;

/** What a finding says, and how it is mended. */
export interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/**
 * What findings say, by their code, and by a word after it where one code says several things. The other languages have
 * each of these texts under `problems` in `templates/interface`.
 */
export const WORDINGS = {
  'missing-glyph/character': {
    message: 'No font has the character {character} ({name}).',
    hint: 'Put a font that has it into the folder “fonts” of the appeal, or write it with other characters.',
  },
  'missing-glyph/script': {
    message: 'No font has the character {character} ({name}, {script}).',
    hint: 'Install a font: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/latin': {
    message: 'PDFs to {id} have the address in Latin letters alone: no font has those of its country.',
    hint: 'Install a font to have both (see: handbill fonts).',
  },
  'missing-glyph/language-impossible': {
    message: 'PDFs in {language} can’t be made: no font here has {script}, such as {character} ({name}).',
    hint: 'Install a font: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/language': {
    message: 'PDFs in {language} are left out: no font here has {script}, such as {character} ({name}).',
    hint: 'Install a font: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/addressee': {
    message: 'PDFs to {id} are left out: no font has {characters}, which stand in the address.',
    hint: 'Put the address in Latin letters into addressLatin too, install a font (see: handbill fonts), or send the plain text.',
  },
  'system-font': {
    message:
      'Some texts are set in {id}, a font of this system: on another machine they may come out otherwise.',
    hint: 'A font in the folder “fonts” of the appeal, or a font package, is the same everywhere.',
  },
  'missing-translation': {
    message: '{name} is missing in {tag}.',
    hint: 'Add it, name a fallback for {tag} under languages, or leave {tag} out with --lang.',
  },
  'fallback-language/texts': {
    message: '{count} texts have no wording in {tag}: that in {fallback} is printed.',
    hint: 'Translate them, or leave the fallback out to have each one named.',
  },
  'fallback-language/names': {
    message: '{count} names have no form in {tag}: that of another language is printed, and marked as such.',
    hint: 'See which: handbill translate status --lang {tag}',
  },
  'draft-translation/appeal': {
    message: 'Texts of the appeal are drafts that no speaker has signed: {tags}.',
    hint: 'Have them read, then set review: reviewed under languages.',
  },
} as const satisfies Readonly<Partial<Record<ProblemCode | `${ProblemCode}/${string}`, Wording>>>;

export type WordingId = keyof typeof WORDINGS;

/** A finding: what it says by its wording and values, and what else is known of it. */
export function finding(
  severity: Severity,
  wording: WordingId,
  values: Values = {},
  known: { readonly at?: Position | undefined; readonly about?: About | undefined } = {},
): Problem {
  const { message, hint }: Wording = WORDINGS[wording];
  return {
    severity,
    code: wording.split('/')[0] as ProblemCode,
    wording,
    values,
    message: fillIn(message, values),
    hint: hint === undefined ? undefined : fillIn(hint, values),
    ...known,
  };
}

/** A text with the values put in for the names in braces. */
export function fillIn(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
