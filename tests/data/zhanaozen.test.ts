import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type AppealHead, appealHead } from '../../src/model/appeal.ts';
import { sharedPath } from '../shared.ts';

type Row = Record<string, string>;
const rows = (file: string): Row[] => parse(readFileSync(file, 'utf8'), { columns: true });
const head: AppealHead = appealHead.parse(parseYaml(readFileSync('data/zhanaozen/appeal.yaml', 'utf8')));
const table = rows('data/zhanaozen/facts.csv');
const facts = table.filter((row) => row.role && row.role !== 'record');
const printedVoices = facts.flatMap((row) => row.prints?.split(';') ?? []);
const claims = table.filter((row) => row.value);
const contacts = rows('data/zhanaozen/contacts.csv');
const events = rows('data/zhanaozen/events.csv');
const languages = head.languages.map((l) => (typeof l === 'string' ? l : l.tag));

/** Each statement of the appeal, where it is carried, and words of it that must stand there. */
const STATEMENTS: readonly (readonly [statement: string, fact: string, words: readonly string[]])[] = [
  [
    '16 December 2011: the rally of striking oil workers shot down in Zhanaozen, in the west',
    'rally-shot',
    ['16 December 2011', 'authorities', 'rally', 'striking oil workers', 'Zhanaozen', 'west'],
  ],
  ['a strike of workers since May', 'strike', ['May', '{strikers}', 'on strike']],
  ['for higher wages and better working conditions', 'strike', ['higher wages', 'better working conditions']],
  ['the strike was banned', 'strike', ['banned']],
  [
    'the field of Karazhanbas, where the conflict broke out',
    'karazhanbas',
    ['conflict broke out', 'Karazhanbas'],
  ],
  [
    'its company belongs to CITIC and KazMunayGas',
    'karazhanbas',
    ['China International Trust Investment Company', 'KazMunayGas'],
  ],
  ['repression has been increasing steadily', 'dismissed', ['Repression', 'steadily']],
  ['workers were laid off', 'dismissed', ['{dismissed}', 'dismissed']],
  [
    'Turbayev, a union activist, killed by unknown persons',
    'turbayev',
    ['union activist', 'Zhaksalyk Turbayev', 'killed by unknown persons'],
  ],
  [
    'fire set to the house of Aydarbayev, another activist',
    'aydarbayev',
    ['another activist', 'Aslambek Aydarbayev', 'house', 'fire'],
  ],
  [
    'Sokolova, lawyer, six years for "inciting social discord"',
    'sokolova',
    ['lawyer', 'Natalia Sokolova', 'six years in prison', 'inciting social discord'],
  ],
  [
    'Aminov, Sisenbayev and more others arrested and sentenced',
    'arrested',
    ['Akzhanat Aminov', 'Kuanysh Sisenbayev', '{arrested}', 'arrested and sentenced'],
  ],
  [
    'the regime of Nazarbayev: suppression, authoritarianism',
    'regime',
    ['Nazarbayev', 'brutal suppression of the workers’ movement', 'authoritarianism'],
  ],
  [
    'Eurasianism the official ideology; Gumilev',
    'ideology',
    ['Eurasianism', 'Lev Gumilev', 'new right', 'official ideology'],
  ],
  ['many workers were killed', 'killed', ['Many workers were killed', '{killed}']],
  ['people injured', 'injured', ['{injured}']],
  ['state of emergency and curfew', 'emergency', ['state of emergency', 'curfew']],
  [
    'army in the city, cut off from the rest of the world',
    'emergency',
    ['army', 'cut the city off from the rest of the world'],
  ],
  [
    'rallies of solidarity in the nearby towns',
    'nearby-towns',
    ['nearby towns', 'solidarity with the workers of Zhanaozen'],
  ],
  ['fired at again, new victims', 'nearby-towns', ['opened fire', 'new victims']],
];

describe('the bundled appeal', () => {
  it.each(STATEMENTS)('carries: %s', (_statement, id, words) => {
    const text = facts.find((row) => row.id === id)?.['text.en'] ?? '';
    for (const word of words) expect(text).toContain(word);
  });

  it('gives every fact of the appeal the appeal as its source', () => {
    for (const row of facts) expect(row.sources?.split(';')).toContain('appeal');
  });

  it('carries the appeal’s own figures', () => {
    const own = claims.filter((row) => row.saidIn === 'appeal');
    expect(own.map((row) => [row.quantity, row.qualifier, row.value, row.voice].join(' '))).toEqual([
      'killed  11 official',
      'killed  70 unofficial',
      'injured  hundreds workers',
      'strikers about 1500 ',
      'dismissed  hundreds ',
      'arrested more-than 30 ',
      'sokolova-years  6 court',
    ]);
  });

  it('prints the appeal’s two counts of the dead and the workers’ of the injured', () => {
    const prints = Object.fromEntries(
      facts.filter((row) => row.prints).map((row) => [row.quantity, row.prints]),
    );
    expect(prints).toEqual({ killed: 'official;unofficial', injured: 'workers' });
  });

  it('asks for what the appeal asks for', () => {
    expect(head.actions.map((action) => action.kind)).toEqual([
      'letter',
      'picket',
      'demonstration',
      'boycott',
    ]);
    expect(head.targets).toContain('embassy');
    expect(head.targets.filter((target) => target.startsWith('co-'))).toEqual([
      'co-citic-group',
      'co-citic-limited',
      'co-citic-resources',
    ]);
    expect(head.demands[0]).toMatchObject({ id: 'stop-massacre', sources: ['appeal'] });
  });

  it('marks each further demand with the source that raised it, or as the sender’s own', () => {
    for (const demand of head.demands) expect(demand.own === true).toBe(demand.sources === undefined);
    for (const demand of head.demands) expect(demand.of?.length).toBeGreaterThan(0);
  });

  it('keeps commentary out of the facts of the event, and every doer as the appeal names it', () => {
    expect(facts.filter((row) => row.role === 'commentary').map((row) => row.id)).toEqual([
      'regime',
      'ideology',
    ]);
    const doers = Object.fromEntries(facts.filter((row) => row.actor).map((row) => [row.id, row.actor]));
    expect(doers).toEqual({
      'rally-shot': 'authorities of Kazakhstan',
      emergency: 'the regime',
      'nearby-towns': 'the authorities',
      turbayev: 'unknown persons',
    });
  });

  it('is an example, original in English only', () => {
    for (const language of languages) expect(head.example).toHaveProperty(language);
    expect(head.languages).toEqual(
      languages.map((tag) => ({ tag, review: tag === 'en' ? 'original' : 'draft' })),
    );
  });
});

describe('every language of the bundled appeal', () => {
  it.each(languages)('%s has every text', (language) => {
    const missing: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value) && 'en' in value && !(language in value)) missing.push(path);
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
    };
    const voices = head.voices.filter((voice) => printedVoices.includes(voice.id));
    look({ ...head, voices, people: head.people.map(({ role }) => role) }, 'appeal');
    for (const row of [...facts, ...events]) {
      for (const [key, value] of Object.entries(row)) {
        const [field] = key.split('.');
        if (key.endsWith('.en') && value && !row[`${field}.${language}`]) missing.push(`${row.id}.${field}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it.each(languages)('%s prints each figure in the text and in the short form of its fact', (language) => {
    for (const row of facts) {
      for (const field of ['text', 'short']) {
        const value = row[`${field}.${language}`];
        if (!value) continue;
        const printed = [...value.matchAll(/\{([a-z-]+)\}/g)].map((match) => match[1]);
        expect(printed, `${row.id} ${field}.${language}`).toEqual(row.quantity ? [row.quantity] : []);
      }
    }
  });

  it.each(languages)('%s writes nobody’s name in two ways', (language) => {
    if (/^(ru|uk|kk|pl)$/.test(language)) return; // inflected
    for (const person of head.people) {
      const name = person.name[language] ?? person.name.Latn ?? '';
      const row = facts.find(
        (fact) => fact.id === person.id || (fact.id === 'arrested' && /aminov|sisenbayev/.test(person.id)),
      );
      expect(row?.[`text.${language}`], person.id).toContain(name);
    }
  });
});

describe('the contacts and events', () => {
  it('have a source and the date seen', () => {
    for (const row of contacts)
      expect([row.id, row.source && row.seen ? 'sourced' : 'no source']).toEqual([row.id, 'sourced']);
    for (const row of events) expect(row.source).not.toBe('');
  });

  it('are a picket and a demonstration on the weekday that was announced', () => {
    expect(events.map((row) => row.kind).sort()).toEqual(['demonstration', 'picket']);
    for (const row of events) {
      const day = new Date(`${row.date}T00:00:00Z`).toLocaleDateString('en', {
        weekday: 'long',
        timeZone: 'UTC',
      });
      expect(day).toBe(row.weekday);
    }
  });

  it('name every source, voice and contact that is referred to', () => {
    const sources = head.sources.map((source) => source.id);
    const voices = head.voices.map((voice) => voice.id);
    for (const row of claims) {
      expect(sources).toContain(row.saidIn);
      if (row.voice) expect(voices).toContain(row.voice);
    }
    const known = new Set([...contacts.map((row) => row.id ?? ''), ...contacts.map((row) => row.kind ?? '')]);
    for (const target of head.targets.filter((t) => t.startsWith('co-')))
      expect(known.has(target), target).toBe(true);
  });
});

const SHARED = sharedPath('data');
describe.skipIf(!existsSync(SHARED))('against the gathered data (skipped where ../shared is missing)', () => {
  /** Quantities under the names that they have in the appeal. */
  const NAMES: Record<string, string> = {
    'bodies in the morgue': 'bodies',
    'arrested and sentenced': 'arrested',
    'killed by police': 'killed-by-police',
    'years in prison': 'sokolova-years',
  };
  const nameOf = ({ quantity = '', place }: Row): string => {
    if (quantity === 'arrested' && place === 'Zhanaozen') return 'arrested-zhanaozen';
    if (quantity === 'strikers' && place === 'Mangistau') return 'strikers-mangistau';
    return NAMES[quantity] ?? quantity;
  };

  it('has each of the statements, with its day', () => {
    const key = (...parts: (string | undefined)[]) => parts.map((part) => part || '-').join(' ');
    const qualifiers: Record<string, string> = {
      around: 'about',
      'more than': 'more-than',
      'at least': 'at-least',
      hundreds: '',
      conditional: '',
    };
    const gathered = rows(`${SHARED}/zhanaozen-figures.csv`).map((row) =>
      key(
        nameOf(row),
        row.value?.replace('–', '-') || row.qualifier,
        qualifiers[row.qualifier ?? ''] ?? row.qualifier,
        row.said_on,
      ),
    );
    const carried = claims.map((row) => key(row.quantity, row.value, row.qualifier, row.saidOn));
    expect(gathered.length).toBe(26);
    expect(carried.sort()).toEqual(gathered.sort());
  });

  it('gives each statement its web address', () => {
    const addresses = new Set(head.sources.map((source) => source.url));
    for (const row of rows(`${SHARED}/zhanaozen-figures.csv`))
      if (row.source?.startsWith('http')) expect(addresses).toContain(row.source);
  });

  it('has each contact as it was seen', () => {
    const seen = rows(`${SHARED}/contacts-zhanaozen.csv`);
    expect(contacts.map((row) => row.id)).toEqual(seen.map((row) => row.id));
    for (const [i, row] of contacts.entries()) {
      const from = seen[i] ?? {};
      for (const key of ['street', 'city', 'phone', 'fax', 'email', 'website', 'source', 'seen'])
        expect(row[key]).toBe(from[key]);
      expect(row.postalCode).toBe(from.postal_code);
      expect(row['organisation.en']).toBe(from.organisation);
      if (from.organisation_local) expect(Object.values(row)).toContain(from.organisation_local);
      const names = Object.entries(row).filter(([key, value]) => key.startsWith('organisation.') && value);
      const ours = names.filter(([, name]) => name !== from.organisation && name !== from.organisation_local);
      for (const [key] of ours) expect(row.notes).toContain(key.slice('organisation.'.length));
    }
  });
});
