import ICAL from 'ical.js';
import { describe, expect, test, vi } from 'vitest';
import { writeCalendar } from '../../src/write/ics.ts';

const picket = {
  id: 'picket',
  title: 'Picket; at the gate, tonight',
  place: 'Łódź, Жаңаөзен',
  date: '2026-05-08',
} as const;

function read(...events: Parameters<typeof writeCalendar>[1]) {
  const text = writeCalendar('strike', events, '2026-05-02');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('times', () => {
  test.each([
    ['Europe/London', '2011-12-21', '12:00', '2011-12-21T12:00:00Z'],
    ['Europe/London', '2011-06-21', '12:00', '2011-06-21T11:00:00Z'],
    ['Asia/Hong_Kong', '2011-12-21', '06:30', '2011-12-20T22:30:00Z'],
    ['Asia/Almaty', '2011-12-16', '00:15', '2011-12-15T18:15:00Z'],
    // The evening on which the clocks go forward at 2.
    ['Europe/Berlin', '2026-03-29', '20:00', '2026-03-29T18:00:00Z'],
  ])('%s %s %s is %s', (timeZone, date, time, utc) => {
    const [event] = read({ ...picket, date, time, timeZone });
    expect(event!.startDate.toString()).toBe(utc);
  });

  test('many events in a zone look at one clock', () => {
    const { DateTimeFormat } = Intl;
    const made = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function make(...given) {
      return new DateTimeFormat(...given);
    });
    const events = Array.from({ length: 50 }, (_, i) => ({
      ...picket,
      id: `picket-${i}`,
      time: '18:30',
      timeZone: 'Asia/Almaty',
    }));
    expect(read(...events)).toHaveLength(50);
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });

  test('without a zone the time floats, without a time it is the whole day', () => {
    const [floating, day] = read({ ...picket, time: '18:30' }, { ...picket, id: 'day' });
    expect(floating!.startDate.toString()).toBe('2026-05-08T18:30:00');
    expect([day!.startDate.isDate, day!.startDate.toString()]).toEqual([true, '2026-05-08']);
  });
});

test('text comes back as it was, and forges no property', () => {
  const title = 'Picket; at the gate,\nEND:VEVENT\r\nX-EVIL:1';
  const [event, ...more] = read({ ...picket, title });
  expect(more).toEqual([]);
  expect(event!.summary).toBe('Picket; at the gate,\nEND:VEVENT\nX-EVIL:1');
  expect(event!.location).toBe('Łódź, Жаңаөзен');
  expect(event!.uid).toBe('picket.strike@handbill');
});
