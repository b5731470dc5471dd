import type { ContactKind } from '../model/contact.ts';
import { countryOf } from '../model/country-names.ts';
import { once } from '../model/memory.ts';
import { ar } from './kinds/ar.ts';
import { de } from './kinds/de.ts';
import { en } from './kinds/en.ts';
import { es } from './kinds/es.ts';
import { fa } from './kinds/fa.ts';
import { fr } from './kinds/fr.ts';
import { it } from './kinds/it.ts';
import { kk } from './kinds/kk.ts';
import { pl } from './kinds/pl.ts';
import { pt } from './kinds/pt.ts';
import { ru } from './kinds/ru.ts';
import { tr } from './kinds/tr.ts';
import { uk } from './kinds/uk.ts';
import { zh } from './kinds/zh.ts';
import { finderOf, type KindWords, type WordFound } from './name-words.ts';

/** Forms of companies that are no words of one language. */
const FORMS: KindWords = {
  company:
    '=spa|=srl|=sas|=sarl|=as$|=a s$|=ab$|=asa$|=oy$|=oyj$|=nv$|=n v$|=bv$|=b v$|=aps$|=co$|=kk$|=eood|=ood|=zrt|=kft|=doo|=d o o|=sdn bhd|=tbk|=pte|=s a s|=s p a|=a o$',
};

/** Tables are made ready when the first name is asked for, as most commands ask for none. */
const finder = once(() =>
  finderOf<ContactKind>([FORMS, ar, de, en, es, fa, fr, it, kk, pl, pt, ru, tr, uk, zh]),
);

/** Languages that set what a body is behind everything else: Chinese by its script, Kazakh and Turkish by their letters. */
const HEAD_LAST = /\p{Script=Han}|[әғқңөұүһӘҒҚҢӨҰҮҺığİĞ]/u;

/** Names that end so are nothing else: "Senator International GmbH", "Prison Guards’ Union"; but a newspaper may be Ltd. */
const DECIDING: readonly ContactKind[] = ['company', 'union'];

/**
 * The kind that words tell: the first of them ("Minister of Police"), or the last where a language sets it last, and the
 * longest of those there.
 */
function kindInWords(found: readonly WordFound<ContactKind>[], name: string): ContactKind | undefined {
  const last = found.toSorted(byEnd)[0];
  if (!last) return undefined;
  const isMedia = found.some(({ means }) => means === 'media');
  if (HEAD_LAST.test(name) || (last.isLast && DECIDING.includes(last.means) && !isMedia)) return last.means;
  return found.toSorted(byBeginning)[0]!.means;
}

const lengthOf = ({ words }: WordFound<ContactKind>) => words.join(' ').length;
const byEnd = (a: WordFound<ContactKind>, b: WordFound<ContactKind>) =>
  b.end - a.end || lengthOf(b) - lengthOf(a) || Number(b.isLast) - Number(a.isLast);
const byBeginning = (a: WordFound<ContactKind>, b: WordFound<ContactKind>) =>
  a.first - b.first || byEnd(a, b);

/** Kinds that a call such as "to the police, prosecutors and courts" lists as one addressee, none of which it is alone. */
const LISTED: readonly (ContactKind | undefined)[] = ['court', 'prosecutor', 'police', 'prison'];

/** What stands before the last of several, in languages that write it as a word of its own. */
const AND = /\s(?:and|y|e|et|und|и|және|i|oraz|ve|та|و)\s/iu;

/** "Head of the Judiciary, c/o Embassy of …": the embassy hands it on and isn't who is asked. */
const THROUGH = /,?\s(?:c\/o|care of|via the)\s/i;

/** The kind that the name of an organisation tells; undefined where it tells none, or several at once. */
export function kindOfName(name: string): ContactKind | undefined {
  const [own = '', through] = name.split(THROUGH);
  if (through !== undefined) return kindOfName(own) ?? kindOfName(through);
  const kind = kindIn(name);
  if (!LISTED.includes(kind) || !AND.test(name)) return kind;
  const parts = name.split(AND).flatMap((part) => part.split(/[,،]/));
  const listed = new Set(parts.map(kindIn).filter((part) => LISTED.includes(part)));
  return listed.size > 1 ? 'authority' : kind;
}

/** Weak words count where nothing else tells. */
function kindIn(name: string): ContactKind | undefined {
  const found = finder()(name);
  const strong = found.filter(({ isWeak }) => !isWeak);
  return kindInWords(strong, name) ?? kindOfTitle(name) ?? kindInWords(found, name);
}

/** Titles that tell the kind only before the name of a person or of a country, as others bear them too. */
const TITLES: readonly (readonly [ContactKind, string])[] = [
  [
    'head-of-state',
    'president|presidente|presidenta|président|présidente|präsident|präsidentin|presidentin|الرئيس|رئیس|king|queen|könig|königin|король|королева',
  ],
  [
    'head-of-government',
    'chancellor|kanzler|kanzlerin|canciller|chancelier|канцлер|cancelliere|chanceler|kanclerz|şansölye',
  ],
  [
    'court',
    'juez|jueza|magistrado|magistrada|juge|richterin|судья|судье|суддя|giudice|juiz|juíza|sędzia|hakim|hâkim|yargıç|القاضي|قاضی|justice',
  ],
  ['prison', 'warden'],
];
const KIND_OF_TITLE = new Map(
  TITLES.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)),
);

/** What may stand before a title, and between it and a country. */
const COURTESY =
  /^(?:\p{Lu}\S{1,30}['’]s\s)?(?:(?:the|h\.?\s?e\.?|his|her|your|seine|ihre|excellency|excelencia|excellence|exzellenz|mr|mrs|ms|madam|señor|señora|sr|sra|el|la|monsieur|madame|m|mme|le|herrn?|frau|der|die|den|dem|il|signor|signora|sig|o|a|senhor|senhora|pan|pani|sayın|г-н|г-жа|господин|господину|пан|السيد|آقای)\.?,?\s)*/iu;
const OF = /^(?:of|de|del|du|des|von|der|di|do|da)\s(?:the|la|el|las|los|le|les)?\s?|^(?:d|l|de l)['’]/iu;

/** "Presidente de la República": the state that writer and addressee share. */
const REPUBLIC =
  /^(?:republic|república|république|republik|bundesrepublik|repubblica|rzeczypospolitej|cumhuriyeti)$/iu;

/** "President Nazarbayev", "President of Kazakhstan": a title with a person's name or a country behind it and nothing else. */
function kindOfTitle(name: string): ContactKind | undefined {
  const [, title = '', rest = ''] =
    /^(\S{2,20})\s([^,]{2,60})(?:,.{0,200})?$/u.exec(name.trim().replace(COURTESY, '')) ?? [];
  const kind = KIND_OF_TITLE.get(title.toLowerCase());
  if (kind === undefined) return undefined;
  const country = rest.replace(OF, '');
  if (country !== rest && kind.startsWith('head'))
    return countryOf(country) || REPUBLIC.test(country) ? kind : undefined;
  const isPerson = rest
    .split(/\s/)
    .every((word, i) => /^\p{Lu}|^\p{Lo}/u.test(word) || (i > 0 && /^\p{Ll}{1,4}$/u.test(word)));
  return isPerson && rest.split(/\s/).length <= 5 ? kind : undefined;
}
