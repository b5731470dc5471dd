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
import { languageMeant } from './language-names.ts';
import { matchersOf } from './name-words.ts';

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

/** Tags of the languages that a cell lists, by tag or by name, and the words that are none. */
export function readLanguages(text: string): { tags: string[]; unknown: string[] } {
  const tags = new Set<string>();
  const unknown: string[] = [];
  for (const word of text.split(/[;,|/\n]/).map((part) => part.trim())) {
    const tag = isLanguageTag(word) ? word : languageMeant(word);
    if (tag) tags.add(tag);
    else if (word !== '') unknown.push(word);
  }
  return { tags: [...tags], unknown };
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

/** `=` stands before a whole word, `*` before what stands anywhere in one, else the word begins so. */
const OFFICE_WORDS: readonly (readonly [Office, string])[] = [
  ['charge-daffaires', 'charge d affaires|geschaftstrager|encargado de negocios|временный поверенный'],
  ['high-commissioner', 'high commissioner'],
  ['nuncio', 'nuncio|nonce|nuntius|нунций'],
  ['honorary-consul', 'honorary consul|consul honoraire|honorarkonsul|consul honorario|почетный консул'],
  ['consul-general', 'consul general|generalkonsul|генеральный консул|бас консул'],
  ['consul', '=consul|konsul|консул'],
  [
    'ambassador',
    'ambassador|embajador|ambassadeur|ambassadrice|*botschafter|посол|елшi|ambasciator|embaixador',
  ],
  [
    'head-of-government',
    '=prime minister|primer ministro|primera ministra|premier ministre|premiere ministre|bundeskanzler|премьер министр|primeiro ministro|primeira ministra|presidente del gobierno|presidente del consiglio',
  ],
  [
    'prison-governor',
    'prison governor|=warden|gefangnisdirektor|anstaltsleit|начальник колонии|начальник сизо',
  ],
  [
    'minister',
    '=minister|ministro|ministra|ministre|*minister|министр|secretary of state|secretario de estado',
  ],
  [
    'head-of-state',
    'president of the republic|president of the islamic|president of the people|presidente de la republica|presidenta de la republica|president de la republique|presidente de la republique|bundesprasident|prasident der republik|prasidentin der republik|presidente della repubblica|presidente da republica|head of state',
  ],
  ['monarch', '=king|=queen|=emir|=sultan'],
  [
    'prosecutor',
    '=prosecutor|=attorney general|=fiscal general|=procureur|*staatsanwalt|прокурор|=procuratore|=procurador',
  ],
  ['judge', '=judge|=chief justice|=juez|=jueza|=juge|=richter|=richterin|судья|=giudice|=juiz|=juiza'],
  ['governor', '=governor|=gobernador|=gobernadora|=gouverneur|губернатор|=governador|=governatore'],
  ['mayor', '=mayor|=alcalde|=alcaldesa|=maire|burgermeister|*burgermeister|мэр|=sindaco|=prefeito'],
  [
    'bishop',
    '=bishop|=archbishop|=obispo|=arzobispo|=eveque|=archeveque|=bischof|=erzbischof|епископ|архиепископ',
  ],
  ['speaker', '=speaker of'],
  [
    'chief-executive',
    'chief executive|=ceo|director general|geschaftsfuhrer|генеральный директор|бас директор',
  ],
];

/** Whoever stands in for an office isn't greeted as its holder. */
const DEPUTY = matchersOf(
  'deputy|vice|=under secretary|stellvertret|viceministr|vizeminister|=sous|adjoint|adjunt|suplente|замест|заступник|=assistant|=former|=ex|=ancien|=ehemalige|бывш',
);
const PRESIDENT = matchersOf('president$|presidente$|presidenta$|prasident$|prasidentin$|президент$');
const OFFICES_IN_WORDS = OFFICE_WORDS.map(
  ([office, words]) => [office, words.split('|'), matchersOf(words)] as const,
);

/** The office that a cell names, by its code or a word; a president is one of the state, or of what else the kind tells. */
export function readOffice(text: string, kind?: ContactKind): Office | undefined {
  const form = normalForm(text);
  const code = OFFICES.find((office) => normalForm(office) === form);
  if (code) return code;
  const says = (matchers: readonly ((form: string) => boolean)[]) =>
    matchers.some((matches) => matches(` ${form} `));
  if (says(DEPUTY)) return undefined;
  const found = OFFICES_IN_WORDS.find(([, , matchers]) => says(matchers))?.[0];
  if (found || !says(PRESIDENT)) return found;
  if (kind === 'head-of-state') return kind;
  return kind === 'company' || kind === 'owner' || kind === 'customer' || kind === 'employers'
    ? 'chair'
    : undefined;
}

/** True where a cell names an office with more than the word for it: which ministry, of which republic. */
export function saysMoreThan(text: string, office: Office): boolean {
  const form = normalForm(text);
  if (form === normalForm(office) || /^\p{L}+$/u.test(form)) return false;
  // Under "Presidencia de la República" the word of the language for an unknown president would say it once more.
  if (office === 'head-of-state') return true;
  const words = OFFICES_IN_WORDS.find(([name]) => name === office)?.[1] ?? [];
  return !words.some((word) => normalForm(word.replace(/^[=*]/, '')) === form);
}
