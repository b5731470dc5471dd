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
  pl: /(?<!\p{L})(my|nas|nam|nasz\p{L}*|\p{L}+[aeiy]my|\p{L}+śmy)(?!\p{L})/iu,
  uk: /(?<!\p{L})(ми|нас|нам|наш\p{L}*|\p{L}+[єе]мо|\p{L}+имо|\p{L}+ємося|раді)(?!\p{L})/iu,
  cs: /(?<!\p{L})(my|nás|nám|naš\p{L}*|naším|jsme|abychom|rádi|\p{L}+[eíá]me)(?!\p{L})/iu,
  tr: /(?<!\p{L})(biz\p{L}*|\p{L}+yoruz|\p{L}*[ıiuü]m[ıiuü]z\p{L}*|öğrendik|almadık|yazmıştık|yanıtlarız)(?!\p{L})/iu,
  kk: /(?<!\p{L})(біз\p{L}*|\p{L}+м[ыі]з|едік|білдік|алмадық)(?!\p{L})/iu,
  ar: /نحن|نكتب|نرجو|نطلب|نطالب|لنقول|إبلاغنا|أخبرونا|نضالنا|علمنا|نتمنى|يسعدنا|يسرّنا|كتبنا|نذكر|إننا|نتلق/u,
  fa: /(?<!\p{L})ما(?!\p{L})|(?:نویس|خواه|خواهشمند|هست|ده|شد|کن|رسان|شو|نوشت|نکرد|بر)یم(?!\p{L})/u,
  he: /(?<!\p{L})(ו?אנו|אנחנו|שלנו|לנו|ו?נשמח|נבקשכם|כתבנו|קיבלנו|כותבים|דורשים)(?!\p{L})/u,
  hi: /(?<!\p{L})हम(?:ें|ने|ारा|ारी)?(?![\p{L}\p{M}])|रहे हैं/u,
  ja: /私たち/,
  ko: /우리/,
  vi: /chúng tôi/i,
  'zh-Hans': /我们/,
};

/** Languages in which who writes may stay unsaid, and those in which an "I" is a woman's or a man's. */
const UNSAID = ['ja', 'ko'];
const GENDERED = ['he', 'hi'];

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
      if (gender === undefined && GENDERED.includes(language)) continue;
      const text = letter(language, kind, { writes: 'I', gender });
      expect(text).not.toMatch(SEVERAL[language]!);
      expect(text).not.toContain('{');
      expect(letter(language, kind, { writes: 'I', gender }, {}, ['a'])).not.toMatch(SEVERAL[language]!);
    }
    if (!UNSAID.includes(language)) expect(letter(language, kind, {})).toMatch(SEVERAL[language]!);
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
  expect(letter('pl', 'union', { writes: 'I', gender: 'female' })).toContain('dowiedziałam się');
  expect(letter('he', 'ministry', { writes: 'I', gender: 'male' })).toContain('אני כותב אליכם');
  expect(letter('hi', 'ministry', { writes: 'I', gender: 'female' })).toContain('लिख रही हूँ');
  expect(letter('fr', 'company', { writes: 'I' })).toContain('mes salutations distinguées');
});

test('a template that knows no "I" says "we" to its end, and so does whoever tells no gender where it must show', () => {
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
  expect(letter('he', 'ministry', { writes: 'I' })).toBe(letter('he', 'ministry', {}));
});

function bundledOwn(body: string) {
  return gatherTemplates([template('letter/embassy.fr', body)]).find('letter/embassy.fr');
}
