import type { FontBook } from './fonts.ts';

/** Letters by which a script is known to be covered, and the package that has them. */
const SCRIPTS: readonly { readonly script: string; readonly letters: string; readonly font: string }[] = [
  { script: 'Latin', letters: 'aßŁőğÿ', font: 'noto-sans' },
  { script: 'Latin (Vietnamese)', letters: 'ạắệửđ', font: 'noto-sans' },
  { script: 'Cyrillic', letters: 'аяёїўђ', font: 'noto-sans' },
  { script: 'Cyrillic (Kazakh)', letters: 'әғқңөұүһі', font: 'noto-sans' },
  { script: 'Greek', letters: 'αωΰϊ', font: 'noto-sans' },
  { script: 'Arabic', letters: 'عربيةپچگی', font: 'noto-naskh-arabic' },
  { script: 'Hebrew', letters: 'אבגםש', font: 'noto-sans-hebrew' },
  { script: 'Armenian', letters: 'աբգև', font: 'noto-sans-armenian' },
  { script: 'Georgian', letters: 'აბგჰ', font: 'noto-sans-georgian' },
  { script: 'Devanagari', letters: 'कखगि', font: 'noto-sans-devanagari' },
  { script: 'Bengali', letters: 'কখগি', font: 'noto-sans-bengali' },
  { script: 'Tamil', letters: 'கஙசி', font: 'noto-sans-tamil' },
  { script: 'Thai', letters: 'กขคำ', font: 'noto-sans-thai' },
  { script: 'Khmer', letters: 'កខគ្', font: 'noto-sans-khmer' },
  { script: 'Ethiopic', letters: 'ሀለሐመ', font: 'noto-sans-ethiopic' },
  { script: 'Han (simplified)', letters: '工人罢抗议', font: 'noto-sans-sc' },
  { script: 'Japanese', letters: 'あア労働', font: 'noto-sans-jp' },
  { script: 'Korean', letters: '가나다노동', font: 'noto-sans-kr' },
];

/** Whether a script can be set, with which fonts, and what to install where it can't. */
export interface Coverage {
  readonly script: string;
  readonly fonts: readonly string[];
  /** Name of an npm package that has it. */
  readonly install: string;
}

/** Looks each script's letters up in the opened fonts. */
export function listCoverage(book: FontBook): Coverage[] {
  return SCRIPTS.map(({ script, letters, font }) => ({
    script,
    fonts: [...book.files.values()]
      .filter((file) => [...letters].every((letter) => file.covers(letter.codePointAt(0)!)))
      .map((file) => file.id),
    install: `@expo-google-fonts/${font}`,
  }));
}
