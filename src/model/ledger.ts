import { type Fact, type FactStatus, type Person, sourcesOf } from './appeal.ts';
import type { Correction } from './correction.ts';
import { type Claim, type Figure, parseStatement, statementOf } from './figure.ts';
import { wordingIn } from './text.ts';

/** True for what was said by the end of a day; a month or year is known from its first day on. */
export function isKnown(day: string | undefined, asOf: string): boolean {
  return day === undefined || day <= asOf || day.startsWith(asOf);
}

/**
 * For each voice its newest claim of those known on a day, in the order in which the voices first speak.
 * Of two whose days can't be told apart (`2011-12` and `2011-12-20`), that of the fact's own source goes before.
 */
export function newestClaims(fact: Fact, figure: Figure, asOf: string): Claim[] {
  const voices = [...new Set(figure.claims.map((claim) => claim.voice))];
  return voices.flatMap((voice) => {
    const known = figure.claims.filter((claim) => claim.voice === voice && isKnown(claim.asOf, asOf));
    return known.length > 0 ? known.reduce((best, claim) => newerOf(best, claim, fact)) : [];
  });
}

function newerOf(a: Claim, b: Claim, fact: Fact): Claim {
  const [dayA, dayB] = [a.asOf ?? '', b.asOf ?? ''];
  if (!dayA.startsWith(dayB) && !dayB.startsWith(dayA)) return dayB > dayA ? b : a;
  const isOwn = (claim: Claim) => fact.sources.includes(claim.source);
  return isOwn(a) && !isOwn(b) ? a : b;
}

/** The facts as they stood at the end of a day: every later correction undone. `corrections` are oldest first. */
export function factsAt(facts: readonly Fact[], corrections: readonly Correction[], day: string): Fact[] {
  const later = corrections.filter((correction) => !isKnown(correction.date, day)).reverse();
  return facts.map((fact) => later.filter((c) => c.fact === fact.id).reduce(undo, fact));
}

function undo(fact: Fact, correction: Correction): Fact {
  if (correction.figure === undefined) return { ...fact, status: correction.was as FactStatus };
  const isMeant = (claim: Claim) =>
    claim.voice === correction.voice &&
    statementOf(claim) === correction.now &&
    claim.asOf === correction.date;
  const before = (claim: Claim): Claim[] => {
    if (!isMeant(claim)) return [claim];
    if (correction.was === undefined) return [];
    const { qualifier: _, ...rest } = claim;
    const source = correction.wasSaidIn ?? claim.source;
    return [{ ...rest, ...parseStatement(correction.was)!, asOf: correction.wasSaidOn, source }];
  };
  const figures = fact.figures.map((figure) =>
    figure.quantity === correction.figure ? { ...figure, claims: figure.claims.flatMap(before) } : figure,
  );
  return { ...fact, figures };
}

/** The people as they were known at the end of a day: every later correction undone. `corrections` are oldest first. */
export function peopleAt(
  people: readonly Person[],
  corrections: readonly Correction[],
  day: string,
): Person[] {
  const later = corrections.filter((correction) => !isKnown(correction.date, day)).reverse();
  return people.map((person) => later.filter((c) => c.person === person.id).reduce(undoName, person));
}

function undoName(person: Person, { language, was, wasSaidOn, now }: Correction): Person {
  if (language === undefined) return { ...person, status: was as FactStatus };
  if (person.name[language] !== now) return person;
  const { [language]: _, ...others } = person.name;
  return {
    ...person,
    asOf: wasSaidOn,
    name: was === undefined ? others : { ...person.name, [language]: was },
  };
}

/** A day before all others. */
const DAY_ZERO = '0000';

/** What the ledger is about. */
export interface Known {
  readonly facts: readonly Fact[];
  readonly people: readonly Person[];
}

/** One thing that was said, or set right: a line of the ledger. It is of a fact or of a person. */
export interface LedgerEntry {
  readonly fact?: string | undefined;
  readonly person?: string | undefined;
  /** Key of the name, where it is one. */
  readonly language?: string | undefined;
  readonly figure?: string | undefined;
  readonly voice?: string | undefined;
  /** Day of the statement; undefined where nobody knows. */
  readonly date?: string | undefined;
  readonly now: string;
  /** What it replaced, where it is a correction. */
  readonly was?: string | undefined;
  /** Id of the source; undefined where a name has none. */
  readonly source?: string | undefined;
  readonly reason?: string | undefined;
}

/** Everything that was ever said of these facts and people, oldest first; what has no day stands before all that has. */
export function ledgerOf({ facts, people }: Known, corrections: readonly Correction[]): LedgerEntry[] {
  const ofFacts = facts.flatMap((fact) => {
    const own = corrections.filter((correction) => correction.fact === fact.id);
    const first = factsAt([fact], own, DAY_ZERO).flatMap(({ figures }) => figures);
    const said = first.flatMap(({ quantity, claims }) =>
      claims.map(
        (claim): LedgerEntry => ({
          fact: fact.id,
          figure: quantity,
          voice: claim.voice,
          date: claim.asOf,
          now: statementOf(claim),
          source: claim.source,
          reason: claim.note,
        }),
      ),
    );
    const set = own.map(({ fact: id, figure, voice, date, was, now, source, reason }): LedgerEntry => {
      return { fact: id, figure, voice, date, was, now, source, reason };
    });
    return [...said, ...set];
  });
  const day = (entry: LedgerEntry) => entry.date ?? '';
  return [...ofFacts, ...entriesOfPeople(people, corrections)].sort((a, b) =>
    day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0,
  );
}

/** How names that were set right were first written, and each correction; a name that nobody questioned has no line. */
function entriesOfPeople(people: readonly Person[], corrections: readonly Correction[]): LedgerEntry[] {
  return people.flatMap(({ id }) => {
    const own = corrections.filter((correction) => correction.person === id);
    const first = own.flatMap(({ language, was, wasSaidOn, wasSaidIn }, i): LedgerEntry[] => {
      const isFirst = own.findIndex((correction) => correction.language === language) === i;
      if (language === undefined || was === undefined || !isFirst) return [];
      return [{ person: id, language, date: wasSaidOn, now: was, source: wasSaidIn }];
    });
    const set = own.map(({ language, date, was, now, source, reason }): LedgerEntry => {
      return { person: id, language, date, was, now, source, reason };
    });
    return [...first, ...set];
  });
}

/** A difference between two states of the facts and people. `was` is missing where it is new, `now` where it is gone. */
export interface FactChange {
  readonly fact?: string | undefined;
  readonly person?: string | undefined;
  readonly figure?: string | undefined;
  readonly voice?: string | undefined;
  /** Set where the wording in this language changed, or the name. */
  readonly language?: string | undefined;
  readonly was?: string | undefined;
  readonly now?: string | undefined;
  /** Id of the source of what is said now. */
  readonly source?: string | undefined;
}

/** What changed between two states, each as of its day: figures by voice, status, wording, and names. */
export function diffFacts(
  before: Known & { readonly asOf: string },
  after: Known & { readonly asOf: string },
): FactChange[] {
  const [old, recent] = [statementsOf(before, before.asOf), statementsOf(after, after.asOf)];
  return [...new Set([...old.keys(), ...recent.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), recent.get(key)];
    if (a?.now === b?.now) return [];
    return [{ ...(b ?? a)!, was: a?.now, now: b?.now }];
  });
}

/** What is said of each fact and person on a day, by what it is said of. */
function statementsOf({ facts, people }: Known, asOf: string): Map<string, FactChange> {
  const ofFacts: FactChange[] = facts.flatMap((fact) => [
    { fact: fact.id, now: fact.status, source: fact.sources[0] },
    ...Object.keys(fact.text).map((language) => ({
      fact: fact.id,
      language,
      now: wordingIn(fact.text, language),
      source: fact.sources[0],
    })),
    ...fact.figures.flatMap((figure) =>
      newestClaims(fact, figure, asOf).map((claim) => ({
        fact: fact.id,
        figure: figure.quantity,
        voice: claim.voice,
        now: statementOf(claim),
        source: claim.source,
      })),
    ),
  ]);
  const keyOf = (s: FactChange) => [s.fact, s.person, s.figure, s.voice, s.language].join('/');
  return new Map([...ofFacts, ...statementsOfPeople(people)].map((s) => [keyOf(s), s]));
}

/** What is said of each person: the name as each language writes it, and the status. */
function statementsOfPeople(people: readonly Person[]): FactChange[] {
  return people.flatMap((person) => {
    const source = sourcesOf(person).at(-1);
    const names = Object.entries(person.name).map(([language, now]) => {
      return { person: person.id, language, now, source };
    });
    return [{ person: person.id, now: person.status, source }, ...names];
  });
}
