import { nameOfLanguage } from '../engine.ts';
import { once } from '../model/memory.ts';
import { normalForm } from '../model/normal-form.ts';
import { isLanguageTag } from '../model/text.ts';

/** Languages in which the names of languages are understood, besides the one that is named. */
const NAMED_IN = 'en es fr de ru uk kk it pt pl tr ar fa zh'.split(' ');

/** Languages whose names are known. */
const NAMED =
  'ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga he hi hr hu hy id is it ja ka kk ko ku ky lt lv mk mn ms mt nb nl no pl pt ro ru sk sl sq sr sv sw tg th tk tl tr uk ur uz vi zh'.split(
    ' ',
  );

const languageNames = once(
  () =>
    new Map(
      NAMED.flatMap((tag) =>
        [...NAMED_IN, tag].map((language) => [normalForm(nameOfLanguage(tag, [language])), tag] as const),
      ),
    ),
);

/** The language that is meant by a tag in any spelling, or by a name: `ger`, `EN`, `pt_br`, `German`, `немецкий`. */
export function languageMeant(found: string): string | undefined {
  const named = languageNames().get(normalForm(found));
  if (named || !/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(found)) return named;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(found.replaceAll('_', '-'));
    return isLanguageTag(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}
