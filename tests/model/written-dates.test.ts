import { describe, expect, it } from 'vitest';
import { bothDays, dayOrderOf, writtenDay, writtenTime } from '../../src/model/written-dates.ts';

describe('days as people write them', () => {
  it.each(
    [
      '2026-05-01',
      '1. Mai 2026',
      '1.Mai 2026',
      '01.05.2026',
      '1. 5. 2026',
      'Freitag, 1. Mai 2026',
      '1 May 2026',
      'May 1, 2026',
      'May 1st, 2026',
      '1st of May 2026',
      '1er mai 2026',
      'vendredi 1 mai 2026',
      '1 de mayo de 2026',
      '1º de maio de 2026',
      '1 maggio 2026',
      '1 maja 2026 r.',
      '1 мая 2026',
      '1 мая 2026 г.',
      '1 мая 2026 года',
      '01.05.2026 г.',
      '1 травня 2026 року',
      '2026 жылғы 1 мамыр',
      '1 Mayıs 2026',
      '١ مايو ٢٠٢٦',
      '1 أيار 2026',
      '۱ مه ۲۰۲۶',
      '2026年5月1日',
      '2026年5月1日（星期五）',
      '2026/5/1',
      '2026.05.01',
      '2026-05-01T00:00:00Z',
      '2026-05-01 00:00:00',
      '1-May-2026',
    ].map((written) => [written]),
  )('%s is the first of May', (written) => expect(writtenDay(written)).toBe('2026-05-01'));

  it.each([
    ['16 déc. 2011', '2011-12-16'],
    ['16 дек 2011', '2011-12-16'],
    ['16 كانون الأول 2011', '2011-12-16'],
    ['5/16/2026', '2026-05-16'],
    ['16/5/2026', '2026-05-16'],
    ['5/5/2026', '2026-05-05'],
    ['Mai 2026', '2026-05'],
    ['mayo de 2026', '2026-05'],
    ['2026年5月', '2026-05'],
    ['5/1/2026', undefined],
    ['31.02.2026', undefined],
    ['30 February 2026', undefined],
    ['1 jui 2026', undefined],
    ['Marktplatz 1, 2026', undefined],
    ['1. Mai', undefined],
    ['1.5.26', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s is %s', (written, day) => expect(writtenDay(written)).toBe(day));

  it('between slashes are in the order of their country, or may be two', () => {
    expect(writtenDay('5/1/2026', dayOrderOf('US'))).toBe('2026-05-01');
    expect(writtenDay('5/1/2026', dayOrderOf('GB'))).toBe('2026-01-05');
    expect(dayOrderOf('CA')).toBeUndefined();
    expect(bothDays('5/1/2026')).toEqual(['2026-01-05', '2026-05-01']);
    expect(bothDays('5/16/2026')).toBeUndefined();
  });
});

describe('times as people write them', () => {
  it.each(
    '17:30 17.30 17h30 17:30:00 17.30 Uhr|17 h 30|5:30 PM|5:30pm|5.30 p.m.|5:30 p. m.|17 Uhr 30|ore 17.30|в 17:30|godz. 17.30|saat 17:30|١٧:٣٠|下午5点30分|17点30分|5:30 م'
      .split('|')
      .flatMap((part, i) => (i === 0 ? part.split(' ').slice(0, 4) : [part]))
      .map((written) => [written]),
  )('%s is half past five', (written) => expect(writtenTime(written)).toBe('17:30'));

  it.each([
    ['9:00', '09:00'],
    ['9h', '09:00'],
    ['17 Uhr', '17:00'],
    ['12 AM', '00:00'],
    ['12 PM', '12:00'],
    ['18 часов', '18:00'],
    ['下午5点半', '17:30'],
    ['13 PM', undefined],
    ['25:00', undefined],
    ['17:75', undefined],
    ['1800', undefined],
    ['noon', undefined],
  ])('%s is %s', (written, time) => expect(writtenTime(written)).toBe(time));
});
