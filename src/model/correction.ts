import { z } from 'zod';
import { FACT_STATUSES } from './appeal.ts';
import { parseStatement } from './figure.ts';
import { sourceId } from './source.ts';
import { id, partialDate, words } from './values.ts';

/** On this day a figure, a name or a status was this and became that, because of this source. */
export const correction = z
  .strictObject({
    /** Id of the fact; left out where it is about a person. */
    fact: id.optional(),
    /** Id of the person. */
    person: id.optional(),
    /** Key of the name that changed, as under the person (`ru`, `Cyrl`); left out where the status did. */
    language: words.optional(),
    /** Quantity of the figure; left out where the status changed. */
    figure: id.optional(),
    /** Voice that says the figure; left out where the fact's own source does. */
    voice: id.optional(),
    date: partialDate,
    /** What it was, such as `11` or `more-than 30`; left out where nothing was said before. */
    was: words.optional(),
    /** Day and source of the statement that was corrected. */
    wasSaidOn: partialDate.optional(),
    wasSaidIn: sourceId.optional(),
    now: words,
    reason: words.optional(),
    source: sourceId,
  })
  .superRefine(({ fact, person, language, figure, voice, was, now }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (fact === undefined && person === undefined) wrong('fact', 'expected the id of a fact, or a person');
    if (fact !== undefined && person !== undefined) wrong('person', 'expected a fact or a person, not both');
    if (person === undefined && language !== undefined)
      wrong('language', 'expected a person with a language');
    if (person !== undefined && figure !== undefined) wrong('figure', 'expected no figure for a person');
    if (person !== undefined && voice !== undefined) wrong('voice', 'expected no voice for a person');
    if (language !== undefined) return;
    for (const [key, value] of Object.entries({ was, now })) {
      if (value === undefined) continue;
      const isRight = figure ? parseStatement(value) : FACT_STATUSES.some((status) => status === value);
      const message = figure
        ? 'expected a value such as 11, more-than 30 or hundreds'
        : `expected one of ${FACT_STATUSES.join(', ')}, as no ${person ? 'language' : 'figure'} is named`;
      if (!isRight) wrong(key, message);
    }
  });
export type Correction = z.infer<typeof correction>;

/** A file of corrections. */
export const corrections = z.array(correction);
