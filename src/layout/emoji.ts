import type { TextSpan } from '../model/block.ts';

/** An emoji with all that is joined to it: skin, flag, key, people holding hands; or a sign of no script. */
const EMOJI =
  /(?:\p{Regional_Indicator}{1,2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?(?:\u200d\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?){0,8}|\p{Emoji_Modifier}|(?<=[\d#*])\ufe0f?\u20e3|(?=\p{So})\p{scx=Zyyy}\ufe0e?)[\u{e0020}-\u{e007f}]{0,8}/gu;

const PART =
  /^(?:[\p{Regional_Indicator}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u20e3|(?=\p{So})\p{scx=Zyyy})/u;

/** Signs that text fonts often lack, and what stands for each in those that every machine has. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  ...sameFor('✓✔☑', '√'),
  ...sameFor('✗✘✕✖☒☓', '×'),
  ...sameFor('☐□▢', '[ ]'),
  ...sameFor('●○◦■▪▫◾◼▶►▸◆◇∙⚫', '•'),
  ...sameFor('→⇒➔➜➤➡⟶', '›'),
  ...sameFor('←⇐⬅⟵', '‹'),
  ...sameFor('★☆✶∗✱', '*'),
  ...sameFor('❗', '!'),
  ...sameFor('❓', '?'),
  ...Object.fromEntries([...'①②③④⑤⑥⑦⑧⑨⑩'].map((sign, i) => [sign, `(${i + 1})`])),
};

function sameFor(signs: string, instead: string): Record<string, string> {
  return Object.fromEntries([...signs].map((sign) => [sign, instead]));
}

const SUBSTITUTED = new RegExp(`[${Object.keys(SUBSTITUTES).join('')}]\\ufe0f?`, 'gu');

/** Whether a character may be left out: an emoji, a part of one, or another sign that no word is written with. */
export function isSign(character: string): boolean {
  return PART.test(character) || character in SUBSTITUTES;
}

/** What is printed where no font has a sign; undefined where it is left out. */
export function substituteOf(character: string): string | undefined {
  return SUBSTITUTES[character];
}

/**
 * A span without the signs that `has` finds in no font: with another in its place where one says the same; emoji and others
 * are left out, since one of them keeps no leaflet from being printed. Each is given to `tell`.
 */
export function withoutSigns(
  { text, ...span }: TextSpan,
  has: (character: string) => boolean,
  tell: (character: string) => void,
): TextSpan {
  const printable = text.replace(SUBSTITUTED, (sign) => {
    const [character = ''] = sign;
    if (has(character)) return sign;
    tell(character);
    return SUBSTITUTES[character]!;
  });
  return withoutEmoji({ ...span, text: printable }, has, tell);
}

function withoutEmoji(
  span: TextSpan,
  has: (character: string) => boolean,
  tell: (character: string) => void,
): TextSpan {
  let [text, at] = ['', 0];
  for (const { 0: emoji, index } of span.text.matchAll(EMOJI)) {
    const parts = [...emoji].filter((part) => PART.test(part));
    const lacking = parts.filter((part) => !has(part));
    if (lacking.length === 0) continue;
    lacking.forEach(tell);
    const kept = parts.filter((part) => has(part)).join('');
    const before = span.text.slice(at, index);
    at = index + emoji.length;
    // Of the two spaces beside it one is left, and none at the ends.
    const isSpaced = kept === '' && (text + before === '' || /\s$/.test(text + before));
    const follows = span.text.slice(at);
    if (isSpaced && /^\s/.test(follows)) at += 1;
    text += (kept === '' && follows === '' ? before.trimEnd() : before) + kept;
  }
  return at === 0 ? span : { ...span, text: text + span.text.slice(at) };
}
