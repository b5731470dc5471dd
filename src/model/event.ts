import { z } from 'zod';
import { noted } from './notes.ts';
import { name as localName, text } from './text.ts';
import { country, fullDate, id, timeOfDay, timeZone, webUrl } from './values.ts';

export const EVENT_KINDS = ['picket', 'demonstration', 'meeting', 'strike', 'vigil', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A picket, demonstration or meeting: what, when, where, who calls it. */
export const event = noted(
  z.strictObject({
    id,
    kind: z.enum(EVENT_KINDS),
    /** What it is, where the kind alone doesn't say it. */
    title: text.optional(),
    date: fullDate,
    time: timeOfDay.optional(),
    timeZone: timeZone.optional(),
    /** Name of the place: "Kazakh-British Chamber of Commerce". */
    place: localName,
    /** Street or square, as people on the spot know it. */
    address: z.string().min(1).optional(),
    city: z.string().min(1),
    country: country.optional(),
    calledBy: localName.optional(),
    /** Weekday as the announcement has it (`Friday`), to hold against the date. */
    weekday: z.string().min(1).optional(),
    url: webUrl.optional(),
    source: z.string().min(1),
    /** True for an event that is shown as an example and did not take place as printed. */
    example: z.boolean().optional(),
  }),
  { thing: { name: 'event', key: 'id' } },
);
export type Event = z.infer<typeof event>;

export const events = z.array(event);
