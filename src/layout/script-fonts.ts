import { type Script, scriptsOf } from './scripts.ts';

/** A script, or a part of one, that texts may be in. */
export interface ScriptSample {
  readonly script: Script;
  /** Its name in English. */
  readonly name: string;
  /** Letters by which a font is known to cover it. */
  readonly letters: string;
  /** What the Noto family for it is called after `Noto Sans`, `Noto Serif`; in its own packages, in kebab case. */
  readonly noto: string;
  /** Languages that want this part of the script; where none of a script's parts fits, its first serves. */
  readonly languages?: RegExp;
}

/** Scripts that fonts are looked for by name, the parts of a script in the order of choice. */
export const SCRIPT_SAMPLES: readonly ScriptSample[] = [
  { script: 'Latn', name: 'Latin', letters: 'aßŁőğÿ', noto: '' },
  { script: 'Latn', name: 'Latin (Vietnamese)', letters: 'ạắệửđ', noto: '' },
  { script: 'Cyrl', name: 'Cyrillic', letters: 'аяёїўђ', noto: '' },
  { script: 'Cyrl', name: 'Cyrillic (Kazakh)', letters: 'әғқңөұүһі', noto: '' },
  { script: 'Grek', name: 'Greek', letters: 'αωΰϊ', noto: '' },
  { script: 'Arab', name: 'Arabic', letters: 'عربيةپچگیےٹ', noto: 'Arabic' },
  { script: 'Hebr', name: 'Hebrew', letters: 'אבגםש', noto: 'Hebrew' },
  { script: 'Armn', name: 'Armenian', letters: 'աբգև', noto: 'Armenian' },
  { script: 'Geor', name: 'Georgian', letters: 'აბგჰ', noto: 'Georgian' },
  { script: 'Deva', name: 'Devanagari', letters: 'कखगि', noto: 'Devanagari' },
  { script: 'Beng', name: 'Bengali', letters: 'কখগি', noto: 'Bengali' },
  { script: 'Guru', name: 'Gurmukhi', letters: 'ਕਖਗਿ', noto: 'Gurmukhi' },
  { script: 'Gujr', name: 'Gujarati', letters: 'કખગિ', noto: 'Gujarati' },
  { script: 'Orya', name: 'Odia', letters: 'କଖଗି', noto: 'Oriya' },
  { script: 'Taml', name: 'Tamil', letters: 'கஙசி', noto: 'Tamil' },
  { script: 'Telu', name: 'Telugu', letters: 'కఖగి', noto: 'Telugu' },
  { script: 'Knda', name: 'Kannada', letters: 'ಕಖಗಿ', noto: 'Kannada' },
  { script: 'Mlym', name: 'Malayalam', letters: 'കഖഗി', noto: 'Malayalam' },
  { script: 'Sinh', name: 'Sinhala', letters: 'කඛගි', noto: 'Sinhala' },
  { script: 'Thai', name: 'Thai', letters: 'กขคำ', noto: 'Thai' },
  { script: 'Laoo', name: 'Lao', letters: 'ກຂຄິ', noto: 'Lao' },
  { script: 'Khmr', name: 'Khmer', letters: 'កខគ្', noto: 'Khmer' },
  { script: 'Mymr', name: 'Burmese', letters: 'ကခဂိ', noto: 'Myanmar' },
  { script: 'Ethi', name: 'Ethiopic', letters: 'ሀለሐመ', noto: 'Ethiopic' },
  { script: 'Syrc', name: 'Syriac', letters: 'ܐܒܓ', noto: 'Syriac' },
  { script: 'Thaa', name: 'Thaana', letters: 'ހށނި', noto: 'Thaana' },
  { script: 'Tibt', name: 'Tibetan', letters: 'ཀཁགི', noto: 'Tibetan' },
  { script: 'Cher', name: 'Cherokee', letters: 'ᎠᎡᎢ', noto: 'Cherokee' },
  { script: 'Nkoo', name: 'N’Ko', letters: 'ߊߋߌ', noto: 'NKo' },
  { script: 'Adlm', name: 'Adlam', letters: '𞤀𞤁𞤂', noto: 'Adlam' },
  { script: 'Tfng', name: 'Tifinagh', letters: 'ⴰⴱⴳ', noto: 'Tifinagh' },
  {
    script: 'Hani',
    name: 'Chinese (simplified)',
    letters: '工人罢抗议',
    noto: 'SC',
    languages: /^zh(?!-(?:Hant|TW|HK|MO))/,
  },
  { script: 'Hani', name: 'Chinese (traditional)', letters: '工人罷議', noto: 'TC', languages: /^zh/ },
  { script: 'Hani', name: 'Japanese (kanji)', letters: '労働者', noto: 'JP', languages: /^ja/ },
  { script: 'Hani', name: 'Korean (hanja)', letters: '勞動者', noto: 'KR', languages: /^ko/ },
  { script: 'Hira', name: 'Hiragana', letters: 'あんぁ', noto: 'JP' },
  { script: 'Kana', name: 'Katakana', letters: 'アンー', noto: 'JP' },
  { script: 'Hang', name: 'Korean', letters: '가나다노동', noto: 'KR' },
  { script: 'Bopo', name: 'Bopomofo', letters: 'ㄅㄆㄇ', noto: 'TC' },
  { script: 'Zsye', name: 'Emoji', letters: '😀✊', noto: 'Emoji' },
  { script: 'Zsym', name: 'Symbols', letters: '☮⚑', noto: 'Symbols' },
  { script: 'Zsym', name: 'Symbols (more)', letters: '☎★✓', noto: 'Symbols 2' },
];

/** The sample of a script, as a language wants it; undefined for a rare script. */
export function sampleOf(script: Script, language: string): ScriptSample | undefined {
  const samples = SCRIPT_SAMPLES.filter((sample) => sample.script === script);
  return samples.find(({ languages }) => languages?.test(language)) ?? samples[0];
}

/** Symbols that Noto has in its second font of symbols, by the ranges of that. */
const IN_SYMBOLS_2 =
  /^[\u25a0-\u2609\u260e-\u2612\u2614-\u2623\u2630-\u2637\u2654-\u2668\u2700-\u2704\u2706-\u2709\u270c-\u271c\u2722-\u2775\u2798-\u27be\u2800-\u28ff\u2b00-\u2bff]/;

/** The sample that stands for a character; undefined for one of a rare script. */
export function sampleFor(character: string, language: string): ScriptSample | undefined {
  const [script] = scriptsOf(character.codePointAt(0)!);
  if (script === undefined && IN_SYMBOLS_2.test(character))
    return SCRIPT_SAMPLES.find(({ noto }) => noto === 'Symbols 2');
  return sampleOf(script ?? (/^\p{Emoji_Presentation}/u.test(character) ? 'Zsye' : 'Zsym'), language);
}

/** Packages that are called otherwise than `noto-sans-` and the script. */
const PACKAGES: Readonly<Record<string, string>> = {
  Emoji: 'noto-emoji',
  Tibetan: 'noto-serif-tibetan',
};

/** The command that installs a font for a script beside handbill. */
export function installCommand({ noto }: ScriptSample): string {
  const name = PACKAGES[noto] ?? `noto-sans${noto && `-${noto.toLowerCase().replace(' ', '-')}`}`;
  return `npm install @expo-google-fonts/${name}`;
}
