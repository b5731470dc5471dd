import {
  type Claim,
  type Fact,
  type FactStatus,
  type Figure,
  parseStatement,
  statementOf,
} from './appeal.ts';
import type { Correction } from './correction.ts';
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

/** A day before all others. */
const DAY_ZERO = '0000';

/** One thing that was said, or set right: a line of the ledger. */
export interface LedgerEntry {
  readonly fact: string;
  readonly figure?: string | undefined;
  readonly voice?: string | undefined;
  /** Day of the statement; undefined where nobody knows. */
  readonly date?: string | undefined;
  readonly now: string;
  /** What it replaced, where it is a correction. */
  readonly was?: string | undefined;
  /** Id of the source. */
  readonly source: string;
  readonly reason?: string | undefined;
}

/** Everything that was ever said of these facts, oldest first; what has no day stands before all that has. */
export function ledgerOf(facts: readonly Fact[], corrections: readonly Correction[]): LedgerEntry[] {
  const entries = facts.flatMap((fact) => {
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
  return entries.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** A difference between two states of the facts. `was` is missing where it is new, `now` where it is gone. */
export interface FactChange {
  readonly fact: string;
  readonly figure?: string | undefined;
  readonly voice?: string | undefined;
  /** Set where the wording in this language changed. */
  readonly language?: string | undefined;
  readonly was?: string | undefined;
  readonly now?: string | undefined;
  /** Id of the source of what is said now. */
  readonly source?: string | undefined;
}

/** What changed between two states of the facts, each as of its day: figures by voice, status, and wording. */
export function diffFacts(
  before: { readonly facts: readonly Fact[]; readonly asOf: string },
  after: { readonly facts: readonly Fact[]; readonly asOf: string },
): FactChange[] {
  const [old, recent] = [statementsOf(before.facts, before.asOf), statementsOf(after.facts, after.asOf)];
  return [...new Set([...old.keys(), ...recent.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), recent.get(key)];
    if (a?.now === b?.now) return [];
    return [{ ...(b ?? a)!, was: a?.now, now: b?.now }];
  });
}

/** What is said of each fact on a day, by what it is said of. */
function statementsOf(facts: readonly Fact[], asOf: string): Map<string, FactChange> {
  const statements: FactChange[] = facts.flatMap((fact) => [
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
  return new Map(statements.map((s) => [[s.fact, s.figure, s.voice, s.language].join('/'), s]));
}
