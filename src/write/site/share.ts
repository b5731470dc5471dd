/** Lengths of the texts for sharing, in letters as people count them. */
export const SHARE_LENGTHS = [160, 300, 500] as const;

/**
 * A text of at most `most` graphemes from whole sentences, the address at its end; of a first sentence that is too
 * long for itself, the words that fit.
 */
export function writeShareText(
  sentences: readonly string[],
  most: number,
  { locale, url }: { readonly locale: string; readonly url?: string | undefined },
): string {
  const graphemes = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  const lengthOf = (text: string) => [...graphemes.segment(text)].length;
  const end = url === undefined ? '' : `\n${url}`;
  const room = most - lengthOf(end);
  const [first = '', ...rest] = sentences;
  if (lengthOf(first) > room) return shorten(first, room, locale, lengthOf) + end;
  let text = first;
  for (const sentence of rest) {
    const longer = `${text}\n${sentence}`;
    if (lengthOf(longer) <= room) text = longer;
  }
  return text + end;
}

function shorten(text: string, room: number, locale: string, lengthOf: (text: string) => number): string {
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)];
  let short = '';
  for (const { segment } of words) {
    if (lengthOf(`${short}${segment}`) > room - 1) break;
    short += segment;
  }
  return `${short.replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, '')}…`;
}
