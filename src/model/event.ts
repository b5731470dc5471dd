import { z } from 'zod';
import { noted } from './notes.ts';
import { name as localName, text } from './text.ts';
import { country, fullDate, id, timeOfDay, timeZone, webUrl, words } from './values.ts';

/** Kinds of event. */
export const EVENT_KINDS = [
  'picket',
  'demonstration',
  'meeting',
  'strike',
  'vigil',
  'rally',
  'hearing',
  'deadline',
  'march',
  'concert',
  'other',
] as const;
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
    address: localName.optional(),
    city: localName,
    country: country.optional(),
    calledBy: localName.optional(),
    /** Weekday as the announcement has it (`Friday`), to hold against the date. */
    weekday: words.optional(),
    url: webUrl.optional(),
    source: words,
    /** True for an event that is shown as an example and did not take place as printed. */
    example: z.boolean().optional(),
  }),
  { thing: { name: 'event', key: 'id' } },
);
export type Event = z.infer<typeof event>;

/** A file of events. */
export const events = z.array(event);

/** Kinds of event that a kind of leaflet is made for. */
const MADE_FOR: Readonly<Record<string, readonly EventKind[]>> = {
  picket: ['picket', 'vigil'],
  demonstration: ['demonstration', 'rally', 'march'],
};

/** True if a kind of leaflet is made for this kind of event. */
function isMadeFor(leaflet: string, kind: EventKind): boolean {
  return MADE_FOR[leaflet]?.includes(kind) ?? false;
}

/** The events that stand on a leaflet: those that its kind is made for, else all. */
export function eventsOn(leaflet: string, events: readonly Event[]): readonly Event[] {
  const own = events.filter(({ kind }) => isMadeFor(leaflet, kind));
  return own.length > 0 ? own : events;
}
