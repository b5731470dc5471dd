import { memoise } from '../model/memory.ts';
import { closingBracketOf } from './bidi.ts';

/** ISO 15924 code of a script: `Latn`, `Arab`, `Hani`; `Zyyy` where a text has none of its own. */
export type Script = string;

/** A stretch of text in one script. */
interface ScriptRun {
  readonly start: number;
  readonly end: number;
  readonly script: Script;
}

/** Every script of Unicode 16, those that are met most often first. */
const SCRIPTS: readonly Script[] =
  'Latn Cyrl Grek Arab Hebr Hani Hira Kana Hang Deva Beng Thai Geor Armn Ethi Khmr Taml Telu Mymr Laoo Sinh Gujr Guru Knda Mlym Orya Tibt Mong Adlm Aghb Ahom Armi Avst Bali Bamu Bass Batk Bhks Bopo Brah Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Copt Cpmn Cprt Diak Dogr Dsrt Dupl Egyp Elba Elym Gara Glag Gong Gonm Goth Gran Gukh Hano Hatr Hluw Hmng Hmnp Hung Ital Java Kali Kawi Khar Khoj Kits Krai Kthi Lana Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Modi Mroo Mtei Mult Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Onao Orkh Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd Sidd Sind Sogd Sogo Sora Soyo Sund Sunu Sylo Syrc Tagb Takr Tale Talu Tang Tavt Tfng Tglg Thaa Tirh Tnsa Todr Toto Tutg Ugar Vaii Vith Wara Wcho Xpeo Xsux Yezi Yiii Zanb'.split(
    ' ',
  );

/** Characters of no script, and those that only marks or signs of several scripts share. */
const COMMON = /[\p{Script_Extensions=Common}\p{Script_Extensions=Inherited}]/u;
const SHARED = /[\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Marks and signs that Unicode 15.1, of Node 20.17, gives to no script and 16 or 17 to some (ScriptExtensions.txt), and so to
 * none here: pages are the same on each Node, and "·" doesn't part from Cyrillic letters. So don't the ones that are newer.
 */
const OF_ANY_SCRIPT = new RegExp(
  '[\\u00b7\\u02bc\\u02c7\\u02c9-\\u02cb\\u02cd\\u02d7\\u02d9\\u0374\\u16eb-\\u16ed\\u204f\\u205a\\u205d\\u2e17\\u2e30\\u2e31\\u2e3c\\u2e41]' +
    '|[\\u2ff0-\\u2fff\\u31ef\\u0300-\\u030e\\u0310\\u0311\\u0313\\u0323-\\u0325\\u032d\\u032e\\u0330\\u0331\\u0358\\u035e]',
  'u',
);

/** Whether a character has a value of a property; false for a script that this runtime's Unicode doesn't know. */
function has(character: string, property: 'Script' | 'Script_Extensions', code: Script): boolean {
  return testOf(`${property}=${code}`)?.test(character) ?? false;
}

/** Each takes its time to compile: only those that are needed are. */
const testOf = memoise((property: string): RegExp | undefined => {
  try {
    return new RegExp(`\\p{${property}}`, 'u');
  } catch {
    return undefined;
  }
});

/** Quotation marks and those that close them: both are of one font. */
const QUOTES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
  '‹': '›',
  '‚': '‘',
};

/** Scripts that a character belongs to by Script_Extensions (UAX #24); none for Common and Inherited. */
export const scriptsOf = memoise((codePoint: number): readonly Script[] => {
  const character = String.fromCodePoint(codePoint);
  if (COMMON.test(character) || OF_ANY_SCRIPT.test(character)) return [];
  if (SHARED.test(character)) return SCRIPTS.filter((code) => has(character, 'Script_Extensions', code));
  return [SCRIPTS.find((code) => has(character, 'Script', code)) ?? 'Zzzz'];
});

/** Whether a text has no letter of any script. */
export function isCommon(text: string): boolean {
  return !/\p{L}/u.test(text) && Array.from(text).every((c) => scriptsOf(c.codePointAt(0)!).length === 0);
}

/** The script that a language is written in, where nothing else tells. */
export const scriptOfLanguage = memoise((language: string): Script => {
  const written = new Intl.Locale(language).maximize().script ?? 'Zyyy';
  return /^(?:Hans|Hant|Jpan)$/.test(written) ? 'Hani' : written === 'Kore' ? 'Hang' : written;
});

/**
 * Divides a text by script: characters of no script go with what stands before them (at the start: after them),
 * characters of several with whichever fits, and a closing bracket with its opening one (UAX #24, 5.1 and 5.2).
 */
export function findScriptRuns(text: string, language: string): ScriptRun[] {
  const runs: { start: number; end: number; scripts: readonly Script[] }[] = [];
  const brackets: { readonly closing: string; readonly run: number }[] = [];
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const length = codePoint > 0xffff ? 2 : 1;
    let scripts = scriptsOf(codePoint);
    if (scripts.length === 0) {
      const character = text[at]!;
      const opening = brackets.findLast((b) => b.closing === character);
      if (opening) {
        scripts = runs[opening.run]?.scripts ?? [];
        brackets.length = brackets.indexOf(opening);
      }
      const closing = closingBracketOf(character) ?? QUOTES[character];
      if (closing && !opening) brackets.push({ closing, run: Math.max(runs.length - 1, 0) });
    }
    const last = runs.at(-1);
    const common = last && commonOf(last.scripts, scripts);
    if (last && common) {
      last.end = at + length;
      last.scripts = common;
    } else runs.push({ start: at, end: at + length, scripts });
    at += length;
  }
  const own = scriptOfLanguage(language);
  return runs.map(({ start, end, scripts }) => ({ start, end, script: chooseFrom(scripts, own) }));
}

/** The scripts that both can be in; undefined where there are none. None at all means any. */
function commonOf(a: readonly Script[], b: readonly Script[]): readonly Script[] | undefined {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const both = a.filter((script) => b.includes(script));
  return both.length > 0 ? both : undefined;
}

function chooseFrom(scripts: readonly Script[], own: Script): Script {
  return scripts.length === 0 || scripts.includes(own) ? own : scripts[0]!;
}
