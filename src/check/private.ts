import type { Person } from '../model/appeal.ts';
import { foldName, isFormOfName } from '../model/name-forms.ts';
import { scriptOf, UNSPACED } from '../model/script.ts';
import { originalOf, wordingIn } from '../model/text.ts';
import { listPlainNames } from '../model/texts.ts';
import type { Problem } from '../problems.ts';
import type { Path } from '../read/source.ts';
import { finding } from '../wordings.ts';
import { type CheckedParts, languagesOf } from './parts.ts';
import { calledText } from './text-name.ts';

/** A wording of something that is printed, and the languages whose documents print it: all where none is named. */
interface Printed {
  readonly text: string;
  readonly language: string;
  readonly name: string;
  readonly item: string;
  readonly part: 'head' | 'facts' | 'events';
  readonly path: Path;
  readonly readers: readonly (string | undefined)[];
}

/**
 * Finds those who are not to be named in what is printed, in any case of their name. The whole name is an error of each
 * document that prints the text; a part of it, which may be somebody else's, is a warning.
 */
export function checkPrivate(parts: CheckedParts): { naming: Problem[]; unsure: Problem[] } {
  const { people } = parts.head.value;
  const hidden = people.filter(({ publish }) => publish === 'no' || publish === 'initials');
  if (hidden.length === 0) return { naming: [], unsure: [] };
  const others = people.filter((person) => !hidden.includes(person)).flatMap(spellingsOf);
  const found = listPrinted(parts).flatMap((printed) =>
    hidden.flatMap((person) => findPerson(printed, person, others.flat(), parts)),
  );
  return {
    naming: found.filter(({ wording }) => wording === 'private-name/whole'),
    unsure: [...found.filter(({ wording }) => wording === 'private-name/part'), ...checkIds(people, parts)],
  };
}

/** What stands beside the name in the list of people goes with it, and is printed of those alone who may be named. */
function listPrinted(parts: CheckedParts): Printed[] {
  const languages = languagesOf(parts.head.value);
  const plain = { language: originalOf(languages), readers: [undefined] };
  const texts = parts.texts().filter(({ isPrinted, item }) => isPrinted && !item.startsWith('person/'));
  return [
    ...texts.flatMap(({ text: all, kind, path, ...of }) =>
      Object.keys(all).map((language): Printed => {
        const isRead = ({ tag, fallback }: (typeof languages)[number]) =>
          tag === language || (fallback === language && wordingIn(all, tag) === undefined);
        const readers = kind === 'name' ? [undefined] : languages.filter(isRead).map(({ tag }) => tag);
        return { ...of, text: wordingIn(all, language)!, language, path: [...path, language], readers };
      }),
    ),
    ...listPlainNames(parts).map((name) => ({ ...plain, ...name })),
    ...parts.head.value.sources.flatMap(({ id, publisher, url }, i) =>
      Object.entries({ publisher, url }).flatMap(([field, text]): Printed[] => {
        const item = `source/${id}`;
        const name = `the ${field} of the source ${id}`;
        return text ? [{ ...plain, text, name, item, part: 'head', path: ['sources', i, field] }] : [];
      }),
    ),
  ];
}

function findPerson(
  printed: Printed,
  person: Person,
  others: readonly string[],
  parts: CheckedParts,
): Problem[] {
  const { text, language, name, item, readers, part, path } = printed;
  const whole = names(text, person, language);
  if (!whole && !namesPart(text, person, language, others)) return [];
  const values = {
    name: calledText(name),
    language,
    person: person.id,
    publish: person.publish!,
  };
  const at = parts[part].file.locate(path);
  if (!whole) return [finding('warning', 'private-name/part', values, { at })];
  return readers.map((reader) =>
    finding('warning', 'private-name/whole', values, {
      about: { part, item, ...(reader === undefined ? {} : { language: reader }) },
      at,
    }),
  );
}

/** Words of a text or a name, also of an address or a sign with a hash, with the full stop of an initial. */
function wordsOf(text: string): string[] {
  return text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').match(/\p{L}[\p{L}\p{M}’'ʼ]*\.?/gu) ?? [];
}

function bare(word: string): string {
  return word.replace(/\.$/, '');
}

/** A person's names as lists of their words. */
function spellingsOf({ name, also = [] }: Person): string[][] {
  return [...Object.values(name), ...also].map((spelling) => wordsOf(spelling).map(bare));
}

/** True where two words of a name stand beside each other, one of them perhaps cut to its initial, or all of one word. */
function names(text: string, person: Person, language: string): boolean {
  const words = wordsOf(text);
  const squeezed = UNSPACED.includes(scriptOf(language))
    ? foldName(text).replace(/[\s·・]/gu, '')
    : undefined;
  return spellingsOf(person).some((spelling) => {
    const joined = foldName(spelling.join(''));
    if (squeezed !== undefined && joined.length > 1 && squeezed.includes(joined)) return true;
    const places = spelling.map((part) =>
      words.flatMap((word, at) => (isFormOfName(bare(word), part, language) ? [at] : [])),
    );
    if (spelling.length === 1) return joined.length > 2 && places[0]!.length > 0;
    const initials = spelling.map((part) =>
      words.flatMap((word, at) => (word.length === 2 && word === `${part[0]!.toUpperCase()}.` ? [at] : [])),
    );
    return places.some((some, i) =>
      some.some((at) =>
        spelling.some(
          (_, j) =>
            i !== j &&
            [...places[j]!, ...initials[j]!].some((other) => other !== at && Math.abs(other - at) <= 2),
        ),
      ),
    );
  });
}

/** Least letters of a surname that tells somebody by itself. */
const TELLING = 5;

/** True where a surname stands alone that nobody else among the people bears. */
function namesPart(text: string, person: Person, language: string, others: readonly string[]): boolean {
  const surnames = spellingsOf(person).flatMap((spelling) => spelling.slice(1));
  return wordsOf(text).some(
    (word) =>
      /^(?!\p{Ll})/u.test(word) &&
      surnames.some((surname) => surname.length >= TELLING && isFormOfName(bare(word), surname, language)) &&
      !others.some((other) => isFormOfName(bare(word), other, language)),
  );
}

/** Ids stand in the list of what was made. */
function checkIds(people: readonly Person[], { head }: CheckedParts): Problem[] {
  return people.flatMap((person, i): Problem[] => {
    if (person.publish !== 'initials') return [];
    const words = person.id.split('-');
    const isSpelt = spellingsOf(person)
      .flat()
      .some((part) => part.length >= 4 && words.includes(foldName(part)));
    const at = head.file.locate(['people', i, 'id']);
    return isSpelt ? [finding('warning', 'private-name/id', { person: person.id }, { at })] : [];
  });
}
