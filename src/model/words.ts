import { z } from 'zod';
import { CLOSINGS } from './addressee.ts';
import { CONTACT_KINDS, OFFICES } from './contact.ts';
import { countryWords, nameWords } from './country-words.ts';
import type { EventKind } from './event.ts';
import { pluralForms, QUALIFIERS, QUANTITY_WORDS } from './figure.ts';
import { LABELS } from './labels.ts';
import { languageTag, REVIEW_STATES } from './text.ts';
import { fullDate } from './values.ts';
import {
  byGender,
  byUnit,
  dates,
  join,
  numbers,
  PLURALS,
  quantityWord,
  suffix,
  unitPattern,
  voiceJoin,
  voicePatterns,
} from './word-forms.ts';

/** What `handbill words try` counts and whom it quotes; in no document. */
const samples = z.strictObject({
  /** Nouns of the kinds that behave differently, such as men, women and the injured, with their forms. */
  units: z.array(z.union([z.string().min(1), pluralForms])).min(1),
  /** Two voices: "according to the police". */
  voices: z.array(z.string().min(1)).min(2),
});

const word = z.string().min(1);

/** Parts that a speaker reads and signs on their own: what is printed as a letter, as a leaflet, and the page. */
export const SIGNED_PARTS = ['letters', 'leaflets', 'site'] as const;
export type SignedPart = (typeof SIGNED_PARTS)[number];

/** Who read a part, by name or initials, and on which day. */
const signature = z.strictObject({ by: word, on: fullDate });

/** How a letter ends, and what it begins with under the form of address: Japanese 敬具 stands with 拝啓. */
const courtesy = z.strictObject({ opening: word.optional(), closing: word });

/** What one person writes otherwise than several: French "Je vous prie" for "Nous vous prions". */
const spoken = z.strictObject({
  closing: z.partialRecord(z.enum(CLOSINGS), z.string().min(1)).optional(),
  labels: z.partialRecord(z.enum(LABELS), z.string().min(1)).optional(),
});

/** Kinds of event. A file of one's own may lack those that came later. */
const eventWords = z.strictObject({
  picket: word,
  demonstration: word,
  meeting: word,
  strike: word,
  vigil: word,
  rally: word.optional(),
  hearing: word.optional(),
  deadline: word.optional(),
  march: word.optional(),
  concert: word.optional(),
  other: word,
});

/** True where a speaker has read what this part takes from the words. */
export function isSigned({ review, signed }: Pick<Words, 'review' | 'signed'>, part: SignedPart): boolean {
  return review !== 'draft' || signed?.[part] !== undefined;
}

/** The word for a kind of event, or that for any. */
export function eventWord({ events }: Pick<Words, 'events'>, kind: EventKind): string {
  return events[kind] ?? events.other;
}

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
  /** Parts that a speaker has signed, with the words and the templates beside this file; the others stay as `review` says. */
  signed: z.partialRecord(z.enum(SIGNED_PARTS), signature).optional(),
  /** Where the diplomatic forms were taken from; a form without a source is a draft. */
  sources: z.array(z.string().min(1)).optional(),
  /** Locale for `Intl`, where it differs from the tag (`de-DE`, `ar-u-nu-latn`). */
  locale: z.string().optional(),
  dates: dates.optional(),
  numbers: numbers.optional(),
  /** A list of two, what stands between the first items of a longer one, and what before its last. */
  list: z.strictObject({ pair: z.string(), middle: z.string(), last: z.string() }).optional(),
  /** Elision and contraction. */
  joins: z.array(join).optional(),
  /** Endings of names by case, each a list of rules: `ablative`, of which a pattern asks as `{name:ablative}`. */
  suffixes: z.record(z.string(), z.array(suffix)).optional(),
  /** Quotation marks of the language, around titles. */
  quotes: z.strictObject({ open: z.string().min(1), close: z.string().min(1) }).optional(),
  /** A label with what it names: "{label}: {value}". */
  labelled: z.string().includes('{label}').includes('{value}').optional(),
  /**
   * Words behind a figure by which what is counted goes on ("12 workers of the mill"), or a voice would ("according to the
   * government in Zhanaozen"): a voice stands in brackets then. `by` those, or by any word `unless` it is one of those.
   */
  continued: z
    .strictObject({ by: z.array(word).min(1).optional(), unless: z.array(word).min(1).optional() })
    .optional(),
  figure: z.strictObject({
    /** First voice: "{n} {unit} {voice}". */
    first: z.string().includes('{voice}'),
    /** Each further voice: "{n} {voice}", with its unit where the language repeats it. */
    next: z.string().includes('{voice}'),
    /**
     * The same within a sentence that has begun or goes on, where it differs: Ukrainian "засуджено 3 рази, за даними …".
     * `alone` for a single voice; where a comma stands before it, one stands behind it too before words.
     */
    inside: voicePatterns.optional(),
    /** The same where a sentence begins with the figure and goes on; as `inside` says, what it doesn't. */
    opening: voicePatterns.optional(),
    /** How the voices are joined: the conjunction of `Intl.ListFormat`, or a separator of its own such as "; ". */
    join: voiceJoin,
    /** A range: "between {from} and {to}". */
    range: z.string(),
    /** From the least to the most that anybody says: "{counted}, depending on the source"; every voice without it. */
    spread: z.string().includes('{counted}').optional(),
    /** A number with its unit: "{n} {unit}". */
    counted: unitPattern,
    /** The same for a plain number of a plural category, where it differs: Arabic `one: "{unit} واحد"`. */
    'counted-by': z.partialRecord(z.enum(PLURALS), byUnit).optional(),
    /** A fraction with its unit: "{n} of the {unit:part}". */
    fraction: byUnit,
    /** What is counted and who says so, under a figure that is set large: "{unit}, {voice}". */
    label: z.string().includes('{unit}').includes('{voice}'),
    /** The plural category whose form serves after words of quantity, where a unit has no `several`: Russian `many`. */
    several: z.enum(PLURALS).optional(),
    /** After what the unit takes its governed form: Russian "более 3 рабочих", "от 10 до 21 рабочего". */
    governing: z.array(z.enum([...QUALIFIERS, 'range'])).optional(),
    /**
     * What ends of words become there by plural category, where a unit tells no form of its own; `counted-by` holds there
     * too then: Arabic `two: {ان: ين}`, for "نحو عاملين".
     */
    governed: z.partialRecord(z.enum(PLURALS), z.record(z.string().min(1), z.string())).optional(),
  }),
  /** Number forms by qualifier: "about {n}". `{n:ablative}` asks for an ending from `endings`. */
  qualifiers: z.record(z.enum(QUALIFIERS), z.string()),
  /** Other words that say the same as a qualifier, by which one that was typed before a figure is known. */
  typed: z.partialRecord(z.enum(QUALIFIERS), z.array(z.string().min(1))).optional(),
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
    /** What stands on a line of its own under each form of address that has no `opening`. */
    greeting: z.string().min(1).optional(),
  }),
  /**
   * The line under the organisation on the envelope: "His Excellency the Ambassador". `named` over a holder's name, where
   * that has its courtesy itself: Japanese "大使" over "… 様".
   */
  attention: z.partialRecord(z.enum(OFFICES), byGender.extend({ named: z.string().min(1).optional() })),
  /** How a named holder of an office is written under that line: "Herrn {name}". */
  holder: byGender.optional(),
  /** Names of countries in sentences: "in der Türkei", "aux Pays-Bas", "в России". */
  countries: countryWords.optional(),
  /** Names of cities, languages and organisations in sentences: "в городе {name}". */
  names: nameWords.optional(),
  /** A closing may repeat the form of address as `{salutation}`, as French courtesy asks. */
  closing: z.strictObject({
    diplomatic: z.string().min(1),
    formal: z.string().min(1),
    solidarity: z.string().min(1),
  }),
  /** What stands under the form of address where a letter ends with the closing of that name: 拝啓 with 敬具. */
  opening: z.partialRecord(z.enum(CLOSINGS), word).optional(),
  /** Both for an office or a kind of contact that has its own; without `opening` there is none. */
  courtesies: z
    .strictObject({
      offices: z.partialRecord(z.enum(OFFICES), courtesy).optional(),
      kinds: z.partialRecord(z.enum(CONTACT_KINDS), courtesy).optional(),
    })
    .optional(),
  /**
   * Letters of one person, as far as they say "I" for "we"; `woman` and `man` where a form shows which. Without `one`,
   * whoever tells no gender writes as "we". Templates give their own forms by the helper `bySender`.
   */
  speaker: z
    .strictObject({ one: spoken.optional(), woman: spoken.optional(), man: spoken.optional() })
    .optional(),
  events: eventWords,
  labels: z.record(z.enum(LABELS), z.string().min(1)),
  samples: samples.optional(),
});
export type Words = z.infer<typeof words>;
