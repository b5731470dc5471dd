import { describe, expect, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates } from '../../src/merge/template.ts';
import { LETTER_KINDS, type LetterKind } from '../../src/model/addressee.ts';
import { type Sender, sender } from '../../src/model/sender.ts';
import { writeText } from '../../src/write/text.ts';
import { appeal, bundledTemplates, bundledWords, campaign, embassy, job, template } from './fixture.ts';

/** Words in which several speak, by language: "we", "our", and endings of verbs that are no other word here. */
const SEVERAL: Readonly<Record<string, RegExp>> = {
  en: /\b(we|us|ours?)\b/i,
  de: /\b(wir|uns|unsere?[mnrs]?)\b/i,
  fr: /\b(nous|nos|notre|nôtre|restons|faisons)\b/i,
  es: /\b(nos|nuestr[ao]s?|\p{L}+(?<!olvid)[aei]mos)\b/iu,
  it: /\b(nostr[aeio]|\p{L}+(?:iamo|emmo))\b/iu,
  pt: /\b(nos|noss[ao]s?|\p{L}+[aeiou]mos)\b/iu,
  ru: /(?<!\p{L})(мы|нас|нам|наш\p{L}*|просим|ждём|желаем|будем|пишем)(?!\p{L})/iu,
};

function letter(
  language: string,
  kind: LetterKind,
  by: Partial<Sender>,
  more: object = {},
  demands: readonly string[] = ['a', 'b'],
): string {
  const silent = {
    ...campaign,
    appeal: {
      ...appeal,
      title: { [language]: '×' },
      subject: { [language]: '×' },
      demands: demands.map((id) => ({ id, text: { [language]: '×' }, of: undefined })),
    },
    facts: [],
    languages: [{ tag: language, review: 'draft' as const }],
  };
  const { document, problems } = mergeDocument({
    ...job({ language, kind, campaign: silent, target: embassy }),
    followUp: kind === 'prisoner' ? undefined : '2021-05-02',
    sender: sender.parse({ name: 'N. N.', ...by }),
    templates: bundledTemplates(`letter/${kind}.${language}`),
    ...more,
  });
  expect(problems).toEqual([]);
  return writeText(document!, { columns: 1000 });
}

describe.each(Object.keys(SEVERAL))('who writes, in %s', (language) => {
  test.each(LETTER_KINDS)('a letter %s of one person nowhere says "we"', (kind) => {
    for (const gender of ['female', 'male', undefined] as const) {
      const text = letter(language, kind, { writes: 'I', gender });
      expect(text).not.toMatch(SEVERAL[language]!);
      expect(text).not.toContain('{');
      expect(letter(language, kind, { writes: 'I', gender }, {}, ['a'])).not.toMatch(SEVERAL[language]!);
    }
    expect(letter(language, kind, {})).toMatch(SEVERAL[language]!);
  });
});

test('a gender without an organisation is a person; an organisation, signatories and the file’s own word come before', () => {
  const says = (by: Partial<Sender>, more?: object) =>
    /\bI am writing\b/.test(letter('en', 'ministry', by, more)) ? 'I' : 'we';
  expect(says({ gender: 'female' })).toBe('I');
  expect(says({ gender: 'female', organisation: 'Millers’ Union' })).toBe('we');
  expect(says({ gender: 'female', organisation: 'Millers’ Union', writes: 'I' })).toBe('I');
  expect(says({ gender: 'male', writes: 'we' })).toBe('we');
  expect(says({})).toBe('we');
  expect(says({ writes: 'I' }, { signatories: [{ id: 'a', name: 'A' }] })).toBe('we');
});

test('a woman and a man write as their language shows it, else neither', () => {
  const wish = (gender?: 'female' | 'male') => letter('ru', 'prisoner', { writes: 'I', gender });
  expect(wish('female')).toContain('буду рада получить');
  expect(wish('male')).toContain('буду рад получить');
  expect(wish()).toContain('надеюсь получить');
  const again = (gender?: 'female' | 'male') => letter('ru', 'embassy', { writes: 'I', gender });
  expect(again('female')).toContain('Я уже писала Вам');
  expect(again('male')).toContain('Я уже писал Вам');
  expect(again()).not.toMatch(/писала?(?!\p{L})/u);
  expect(letter('fr', 'company', { writes: 'I' })).toContain('mes salutations distinguées');
});

test('a template that knows no "I" says "we" to its end, and so does a language without one', () => {
  const own = bundledTemplates('letter/embassy.fr');
  const body = 'Nous écrivons.\n\n{{closing}}\n\n{{followUp}}';
  const merged = mergeDocument({
    ...job({ language: 'fr', words: bundledWords('fr'), target: embassy }),
    sender: sender.parse({ name: 'N. N.', writes: 'I' }),
    campaign: { ...campaign, missing: [] },
    templates: { ...own, find: () => bundledOwn(body) },
  });
  const text = writeText(merged.document!, { columns: 1000 });
  expect(text).toContain('Nous vous prions d’agréer');
  expect(letter('pl', 'ministry', { writes: 'I', gender: 'female' })).toBe(letter('pl', 'ministry', {}));
});

function bundledOwn(body: string) {
  return gatherTemplates([template('letter/embassy.fr', body)]).find('letter/embassy.fr');
}
