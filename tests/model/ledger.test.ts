import { describe, expect, it } from 'vitest';
import { type Fact, fact, person, sourcesOf } from '../../src/model/appeal.ts';
import { type Correction, correction } from '../../src/model/correction.ts';
import { diffFacts, factsAt, ledgerOf, newestClaims, peopleAt } from '../../src/model/ledger.ts';

/** As the data file stands after two corrections of the official count and one of the status. */
const shots: Fact = fact.parse({
  id: 'shots',
  text: { en: '{killed}.' },
  sources: ['appeal'],
  status: 'disputed',
  figures: [
    {
      quantity: 'killed',
      unit: { en: 'dead' },
      claims: [
        { value: '13', voice: 'official', asOf: '2021-05-03', source: 'gazette' },
        { value: '70', voice: 'residents', qualifier: 'more-than', asOf: '2021-05', source: 'appeal' },
      ],
    },
  ],
});

const corrections: Correction[] = [
  {
    fact: 'shots',
    figure: 'killed',
    voice: 'official',
    date: '2021-05-02',
    was: '10',
    wasSaidOn: '2021-05-01',
    wasSaidIn: 'radio',
    now: '11',
    source: 'paper',
  },
  { fact: 'shots', date: '2021-05-02', was: 'reported', now: 'disputed', source: 'paper' },
  {
    fact: 'shots',
    figure: 'killed',
    voice: 'official',
    date: '2021-05-03',
    was: '11',
    wasSaidOn: '2021-05-02',
    wasSaidIn: 'paper',
    now: '13',
    reason: 'two died in hospital',
    source: 'gazette',
  },
].map((value) => correction.parse(value));

const officialOn = (day: string) => {
  const [at] = factsAt([shots], corrections, day);
  return newestClaims(at!, at!.figures[0]!, day).find((claim) => claim.voice === 'official');
};

describe('the ledger', () => {
  it.each([
    ['2021-04-30', undefined, undefined],
    ['2021-05-01', '10', 'radio'],
    ['2021-05-02', '11', 'paper'],
    ['2021-05-03', '13', 'gazette'],
    ['2021-06-01', '13', 'gazette'],
  ])('on %s the official count is %s', (day, value, source) => {
    expect([officialOn(day)?.value, officialOn(day)?.source]).toEqual([value, source]);
  });

  it('undoes a status with its day', () => {
    expect(factsAt([shots], corrections, '2021-05-01')[0]?.status).toBe('reported');
  });

  it('tells everything that was said, oldest first, each thing once', () => {
    expect(
      ledgerOf({ facts: [shots], people: [] }, corrections).map((e) =>
        [e.date, e.voice, e.was, e.now].join(' '),
      ),
    ).toEqual([
      '2021-05 residents  more-than 70',
      '2021-05-01 official  10',
      '2021-05-02 official 10 11',
      '2021-05-02  reported disputed',
      '2021-05-03 official 11 13',
    ]);
  });

  it('tells the difference between two days', () => {
    const at = (asOf: string) => ({ facts: factsAt([shots], corrections, asOf), people: [], asOf });
    expect(diffFacts(at('2021-05-02'), at('2021-05-03'))).toEqual([
      { fact: 'shots', figure: 'killed', voice: 'official', was: '11', now: '13', source: 'gazette' },
    ]);
    expect(diffFacts(at('2021-05-01'), at('2021-05-02')).map((c) => [c.was, c.now])).toEqual([
      ['reported', 'disputed'],
      ['10', '11'],
    ]);
  });
});

describe('the ledger of names', () => {
  const turbayev = person.parse({
    id: 'turbayev',
    name: { Latn: 'Zhaksalyk Turbayev', de: 'Schaksylyk Turbajew' },
    sources: ['appeal', 'paper'],
    asOf: '2021-05-03',
    status: 'confirmed',
  });
  const set: Correction[] = [
    {
      person: 'turbayev',
      language: 'Latn',
      date: '2021-05-03',
      was: 'Turbaev',
      wasSaidOn: '2021-05-01',
      wasSaidIn: 'appeal',
      now: 'Zhaksalyk Turbayev',
      source: 'paper',
    },
    { person: 'turbayev', date: '2021-05-04', was: 'reported', now: 'confirmed', source: 'paper' },
  ].map((value) => correction.parse(value));

  it.each([
    ['2021-05-02', 'Turbaev', '2021-05-01', 'reported'],
    ['2021-05-03', 'Zhaksalyk Turbayev', '2021-05-03', 'reported'],
    ['2021-05-04', 'Zhaksalyk Turbayev', '2021-05-03', 'confirmed'],
  ])('on %s the name is %s', (day, name, asOf, status) => {
    const [at] = peopleAt([turbayev], set, day);
    expect([at!.name, at!.asOf, at!.status]).toEqual([{ ...turbayev.name, Latn: name }, asOf, status]);
  });

  it('tells what was set right and its first spelling, oldest first', () => {
    const log = ledgerOf({ facts: [], people: [turbayev] }, set);
    expect(log.map((e) => [e.date, e.person, e.language, e.was, e.now, e.source].join('|'))).toEqual([
      '2021-05-01|turbayev|Latn||Turbaev|appeal',
      '2021-05-03|turbayev|Latn|Turbaev|Zhaksalyk Turbayev|paper',
      '2021-05-04|turbayev||reported|confirmed|paper',
    ]);
  });

  it('tells the difference between two days', () => {
    const at = (asOf: string) => ({ facts: [], people: peopleAt([turbayev], set, asOf), asOf });
    expect(diffFacts(at('2021-05-02'), at('2021-05-03'))).toEqual([
      { person: 'turbayev', language: 'Latn', was: 'Turbaev', now: 'Zhaksalyk Turbayev', source: 'paper' },
    ]);
  });

  it.each([
    [{ source: 'a' }, ['a']],
    [{ sources: ['a', 'b'] }, ['a', 'b']],
    [{ source: 'a', sources: ['b', 'a'] }, ['a', 'b']],
    [{}, []],
  ])('of %j the sources are %j', (parts, ids) => {
    expect(sourcesOf(parts)).toEqual(ids);
  });
});

describe('a correction', () => {
  it.each([
    [{ person: 'turbayev', now: 'disputed' }, ['person']],
    [{ fact: undefined, now: 'disputed' }, ['fact']],
    [{ language: 'ru', now: 'disputed' }, ['language']],
    [{ fact: undefined, person: 'turbayev', now: 'Turbayev' }, ['now']],
    [{ fact: undefined, person: 'turbayev', language: 'ru', figure: 'killed', now: '1' }, ['figure']],
  ])('%j is of neither a fact nor a person', (parts, path) => {
    const found = correction.safeParse({ fact: 'shots', date: '2021-05-02', source: 'paper', ...parts });
    expect(found.error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it.each([
    [{ figure: 'killed', now: 'eleven' }, ['now']],
    [{ figure: 'killed', was: 'about', now: '11' }, ['was']],
    [{ now: '11' }, ['now']],
    [{ now: 'disputed', date: '2021-13' }, ['date']],
  ])('%j is none', (parts, path) => {
    const found = correction.safeParse({ fact: 'shots', date: '2021-05-02', source: 'paper', ...parts });
    expect(found.error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});
