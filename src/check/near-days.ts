import { memoise } from '../model/memory.ts';
import { wordingIn } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type CheckedParts, languagesOf } from './parts.ts';

/** One notice for each fact that says "yesterday" or "last week": paper is read on other days than the one that is meant. */
export function checkNearDays(parts: CheckedParts): Problem[] {
  const tags = languagesOf(parts.head.value).map(({ tag }) => tag);
  return parts.texts().flatMap(({ text, kind, isPrinted, part, path, fact }) => {
    if (!fact || kind === 'forms' || !isPrinted || fact.status === 'withdrawn') return [];
    for (const tag of tags) {
      const words = nearDayIn(wordingIn(text, tag) ?? '', tag);
      const at = words && parts[part].file.locate([...path, tag]);
      if (at) return [finding('notice', 'near-day', { id: fact.id, words }, { at })];
    }
    return [];
  });
}

/** The words for a near day, but for those that are quoted. */
function nearDayIn(wording: string, tag: string): string | undefined {
  const said = wording.replace(/["“„«][^"“”„«»]*["”“»]/g, '');
  return wordsFor(tag)?.exec(said)?.[0];
}

/** Days, weeks, months and years that are told from the one in which somebody reads. */
const NEAR = [
  [0, 'day'],
  [-1, 'day'],
  [0, 'week'],
  [-1, 'week'],
  [0, 'month'],
  [-1, 'month'],
  [0, 'year'],
  [-1, 'year'],
] as const;

/** In these "today" is "the day" as well, of whatever is celebrated. */
const THE_DAY = /^(?:ar|he)\b/;

/** An expression for their names in a language (CLDR, relative times); undefined where it has none but "1 day ago". */
const wordsFor = memoise((tag: string): RegExp | undefined => {
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const near = NEAR.filter(([value, unit]) => value < 0 || unit !== 'day' || !THE_DAY.test(tag));
  const names = near
    .map(([value, unit]) => format.format(value, unit))
    .filter((name) => !/\p{N}/u.test(name));
  if (names.length === 0) return undefined;
  const any = names.map((name) => name.replace(/[^\p{L}\p{M}\s]/gu, '.').replace(/\s+/g, '\\s')).join('|');
  const isSpaced = !/^(?:zh|ja|th)\b/.test(tag);
  return new RegExp(isSpaced ? `(?<![\\p{L}\\p{M}])(?:${any})(?![\\p{L}\\p{M}])` : any, 'iu');
});
