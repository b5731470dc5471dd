import { describe, expect, test } from 'vitest';
import { calledText, calledTexts } from '../../src/check/text-name.ts';
import type { Io } from '../../src/terminal/io.ts';
import { type Catalogue, ENGLISH, readCatalogue, textsIn, textsOf } from '../../src/terminal/texts.ts';
import { typedAfter, typedFor } from '../../src/terminal/typed-commands.ts';
import { languageOfLocale, takeUiLanguage } from '../../src/terminal/ui-language.ts';
import { PHRASES } from '../../src/wordings/phrases.ts';
import type { Wording } from '../../src/wordings/wording.ts';
import { finding, WORDINGS } from '../../src/wordings.ts';
import { handbill } from '../commands/run.ts';
import { namesIn, readHelp, readSaid } from './said.ts';

const LANGUAGES = ['es', 'fr', 'de', 'ru'] as const;
const said = readSaid();
const catalogues = Object.fromEntries(LANGUAGES.map((l) => [l, readCatalogue(l)])) as Record<
  (typeof LANGUAGES)[number],
  Catalogue
>;

/** What commander says itself of wrong use. */
const COMMANDER = [
  "unknown command '{name}'",
  "unknown option '{name}'",
  '(Did you mean {name}?)',
  "missing required argument '{name}'",
  "required option '{flags}' not specified",
  "option '{flags}' argument missing",
  "option '{flags}' argument '{value}' is invalid. {hint}",
  "option '{flags}' cannot be used with option '{other}'",
  "command-argument value '{value}' is invalid for argument '{name}'. {hint}",
  "too many arguments for '{command}'. Expected {wanted} argument but got {found}.",
  "too many arguments for '{command}'. Expected {wanted} arguments but got {found}.",
  'Allowed choices are {names}.',
];

/** Words of the other way to address people: each language keeps to one. */
const OTHER_ADDRESS: Record<(typeof LANGUAGES)[number], RegExp> = {
  es: /(?<!\p{L})(usted|ustedes|hágal[oa]|mire|conserve|borre|acórtel[oa]|añádal[oa]|quería decir|tome una)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|tes)(?!\p{L})/iu,
  de: /\p{Ll}n Sie(?!\p{L})|(?<!\p{L})(Ihnen|Ihrem|Ihren|Ihres)(?!\p{L})/u,
  ru: /(?<!\p{L})(ты|тебе|тебя|тво(й|я|ё|и|ей|его|им|их))(?!\p{L})/iu,
};

/** A template as the source has it: `{}` wherever something is put in. */
const shapeOf = (text: string) => text.replace(/\{\w+\}/g, '{}');

describe.each(LANGUAGES)('the catalogue of %s', (language) => {
  const { review, texts, problems } = catalogues[language];

  test('says how far it can be trusted', () => {
    expect(['draft', 'reviewed']).toContain(review);
  });

  test('addresses people in one way', () => {
    const entries = [...Object.values(texts), ...Object.values(problems)];
    const forms = entries.flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry)));
    expect(forms.filter((text) => OTHER_ADDRESS[language].test(text))).toEqual([]);
  });

  test('has all that is said, and all of the help', async () => {
    // Formats, papers and kinds are the same words in every language.
    const isWords = (text: string) => /^[a-z0-9-]+(, ?[a-z0-9-]+)*$/.test(text) && text.includes(',');
    const wanted = [...said.ids, ...(await readHelp())].filter((text) => !isWords(text));
    expect(wanted.filter((text) => !(text in texts))).toEqual([]);
  });

  test('has nothing that is no longer said', async () => {
    const help = await readHelp();
    const byCommander = ['Usage:', 'Arguments:', 'Options:'];
    const isSaid = (text: string) =>
      said.ids.has(text) || said.strings.has(text) || help.has(text) || byCommander.includes(text);
    const isCounted = (text: string) => said.strings.has(text.replace(/^\{n\} (.*)s$/, '$1'));
    expect(Object.keys(texts).filter((text) => !isSaid(text) && !isCounted(text))).toEqual([]);
    const shapes = new Set([...said.strings, ...COMMANDER].map(shapeOf));
    expect(Object.keys(problems).filter((message) => !shapes.has(shapeOf(message)))).toEqual([]);
  });

  test('has all that is said of wrong use', () => {
    const known = textsOf(language, catalogues[language]);
    const wrong = [...said.refusals, ...COMMANDER.map(shapeOf)].map((shape) => shape.replaceAll('{}', 'x'));
    expect(wrong.length).toBeGreaterThan(100);
    expect(wrong.filter((message) => known.translate(message) === message)).toEqual([]);
  });

  test('has all that findings say by their wording', () => {
    const told = Object.values<Wording>(WORDINGS).flatMap(({ message, hint }) => [message, hint ?? message]);
    const wanted = [...told, ...Object.values<string>(PHRASES)];
    expect(wanted.filter((text) => !Object.hasOwn(problems, text))).toEqual([]);
  });

  test('puts in what the English text puts in', () => {
    const entries = Object.entries({ ...texts, ...problems });
    const wrong = entries.flatMap(([english, entry]) =>
      (typeof entry === 'string' ? [entry] : Object.values(entry))
        .filter((text) => namesIn(text).join() !== namesIn(english).join())
        .map((text) => [english, text]),
    );
    expect(wrong).toEqual([]);
  });

  test('has a form for each kind of number', () => {
    const kinds = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // French and Spanish "many" is for millions, which take the same words here.
    const needed = kinds.filter((kind) => kind !== 'many' || language === 'ru');
    const counted = Object.entries(texts).filter(([, entry]) => typeof entry === 'object');
    expect(counted.filter(([, entry]) => needed.some((kind) => !(kind in (entry as object))))).toEqual([]);
  });
});

describe('texts of a catalogue', () => {
  const russian = textsOf('ru', {
    review: 'draft',
    texts: {
      'In {folder}.': 'В {folder}.',
      '{n} files': { one: '{n} файл', few: '{n} файла', many: '{n} файлов' },
    },
    problems: {
      '{name} is missing.': 'Нет {name}.',
      '{name}: {expected}; found {found}.': '{name}: {expected}; найдено {found}.',
      'expected a date': 'нужна дата',
    },
  });

  test.each(LANGUAGES)('a message that no catalogue has stays as it is: %s', (language) => {
    expect(textsIn(language).translate('Something that nobody says: x.y')).toBe(
      'Something that nobody says: x.y',
    );
  });

  test('say and count, and fall back to English', () => {
    expect(russian.say('In {folder}.', { folder: 'out' })).toBe('В out.');
    expect(russian.say('In {file}.', { file: 'out' })).toBe('In out.');
    expect([1, 2, 5, 21].map((n) => russian.count(n, 'file'))).toEqual([
      '1 файл',
      '2 файла',
      '5 файлов',
      '21 файл',
    ]);
    expect(russian.count(2, 'entry', 'entries')).toBe('2 entries');
  });

  test('a value is put in as it is, whatever it holds', () => {
    expect(russian.say('In {folder}.', { folder: '{folder} $& x' })).toBe('В {folder} $& x.');
    expect(russian.translate('{found} is missing.')).toBe('Нет {found}.');
  });

  test('a finished message is known by its pattern, and so are its parts', () => {
    expect(russian.translate('street is missing.')).toBe('Нет street.');
    expect(russian.translate('when: expected a date; found "1.5."\n.')).toBe(
      'when: нужна дата; найдено "1.5."\n.',
    );
    expect(russian.translate('Something else.')).toBe('Something else.');
  });
});

test('heads of tables are said in the language of who reads them; ID and nothing are the same in all', () => {
  expect([...said.heads].sort()).toEqual(['', 'ID']);
});

test('the language is that of the locale: LC_ALL, LC_MESSAGES, LANG; English in CI and where it is unknown', () => {
  const of = (env: Io['env'], locale?: string) => languageOfLocale({ env, locale });
  expect([
    of({}),
    of({ LANG: 'C.UTF-8' }),
    of({ LANG: 'kk_KZ.UTF-8' }),
    of({ LANG: 'de_AT.UTF-8' }),
    of({ LANG: 'de_DE', LC_MESSAGES: 'fr_FR', LC_ALL: '' }),
    of({ LANG: 'de_DE', LC_MESSAGES: 'fr_FR', LC_ALL: 'ru' }),
    of({ LANG: 'de_DE', LC_ALL: 'C' }),
    of({ LANG: 'de_DE', CI: 'true' }),
    of({}, 'es-MX'),
  ]).toEqual(['en', 'en', 'en', 'de', 'fr', 'ru', 'en', 'en', 'es']);
});

test('--ui-lang stands anywhere before --, and is no word of the command', () => {
  expect(takeUiLanguage(['--ui-lang', 'fr', 'make', '--lang', 'en'])).toEqual({
    args: ['make', '--lang', 'en'],
    asked: 'fr',
  });
  expect(takeUiLanguage(['make', '--ui-lang=de', '--ui-lang', 'ru'])).toEqual({
    args: ['make'],
    asked: 'ru',
  });
  expect(takeUiLanguage(['make', '--', '--ui-lang', 'fr']).asked).toBeUndefined();
  expect(takeUiLanguage(['make', '--ui-lang'])).toMatchObject({ args: ['make'], asked: '' });
});

test('an unknown language is wrong use', async () => {
  const { code, stderr } = await handbill('/', 'make --ui-lang xx');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'handbill: --ui-lang: there is no "xx". Choose from en, es, fr, de, ru.\n',
  });
});

test.each(LANGUAGES)('help in %s keeps to 80 columns and to the commands', async (language) => {
  const [english, translated] = await Promise.all([
    handbill('/', 'letters --help'),
    handbill('/', `letters --help --ui-lang ${language}`),
  ]);
  expect(translated.stdout).not.toContain(ENGLISH.say('Examples:\n'));
  expect(translated.stdout).toContain(textsIn(language).say('Examples:'));
  expect(translated.stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  const flags = (text: string) => text.match(/^ {2}(-|handbill).*?(?= {2}|$)/gm);
  expect(flags(translated.stdout)).toEqual(flags(english.stdout));
});

test('people read their language, programs the same in every one', async () => {
  const world = { env: { LANG: 'fr_FR.UTF-8' } };
  const [english, french, told] = await Promise.all([
    handbill('/', 'check nowhere --json'),
    handbill('/', 'check nowhere --json', world),
    handbill('/', 'check nowhere', world),
  ]);
  expect(french).toEqual(english);
  expect(told.stderr).toContain('1 erreur\n');
});

test('a finding is said by its wording, whatever its values look like', () => {
  const found = finding('warning', 'missing-translation', {
    name: 'The summary is missing in de',
    tag: 'fr',
  });
  expect(textsIn('de').problem(found)).toMatchObject({
    message: 'The summary is missing in de fehlt in fr.',
  });
  expect(ENGLISH.problem(found)).toMatchObject({ message: 'The summary is missing in de is missing in fr.' });
});

describe('after npx, where handbill is on no path', () => {
  const env = { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'handbill'" };

  test('each command that is named can be typed as it stands', async () => {
    const plain = await handbill('/', 'check nowhere', { env: {} });
    const typed = await handbill('/', 'check nowhere', { env });
    expect(plain.stderr).toContain(': handbill init\n');
    expect(typed.stderr).toBe(plain.stderr.replace(': handbill init', ': npx handbill init'));
  });

  test('what isn’t a command stays, and so does what is complete', () => {
    const texts = typedAfter('npx handbill', ['make', 'check'], ENGLISH);
    const text = 'handbill makes this. npx handbill check; see x/handbill make: handbill check';
    expect(texts.say(text)).toBe(
      'handbill makes this. npx handbill check; see x/handbill make: npx handbill check',
    );
  });

  test('another program that npx runs changes nothing', async () => {
    const other = { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'vitest'" };
    expect((await handbill('/', 'check nowhere', { env: other })).stderr).not.toContain('npx');
  });
});

describe('names of texts in messages', () => {
  test.each(['es', 'fr', 'de', 'ru'] as const)('%s', (language) => {
    const say = (name: string) => {
      const values = { number: 3, name: calledText(name), language: 'en' };
      return [
        finding('warning', 'wrong-number/no-figure', values),
        finding('warning', 'missing-translation', { name: calledTexts([name, name]), tag: 'en' }),
      ].map((problem) => textsIn(language).problem(problem).message);
    };
    const names = Object.entries(PHRASES).flatMap(([key, english]) =>
      key.startsWith('called-') ? [english.replace('{id}', 'x-1')] : [],
    );
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(say(name).join('\n')).not.toMatch(/\bthe\b|undefined|\{/i);
  });

  test('one begins an English message with a capital', () => {
    const values = { name: calledText('the text of the fact x-1'), tag: 'fr' };
    const { message } = finding('warning', 'missing-translation', values);
    expect(message).toBe('The text of the fact x-1 is missing in fr.');
  });
});

test('a command that names its appeal already names it once', () => {
  const texts = typedFor([['words try', 1, '--appeal']], 'strike', ENGLISH);
  expect(texts.say('handbill words try ro --appeal strike')).toBe('handbill words try ro --appeal strike');
  expect(texts.say('handbill words try ro --json')).toBe('handbill words try ro --appeal strike --json');
});
