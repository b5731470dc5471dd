import { z } from 'zod';
import { FACT_STATUSES, parseStatement } from './appeal.ts';
import { id, partialDate } from './values.ts';

/** On this day a figure or a status was this and became that, because of this source. */
export const correction = z
  .strictObject({
    /** Id of the fact. */
    fact: id,
    /** Quantity of the figure; left out where the status of the fact changed. */
    figure: id.optional(),
    /** Voice that says the figure; left out where the fact's own source does. */
    voice: id.optional(),
    date: partialDate,
    /** What it was, such as `11` or `more-than 30`; left out where nothing was said before. */
    was: z.string().min(1).optional(),
    /** Day and source of the statement that was corrected. */
    wasSaidOn: partialDate.optional(),
    wasSaidIn: id.optional(),
    now: z.string().min(1),
    reason: z.string().min(1).optional(),
    source: id,
  })
  .superRefine(({ figure, was, now }, context) => {
    for (const [key, value] of Object.entries({ was, now })) {
      if (value === undefined) continue;
      const isRight = figure ? parseStatement(value) : FACT_STATUSES.some((status) => status === value);
      const message = figure
        ? 'expected a value such as 11, more-than 30 or hundreds'
        : `expected one of ${FACT_STATUSES.join(', ')}, as no figure is named`;
      if (!isRight) context.addIssue({ code: 'custom', path: [key], message });
    }
  });
export type Correction = z.infer<typeof correction>;

export const corrections = z.array(correction);
