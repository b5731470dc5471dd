import type { Words } from '../model/words.ts';

type Numbers = NonNullable<Words['numbers']>;

/** A number by the rules of the language, with at most six decimals. */
export function writeNumber(value: number, words: Words, numbers: Numbers): string {
  const { decimal, group, groups = [3], 'group-from': from = 4 } = numbers;
  const [whole = '0', fraction = ''] = Math.abs(value)
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.');
  const grouped = whole.length < from ? whole : groupDigits(whole, groups).join(group);
  const written = (value < 0 ? '-' : '') + grouped + (fraction === '' ? '' : decimal + fraction);
  return formatDigits(written, words);
}

/** Digits in groups from the right; the last size holds for all further groups. */
function groupDigits(digits: string, sizes: readonly number[]): string[] {
  const [size = 3, ...further] = sizes;
  if (digits.length <= size) return [digits];
  const rest = groupDigits(digits.slice(0, -size), further.length > 0 ? further : sizes);
  return [...rest, digits.slice(-size)];
}

/** A text with its digits as the language writes them. */
export function formatDigits(text: string, { numbers }: Words): string {
  const digits = numbers?.digits;
  return digits === undefined ? text : text.replace(/\d/g, (digit) => digits[Number(digit)]!);
}

/** Puts values into the places of a pattern: `{n}`, `{unit}`. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([\w-]+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : place,
  );
}
