import { CLOSINGS, type Closing } from '../model/addressee.ts';
import { CONTACT_KINDS, type Contact, GENDERS, OFFICES } from '../model/contact.ts';
import { NAMED_KINDS, SENTENCE_COUNTRIES } from '../model/country-words.ts';
import { type Claim, type Figure, QUALIFIERS, QUANTITY_WORDS } from '../model/figure.ts';
import type { Words } from '../model/words.ts';
import { addressLines, attentionOf, courtesyOf, salutationOf } from './address.ts';
import { cityForm, countryForm, languageForm, organisationForm } from './countries.ts';
import { formatFigure, formatSpread } from './figure.ts';
import {
  countryLine,
  fillPattern,
  formatDate,
  formatList,
  formatMoment,
  formatNumber,
  formatTime,
  labelledParts,
  sentenceCase,
} from './forms.ts';
import { type Literal, literalText } from './markdown.ts';
import { type Speaker, wordsOf } from './speaker.ts';

/** What a speaker reads to see whether the words of a language are right: sentences under what they show. */
export interface Trial {
  readonly shows: string;
  readonly lines: readonly string[];
}

const NUMBERS = ['0', '1', '2', '3', '5', '11', '21', '22', '100', '1500', '16000'];
const FRACTIONS = ['1/2', '1/3', '2/3'];
const SPEAKERS = ['closing', 'labels'] as const;
const LANGUAGES = 'en es fr de it pt pl ru uk kk tr ar fa zh ja ko hi vi he cs'.split(' ');
const COUNTRIES = ['KZ', 'DE', 'GB', 'US', 'TR', 'IR', 'CN', 'CZ', 'NL', 'CD'];

/** The phrases that show the mistakes of a words file, each made as documents make them. */
export function tryWords(words: Words): Trial[] {
  return [
    ...figureTrials(words),
    ...dateTrials(words),
    ...nameTrials(words),
    ...addressTrials(words),
    ...lineTrials(words),
    ...speakerTrials(words),
  ];
}

/** What is counted in the trials: the samples of the file, else a place that shows where a unit stands. */
function samplesOf({ samples, language }: Words): { unit: Figure['unit']; voices: readonly string[] }[] {
  const { units, voices } = samples ?? { units: ['…'], voices: ['(1)', '(2)', '(3)'] };
  return units.map((unit) => ({ unit: { [language]: unit }, voices }));
}

function figureTrials(words: Words): Trial[] {
  const { language } = words;
  return samplesOf(words).flatMap(({ unit, voices }) => {
    const context = {
      words,
      voices: voices.map((text, i) => ({ id: `v${i}`, text: { [language]: text } })),
      languages: [language],
    };
    const say = (...claims: Partial<Claim>[]) => {
      const all = claims.map((claim): Claim => ({ value: '1', source: 's', ...claim }));
      return formatFigure({ quantity: 'q', unit, claims: all }, all, context);
    };
    const range: Claim[] = ['11', '70'].map((value, i) => ({ value, voice: `v${i}`, source: 's' }));
    return [
      { shows: 'numbers', lines: NUMBERS.map((value) => say({ value })) },
      {
        shows: 'about, more than, at least, up to, nearly',
        lines: QUALIFIERS.flatMap((qualifier) =>
          ['2', '21', '30', '1500'].map((value) => say({ value, qualifier })),
        ),
      },
      { shows: 'ranges', lines: ['10-21', '10-22', '100-150'].map((value) => say({ value })) },
      { shows: 'fractions', lines: FRACTIONS.map((value) => say({ value })) },
      { shows: 'words of quantity', lines: QUANTITY_WORDS.map((value) => say({ value })) },
      {
        shows: 'who says so',
        lines: [
          say({ value: '1', voice: 'v0' }),
          say({ value: '11', voice: 'v0' }, { value: '70', voice: 'v1' }),
          say({ value: '11', voice: 'v0' }, { value: 'hundreds', voice: 'v1' }),
          say(
            { value: '21', voice: 'v0' },
            { value: '1500', qualifier: 'about', voice: 'v1' },
            { value: '1/2', voice: 'v0' },
          ),
          formatSpread({ quantity: 'q', unit, claims: range }, range, context),
        ].map((phrase) => sentenceCase(phrase, words)),
      },
    ];
  });
}

function dateTrials(words: Words): Trial[] {
  return [
    {
      shows: 'dates',
      lines: [
        ...['2026', '2026-05', '2026-12', '2026-05-01', '2011-12-16'].map((date) => formatDate(date, words)),
        ...[18, 19, 20, 21, 22, 23, 24].map((day) => formatDate(`2026-05-${day}`, words, true)),
      ],
    },
    {
      shows: 'times',
      lines: [
        ...['00:05', '09:00', '12:00', '18:30'].map((time) => formatTime(time, words)),
        ...['09:00', '18:30'].map((time) => formatMoment('2026-05-01', time, words)),
      ],
    },
    { shows: 'numbers alone', lines: [4, 1500, 16000, 1234567, 0.5].map((n) => formatNumber(n, words)) },
    { shows: 'rows', lines: [['M'], ['M', 'N'], ['M', 'N', 'P']].map((names) => formatList(names, words)) },
    { shows: 'countries', lines: COUNTRIES.map((country) => countryLine(country, words)) },
    ...(['in', 'of'] as const).map((form) => ({
      shows: `${form} a country`,
      lines: inRows(SENTENCE_COUNTRIES.flatMap((country) => countryForm(country, form, words) ?? [])),
    })),
  ].filter(({ lines }) => lines.length > 0);
}

/** Cities, languages and organisations in sentences. */
function nameTrials(words: Words): Trial[] {
  const { names } = words;
  if (!names) return [];
  const plain = ({ kind, ...name }: Literal) =>
    'content' in name ? name.content.map((one) => ('text' in one ? one.text : '')).join('') : kind;
  const name: Literal = { kind: 'inline', content: literalText('…') };
  const known = Object.values(names.cities ?? {});
  return [
    { shows: 'in a city', lines: inRows([plain(cityForm(name, words)), ...known]) },
    { shows: 'in a language', lines: inRows(LANGUAGES.map((tag) => languageForm(tag, words) ?? '')) },
    {
      shows: 'of an organisation, a company, a union',
      lines: [...new Set(NAMED_KINDS.map((kind) => plain(organisationForm(name, kind, words))))],
    },
  ];
}

/** Many short phrases, some to a line. */
function inRows(phrases: readonly string[]): string[] {
  const rows = Array.from({ length: Math.ceil(phrases.length / 8) }, (_, i) =>
    phrases.slice(i * 8, i * 8 + 8),
  );
  return rows.map((row) => row.join(' | '));
}

function addressTrials(words: Words): Trial[] {
  const contact = (parts: Partial<Contact>): Contact => ({
    id: 'x',
    kind: 'embassy',
    organisation: '…',
    languages: [words.language],
    source: '…',
    ...parts,
  });
  const genders = [...GENDERS, undefined];
  const offices = OFFICES.filter((office) => office !== 'none');
  return [
    {
      shows: 'forms of address: woman, man, unknown',
      lines: offices.map(
        (office) =>
          `${office}: ${unique(genders.map((gender) => salutationOf(contact({ office, gender }), words)))}`,
      ),
    },
    {
      shows: 'on the envelope: woman, man, unknown',
      lines: offices.map(
        (office) =>
          `${office}: ${unique(genders.map((gender) => attentionOf(contact({ office, gender }), words) ?? ''))}`,
      ),
    },
    {
      shows: 'with a name',
      lines: genders.map((gender) =>
        addressLines(contact({ office: 'ambassador', gender, holder: 'N. N.' }), words, undefined)
          .map(({ text }) => text)
          .join(' / '),
      ),
    },
    { shows: 'openings and closings', lines: courtesyTrials(words, contact) },
  ];
}

/** How letters begin and end, for every closing, and for offices and kinds that have their own. */
function courtesyTrials(words: Words, contact: (parts: Partial<Contact>) => Contact): string[] {
  const { offices = {}, kinds = {} } = words.courtesies ?? {};
  const pair = (target: Contact, of: Contact | undefined, name: Closing) => {
    const salutation = salutationOf(target, words).replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, '');
    const { opening, closing } = courtesyOf(of, name, words);
    return [...(opening === undefined ? [] : [opening]), fillPattern(closing, { salutation })].join(' … ');
  };
  const own = (parts: Partial<Contact>) => pair(contact(parts), contact(parts), 'formal');
  const general = CLOSINGS.flatMap((name) =>
    [...GENDERS, undefined].map((gender) => pair(contact({ office: 'ambassador', gender }), undefined, name)),
  );
  return [
    ...new Set(general),
    ...OFFICES.filter((one) => one in offices).map((one) => `${one}: ${own({ office: one })}`),
    ...CONTACT_KINDS.filter((kind) => kind in kinds).map((kind) => `${kind}: ${own({ kind })}`),
  ];
}

function lineTrials(words: Words): Trial[] {
  const { labels, dateline } = words;
  const date = formatDate('2026-05-01', words);
  const labelled = (label: string) => {
    const { before, after } = labelledParts(label, words);
    return `${before}…${after}`;
  };
  const asOf = fillPattern(labels['as-of'], { date: formatDate('2026-05', words) });
  return [
    {
      shows: 'lines of letters and leaflets',
      lines: [
        fillPattern(dateline.with, { place: '…', date }),
        fillPattern(dateline.alone, { date }),
        ...[labels['appeal-of'], labels['called-by'], labels['copies-to'], labels['return-to']].map(labelled),
        fillPattern(labels['source-line'], {
          label: labels.sources,
          sources: ['…', '…'].join(labels['source-join']),
          'as-of': asOf.replace(/\.$/, ''),
        }),
        fillPattern(labels['page-of'], { n: '1', total: '2' }),
        labels.undersigned,
        labels['data-protection'],
      ],
    },
  ];
}

/** What one person writes otherwise than several, a woman and a man each where the language shows it. */
function speakerTrials(words: Words): Trial[] {
  const { speaker } = words;
  if (!speaker) return [];
  const speakers = (['one', 'woman', 'man'] as const).filter((who) => who === 'one' || speaker[who]);
  const own = SPEAKERS.flatMap((part) =>
    [...new Set(speakers.flatMap((who) => Object.keys(speaker[who]?.[part] ?? {})))].map((name) => ({
      part,
      name,
    })),
  );
  const said = (who: Speaker, { part, name }: (typeof own)[number]) =>
    fillPattern((wordsOf(who, words)[part] as Readonly<Record<string, string>>)[name] ?? '', {
      date: formatDate('2026-05-01', words),
      people: 'N',
      salutation: '…',
    }).replace(/\.\.(?= |$)/, '.');
  const lines = own.map((one) => unique((['several', ...speakers] as const).map((who) => said(who, one))));
  return [{ shows: 'several, one person, a woman, a man', lines }];
}

/** Forms that differ, one beside the other; one form that serves all once. */
function unique(forms: readonly string[], join = ' | '): string {
  return [...new Set(forms)].join(join);
}
