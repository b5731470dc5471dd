import { scriptOf } from './script.ts';

/** Letters that decomposing takes nothing from. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ґ: 'г', ς: 'σ' },
};

/** A word without capitals, accents and apostrophes: Sokołowa, Sokolowa and SOKOLOWA are one. */
export function foldName(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u0655’'ʼ]/g, '')
    .replace(/[łøđðıßæœґς]/g, (letter) => PLAIN[letter]!);
}

function endingsOf(list: string): ReadonlySet<string> {
  return new Set(['', ...list.split(' ').map(foldName)]);
}

/** What the cases of the languages of a group put to a stem. */
const GROUPS: readonly (readonly [languages: readonly string[], endings: ReadonlySet<string>])[] = [
  [
    ['be', 'bg', 'mk', 'ru', 'sr-Cyrl', 'uk'],
    endingsOf(
      'а я у ю е є і ї и ы о ь й ом ем ём єм им ым ім їм ам ям ой ою ей ею єю ёй ій ая ую яя юю ого его ього ому ему ьому ага яга аму яму ых их ыми ими ами ями ах ях ов ев ёв ів їв ові еві єві овы ина ином іним ия ию ии ием ией ієм ією ії',
    ),
  ],
  [
    ['bs', 'cs', 'hr', 'pl', 'sk', 'sl', 'sr-Latn'],
    endingsOf(
      'a e i o u y ie iu ia io em om im ym um am ej iej ou iem iom ach ech ich ych ami imi ymi ima ima ama ego iego ega oga ho eho emu iemu omu mu ovi owi iowi ovi ove owie evi ow iow in ina ini',
    ),
  ],
  [
    ['lt', 'lv'],
    endingsOf(
      'a as is us ys e es io o os iaus aus ui iui iai ai ei am em im um ia ies iem u iu y yje oje eje uje iuje a is s m i s ja jai',
    ),
  ],
  [['el'], endingsOf('α ας ε ες η ης ι ο ος ου ους υ ων')],
  [
    'en de fr es it pt nl sv da nb nn no ca gl id vi ro'.split(' '),
    endingsOf('s es n ns sche schen scher sches ul ului'),
  ],
];

/** Most letters behind a name where a language puts one ending behind another: "Sokolovalardan". */
const LONGEST = 7;
/** Letters that Arabic and Hebrew write together with the word behind them. */
const PREFIXES = /^[وبلكفובלכשמה]{0,2}$/u;

/** How a stem ends as it is, and before some endings: Ольга, Ользі; Agnieszka, Agnieszce; Piotr, Piotrze; Virtanen, Virtasen. */
const CHANGED = 'к:ц г:з х:с k:c g:dz g:z h:z ch:sz ch:s r:rz t:ci d:dzi nen:s'
  .split(' ')
  .map((pair) => pair.split(':')) as [string, string][];

/** What endings are put to, folded: the name with and without its own ending, with a vowel less, with another consonant. */
function stemsOf(name: string): string[] {
  const closed = name.replace(/[ьи]$/u, '');
  const bare = [
    name,
    name.replace(
      /(?:[aeiouyаеиоуыэюяіїєьαηο]|ии|ыи|ои|іи|еи|аи|ая|яя|ія|ия|ia|ja|us|os|as|is|ys|ιος|οσ|ασ|ησ)$/u,
      '',
    ),
    // Павел, Павла; Marek, Marka; Кравець, Кравця
    closed.replace(/[eоеі](?=\p{L}$)/u, ''),
    // Лев, Льва; Федір, Федора; Лесь
    closed.replace(/[ео](?=\p{L}$)/u, 'ь'),
    closed.replace(/і(?=\p{L}$)/u, 'о'),
    closed,
  ];
  const stems = bare.filter((stem) => stem.length >= 2);
  const changed = stems.flatMap((stem) =>
    CHANGED.flatMap(([from, to]) => (stem.endsWith(from) ? [stem.slice(0, -from.length) + to] : [])),
  );
  return [...new Set([...stems, ...changed])];
}

/** A folded word without what ways of writing another script in Latin letters differ in most: Natalja Sokolowa, Natalya Sokolova. */
function romanised(folded: string): string {
  return folded.replace(/w/g, 'v').replace(/[yj]/g, 'i').replace(/(.)\1/g, '$1');
}

/** True for a name in any case, also as others write another script in Latin letters. */
export function isFormOfName(word: string, name: string, language: string): boolean {
  return romanised(foldName(word)) === romanised(foldName(name)) || isCaseOfName(word, name, language);
}

/**
 * True for a name as it is, with accents or without, and in any case that the language has. Names of two letters and
 * those of languages without cases are found as they are.
 */
export function isCaseOfName(word: string, name: string, language: string): boolean {
  const [found, meant] = [foldName(word), foldName(name)];
  if (found === meant) return true;
  if (meant.length < 3) return false;
  const script = scriptOf(language);
  if (script === 'Arab' || script === 'Hebr')
    return found.endsWith(meant) && PREFIXES.test(found.slice(0, -meant.length));
  const tags = [language.split('-')[0]!, `${language.split('-')[0]}-${script}`];
  const group = GROUPS.find(([languages]) => tags.some((tag) => languages.includes(tag)));
  const behind = (stem: string) => (found.startsWith(stem) ? found.slice(stem.length) : undefined);
  if (!group) return stemsOf(meant).some((stem) => (behind(stem)?.length ?? LONGEST) < LONGEST);
  return stemsOf(meant).some((stem) => group[1].has(behind(stem) ?? '-'));
}
