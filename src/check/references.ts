import { appealHead, fact as factSchema, TARGET_KINDS } from '../model/appeal.ts';
import { handlesOf } from '../model/contact.ts';
import { correction as correctionSchema } from '../model/correction.ts';
import { nearestOf } from '../model/nearest.ts';
import { listNoted, type NotedValue, type SchemaNote } from '../model/notes.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { finding, phrase } from '../wordings.ts';
import { quote } from './fields.ts';
import type { CheckedParts } from './parts.ts';

/** What names refer to: names of phrases. */
type Referred =
  | 'source'
  | 'voice'
  | 'contact-or-kind'
  | 'voice-of-figure'
  | 'fact'
  | 'person'
  | 'name-of-person'
  | 'figure-of-fact';

/** Finds ids that stand twice, and names of things that don't exist. */
export function checkReferences(parts: CheckedParts): Problem[] {
  const { head, facts, contacts, events, corrections } = parts;
  const { value: appeal, file } = head;
  const sources = appeal.sources.map((s) => s.id);
  const voices = appeal.voices.map((v) => v.id);
  const ids = contacts.ids.map((c) => c.id);
  const handles = contacts.items.flatMap(({ value }) => handlesOf(value));
  const addressees = [...new Set([...ids, ...TARGET_KINDS, ...handles])];
  const problems: Problem[] = [
    ...(['sources', 'voices', 'people', 'demands'] as const).flatMap((key) =>
      findDuplicates(
        appeal[key].map(({ id }, i) => ({ id, path: [key, i] })),
        file,
      ),
    ),
    ...findDuplicates(
      (appeal.images ?? []).map(({ id }, i) => ({ id, path: ['images', i] })),
      file,
    ),
    ...checkLanguages(parts),
    ...[facts, contacts, events].flatMap((list) => findDuplicates(list.ids, list.file)),
  ];
  const hold = (name: string, known: readonly string[], what: Referred, from: LocatedFile, path: Path) => {
    if (!known.includes(name)) problems.push(unknownReference(name, known, what, from, path));
  };
  const holdAll = (
    names: readonly string[] | undefined,
    known: readonly string[],
    what: Referred,
    from: LocatedFile,
    path: Path,
  ) => {
    names?.forEach((name, i) => void hold(name, known, what, from, [...path, i]));
  };
  const known: Record<NonNullable<SchemaNote['refersTo']>, readonly [readonly string[], Referred]> = {
    source: [sources, 'source'],
    voice: [voices, 'voice'],
    addressee: [addressees, 'contact-or-kind'],
  };
  const holdNoted = (found: readonly NotedValue[], from: LocatedFile) => {
    for (const { note, path, value } of found)
      if (note.refersTo) hold(String(value), ...known[note.refersTo], from, path);
  };
  holdNoted(listNoted(appealHead, appeal), file);
  for (const { value: fact, path } of facts.items) {
    holdNoted(listNoted(factSchema, fact, path), facts.file);
    for (const [f, { prints, claims }] of fact.figures.entries()) {
      const speaking = claims.flatMap((c) => c.voice ?? []);
      holdAll(prints, speaking, 'voice-of-figure', facts.file, [...path, 'figures', f, 'prints']);
    }
  }
  for (const { value, path } of corrections.items) {
    const { file } = corrections;
    const fact = facts.items.find((item) => item.value.id === value.fact)?.value;
    const figure = fact?.figures.find((f) => f.quantity === value.figure);
    const ids = facts.ids.map((f) => f.id);
    if (value.fact) hold(value.fact, ids, 'fact', file, [...path, 'fact']);
    const person = appeal.people.find(({ id }) => id === value.person);
    const people = appeal.people.map(({ id }) => id);
    if (value.person) hold(value.person, people, 'person', file, [...path, 'person']);
    if (person && value.language)
      hold(value.language, Object.keys(person.name), 'name-of-person', file, [...path, 'language']);
    holdNoted(listNoted(correctionSchema, value, path), file);
    const quantities = fact?.figures.map((f) => f.quantity) ?? [];
    if (fact && value.figure) hold(value.figure, quantities, 'figure-of-fact', file, [...path, 'figure']);
    const speak = figure?.claims.flatMap((c) => c.voice ?? []) ?? [];
    if (figure && value.voice) hold(value.voice, speak, 'voice-of-figure', file, [...path, 'voice']);
  }
  return problems;
}

/** A language that stands twice would be written twice under one name. */
function checkLanguages({ head: { value, file } }: CheckedParts): Problem[] {
  const tags = value.languages.map((language) => (typeof language === 'string' ? language : language.tag));
  return tags.flatMap((tag, i): Problem[] => {
    if (tags.indexOf(tag) === i) return [];
    const at = file.locate(['languages', i]);
    return [finding('error', 'duplicate-id/language', { tag: quote(tag) }, { at })];
  });
}

function findDuplicates(
  ids: readonly { readonly id: string; readonly path: Path }[],
  file: LocatedFile,
): Problem[] {
  const first = new Map<string, Path>();
  return ids.flatMap(({ id, path }): Problem[] => {
    const before = first.get(id);
    if (!before) {
      first.set(id, path);
      return [];
    }
    const { line = 1 } = file.locate([...before, 'id']);
    return [
      finding('error', 'duplicate-id/id', { id: quote(id), line }, { at: file.locate([...path, 'id']) }),
    ];
  });
}

function unknownReference(
  name: string,
  known: readonly string[],
  what: Referred,
  file: LocatedFile,
  path: Path,
): Problem {
  const near = nearestOf(name, known);
  const values = { what: phrase(what, {}), name: quote(name) };
  const at = file.locate(path);
  if (near) return finding('error', 'unknown-reference/near', { ...values, near }, { at });
  if (known.length === 0 || known.length >= 12) return finding('error', 'unknown-reference', values, { at });
  return finding('error', 'unknown-reference/known', { ...values, known: known.join(', ') }, { at });
}
