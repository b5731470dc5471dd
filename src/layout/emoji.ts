import type { TextSpan } from '../model/block.ts';

/** An emoji with all that is joined to it: skin, flag, key, people holding hands. */
const EMOJI =
  /(?:\p{Regional_Indicator}{1,2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?(?:\u200d\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?){0,8}|\p{Emoji_Modifier}|(?<=[\d#*])\ufe0f?\u20e3)[\u{e0020}-\u{e007f}]{0,8}/gu;

const PART = /^(?:[\p{Regional_Indicator}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u20e3)/u;

/** Whether a character is an emoji or a part of one. */
export function isEmoji(character: string): boolean {
  return PART.test(character);
}

/**
 * A span without the emoji that `has` finds in no font: they say nothing that the words beside them don't, and one of
 * them keeps no leaflet from being printed. Each that is left out is given to `tell`.
 */
export function withoutEmoji(
  span: TextSpan,
  has: (character: string) => boolean,
  tell: (character: string) => void,
): TextSpan {
  let [text, at] = ['', 0];
  for (const { 0: emoji, index } of span.text.matchAll(EMOJI)) {
    const parts = [...emoji].filter(isEmoji);
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
