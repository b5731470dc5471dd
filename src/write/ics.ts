import ICAL from 'ical.js';
import { oneLine, plainLines } from '../model/escape.ts';
import { memoise } from '../model/memory.ts';

/** An event as a calendar needs it. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly description?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM` where it takes place; the whole day where it is left out. */
  readonly time?: string | undefined;
  /** IANA name; the time floats where it is left out. */
  readonly timeZone?: string | undefined;
  readonly url?: string | undefined;
  /** Days before it on which the calendar reminds of it. */
  readonly remindDays?: number | undefined;
}

/**
 * Events as iCalendar (RFC 5545). Times with a zone are written in UTC. `stamp` is the day of the data, as a file must
 * not tell when it was made.
 */
export function writeCalendar(appeal: string, events: readonly CalendarEvent[], stamp: string): string {
  const calendar = new ICAL.Component('vcalendar');
  // To make a clock takes far longer than to look at it.
  const clocks = memoise(clockOf);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//handbill//EN');
  for (const event of events) {
    const entry = new ICAL.Component('vevent');
    const add = (name: string, value: string | ICAL.Time | undefined) => {
      if (value === undefined || value === '') return;
      const clean = name === 'uid' || name === 'url' ? oneLine : plainLines;
      const text = typeof value === 'string' ? clean(value) : value;
      entry.addPropertyWithValue(name, text);
    };
    add('uid', `${event.id}.${appeal}@handbill`);
    add('dtstamp', ICAL.Time.fromDateTimeString(`${stamp}T00:00:00Z`));
    add('dtstart', startOf(event, clocks));
    add('summary', event.title);
    add('location', event.place);
    add('description', event.description);
    add('url', event.url);
    if (event.remindDays !== undefined) entry.addSubcomponent(reminderOf(event, event.remindDays));
    calendar.addSubcomponent(entry);
  }
  return `${calendar.toString()}\r\n`;
}

function reminderOf({ title }: CalendarEvent, days: number): ICAL.Component {
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('description', title);
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(`-P${days}D`));
  return alarm;
}

function startOf({ date, time, timeZone }: CalendarEvent, clocks: typeof clockOf): ICAL.Time {
  if (time === undefined) return ICAL.Time.fromDateString(date);
  if (timeZone === undefined) return ICAL.Time.fromDateTimeString(`${date}T${time}:00`);
  return ICAL.Time.fromDateTimeString(`${utcOf(date, time, clocks(timeZone))}Z`);
}

/** The moment in UTC, `YYYY-MM-DDTHH:MM:SS`: the guess is mended by what the zone's clock shows at it. */
function utcOf(date: string, time: string, clock: Intl.DateTimeFormat): string {
  const local = Date.parse(`${date}T${time}:00Z`);
  let moment = local;
  for (let i = 0; i < 2; i += 1) moment += local - readClock(clock, moment);
  return new Date(moment).toISOString().slice(0, 19);
}

/** The clock of a zone. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** What a clock shows, read as if it were UTC. */
function readClock(clock: Intl.DateTimeFormat, moment: number): number {
  const parts = clock.formatToParts(new Date(moment));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '00';
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`);
}
