import { z } from 'zod';
import { QUALIFIERS, QUANTITY_WORDS } from './appeal.ts';
import { CONTACT_KINDS, OFFICES } from './contact.ts';
import { EVENT_KINDS } from './event.ts';
import { languageTag, REVIEW_STATES } from './text.ts';

/** Wording by the addressee's gender; `unknown` is used where the gender isn't known or doesn't matter. */
const byGender = z.strictObject({
  female: z.string().min(1).optional(),
  male: z.string().min(1).optional(),
  unknown: z.string().min(1),
});

/** A quantity that is a word: with its unit ("hundreds of {unit}") and alone ("hundreds"). */
const quantityWord = z.strictObject({ with: z.string().includes('{unit}'), alone: z.string().min(1) });

/** Labels and headings of the bundled templates; a template names one with `{{label "we-demand"}}`. */
export const LABELS = [
  'what-happened',
  'how-it-came-to-this',
  'we-demand',
  'what-you-can-do',
  'when-and-where',
  'picket',
  'boycott',
  'boycott-what',
  'boycott-peaceful',
  'letters-ready',
  'called-by',
  'appeal-of',
  'source',
  'sources',
  'source-line',
  'source-join',
  'part-join',
  'as-of',
  'corrections',
  'before',
  'withdrawn',
  'copies-to',
  'name-and-function',
  'place-and-date',
  'fax',
  'email',
  'phone',
  'example',
  'draft',
  'courtesy-translation',
  'according-to',
  'page-of',
  'demonstration',
  'why',
  'solidarity',
  'solidarity-talk',
  'solidarity-resolution',
  'solidarity-sign',
  'petition',
  'undersigned',
  'name',
  'place',
  'signature',
  'data-protection',
  'return-to',
  'resolution',
  'branch',
  'branch-notes',
  'branch-supports',
  'to-be-sent-to',
  'moved-by',
  'seconded-by',
  'votes-for',
  'votes-against',
  'abstentions',
  'chair',
  'press-release',
  'for-release',
  'press-contact',
  'postcard',
  'postcard-text',
  'from',
  'stamp',
  'mail-opening',
  'mail-opening-2',
  'mail-opening-3',
  'mail-solidarity',
  'mail-demands',
  'mail-answer',
] as const;
export type Label = (typeof LABELS)[number];

/**
 * The forms of one language: `templates/words/<language>.yaml`. No facts stand here.
 * Patterns hold places in braces: `{n}`, `{unit}`, `{voice}`, `{place}`, `{date}`, `{sources}`, `{as-of}`.
 */
export const words = z.strictObject({
  $schema: z.string().optional(),
  language: languageTag,
  /** The language's own name for itself. */
  name: z.string().min(1),
  direction: z.enum(['ltr', 'rtl']),
  review: z.enum(REVIEW_STATES),
  /** Where the diplomatic forms were taken from; a form without a source is a draft. */
  sources: z.array(z.string().min(1)).optional(),
  /** Locale for `Intl`, where it differs from the tag (`de-DE`, `ar-u-nu-latn`). */
  locale: z.string().optional(),
  figure: z.strictObject({
    /** First voice: "{n} {unit} {voice}". */
    first: z.string().includes('{voice}'),
    /** Each further voice: "{n} {voice}", with its unit where the language repeats it. */
    next: z.string().includes('{voice}'),
    /** How the voices are joined: the conjunction of `Intl.ListFormat`, or a separator of its own such as "; ". */
    join: z.union([z.literal('and'), z.strictObject({ separator: z.string() })]),
    /** A range: "between {from} and {to}". */
    range: z.string(),
    /** From the least to the most that anybody says: "{counted}, depending on the source"; every voice without it. */
    spread: z.string().includes('{counted}').optional(),
    /** A number with its unit: "{n} {unit}". */
    counted: z.string().includes('{unit}'),
    /** A fraction with its unit: "{n} of {unit}". */
    fraction: z.string().includes('{unit}'),
    /** What is counted and who says so, under a figure that is set large: "{unit}, {voice}". */
    label: z.string().includes('{unit}').includes('{voice}'),
    /** Qualifiers after which the unit takes the form of words of quantity: Russian "более 3 рабочих". */
    governing: z.array(z.enum(QUALIFIERS)).optional(),
  }),
  /** How dates are put together; as the engine does it where nothing is said. The months' names are the engine's. */
  dates: z
    .strictObject({
      /** Days of the month that aren't written as plain numbers: French `1: "1er"`. */
      days: z.record(z.string().regex(/^[12]?\d$|^3[01]$/), z.string().min(1)).optional(),
      /** A date with its day of the week: "{weekday}, {date}". */
      weekday: z.string().includes('{weekday}').includes('{date}').optional(),
      /** Names of the days of the week from Monday on, where engines don't agree on their case. */
      weekdays: z.array(z.string().min(1)).length(7).optional(),
      /** A date with a time of day: "{date} at {time}". */
      moment: z.string().includes('{date}').includes('{time}').optional(),
    })
    .optional(),
  /** Number forms by qualifier: "about {n}". `{n:ablative}` asks for an ending from `endings`. */
  qualifiers: z.record(z.enum(QUALIFIERS), z.string()),
  quantityWords: z.record(z.enum(QUANTITY_WORDS), quantityWord),
  /** Common fractions in words: `1/3`: "a third". */
  fractions: z.record(z.string(), z.string()).optional(),
  /**
   * Case endings that a numeral takes as it is spoken, by its last spoken part: a digit `1`–`9`, a ten `10`–`90`,
   * `100`, `1000`, `1000000`, `0`. Kazakh ablative: `30`: "-дан".
   */
  endings: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** Place and date over a letter: "{place}, den {date}"; `dateline.alone` without a place. */
  dateline: z.strictObject({ with: z.string().includes('{date}'), alone: z.string().includes('{date}') }),
  /** Opening by office; `general` for everybody else. Placeholder `{name}` only in the forms under `named`. */
  salutation: z.strictObject({
    offices: z.partialRecord(z.enum(OFFICES), byGender),
    /** Opening by kind of contact where no office is known. */
    kinds: z.partialRecord(z.enum(CONTACT_KINDS), z.string().min(1)),
    general: z.string().min(1),
  }),
  /** The line under the organisation on the envelope: "His Excellency the Ambassador". */
  attention: z.partialRecord(z.enum(OFFICES), byGender),
  /** A closing may repeat the form of address as `{salutation}`, as French courtesy asks. */
  closing: z.strictObject({
    diplomatic: z.string().min(1),
    formal: z.string().min(1),
    solidarity: z.string().min(1),
  }),
  events: z.record(z.enum(EVENT_KINDS), z.string().min(1)),
  labels: z.record(z.enum(LABELS), z.string().min(1)),
});
export type Words = z.infer<typeof words>;
