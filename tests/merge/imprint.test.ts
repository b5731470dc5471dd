import { describe, expect, test } from 'vitest';
import { imprintLines, writeImprint } from '../../src/merge/imprint.ts';
import type { ImprintData } from '../../src/model/imprint.ts';

const union = { name: 'Example Union', address: '1 Example Road\nExampleton', place: 'Exampleton' };
const press = { name: 'Example Press', address: '2 Example Road, Exampleton', place: 'Otherton' };

function lines(data: ImprintData, country: string, kind = 'picket'): string[] {
  const { imprint, problems } = writeImprint(data, { country });
  expect(problems).toEqual([expect.objectContaining({ code: 'imprint', severity: 'notice' })]);
  expect(problems[0]!.hint).toContain('not legal advice');
  expect(problems[0]!.hint).toContain('anonymity');
  return imprintLines(imprint!, kind);
}

describe('an imprint as the law of the country asks for it', () => {
  test('Germany: publisher and printer with address, who is responsible', () => {
    expect(lines({ publisher: union, printer: press, responsible: union }, 'DE')).toEqual([
      'Herausgeber: Example Union, 1 Example Road, Exampleton',
      'Druck: Example Press, 2 Example Road, Exampleton',
      'V. i. S. d. P.: Example Union, 1 Example Road, Exampleton',
    ]);
    expect(lines({ publisher: union, printer: 'self' }, 'DE')[1]).toBe('Druck: Eigendruck');
  });

  test('Austria: names and places', () => {
    expect(lines({ publisher: union, printer: press }, 'AT')).toEqual([
      'Medieninhaber: Example Union',
      'Hersteller: Example Press',
      'Verlagsort: Exampleton, Herstellungsort: Otherton',
    ]);
    expect(lines({ publisher: union, printer: 'self' }, 'AT')).toEqual([
      'Medieninhaber und Hersteller: Example Union',
      'Verlags- und Herstellungsort: Exampleton',
    ]);
  });

  test('France: the printer; what is handed out asks not to be thrown away, what is hung up doesn’t', () => {
    const printed = 'Imprimé par : Example Press, 2 Example Road, Exampleton';
    expect(lines({ printer: press }, 'FR')).toEqual([printed, 'Ne pas jeter sur la voie publique']);
    expect(lines({ printer: press }, 'FR', 'poster')).toEqual([printed]);
  });

  test('United Kingdom: printed and published by', () => {
    expect(lines({ publisher: union, printer: press }, 'GB')).toEqual([
      'Printed by Example Press, 2 Example Road, Exampleton. Published by Example Union, 1 Example Road, Exampleton',
    ]);
    expect(lines({ publisher: union, printer: 'self' }, 'GB')).toEqual([
      'Printed and published by Example Union, 1 Example Road, Exampleton',
    ]);
  });

  test('elsewhere, and without a country, what the data names, plain', () => {
    for (const country of [undefined, 'KZ']) {
      const { imprint, problems } = writeImprint({ publisher: union }, { country });
      expect(problems).toEqual([]);
      expect(imprintLines(imprint!, 'picket')).toEqual(['Example Union, 1 Example Road, Exampleton']);
    }
  });
});

describe('what is missing', () => {
  const missing = (data: ImprintData, country: string) =>
    writeImprint(data, { country }).problems.map(({ code, severity, message }) => [
      code,
      severity,
      /needs (\S+)/.exec(message)?.[1],
    ]);

  test.each([
    ['DE', {}, ['publisher.name', 'publisher.address', 'printer.name', 'printer.address']],
    ['DE', { publisher: { name: 'Example Union' }, printer: 'self' }, ['publisher.address']],
    ['AT', { publisher: { name: 'Example Union' }, printer: press }, ['publisher.place']],
    ['FR', { publisher: union }, ['printer.name', 'printer.address']],
    ['GB', { printer: press }, ['publisher.name', 'publisher.address']],
  ] as const)('%s %j: an error for each field, and no imprint', (country, data, fields) => {
    expect(writeImprint(data, { country }).imprint).toBeUndefined();
    expect(missing(data, country)).toEqual(fields.map((field) => ['imprint-missing', 'error', field]));
  });

  test('can be the organiser’s own decision, and that is said', () => {
    const { imprint, problems } = writeImprint({}, { country: 'DE', none: true });
    expect(imprint).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'imprint', severity: 'warning' })]);
    expect(problems[0]!.message).toContain('your own decision');
  });
});

test('posters on white paper are warned of in France alone', () => {
  const codes = (country: string, posters: boolean) =>
    writeImprint({ publisher: union, printer: press }, { country, posters }).problems.map(({ code }) => code);
  expect(codes('FR', true)).toContain('poster-paper');
  expect(codes('FR', false)).not.toContain('poster-paper');
  expect(codes('DE', true)).not.toContain('poster-paper');
});
