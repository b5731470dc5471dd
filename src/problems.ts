/** Codes of all findings; a message may change, a code does not. */
export const PROBLEM_CODES = [
  // read
  'file-not-found',
  'file-unreadable',
  'link-outside',
  'two-versions',
  'not-an-appeal',
  'encoding',
  'json-syntax',
  'yaml-syntax',
  'csv-syntax',
  'po-syntax',
  'csv-empty',
  'csv-header',
  'csv-delimiter',
  'too-large',
  'picture-format',
  'picture-too-large',
  'picture-unsafe',
  'picture-broken',
  'picture-coarse',
  'font-broken',
  'revision',
  'not-changed',
  // check
  'unread',
  'wrong-type',
  'unknown-key',
  'missing-value',
  'agreement',
  'bad-value',
  'bad-date',
  'bad-time',
  'bad-language',
  'bad-country',
  'bad-email',
  'bad-url',
  'tracking-url',
  'short-url',
  'duplicate-id',
  'unknown-reference',
  'missing-translation',
  'fallback-language',
  'draft-translation',
  'example-appeal',
  'no-post-address',
  'no-mission',
  'letter-barred',
  'formula',
  'duplicate-contact',
  'no-channel',
  'incomplete-address',
  'bad-postal-code',
  'prison-rules',
  'bad-phone',
  'phone-country',
  'unlikely-country',
  'unlikely-language',
  'not-verified',
  'stale-contact',
  'defunct-contact',
  'appeal-ended',
  'deadline-passed',
  'weekday-mismatch',
  'deadline-near',
  'event-passed',
  'facts-old',
  'source-old',
  'single-source',
  'near-day',
  'unvoiced-figure',
  'no-addressee',
  'no-demand',
  'kind-from-name',
  'other-state',
  'no-concern',
  'stale-translation',
  'misspelt-name',
  'unknown-name',
  'private-name',
  'wrong-number',
  'retyped-figure',
  'fact-in-template',
  'hidden-character',
  'french-spaces',
  'lost-character',
  'markup-in-text',
  // merge
  'template-not-found',
  'template-syntax',
  'template-helper',
  'template-data',
  'template-front-matter',
  'placeholder',
  'imprint',
  'imprint-missing',
  'poster-paper',
  // layout
  'missing-glyph',
  'system-font',
  'overfull-page',
  'left-out',
  'overfull-box',
  'sheet-too-small',
  'blank-pages',
  'spot-contrast',
  'proof',
  // write
  'write-failed',
  'folder-in-use',
  'input-changed',
  'thread-ended',
  'edited-file',
  'manifest-parts',
  'manifest-damaged',
  'interrupted',
  // pack
  'pack-broken',
  'pack-signature',
  'pack-conflict',
  'pack-names',
  'pack-key',
  // use
  'usage',
  'nothing-to-do',
  'already-sent',
  'not-sent',
  'not-ignored',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** An error stops what it touches; a warning and a notice are told. */
export type Severity = 'error' | 'warning' | 'notice';

/** A place in a file; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Parts that an appeal is read from. */
type AppealPart = 'head' | 'facts' | 'contacts' | 'events' | 'corrections';

/** What a finding is about; what is left out is not limited. */
export interface About {
  /** Part of the appeal that it stands in. */
  readonly part?: AppealPart | undefined;
  /** What it is of, by the name under which documents note what they read: `fact/killed`, `appeal/boycott`. */
  readonly item?: string | undefined;
  /** The language in which it matters. */
  readonly language?: string | undefined;
  /** The one file that isn't made because of it, where it is an error: all others are. */
  readonly document?: string | undefined;
}

/** What a piece of work uses; what is left out is used whole. */
export interface Scope {
  readonly parts?: readonly AppealPart[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly items?: ((item: string) => boolean) | undefined;
}

/** A part of a message in words that are said in the reader's language: its English, and the values in it. */
export interface Told {
  readonly english: string;
  readonly values: Values;
}

/** What differs from case to case in a message, by the names in braces. */
export type Values = Readonly<Record<string, Value>>;
/** A value of a message: a text, a number, or a phrase of its own. */
export type Value = string | number | Told;

/** A finding as data. `message` says what is wrong and what was expected; `hint` says how to mend it. */
export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
  /** Which of `WORDINGS` it says, and the values in it; left out where only `message` and `hint` have them. */
  readonly wording?: string | undefined;
  readonly values?: Values | undefined;
  readonly at?: Position | undefined;
  /** What it touches; left out where it touches everything. */
  readonly about?: About | undefined;
  readonly hint?: string | undefined;
  /** The line that it stands in, where seeing the column helps: a template's. */
  readonly excerpt?: string | undefined;
}

/** Thrown where a stage can't go on; carries every problem found so far. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((p) => p.message).join('\n'), options);
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** True if any of them keeps documents from being written. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.severity === 'error');
}

/** True for an error that keeps everything from being made; one of a single document keeps back that alone. */
export function stopsAll({ severity, about }: Problem): boolean {
  return severity === 'error' && about?.document === undefined;
}

/** True if a finding is about something that a piece of work uses. */
export function touches({ about = {} }: Problem, { parts, languages, items }: Scope): boolean {
  const { part, language, item } = about;
  return (
    (part === undefined || !parts || parts.includes(part)) &&
    (language === undefined || !languages || languages.includes(language)) &&
    (item === undefined || !items || items(item))
  );
}
