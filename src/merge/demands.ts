import type { Demand } from '../model/appeal.ts';
import type { Words } from '../model/words.ts';
import { textIn } from './context.ts';
import { endSentence, sentenceCase } from './forms.ts';
import { type Literal, literalText } from './markdown.ts';

/** A full stop at the end, and one within: those of several sentences keep theirs. */
const STOP = /(?<![.…])[.。।۔]\s*$/u;
const SEVERAL = /[.!?…]\s+\p{L}|[。！？।]./u;

/**
 * Demands as they are printed, whoever typed them: each begins with a capital, and all end with a stop or none does.
 * The data stays as it is. A text of a fallback says its language.
 */
export function demandTexts(
  demands: readonly Demand[],
  languages: readonly string[],
  words: Words,
): (Literal | undefined)[] {
  const texts = demands.map(({ text }) => textIn(text, languages));
  const said = texts.filter((text) => text !== undefined);
  const isMixed = said.some((text) => STOP.test(text)) && said.some((text) => !STOP.test(text));
  const keepsStops = said.some((text) => SEVERAL.test(text));
  return demands.map(({ text }, i) => {
    const own = texts[i];
    const language = languages.find((tag) => textIn(text, [tag]) !== undefined);
    if (own === undefined || language === undefined) return undefined;
    const ended = !isMixed ? own : keepsStops ? endSentence(own, language) : own.replace(STOP, '');
    const style = language === languages[0] ? {} : { language };
    return { kind: 'inline', content: literalText(sentenceCase(ended, words), style) };
  });
}
