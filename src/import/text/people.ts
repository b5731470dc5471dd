import { kindOfName } from '../../check/kind-words.ts';
import { listSentences, type Reading, type Span, wordsOf } from './passages.ts';
import { expression, lower } from './vocabulary.ts';

/** Somebody who is named, and the sentence that tells what happened to them. */
export interface PersonFound extends Span {
  readonly name: string;
  readonly sentence: Span;
}

/** Two to four words that begin with a capital letter. */
const NAME =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’'-]{1,24}(?:\s(?:al-|el-|de\s|da\s|van\s)?\p{Lu}[\p{L}\p{M}’'-]{1,24}){1,3}/gu;
/** Scripts without capital letters tell no names by their form. */
const UNTOLD = ['ar', 'fa', 'zh-Hans'];

/** People in sentences that tell of harm to somebody, where a word for what they are stands beside the name. */
export function findPeople(reading: Reading): PersonFound[] {
  const { text, vocabulary } = reading;
  if (UNTOLD.includes(vocabulary.language)) return [];
  const harm = expression(vocabulary.any('harm'), 'u');
  const role = expression(`(?:${vocabulary.any('roles')})(?:\\s\\p{Ll}[\\p{L}’'-]{0,20}){0,3},?\\s$`, 'u');
  const found: PersonFound[] = [];
  for (const passage of reading.passages)
    for (const sentence of listSentences(reading, passage)) {
      const words = text.slice(sentence.from, sentence.to);
      if (!harm.test(lower(words))) continue;
      let lastEnd = -1;
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
        if ((role.test(lower(before)) || goesOn) && kindOfName(name) === undefined) {
          lastEnd = index + name.length;
          if (!found.some((person) => person.name === wordsOf(text, span)))
            found.push({ ...span, name: wordsOf(text, span), sentence });
        }
      }
    }
  return found;
}

/** What stands in quotation marks, four words or more. */
export function findQuotations({ text }: Reading): Span[] {
  const marks = /[“„«]([^“”„«»"]{1,1500})[”“»]|"([^"\n]{1,1500})"|「([^」]{1,800})」|“([^”]{1,800})”/gu;
  return [...text.matchAll(marks)].flatMap(({ 0: quotation, index }) =>
    quotation.split(/\s+/).length >= 4 || /\p{Script=Han}{10}/u.test(quotation)
      ? [{ from: index, to: index + quotation.length }]
      : [],
  );
}
