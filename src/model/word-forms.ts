import { z } from 'zod';

/** Calendars that `Intl` can count in. */
const CALENDARS = ['gregory', 'persian', 'buddhist', 'ethiopic'] as const;

/** Plural categories of CLDR. */
export const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Wording by the addressee's gender; `unknown` is used where the gender isn't known or doesn't matter. */
export const byGender = z.strictObject({
  female: z.string().min(1).optional(),
  male: z.string().min(1).optional(),
  unknown: z.string().min(1),
});

/** A pattern with a place for what is counted: `{unit}`, or one of its other forms, such as `{unit:part}`. */
export const unitPattern = z.string().includes('{unit');

/** The same, where it differs by the gender of what is counted: Spanish "varias obreras". */
export const byUnit = z.union([
  unitPattern,
  z.strictObject({
    female: unitPattern.optional(),
    male: unitPattern.optional(),
    neuter: unitPattern.optional(),
    unknown: unitPattern,
  }),
]);

/** A quantity that is a word: with its unit ("hundreds of {unit}") and alone ("hundreds"). */
export const quantityWord = z.strictObject({ with: byUnit, alone: z.string().min(1) });

/**
 * Dates and times as the language's press writes them; with it no date depends on the ICU of the Node that is run.
 * Places: `{day}` `{month}` `{year}`, `{date}` `{weekday}`, `{hour}` (0–23; `{hh}` with two digits), `{minute}`.
 */
export const dates = z.strictObject({
  /** Calendar of the days; the Gregorian without it. */
  calendar: z.enum(CALENDARS).optional(),
  /** Months as they stand after a day. */
  months: z.array(z.string().min(1)).min(12).max(13),
  /** Months without a day, where they differ: Polish "grudzień". */
  'months-alone': z.array(z.string().min(1)).min(12).max(13).optional(),
  /** From Monday on. */
  weekdays: z.array(z.string().min(1)).length(7),
  /** Days of the month that aren't written as plain numbers: French `1: "1er"`. */
  days: z.record(z.string().regex(/^[12]?\d$|^3[01]$/), z.string().min(1)).optional(),
  date: z.string().includes('{day}').includes('{month}').includes('{year}'),
  month: z.string().includes('{month}').includes('{year}'),
  year: z.string().includes('{year}'),
  /** A day without its year. */
  day: z.string().includes('{day}').includes('{month}'),
  weekday: z.string().includes('{weekday}').includes('{date}'),
  time: z.string().includes('{minute}'),
  /** A time on the hour, where it is written without minutes: French "12 h". */
  'full-hour': z.string().optional(),
  /** Day and time of an event; `{date}` is the day with its weekday. */
  moment: z.string().includes('{date}').includes('{time}'),
  /** From one day to another, and from one time to another. */
  period: z.string().includes('{from}').includes('{to}'),
});

/** How numbers are written. */
export const numbers = z.strictObject({
  decimal: z.string().min(1),
  group: z.string(),
  /** Numbers with fewer digits aren't grouped: 5 where "1500" stands beside "16 000". */
  'group-from': z.coerce.number().int().min(4).max(6).optional(),
  /** Digits in a group, from the right, the last for all further: Hindi `[3, 2]`. */
  groups: z.array(z.coerce.number().int().min(2).max(4)).min(1).max(2).optional(),
  /** The ten digits from zero on, where they aren't 0–9. */
  digits: z.string().length(10).optional(),
});

/** What a word before a place becomes by what is put in: French "de" before a vowel. */
export const join = z.strictObject({
  /** The word that stands before the place, with a space after it. */
  word: z.string().min(1),
  /** What stands instead of the word and the space. */
  becomes: z.string().min(1),
  /** Beginnings before which it does; in small letters. */
  before: z.array(z.string().min(1)).min(1),
  /** Beginnings before which it doesn't all the same: French "héros". */
  except: z.array(z.string().min(1)).optional(),
});

/** An ending that a name takes by its last vowel and its last letter; the first that fits. Turkish "Kazakistan’dan". */
export const suffix = z.strictObject({
  /** Last vowels after which it stands; any without it. */
  vowels: z.string().min(1).optional(),
  /** Last letters after which it stands; any without it. */
  after: z.string().min(1).optional(),
  add: z.string(),
});

/** How voices are joined. */
export const voiceJoin = z.union([z.literal('and'), z.strictObject({ separator: z.string() })]);

/** Where voices stand by their numbers at a place of a sentence: a single one, the first, each further one. */
export const voicePatterns = z
  .strictObject({
    alone: z.string().includes('{voice}'),
    first: z.string().includes('{voice}'),
    next: z.string().includes('{voice}'),
    join: voiceJoin,
  })
  .partial();
