import { type Person, sourcesOf } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Correction } from '../model/correction.ts';
import { isKnown } from '../model/ledger.ts';
import type { LocatedFile } from '../read/source.ts';
import { addItem, setKeys } from '../write/edit-structured.ts';
import type { Wanted } from './keep-correction.ts';
import { definedOf, type Edit } from './keep-correction.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** The person who is meant; a fact of the same id goes before, unless a language is named. */
export function findPerson({ id, lang }: Wanted, { facts, appeal }: Campaign): Person | undefined {
  const isFact = facts.some((f) => f.id === id || f.figures.some(({ quantity }) => quantity === id));
  if (isFact && lang === undefined) return undefined;
  const people = appeal.people.map((person) => person.id);
  const index = people.indexOf(id);
  if (index < 0 && lang !== undefined)
    throw new UsageError(
      `--lang is for names: there is no person ${JSON.stringify(id)}. ${suggestFrom(id, people)}`,
    );
  return appeal.people[index];
}

/** Sets a name or a person's status right in the head of the appeal; the source joins those of the person. */
export function correctName(
  person: Person,
  { value, status, lang, voice, date, reason, source }: Wanted & { readonly source: string },
  { appeal }: Campaign,
  head: LocatedFile,
  edit: Edit,
): Correction {
  if (voice !== undefined) throw new UsageError('--voice: a name has no voice; name a language with --lang');
  const path = ['people', appeal.people.indexOf(person)];
  if (value === undefined) {
    if (person.status === status) throw new UsageError(`${person.id} is ${status} already`);
    edit(head, (text) => setKeys(text, path, { status }));
    addSource(person, source, path, head, edit);
    return definedOf({ person: person.id, date, was: person.status, now: status!, reason, source });
  }
  const language = chooseName(person, lang);
  const [now, was] = [value.trim(), person.name[language]];
  if (now === '') throw new UsageError('--value: expected a name');
  if (was === now) throw new UsageError(`${person.id} (${language}) is ${now} already`);
  if (person.asOf && !isKnown(person.asOf, date))
    throw new UsageError(`--date: ${date} is before the day of what stands there, ${person.asOf}`);
  edit(head, (text) => setKeys(text, [...path, 'name'], { [language]: now }));
  edit(head, (text) => setKeys(text, path, { asOf: date }));
  addSource(person, source, path, head, edit);
  const [wasSaidIn] = sourcesOf(person);
  return definedOf({
    person: person.id,
    language,
    date,
    was,
    wasSaidOn: person.asOf,
    wasSaidIn,
    now,
    reason,
    source,
  });
}

function chooseName({ id, name }: Person, lang: string | undefined): string {
  const keys = Object.keys(name);
  if (lang === undefined) {
    if (keys.length === 1) return keys[0]!;
    throw new UsageError(`${id} is written in several ways: add --lang, one of ${keys.join(', ')}`);
  }
  if (keys.includes(lang)) return lang;
  throw new UsageError(`--lang: ${id} has no name in ${lang}. ${suggestFrom(lang, keys)}`);
}

function addSource(
  person: Person,
  source: string,
  path: readonly (string | number)[],
  head: LocatedFile,
  edit: Edit,
): void {
  const known = sourcesOf(person);
  if (known.includes(source)) return;
  const at = [...path, 'sources'];
  if (person.sources) edit(head, (text) => addItem(text, at, source));
  else if (person.source === undefined) edit(head, (text) => setKeys(text, path, { source }));
  else {
    edit(head, (text) => setKeys(text, path, { source: undefined }));
    for (const id of [person.source, source]) edit(head, (text) => addItem(text, at, id));
  }
}
