import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainDigits, wordsOf } from '../../src/import/text/passages.ts';
import { readAppealText, type TextRead } from '../../src/import/text/read-text.ts';
import { readVocabularies, type Vocabulary } from '../../src/import/text/vocabulary.ts';
import { parseTextDocument, readTextDocument } from '../../src/read/arrived.ts';
import { sharedPath } from '../shared.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/arrived/', import.meta.url));
const READING = fileURLToPath(new URL('../../data/reading', import.meta.url));
/** The founding text, where it lies beside handbill. */
const FOUNDING = sharedPath('appeals/zhanaozen-2011.txt');

interface Marks {
  readonly dates: string[];
  readonly ways: string[];
  readonly figures: string[];
  readonly demands: string[];
}
const marks = parse(readFileSync(`${FOLDER}marks.yaml`, 'utf8')) as Record<string, Marks> & {
  all: { dates: string[]; deadline: string };
};
const LANGUAGES = Object.keys(marks).filter((name) => name !== 'all');

let all: Vocabulary[];
const read = new Map<string, TextRead>();
beforeAll(async () => {
  all = await readVocabularies(READING);
  for (const language of LANGUAGES)
    read.set(language, readAppealText(await readTextDocument(`${FOLDER}${language}.txt`), all)!);
});

const figuresOf = ({ facts }: TextRead) =>
  facts.flatMap(({ figures }) =>
    figures.flatMap(({ unit, claims }) =>
      claims.map(({ value, voice = '' }) => ({ value, voice, unit, told: `${value} | ${voice} | ${unit}` })),
    ),
  );

/** Marks and what of them was found, in per cent of all languages. */
function share(of: (language: string) => readonly boolean[]): number {
  const found = LANGUAGES.flatMap(of);
  return (100 * found.filter(Boolean).length) / found.length;
}

test('the fourteen languages are there', () => expect(LANGUAGES).toHaveLength(14));

describe('what is marked by hand is found', () => {
  test('the language', () => {
    expect([...read].map(([, text]) => text.reading.vocabulary.language)).toEqual(LANGUAGES);
  });
  test('at least 95 % of the dates', () => {
    const found = share((language) => {
      const values = read.get(language)!.dates.map(({ value }) => value);
      return [...marks.all.dates, ...marks[language]!.dates].map((date) => values.includes(date));
    });
    expect(found).toBeGreaterThanOrEqual(95);
  });
  test('each e-mail address, fax and telephone', () => {
    for (const language of LANGUAGES)
      expect(read.get(language)!.ways.map(({ kind, value }) => `${kind} ${value}`)).toEqual(
        marks[language]!.ways,
      );
  });
  test('at least 80 % of the figures with who says them', () => {
    const found = share((language) => {
      const told = figuresOf(read.get(language)!);
      return marks[language]!.figures.map((mark) => {
        const [value, voice, unit] = mark.split('|').map((part) => part.trim());
        return told.some((one) => one.value === value && one.voice === voice && one.unit.startsWith(unit!));
      });
    });
    expect(found).toBeGreaterThanOrEqual(80);
  });
  test('at least 80 % of the demands', () => {
    const found = share((language) => {
      const { reading, demands } = read.get(language)!;
      const told = demands.map((span) => wordsOf(reading.text, span));
      return marks[language]!.demands.map((demand) => told.includes(demand));
    });
    expect(found).toBeGreaterThanOrEqual(80);
  });
  test('title, issuer, day, deadline and addressee', () => {
    for (const [language, text] of read) {
      const lines = readFileSync(`${FOLDER}${language}.txt`, 'utf8').trim().split('\n');
      expect(text.title?.text).toBe(lines[0]);
      expect(text.issuer?.text).toBe(lines.at(-1));
      expect(text.issued?.value).toBe('2026-03-04');
      expect(text.deadline?.value).toBe(marks.all.deadline);
      expect(text.addressees.map(({ kind }) => kind)).toContain('embassy');
      expect(text.actions.map(({ kind }) => kind)).toContain('letter');
    }
  });
});

/** Everything that was found and doesn't stand in the text, word for word or as its digits. */
function invented(text: TextRead): string[] {
  const { reading } = text;
  const flat = reading.text.replace(/\s+/g, ' ');
  const digits = plainDigits(flat).replace(/(?<=\d)[.,\u202f ](?=\d{3})/g, '');
  const words = [
    text.title?.text,
    text.issuer?.text,
    ...figuresOf(text).flatMap(({ unit, voice }) => [unit, voice]),
    ...text.people.map(({ name }) => name),
    ...text.ways.map(({ value }) => value),
    ...text.addressees.flatMap(({ name, holder, address }) => [name, holder, ...address]),
    ...text.events.map(({ place }) => place),
  ].flatMap((value) => value || []);
  const numbers = figuresOf(text).flatMap(({ value }) => value.match(/\d+/g) ?? []);
  // A year that doesn't stand beside its day is told to be unsure.
  const days = text.dates.flatMap(({ from, to, value, certain }) => {
    const written = plainDigits(reading.text.slice(from, to));
    const [year = '', , day] = value.split('-');
    const isSaid = !certain || written.includes(year);
    return isSaid && (!certain || day === undefined || written.includes(String(Number(day)))) ? [] : [value];
  });
  return [
    ...words.filter((value) => !flat.includes(value.replace(/\s+/g, ' '))),
    ...numbers.filter((value) => !digits.includes(value)),
    ...days,
  ];
}

test('nothing is invented', () => {
  for (const text of read.values()) expect(invented(text)).toEqual([]);
});

test('what the texts of one language tell, whole', () => {
  const { reading, facts, people, quotations } = read.get('en')!;
  expect(facts.map(({ role }) => role)).toEqual([...Array(6).fill('event'), 'background', 'background']);
  expect(people.map(({ name }) => name)).toEqual(['Jane Example']);
  expect(quotations.map((span) => wordsOf(reading.text, span))).toEqual(['"I was only doing my work,"']);
});

test.skipIf(!existsSync(FOUNDING))(
  'the founding text: May is that of its year, each voice with its number (skipped where ../shared is missing)',
  async () => {
    const text = readAppealText(await readTextDocument(FOUNDING), all)!;
    expect(text.dates.map(({ value, certain }) => [value, certain])).toEqual([
      ['2011-12-16', true],
      ['2011-05', false],
    ]);
    expect(figuresOf(text).map(({ told }) => told)).toEqual([
      '1500 |  | workers',
      'hundreds |  | workers',
      '6 |  | years',
      '30 |  | other unionists',
      '11 | according to official data | people',
      '70 | according to unofficial data | people',
      'hundreds |  | people',
    ]);
    expect(text.people.map(({ name }) => name)).toEqual([
      'Zhaksalyk Turbayev',
      'Aslambek Aydarbayev',
      'Natalia Sokolova',
      'Akzhanat Aminov',
      'Kuanysh Sisenbayev',
    ]);
    expect(text.demands.map((span) => wordsOf(text.reading.text, span))).toEqual([
      'stop the massacre of workers in Kazakhstan',
    ]);
    expect(text.actions.map(({ kind }) => kind)).toEqual(['letter', 'picket', 'demonstration', 'boycott']);
    expect(text.addressees.map(({ name, kind }) => [name, kind])).toEqual([
      ['Embassy of Kazakhstan', 'embassy'],
      ['CITIC', 'company'],
    ]);
    expect(text.issuer?.text).toBe('International Secretariat of KRAS-IWA');
    expect(invented(text)).toEqual([]);
  },
);

describe('in the manner of strangers', () => {
  const strange = async (name: string) =>
    readAppealText(await readTextDocument(`${FOLDER}strangers/${name}.txt`), all)!;
  const demandsOf = ({ reading, demands }: TextRead) => demands.map((span) => wordsOf(reading.text, span));
  test('ministers with nothing but a fax, people behind a courtesy title', async () => {
    const text = await strange('ministers');
    expect(text.addressees.map(({ holder, ways }) => [holder, ways.map(({ value }) => value)])).toEqual([
      ['M. Mohamed Exemple Abdillahi', ['+253 21 35 54 20']],
      ['M. Ismaël Exemple Houmed', ['+253 21 35 59 75']],
      ['M. Houmed Exemple Dini', ['+253 21 35 72 68']],
    ]);
    expect(text.people.map(({ name }) => name)).toEqual(['Ahmed Exemple Mohamed', 'Djibril Exemple Egueh']);
    expect(demandsOf(text)).toHaveLength(3);
    expect(invented(text)).toEqual([]);
  });
  test('a voice before two numbers stays before both; noon is a time, a house no figure', async () => {
    const text = await strange('picket');
    expect(figuresOf(text).map(({ told }) => told)).toEqual(['20 |  | days', '16000 |  | workers']);
    expect(text.events.map(({ date, time }) => [date, time])).toEqual([['2025-12-21', '12:00']]);
    expect(text.issuer?.text).toBe('Platform Exampleton');
    expect(invented(text)).toEqual([]);
  });
  test.each(['18hs', '18 hs', '18 hrs', '18h', '18.00'])(
    'an hour as it is written in %s is a time',
    (hour) => {
      const text = readAppealText(
        {
          text: `Libertad para los obreros\n\nLos obreros fueron detenidos en la fábrica. Llamamos a la concentración del lunes 7 de marzo de 2022 a las ${hour} en la plaza.`,
        } as Parameters<typeof readAppealText>[0],
        all,
      )!;
      expect(text.events.map(({ date, time }) => [date, time])).toEqual([['2022-03-07', '18:00']]);
    },
  );
  test('an ambassador above the mission, names before what was done to them', async () => {
    const text = await strange('urgent');
    expect(text.addressees.map(({ name, holder }) => [name, holder])).toEqual([
      ['Permanent Mission of the Republic of Ruritania', 'Majid Example Ravanchi'],
    ]);
    expect(text.people).toHaveLength(3);
    expect(text.deadline?.value).toBe('2025-06-01');
    expect(demandsOf(text)).toEqual([
      'quash the convictions, and to release all those detained for exercising their rights',
    ]);
    expect(invented(text)).toEqual([]);
  });
  test('44 mil are 44,000, and the ways of the issuer make no addressee', async () => {
    const text = await strange('hunger');
    expect(figuresOf(text).map(({ value }) => value)).toEqual(['86', '44000', '45000']);
    expect(text.addressees.flatMap(({ ways }) => ways)).toEqual([]);
    expect(text.deadline?.value).toBe('2025-08-01');
  });
  test('Chinese with commas of another script, numbered demands, names in a row', async () => {
    const text = await strange('jianhui');
    expect(figuresOf(text).map(({ value, voice }) => [value, voice])).toEqual([
      ['30', '据国际特赦组织'],
      ['14', '据一名学生'],
      ['50', ''],
      ['4', ''],
    ]);
    expect(text.people.map(({ name }) => name)).toEqual(['余例聪', '米例平', '刘例华']);
    expect(demandsOf(text)).toEqual(['立即无罪释放全部被捕工人和支持者', '停止打压工会']);
    expect(text.addressees.map(({ name }) => name)).toEqual(['某市公安局']);
    expect(invented(text)).toEqual([]);
  });
});

describe('dates that need the day of the appeal', () => {
  const datesOf = (text: string, date?: string) =>
    readAppealText({ text, date }, all)!.dates.map(({ value, certain }) => [value, certain]);
  test('a month is the last that had begun by then, a weekday the last before', () => {
    expect(datesOf('The strike of the workers began in May and was banned on Friday.', '2026-03-04')).toEqual(
      [
        ['2025-05', false],
        ['2026-02-27', false],
      ],
    );
  });
  test('without any day nothing is said', () => {
    expect(datesOf('The strike of the workers began in May and was banned on Friday.')).toEqual([]);
  });
  test.each([
    ['The police shot at the workers on Friday, 16 December 2011, in the square.', true],
    ['The police shot at the workers on Friday, 17 December 2011, in the square.', false],
    ['Am Freitag, den 16. Dezember 2011, schoss die Polizei auf die Arbeiter.', true],
    ['Am Samstag, den 16. Dezember 2011, schoss die Polizei auf die Arbeiter.', false],
    ['Le vendredi 16 décembre 2011, la police a tiré sur les ouvriers de la ville.', true],
    ['Le samedi 16 décembre 2011, la police a tiré sur les ouvriers de la ville.', false],
    ['В пятницу, 16 декабря 2011 года, полиция открыла огонь по рабочим в городе.', true],
    ['В субботу, 16 декабря 2011 года, полиция открыла огонь по рабочим в городе.', false],
    ['2011年12月16日（星期五），警方在广场上向工人开枪。', true],
    ['2011年12月16日（星期六），警方在广场上向工人开枪。', false],
  ])('a weekday that isn’t that of its day makes it unsure: %s', (text, isSure) => {
    const found = datesOf(text, '2011-12-20').filter(([value]) => String(value).startsWith('2011-12-1'));
    expect(found.map(([, certain]) => certain)).toEqual([isSure]);
  });
  test('a day that doesn’t exist is none', () => {
    expect(datesOf('The strike of the workers began on 31 February 2026.')).toEqual([]);
  });
});

describe('the same text as programs write it', () => {
  const words = 'Free the strikers of Łódź!\n\nOn 1 May 2026 about 30 workers were arrested.';
  const parsed = async (source: string | Buffer) =>
    parseTextDocument(Buffer.from(source as string), 'arrived');
  test('a mail: encoded subject, quoted-printable, a page beside the plain text', async () => {
    const mail = [
      'From: =?utf-8?Q?Zwi=C4=85zek?= <a@example.org>',
      'Subject: =?utf-8?B?RndkOiBGcmVlIHRoZSBzdHJpa2VycyBvZiDFgcOzZMW6IQ==?=',
      'Date: Fri, 01 May 2026 22:10:00 +0200',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain; charset=utf-8; format=flowed',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Free the strikers of =C5=81=C3=B3d=C5=BA!',
      '',
      'On 1 May 2026 about 30 =',
      'workers were arrested.',
      '--b1',
      'Content-Type: text/html',
      '',
      '<p>no</p>',
      '--b1--',
    ].join('\r\n');
    expect(await parsed(mail)).toEqual({
      text: words,
      title: 'Free the strikers of Łódź!',
      date: '2026-05-01',
    });
  });
  test('a web page: no scripts, entities, links with where they lead', async () => {
    const page =
      '<!DOCTYPE html><html><head><title>News</title><style>p{}</style></head><body><script>1<2</script>' +
      '<h1>Free the strikers of &#321;&oacute;d&#378;!</h1>\n<p>On 1&nbsp;May 2026 about 30 <a href="https://example.org/x">workers</a> were arrested.</p></body></html>';
    const { text, title } = await parsed(page);
    expect([title, text]).toEqual(['News', words.replace('workers', 'workers <https://example.org/x>')]);
  });
  test('Rich Text: letters by number and by code page', async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1250{\\fonttbl{\\f0 Arial;}}\\f0 Free the strikers of \\u321?\\'f3d\\u378?!\\par\nOn 1 May 2026 about 30 workers were arrested.\\par}";
    expect((await parsed(rtf)).text).toBe(words);
  });
  test('what isn’t a text is told', async () => {
    await expect(parsed('%PDF-1.7')).rejects.toThrow(/PDF holds no text/);
    await expect(parsed(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).rejects.toThrow();
    await expect(parsed(' \n ')).rejects.toThrow(/no text/);
  });
});

describe('people beside what they are, in rows and in lists', () => {
  const peopleOf = (text: string) => readAppealText({ text }, all)!.people.map(({ name }) => name);
  test.each([
    [
      'Free the strikers\n\n4 March 2026\n\nThe following people were arrested:\n- Jane Example, 34, nurse\n- John Doe Sample\n- Piet van Muster (dismissed)\n- the driver of the bus\n\nWe demand:\n- their release',
      ['Jane Example', 'John Doe Sample', 'Piet van Muster'],
    ],
    [
      'Free the strikers\n\nThose sentenced to prison: Jane Example, John Sample and Ada Muster. On 3 May 2026 Jo Ann Other, a nurse at the hospital, was arrested. Ali Sample: still detained.',
      ['Jane Example', 'John Sample', 'Ada Muster', 'Jo Ann Other', 'Ali Sample'],
    ],
    [
      'Freiheit für die Streikenden\n\nIn der Stadt wurden bei dem Streik verhaftet:\n- Anna Beispiel, Krankenschwester\n- Max Muster\n\nAm 3. Mai 2026 wurde Ina Probe, Arbeiterin im Hafen, entlassen.',
      ['Anna Beispiel', 'Max Muster', 'Ina Probe'],
    ],
    [
      'Liberté pour les grévistes\n\nLe 3 mai 2026, dans la ville, ont été arrêtés : Jeanne Exemple, Paul Modèle et Ali Essai.',
      ['Jeanne Exemple', 'Paul Modèle', 'Ali Essai'],
    ],
    [
      'Libertad para los huelguistas\n\nEn la ciudad fueron detenidos:\n- Juana Ejemplo, enfermera\n- Luis Prueba\n\nExigimos que los liberen de la cárcel.',
      ['Juana Ejemplo', 'Luis Prueba'],
    ],
    [
      'Свободу рабочим\n\nВ городе были арестованы:\n- Анна Примерова, медсестра\n- Иван Образцов\n\nМы требуем, чтобы их освободили.',
      ['Анна Примерова', 'Иван Образцов'],
    ],
  ])('%s', (text, names) => {
    expect(peopleOf(text)).toEqual(names);
  });

  test('places, countries, days and organisations are nobody', () => {
    const text =
      'Free the strikers\n\n4 March 2026\n\nIn Los Angeles, workers at the port, who were arrested, are on strike. Human Rights Watch: 11 killed. Amnesty International: workers were beaten. Bloody Friday: killed and wounded everywhere. New York (three workers arrested). Port Mavis, worker town, was shot at. The Ministry of Interior: arrested 14. They were arrested near Green Park: shot in the back. Costa Rica, leader of the region, was silent when they were killed.';
    expect(peopleOf(text)).toEqual([]);
  });
});

describe('people in scripts without capital letters, and numbers that a word multiplies', () => {
  const readText = async (text: string) =>
    readAppealText(await parseTextDocument(Buffer.from(text), 'a.txt'), all) ??
    expect.fail('nothing was read');

  test.each([
    [
      'zh-Hans',
      '声援被捕工人\n\n2026年5月3日，警方逮捕了工人王小明、李某华和赵强等人。工人代表陈志勇被判刑三年。\n\n我们要求：\n- 立即释放被捕工人\n',
      ['陈志勇'],
    ],
  ])('%s: names behind a word for what they are', async (_, text, names) => {
    expect((await readText(text)).people.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  test('where nothing tells a name from the word before it, none is told', async () => {
    const text =
      'آزادی برای فعالان کارگری!\n\nدر ۲۶ فوریهٔ ۲۰۲۶ پلیس فعال کارگری رضا نمونه‌ای را بازداشت کرد.\n\nخواسته‌های ما:\n- آزادی فوری همه\n';
    expect((await readText(text)).people).toEqual([]);
  });

  test('44 mil, 5 thousand are whole numbers', async () => {
    const told = async (text: string) => figuresOf(await readText(text)).map(({ value }) => value);
    expect(
      await told(
        'Solidaridad con la huelga\n\nEl 3 de mayo de 2026 la empresa despidió a 44 mil trabajadores.\n\nExigimos:\n- Su readmisión\n',
      ),
    ).toContain('44000');
    expect(
      await told(
        'Solidarity with the strikers\n\nOn 3 May 2026 5 thousand workers were dismissed by the company.\n\nWe demand:\n- Reinstate them\n',
      ),
    ).toContain('5000');
  });
});
