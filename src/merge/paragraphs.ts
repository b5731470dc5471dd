import type { Fact } from '../model/appeal.ts';

/** Sentences that one paragraph holds at most; a fact of more stays whole. */
export const MOST_SENTENCES = 6;
/** Sentences after which a fact of another day or place begins a paragraph. */
const ENOUGH = 3;

/** Words for somebody or something that the sentence before names: who begins a paragraph with one leaves it unsaid. */
const LEANING =
  /^(?:(?:he|she|they|it|his|her|their|this|these|él|ella|ellos|ellas|il|elle|ils|elles|er|sie|он|она|они|оно|він|вона|вони|воно|ele|ela|eles|elas|lui|lei|loro|oni|one|ona|onlar|ол|олар|هو|هي|هم|آنها)(?![\p{L}\p{M}])|[他她它])/iu;

/** A fact as it is told. */
interface ToldFact {
  readonly fact: Pick<Fact, 'date' | 'place'>;
  readonly text: string;
}

/**
 * Facts as paragraphs, in their order: a new one where enough is said and the day or the place is another, and where the
 * next fact would make it too long, but never between somebody and the "he" or "they" after. What a few sentences tell is one paragraph, and none has a single fact at its end alone.
 */
export function groupParagraphs<T extends ToldFact>(told: readonly T[]): T[][] {
  const counts = told.map(({ text }) => countSentences(text));
  if (sum(counts) <= MOST_SENTENCES) return told.length > 0 ? [[...told]] : [];
  const starts = [0];
  let length = counts[0]!;
  let rest = sum(counts);
  for (let i = 1; i < told.length; i += 1) {
    const next = counts[i]!;
    rest -= counts[i - 1]!;
    const isTurn = length >= ENOUGH && rest >= 2 && isElsewhere(told[i - 1]!.fact, told[i]!.fact);
    // So that the last paragraph isn't one sentence, the one before it gives of its own.
    const isFull =
      length + next > MOST_SENTENCES ||
      (length + rest > MOST_SENTENCES && length + next >= MOST_SENTENCES && rest - next === 1);
    // Who is spoken of stays beside it, for a sentence more.
    const leans = LEANING.test(told[i]!.text) && length + next <= MOST_SENTENCES + 1 && rest - next !== 1;
    if (!leans && (isTurn || isFull)) {
      starts.push(i);
      length = next;
    } else length += next;
  }
  return starts.map((start, i) => told.slice(start, starts[i + 1]));
}

function isElsewhere(before: ToldFact['fact'], after: ToldFact['fact']): boolean {
  const isOther = (a: unknown, b: unknown) =>
    a !== undefined && b !== undefined && JSON.stringify(a) !== JSON.stringify(b);
  return isOther(before.date, after.date) || isOther(before.place, after.place);
}

/** Ends of sentences: a sign of their script, what closes behind it, and a space before the next, or none in Han. */
const SENTENCE_END =
  /[。！？][」』）”’]*|[.!?…।۔։።။]["'”’»)\]]*(?=\s+["'“„«‹([¿¡]?(?:\p{Lu}|\p{Lo}|\p{N})|\s*$)/gu;

/** How many sentences a text has, at least one. */
export function countSentences(text: string): number {
  return Math.max(1, text.match(SENTENCE_END)?.length ?? 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
