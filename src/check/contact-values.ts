import { nameOfLanguage } from '../engine.ts';
import {
  CONTACT_KINDS,
  type ContactKind,
  type Gender,
  OFFICES,
  type Office,
  presentKind,
} from '../model/contact.ts';
import { normalForm } from '../model/normal-form.ts';
import { isLanguageTag } from '../model/text.ts';
import { writtenDay } from '../model/written-dates.ts';
import { kindOfName } from './kind-words.ts';

/** Words that a column of kinds has, and no name of an organisation. */
const KIND_NAMES: Readonly<Record<string, ContactKind>> = {
  union: 'union',
  firm: 'company',
  owner: 'owner',
  customer: 'customer',
  prisoner: 'prisoner',
};

/** The kind that a cell names, by its code, a name that it had, or a word in fourteen languages. */
export function readKind(text: string): ContactKind | undefined {
  const code = presentKind(normalForm(text).replaceAll(' ', '-'));
  return CONTACT_KINDS.find((kind) => kind === code) ?? KIND_NAMES[code] ?? kindOfName(text);
}

/** Languages whose names are understood beside their tags. */
const NAMED_LANGUAGES =
  'ar az be bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn ms mt nb nl no pl pt ro ru sk sl sq sr sv sw tg th tk tr uk ur uz vi zh'.split(
    ' ',
  );

let languageNames: Map<string, string> | undefined;

/** Tags of the languages that a cell lists, by tag or by name in six languages, and the words that are none. */
export function readLanguages(text: string): { tags: string[]; unknown: string[] } {
  languageNames ??= new Map(
    ['en', 'es', 'fr', 'de', 'ru', 'kk'].flatMap((display) => {
      return NAMED_LANGUAGES.map((tag) => [normalForm(nameOfLanguage(tag, [display])), tag] as const);
    }),
  );
  const tags = new Set<string>();
  const unknown: string[] = [];
  for (const word of text.split(/[;,|/\n]/).map((part) => part.trim())) {
    const tag = isLanguageTag(word) ? word : (languageNames.get(normalForm(word)) ?? canonicalTag(word));
    if (tag) tags.add(tag);
    else if (word !== '') unknown.push(word);
  }
  return { tags: [...tags], unknown };
}

function canonicalTag(word: string): string | undefined {
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(word)) return undefined;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(word.replaceAll('_', '-'));
    return isLanguageTag(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** A date as handbill writes it, from however people do, or from a time stamp. What may be two days is none. */
export function readDate(text: string): string | undefined {
  return writtenDay(text.replace(/T[\d:.]+Z?$/, ''));
}

const GENDER_WORDS: Readonly<Record<string, Gender>> = Object.fromEntries([
  ...'f female w weiblich frau femenino femme féminin женский ж әйел mujer ms mrs'
    .split(' ')
    .map((word) => [normalForm(word), 'female' as const]),
  ...'m male männlich herr masculino homme masculin мужской м ер hombre mr'
    .split(' ')
    .map((word) => [normalForm(word), 'male' as const]),
]);

/** A gender by its word or letter in six languages. */
export function readGender(text: string): Gender | undefined {
  return GENDER_WORDS[normalForm(text)];
}

const OFFICE_WORDS: readonly (readonly [Office, string])[] = [
  ['charge-daffaires', 'charge d affaires|geschaftstrager|encargado de negocios|временный поверенный'],
  ['high-commissioner', 'high commissioner'],
  ['nuncio', 'nuncio|nonce|nuntius|нунций'],
  ['honorary-consul', 'honorary consul|consul honoraire|honorarkonsul|consul honorario|почетный консул'],
  ['consul-general', 'consul general|generalkonsul|генеральный консул|бас консул'],
  ['consul', 'consul|konsul|консул'],
  ['ambassador', 'ambassador|embajador|ambassadeur|ambassadrice|botschafter|посол|елшi'],
  ['minister', 'minister|ministro|ministra|ministre|министр'],
  [
    'chief-executive',
    'chief executive|ceo|director general|geschaftsfuhrer|генеральный директор|бас директор',
  ],
];

/** The office that a cell names, by its code or a word. */
export function readOffice(text: string): Office | undefined {
  const form = normalForm(text);
  const code = OFFICES.find((office) => normalForm(office) === form);
  return (
    code ??
    OFFICE_WORDS.find(([, words]) => words.split('|').some((word) => form.includes(normalForm(word))))?.[0]
  );
}
