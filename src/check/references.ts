import { appealHead, fact as factSchema, TARGET_KINDS } from '../model/appeal.ts';
import { handlesOf } from '../model/contact.ts';
import { type Correction, correction as correctionSchema } from '../model/correction.ts';
import type { Claim } from '../model/figure.ts';
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
  const handles = contacts.items.flatMap(({ value }) => handlesOf(value));
  const names = new Names({
    source: [idsOf(appeal.sources), 'source'],
    voice: [idsOf(appeal.voices), 'voice'],
    addressee: [[...new Set([...idsOf(contacts.ids), ...TARGET_KINDS, ...handles])], 'contact-or-kind'],
  });
  names.holdNoted(listNoted(appealHead, appeal), file);
  for (const { value: fact, path } of facts.items) {
    names.holdNoted(listNoted(factSchema, fact, path), facts.file);
    for (const [f, { prints, claims }] of fact.figures.entries())
      prints?.forEach((name, i) => {
        const place = [...path, 'figures', f, 'prints', i];
        names.hold(name, voicesOf(claims), 'voice-of-figure', facts.file, place);
      });
  }
  for (const { value, path } of corrections.items) {
    holdCorrection(names, value, path, parts);
  }
  const listed = (['sources', 'voices', 'people', 'demands', 'images'] as const).flatMap((key) => {
    const ids = (appeal[key] ?? []).map(({ id }, i) => ({ id, path: [key, i] }));
    return findDuplicates(ids, file);
  });
  return [
    ...listed,
    ...checkLanguages(parts),
    ...[facts, contacts, events].flatMap((list) => findDuplicates(list.ids, list.file)),
    ...names.problems,
  ];
}

/** Names of each kind, and what they refer to. */
type Known = Record<NonNullable<SchemaNote['refersTo']>, readonly [readonly string[], Referred]>;

/** Holds names against what is known, and gathers those of things that don't exist. */
class Names {
  readonly problems: Problem[] = [];
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  hold(name: string, known: readonly string[], what: Referred, from: LocatedFile, path: Path): void {
    if (!known.includes(name)) this.problems.push(unknownReference(name, known, what, from, path));
  }

  /** Names in fields whose schema says what they refer to. */
  holdNoted(found: readonly NotedValue[], from: LocatedFile): void {
    for (const { note, path, value } of found)
      if (note.refersTo) this.hold(String(value), ...this.#known[note.refersTo], from, path);
  }
}

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
const voicesOf = (claims: readonly Claim[]) => claims.flatMap(({ voice }) => voice ?? []);

/** Holds what a correction names: a fact with its figure and voice, a person with the language of a name. */
function holdCorrection(
  names: Names,
  value: Correction,
  path: Path,
  { head: { value: appeal }, facts, corrections: { file } }: CheckedParts,
): void {
  const hold = (field: keyof Correction, known: readonly string[], what: Referred) => {
    const name = value[field];
    if (name) names.hold(String(name), known, what, file, [...path, field]);
  };
  const fact = facts.items.find((item) => item.value.id === value.fact)?.value;
  const figure = fact?.figures.find((one) => one.quantity === value.figure);
  const person = appeal.people.find(({ id }) => id === value.person);
  hold('fact', idsOf(facts.ids), 'fact');
  hold('person', idsOf(appeal.people), 'person');
  if (person) hold('language', Object.keys(person.name), 'name-of-person');
  names.holdNoted(listNoted(correctionSchema, value, path), file);
  if (fact)
    hold(
      'figure',
      fact.figures.map(({ quantity }) => quantity),
      'figure-of-fact',
    );
  if (figure) hold('voice', voicesOf(figure.claims), 'voice-of-figure');
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

/** Says that nothing is called so, and what may be meant. */
export function unknownReference(
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
