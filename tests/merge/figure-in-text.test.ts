import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { appealHead, fact } from '../../src/model/appeal.ts';
import { QUALIFIERS } from '../../src/model/figure.ts';
import { bundledWords, campaign, firstText } from './fixture.ts';

const LANGUAGES = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));

interface Said {
  readonly value: string;
  readonly voice?: string;
  readonly qualifier?: string;
}

const known = new Map(LANGUAGES.map((language) => [language, bundledWords(language)]));

/** A fact with one figure, as a document of the language tells it. */
function tell(language: string, text: string, claims: readonly Said[], unit: unknown = 'x') {
  const voices = ['one', 'two', 'three'].map((id) => ({ id, text: { [language]: `⟨${id}⟩` } }));
  const figures = [
    {
      quantity: 'n',
      unit: { [language]: unit },
      claims: claims.map((claim) => ({ ...claim, source: 'paper' })),
    },
  ];
  const facts = [fact.parse({ id: 'a', text: { [language]: text }, sources: ['paper'], figures })];
  const appeal = appealHead.parse({ ...campaign.appeal, languages: [language], voices });
  const languages = [{ tag: language, review: 'original' as const }];
  return firstText('{{facts "event"}}', {
    language,
    words: known.get(language)!,
    campaign: { ...campaign, facts, appeal, languages },
  })!;
}

const leadOf = (language: string, qualifier: (typeof QUALIFIERS)[number]) =>
  known.get(language)!.qualifiers[qualifier].split('{n')[0]!.trim();

describe.each(LANGUAGES)('%s', (language) => {
  test.each(QUALIFIERS)('%s typed before a figure that says it is said once', (qualifier) => {
    const lead = leadOf(language, qualifier);
    if (lead === '' || /^\p{P}/u.test(lead)) return;
    const claims = [{ value: '30', qualifier, voice: 'one' }];
    expect(tell(language, `Abc ${lead} {n} xyz.`, claims)).toBe(tell(language, 'Abc {n} xyz.', claims));
    const bare = [{ value: '30', qualifier }];
    expect(tell(language, `Abc ${lead} {n} xyz.`, bare).split(lead)).toHaveLength(2);
  });

  test('no qualifier stands before the number of another voice', () => {
    const [plain, more] = [
      { value: '373', voice: 'one' },
      { value: '1000', voice: 'two', qualifier: 'more-than' },
    ];
    const third = { value: '500', voice: 'three' };
    const said = tell(language, '{n}', [more, plain, third]);
    expect(tell(language, '{n}', [plain, more, third])).toBe(said);
    const lead = leadOf(language, 'more-than');
    if (lead === '') return;
    const at = said.toLowerCase().indexOf(lead.toLowerCase());
    expect(at).toBeGreaterThanOrEqual(0);
    const other = tell(language, '{n}', [plain]).match(/\p{Nd}+/u)![0];
    expect(said.indexOf(other)).toBeLessThan(at);
  });

  test('a sentence that begins with a figure begins with a capital, any other figure small', () => {
    for (const qualifier of QUALIFIERS) {
      const claims = [{ value: '30', qualifier }];
      const [first = ''] = tell(language, '{n} xyz.', claims);
      expect(first).toBe(first.toLocaleUpperCase(language));
      const later = tell(language, 'Abc. {n} xyz.', claims).slice(5);
      expect(later).toBe(tell(language, '{n} xyz.', claims));
      const lead = leadOf(language, qualifier);
      if (/^\p{Ll}/u.test(lead)) expect(tell(language, 'Abc {n} xyz.', claims)).toContain(lead);
    }
  });
});

test('an abbreviation before a figure ends no sentence, a closed bracket or an opened quotation does not hide one', () => {
  const claims = [{ value: '30', qualifier: 'about' }];
  expect(tell('en', 'See p. {n}.', claims)).toBe('See p. about 30 x.');
  expect(tell('ru', '16 декабря 2011 г. {n} погибли.', claims)).toContain('г. около 30');
  expect(tell('ru', 'Забастовка на всех заводах города началась в мае 2011 г. {n} ушли.', claims)).toContain(
    'г. Около 30',
  );
  expect(tell('en', '“It is so.” {n} left.', claims)).toContain('” About 30');
  expect(tell('en', 'They said: it is so. “{n} left.”', claims)).toContain('“About 30');
  expect(tell('es', 'Es así. ¡{n} fuera!', claims)).toContain('¡Cerca de 30');
});

test('a qualifier that only the text has keeps to its number, and asks for its case', () => {
  const worker = { one: 'рабочий', few: 'рабочих', many: 'рабочих', other: 'x', 'governed-one': 'рабочего' };
  expect(tell('ru', 'Уволен более {n}.', [{ value: '21' }], worker)).toBe('Уволен более 21 рабочего.');
  expect(tell('de', 'Es waren mehr als {n}.', [{ value: '30', voice: 'one' }])).toBe(
    'Es waren ⟨one⟩ mehr als 30 x.',
  );
  expect(tell('ru', 'Их было не более {n}.', [{ value: '30' }], worker)).toBe('Их было до 30 рабочих.');
  expect(tell('en', 'We worry about {n}.', [{ value: '30', qualifier: 'more-than' }])).toBe(
    'We worry about more than 30 x.',
  );
});
