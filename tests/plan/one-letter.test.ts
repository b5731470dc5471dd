import { describe, expect, it } from 'vitest';
import type { Demand } from '../../src/model/appeal.ts';
import { editionOf, toldOf } from '../../src/plan/edition.ts';
import { findForeign } from '../../src/plan/foreign.ts';
import { nameDocument } from '../../src/plan/held-back.ts';
import type { Job } from '../../src/plan/jobs.ts';
import { narrowed } from '../../src/plan/narrowed.ts';
import { placeOf } from '../../src/plan/places.ts';
import type { AppealFiles } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';
import { finding } from '../../src/wordings.ts';
import { campaign, company, embassy } from '../merge/fixture.ts';

describe('ever fewer words for a form or a call', () => {
  const text = (en: string) => ({ id: en, text: { en } }) as Demand;
  const demands = [
    text('a long demand'),
    text('short'),
    text('of middle length'),
    text('tiny'),
    text('the last'),
  ];
  const levels = narrowed({ ...campaign, appeal: { ...campaign.appeal, demands } }, embassy, 'en');

  it('each level tells no more than the one before; the last is one fact and one demand', () => {
    const sizes = levels.map(({ facts, appeal }) => [facts.length, appeal.demands.length]);
    for (const [i, [facts, asked]] of sizes.entries()) {
      expect(facts).toBeLessThanOrEqual(sizes[i - 1]?.[0] ?? Number.POSITIVE_INFINITY);
      expect(asked).toBeGreaterThan(0);
    }
    expect(sizes.at(-1)).toEqual([1, 1]);
  });

  it('what happened with its figures stays longest; what was withdrawn, and the background, is in none', () => {
    expect(levels.at(-1)!.facts.map(({ id }) => id)).toEqual(['shots']);
    for (const { facts } of levels)
      expect(facts.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['rumour', 'strike']));
  });

  it('of the demands the shortest go on, in the order in which they were put', () => {
    const kept = levels.map(({ appeal }) => appeal.demands.map(({ id }) => id).join('|'));
    expect(kept).toContain('short|tiny|the last');
    expect(kept).toContain('short|tiny');
  });
});

describe('what a letter tells', () => {
  const read = [
    ['figure/killed/official', '11'],
    ['fact/shots', undefined],
    ['demand/pay', undefined],
    ['contact/xx-gb', undefined],
  ] as const;

  it('has one code in whatever order it was read, and another once a figure changed', () => {
    const code = editionOf(toldOf(read));
    expect(toldOf(read)).toEqual(['demand/pay', 'fact/shots', 'figure/killed/official=11']);
    expect(code).toMatch(/^[0-9a-f]{8}$/);
    expect(editionOf([...toldOf(read)].reverse())).toBe(code);
    expect(editionOf(toldOf([['figure/killed/official', '12'], ...read.slice(1)]))).not.toBe(code);
  });

  it('an error of a document keeps back that one, a warning only names it', () => {
    const about = (severity: 'error' | 'warning') =>
      nameDocument(finding(severity, 'overfull-page/letter', {} as never), 'letters/a.en');
    expect(about('error').about).toEqual({ document: 'letters/a.en' });
    expect(about('error').message).not.toBe(about('warning').message);
    expect(about('warning').message).toMatch(/^letters\/a\.en: /);
    const other = finding('warning', 'fallback-language/own-words', { tags: 'de', first: 'en' });
    expect(nameDocument(other, 'letters/a.en')).toMatchObject({ about: other.about, message: other.message });
  });
});

describe('words in letters of another language', () => {
  const letter = (language: string, target = embassy): Job => ({
    material: 'letter',
    kind: 'embassy',
    language,
    target,
  });
  const found = (jobs: readonly Job[], input: object) =>
    findForeign(jobs, { settings: {}, ...input } as never).map(({ severity, wording, values }) => [
      severity,
      wording,
      values,
    ]);

  it('a name in letters that the reader may not know is told once for all, without naming anybody', () => {
    const sender = { name: 'Ольга Петрова', role: 'секретарь', country: 'RU' };
    const told = found([letter('en'), letter('en', company)], { sender });
    expect(told.map(([severity, , values]) => [severity, (values as { field: string }).field])).toEqual([
      ['notice', 'name'],
      ['warning', 'role'],
    ]);
    expect(JSON.stringify(told)).not.toContain('Петрова');
  });

  it('nothing is told where each language has its own form', () => {
    const sender = {
      name: 'Ольга Петрова',
      role: 'секретарь',
      country: 'RU',
      in: { en: { name: 'Olga Petrova', role: 'secretary' } },
    };
    expect(found([letter('en'), letter('ru')], { sender })).toEqual([]);
  });

  it('own words for several languages at once are told', () => {
    expect(
      found([letter('en'), letter('de')], { settings: { ownWords: 'We stand with you.' } }),
    ).toHaveLength(1);
    expect(found([letter('en')], { settings: { ownWords: 'We stand with you.' } })).toEqual([]);
    expect(found([letter('ru')], { settings: { ownWords: 'We stand with you.' } })).toHaveLength(1);
  });

  it('an addressee whose name is written in other letters is told by id, five and how many more', () => {
    const targets = Array.from({ length: 7 }, (_, i) => ({
      ...company,
      id: `c${i}`,
      organisation: 'Акционерное общество',
      languages: ['ru'],
    }));
    const [[severity, , values] = []] = found(
      targets.map((target) => letter('en', target)),
      {},
    );
    expect(severity).toBe('warning');
    expect(values).toMatchObject({ tag: 'en', ids: 'c0, c1, c2, c3, c4' });
  });
});

describe('where a thing stands in the data', () => {
  const parse = (file: string, text: string) => parseStructured({ file, text, sha256: '' });
  const head = parse(
    'appeal.yaml',
    `title: {en: T}
asOf: 2021-05-03
demands:
  - {id: pay, text: {en: Pay}}
people:
  - {id: ann, name: {en: Ann}}
facts:
  - id: shots
    figures:
      - quantity: killed
        claims:
          - {value: 1, voice: official}
          - {value: 11, voice: official}
  - id: strike
    figures:
      - claims:
          - {value: 1500}
`,
  );
  const contacts = parse('contacts.json', '[\n{"id": "a"},\n{"id": "b"}\n]');
  const files = { head, contacts } as unknown as AppealFiles;
  const place = (name: string) => {
    const at = placeOf(name, files, [parse('words/en.yaml', 'language: en')]);
    return at && [at.file, at.line].join(':').replace(/:$/, '');
  };

  it.each([
    ['demand/pay', 'appeal.yaml:4'],
    ['person/ann', 'appeal.yaml:6'],
    ['fact/shots', 'appeal.yaml:8'],
    ['figure/shots.killed/official', 'appeal.yaml:13'], // the newest claim of the voice
    ['figure/strike', 'appeal.yaml:17'],
    ['contact/b', 'contacts.json:3'],
    ['as-of', 'appeal.yaml:2'],
    ['appeal/headline', 'appeal.yaml:1'], // the title, where there is no headline
    ['words/en', 'words/en.yaml'],
    ['fact/none', undefined],
    ['contact/__proto__', undefined],
    ['nothing', undefined],
  ])('%s: %s', (name, at) => expect(place(name)).toBe(at));
});
