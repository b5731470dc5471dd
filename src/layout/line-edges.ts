/**
 * Signs that begin no line, whatever stands before them: marks of repetition and full stops of Thai, Lao, Khmer, Burmese
 * and Tibetan, and in Chinese and Japanese closing brackets, stops, small kana and the dot within a name
 * (CLREQ 3.1.2, JLREQ 3.1.7; UAX #14, classes CL, CP, EX, IS, NS).
 */
const NEVER_FIRST =
  /^[!%),.:;?\]}¢°·’”†‡›‰℃∶、。〃〆〕〗〙〛〞〟〉》」』】〻‐゠–〜～？！‼⁇⁈⁉・：；／ゝゞヽヾーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰ-ㇿ々，．）］｝｠ฯๆຯໆ។-៚၊-၏།-༔၌-၏]/u;

/** Signs that end no line: opening brackets and quotation marks (UAX #14, class OP; CLREQ 3.1.2). */
const NEVER_LAST = /[([{‘“£$‹〈《「『【〔〖〘〚〝（［｛｟]$/u;

/** Signs that bind the letter after them under the one before: Khmer coeng, Burmese and Tai Tham stackers, viramas. */
const STACKER =
  /[\u17d2\u1039\u1a60\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1b44\ua9c0\u0f84]$/u;

const MARK = /^[\p{M}\u200d]/u;

/** What begins or ends a line only where a person wrote it so, with a space: a bracket in Latin text after one. */
export function mayPart(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  if (MARK.test(after) || /^[\udc00-\udfff]/.test(after)) return false;
  if (/\s$/.test(before)) return true;
  return !STACKER.test(before) && !NEVER_FIRST.test(after) && !NEVER_LAST.test(before);
}
