import type { Person } from '../model/appeal.ts';
import type { Correction } from '../model/correction.ts';
import { isCaseOfName } from '../model/name-forms.ts';
import { lettersApart } from '../model/nearest.ts';
import { scriptOf, UNSPACED } from '../model/script.ts';
import { originalOf } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { calendarNames } from './days.ts';
import { type CheckedParts, languagesOf, type PlacedText } from './parts.ts';
import { calledText } from './text-name.ts';

const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu;
/** Scripts in which a name begins with a capital. */
const CASED = ['Latn', 'Cyrl', 'Grek', 'Armn'];
/** Languages in which any noun does. */
const NOUNS_CASED = ['de', 'lb'];
/** Endings that a name takes in a sentence are no longer than this. */
const ENDING = 5;

/** Finds names in texts that are spelt otherwise than those of the people, or are nobody's among them. */
export function checkNames(parts: CheckedParts): Problem[] {
  const { people } = parts.head.value;
  const original = originalOf(languagesOf(parts.head.value));
  const strangers = knownWords(parts);
  const corrections = parts.corrections.items.map(({ value }) => value);
  return parts
    .wordings()
    .flatMap((told) => [
      ...findFormer(told, people, corrections),
      ...findMisspelt(told, people),
      ...(told.language === original && told.fact ? findStrangers(told, people, strangers) : []),
    ]);
}

/** The names of the people as a language writes them: its own form, else that of its script. */
function namesIn(language: string, people: readonly Person[]): string[] {
  const script = scriptOf(language);
  return people.flatMap(({ name, also = [] }) => {
    const written = name[language] ?? name[script];
    return [
      ...(written === undefined ? [] : [written]),
      ...also.filter((other) => scriptIn(other) === script),
    ];
  });
}

function findMisspelt(
  { text, language, name, file, path }: PlacedText,
  people: readonly Person[],
): Problem[] {
  const known = [...new Set(namesIn(language, people).flatMap((full) => full.match(WORD) ?? []))];
  const isCased = CASED.includes(scriptOf(language));
  const isUnspaced = UNSPACED.includes(scriptOf(language));
  const words = new Set(text.match(WORD) ?? []);
  return [...words].flatMap((word): Problem[] => {
    if (isCased && !/^\p{Lu}/u.test(word)) return [];
    if (known.some((other) => isFormOf(word, other, language) || (isUnspaced && word.includes(other))))
      return [];
    const meant = known.find((other) => isNear(word, other));
    if (meant === undefined) return [];
    return [
      finding(
        'warning',
        'misspelt-name',
        { word, name: calledText(name), language, meant },
        { at: file.locate(path) },
      ),
    ];
  });
}

/** Words of a name as it was before a correction, in any case: "Наталью" where it is Наталия now. */
function findFormer(
  told: PlacedText,
  people: readonly Person[],
  corrections: readonly Correction[],
): Problem[] {
  const { text, language, name, file, path } = told;
  const now = namesIn(language, people).flatMap((full) => full.match(WORD) ?? []);
  const former = corrections.flatMap(({ person, language: key, was }) => {
    const isMeant = person !== undefined && (key === language || key === scriptOf(language));
    return isMeant && was !== undefined ? (was.match(WORD) ?? []) : [];
  });
  const isNow = (word: string) => now.some((other) => isCaseOfName(word, other, language));
  const isFormer = (word: string) => former.find((other) => isCaseOfName(word, other, language));
  return [...new Set(text.match(WORD) ?? [])].flatMap((word): Problem[] => {
    const old = isNow(word) ? undefined : isFormer(word);
    const meant = old && now.toSorted((a, b) => lettersApart(a, old) - lettersApart(b, old))[0];
    // One that is near enough is told as misspelt.
    if (meant === undefined || isNear(word, meant)) return [];
    const values = { word, name: calledText(name), language, meant };
    return [finding('warning', 'misspelt-name', values, { at: file.locate(path) })];
  });
}

/** True for a name in any case, and for one with a longer ending that begins as it does. */
function isFormOf(word: string, name: string, language: string): boolean {
  const stem = name.replace(/[aeiouyаеёиоуыьэюяіїє]$/iu, '').toLowerCase();
  const found = word.toLowerCase();
  return (
    (found.startsWith(stem) && found.length <= stem.length + ENDING) || isCaseOfName(word, name, language)
  );
}

function isNear(word: string, name: string): boolean {
  if (name.length < 5) return false;
  const [found, meant] = [word.toLowerCase(), name.toLowerCase()];
  const most = meant.length >= 8 ? 2 : 1;
  const apart = Math.min(lettersApart(found, meant), lettersApart(found.slice(0, meant.length), meant));
  return apart <= most && found[0] === meant[0];
}

/** Words that are capitalised and nobody's name: organisations, places, countries, days and months. */
function knownWords({ head, facts, contacts, events }: CheckedParts): Set<string> {
  const { value: appeal } = head;
  const names = [
    ...contacts.items.flatMap(({ value }) => [value.organisation, value.city, value.region, value.street]),
    ...events.items.flatMap(({ value }) => [value.place, value.city, value.address, value.calledBy]),
    ...facts.items.map(({ value }) => value.place),
    appeal.issuer.name,
    appeal.title,
    ...appeal.sources.flatMap(({ title, publisher }) => [title, publisher]),
  ];
  const calendar = languagesOf(appeal).flatMap(({ tag }) => Object.values(calendarNames(tag)).flat());
  const words = [...names.map((name) => JSON.stringify(name) ?? ''), ...calendar].flatMap(
    (s) => s.match(WORD) ?? [],
  );
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Two capitalised words in a row that nothing in the appeal explains: given name and surname, most likely. */
function findStrangers(
  { text, language, name, file, path }: PlacedText,
  people: readonly Person[],
  known: ReadonlySet<string>,
): Problem[] {
  if (!CASED.includes(scriptOf(language)) || NOUNS_CASED.includes(language)) return [];
  const ours = namesIn(language, people).flatMap((full) => full.match(WORD) ?? []);
  const rows = text.match(/(?:\p{Lu}[\p{L}\p{M}’'-]+ ?)+/gu) ?? [];
  return rows.flatMap((row): Problem[] => {
    const words = row.trim().split(' ');
    const isExplained = (word: string) =>
      known.has(word.toLowerCase()) ||
      ours.some((other) => isFormOf(word, other, language) || isNear(word, other));
    if (words.length < 2 || words.length > 3 || words.some(isExplained)) return [];
    return [
      finding(
        'notice',
        'unknown-name',
        { row: row.trim(), name: calledText(name) },
        { at: file.locate(path) },
      ),
    ];
  });
}

function scriptIn(text: string): string | undefined {
  return ['Latn', 'Cyrl', 'Grek', 'Armn', 'Arab', 'Hebr'].find((script) =>
    new RegExp(`\\p{Script=${script}}`, 'u').test(text),
  );
}
