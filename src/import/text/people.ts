import { kindOfName } from '../../check/kind-words.ts';
import { findHanNames, type PersonFound } from './han-names.ts';
import { listSentences, type Reading, type Span, wordsOf } from './passages.ts';
import { expression, lower } from './vocabulary.ts';

/** Two to four words that begin with a capital letter. */
const NAME =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’'-]{1,24}(?:\s(?:al-|el-|de\s|da\s|van\s)?\p{Lu}[\p{L}\p{M}’'-]{1,24}){1,3}/gu;
/** Nothing tells where a name begins and ends here: a wrong one is worse than none. */
const UNTOLD = ['ar', 'fa'];

/** People in sentences that tell of harm to somebody, where a word for what they are stands beside the name. */
export function findPeople(reading: Reading): PersonFound[] {
  const { text, vocabulary } = reading;
  if (UNTOLD.includes(vocabulary.language)) return [];
  if (vocabulary.language.startsWith('zh')) return findHanNames(reading);
  const harm = expression(vocabulary.any('harm'), 'u');
  const role = expression(`(?:${vocabulary.any('roles')})(?:\\s\\p{Ll}[\\p{L}’'-]{0,20}){0,3},?\\s$`, 'u');
  const courtesy =
    /(?<![\p{L}])(?:mr|mrs|ms|m|mme|mlle|dr|herr|frau|sr|sra|don|doña|sig|dott|пан|пані|pan|pani)\.?\s$/u;
  // "A. Example and B. Example were arrested": names first, and what was done to them.
  const suffers = expression(
    `^(?:,|\\s|\\p{Ll}|${vocabulary.any('and')}){0,3}\\s?${vocabulary.any('passive')}[^.,;]{0,24}${vocabulary.any('harm')}`,
    'u',
  );
  const found: PersonFound[] = [];
  for (const passage of reading.passages)
    for (const sentence of listSentences(reading, passage)) {
      const words = text.slice(sentence.from, sentence.to);
      if (!harm.test(lower(words))) continue;
      let lastEnd = -1;
      const opening = namesFirst(words, vocabulary, suffers);
      for (const { 0: whole, index: at } of words.matchAll(NAME)) {
        // At the beginning of a sentence the word for what they are has a capital letter too.
        const lead =
          expression(`^(?:${vocabulary.any('roles')})\\s(?=.{0,60}\\s)`, 'u').exec(lower(whole))?.[0]
            .length ?? 0;
        const [name, index] = [whole.slice(lead), at + lead];
        const before = words.slice(Math.max(0, index - 60), index);
        // One name stands behind another with a comma or "and".
        const goesOn =
          lastEnd >= 0 &&
          expression(`^(?:,\\s|\\s?,?\\s?${vocabulary.any('and')}\\s)$`, 'u').test(
            words.slice(lastEnd, index),
          );
        const span = { from: sentence.from + index, to: sentence.from + index + name.length };
        const isTold = role.test(lower(before)) || courtesy.test(lower(before)) || at < opening;
        if ((isTold || goesOn) && kindOfName(name) === undefined) {
          lastEnd = index + name.length;
          if (!found.some((person) => person.name === wordsOf(text, span)))
            found.push({ ...span, name: wordsOf(text, span), sentence });
        }
      }
    }
  return found;
}

/** Where names at the beginning of a sentence end, if it says next what was done to them; else 0. */
function namesFirst(words: string, vocabulary: Reading['vocabulary'], suffers: RegExp): number {
  if (vocabulary.words('passive').length === 0) return 0;
  let end = 0;
  for (const { 0: name, index } of words.matchAll(NAME)) {
    const gap = words.slice(end, index);
    const isNext =
      end === 0 ? index === 0 : expression(`^(?:,\\s|,?\\s${vocabulary.any('and')}\\s)$`, 'u').test(gap);
    if (!isNext) break;
    end = index + name.length;
  }
  return end > 0 && suffers.test(lower(words.slice(end))) ? end : 0;
}

/** What stands in quotation marks, four words or more. */
export function findQuotations({ text }: Reading): Span[] {
  const marks = /[“„«]([^“”„«»"]{1,1500})[”“»]|"([^"\n]{1,1500})"|「([^」]{1,800})」|“([^”]{1,800})”/gu;
  return [...text.matchAll(marks)].flatMap(({ 0: quotation, index }) =>
    quotation.split(/\s+/).length >= 4 || /\p{Script=Han}{6}/u.test(quotation)
      ? [{ from: index, to: index + quotation.length }]
      : [],
  );
}
