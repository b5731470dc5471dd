import type { Fact } from '../model/appeal.ts';
import {
  type Claim,
  type Figure,
  type FigureValue,
  type PluralForms,
  parseFigureValue,
  type Qualifier,
  type Voice,
} from '../model/figure.ts';
import { newestClaims } from '../model/ledger.ts';
import type { Words } from '../model/words.ts';
import { languagesOf, type MergeJob, textIn } from './context.ts';
import { fillPattern, fillWords, formatList, formatNumber, pluralOf } from './forms.ts';

/** What a figure's phrase is made from. */
interface FigureContext {
  readonly words: Words;
  readonly voices: readonly Voice[];
  /** Languages in which texts are looked up, best first. */
  readonly languages: readonly string[];
}

/** What the figures of a document are phrased with. */
export function figureContext(job: MergeJob): FigureContext {
  return { words: job.words, voices: job.campaign.appeal.voices, languages: languagesOf(job) };
}

/** The claims that are printed: the newest that each voice had made by the day of `asOf`. */
export function printedClaims(fact: Fact, figure: Figure, asOf: string): Claim[] {
  const claims = newestClaims(fact, figure, asOf);
  return figure.prints?.flatMap((voice) => claims.find((claim) => claim.voice === voice) ?? []) ?? claims;
}

/** Where the first voice stands by its number, and each further one; how they are joined. */
export type VoicePatterns = Pick<Words['figure'], 'first' | 'next' | 'join'>;

/**
 * The figure as one phrase with every voice: "11 dead according to official data and 70 according to …"; by other
 * patterns where a sentence asks for them.
 */
export function formatFigure(
  figure: Figure,
  claims: readonly Claim[],
  context: FigureContext,
  patterns: VoicePatterns = context.words.figure,
): string {
  const { words } = context;
  const unit = unitIn(figure, context);
  const phrases = plainFirst(claims).map((claim, i) => {
    const voice = voiceOf(claim, context);
    const value = parseFigureValue(claim.value)!;
    if (voice === undefined) return countedValue(value, claim.qualifier, unit, words);
    const pattern = i > 0 ? patterns.next : patterns.first;
    return fillPattern(pattern.replace(/\{n\}\s*\{unit\}|\{unit\}\s*\{n\}/, '{counted}'), {
      n: bareValue(value, claim.qualifier, words),
      counted: countedValue(value, claim.qualifier, unit, words),
      voice,
    });
  });
  const { join } = patterns;
  return join === 'and' ? formatList(phrases, words) : phrases.join(join.separator);
}

/** Plain numbers before one with a qualifier: "more than 1,000 … and 373" would lend the one's qualifier to the other. */
function plainFirst(claims: readonly Claim[]): readonly Claim[] {
  const isPlain = ({ value, qualifier }: Claim) =>
    qualifier === undefined && ['number', 'range'].includes(parseFigureValue(value)!.kind);
  const qualified = claims.findIndex((claim) => claim.qualifier !== undefined);
  const isLent = qualified >= 0 && (qualified === 0 || claims.slice(qualified).some(isPlain));
  return isLent ? claims.toSorted((a, b) => Number(isPlain(b)) - Number(isPlain(a))) : claims;
}

/**
 * From the least to the most that anybody says: "between 11 and 70 dead, depending on the source". Every voice where
 * the language has no form for it, and where the claims aren't plain numbers: "more than 150" is no end of a range.
 */
export function formatSpread(figure: Figure, claims: readonly Claim[], context: FigureContext): string {
  const { words } = context;
  const values = claims.map((claim) => parseFigureValue(claim.value)!);
  const numbers = values.flatMap((value) =>
    value.kind === 'number' ? [value.value] : value.kind === 'range' ? [value.from, value.to] : [],
  );
  const [from = 0, to = 0] = [Math.min, Math.max].map((most) =>
    numbers.reduce((a, b) => most(a, b), numbers[0]!),
  );
  const isPlain = claims.every((claim) => claim.qualifier === undefined);
  const isSpread = isPlain && values.every(({ kind }) => kind === 'number' || kind === 'range') && from < to;
  if (!isSpread || words.figure.spread === undefined) return formatFigure(figure, claims, context);
  const counted = countedValue({ kind: 'range', from, to }, undefined, unitIn(figure, context), words);
  return fillPattern(words.figure.spread, { counted });
}

/** Value and label of each claim, to be set large. */
export function figureEntries(
  figure: Figure,
  claims: readonly Claim[],
  context: FigureContext,
): { value: string; label: string }[] {
  const unit = unitIn(figure, context);
  return claims.map((claim) => {
    const value = parseFigureValue(claim.value)!;
    const voice = voiceOf(claim, context);
    return {
      value: bareValue(value, claim.qualifier, context.words),
      label: voice
        ? fillPattern(context.words.figure.label, {
            unit: unitForm(unit, value, claim.qualifier, context.words),
            voice,
          })
        : unitForm(unit, value, claim.qualifier, context.words),
    };
  });
}

/** Who says it, as a phrase; undefined where the fact's own source speaks. No figure is printed without its voice. */
function voiceOf(claim: Claim, { voices, languages }: FigureContext): string | undefined {
  if (claim.voice === undefined) return undefined;
  // A document whose language has no text of it fails, with every other text that it lacks.
  return textIn(voices.find((v) => v.id === claim.voice)?.text, languages) ?? '';
}

type Unit = string | PluralForms;

function unitIn({ unit }: Figure, { languages }: FigureContext): Unit {
  return languages.map((language) => unit[language]).find((form) => form !== undefined) ?? '';
}

function unitForm(unit: Unit, value: FigureValue, qualifier: Qualifier | undefined, words: Words): string {
  if (typeof unit === 'string') return unit;
  const several = severalOf(unit, words);
  if (value.kind === 'word' || value.kind === 'fraction') return several;
  const category = pluralOf(value.kind === 'number' ? value.value : value.to, words);
  if (!isGoverned(value, qualifier, words)) return unit[category] ?? unit.other;
  const one = category === 'one' ? unit['governed-one'] : undefined;
  const { governed } = words.figure;
  return (
    one ?? unit.governed ?? (governed ? withEnds(unit[category] ?? unit.other, governed[category]) : several)
  );
}

/** Words with other ends, each by the first that it has. */
function withEnds(form: string, ends: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(ends);
  return form.replace(/\S+/g, (word) => {
    const found = pairs.find(([end]) => word.endsWith(end));
    return found ? word.slice(0, -found[0].length) + found[1] : word;
  });
}

/** The form after a word of quantity. */
function severalOf(unit: PluralForms, { figure }: Words): string {
  return unit.several ?? (figure.several && unit[figure.several]) ?? unit.other;
}

/** True where a preposition before the number governs a case of what is counted. */
function isGoverned(value: FigureValue, qualifier: Qualifier | undefined, { figure }: Words): boolean {
  const governs = qualifier ?? (value.kind === 'range' ? 'range' : undefined);
  return governs !== undefined && (figure.governing?.includes(governs) ?? false);
}

/** What a pattern can ask of a unit: `{unit}` in the form of its number, `{unit:part}`, `{unit:several}`. */
function unitPlaces(unit: Unit, form: string, words: Words): Record<string, string> {
  if (typeof unit === 'string') return { unit: form, class: '' };
  const several = severalOf(unit, words);
  const { part = several, class: classifier = '' } = unit;
  return { unit: form, 'unit:several': several, 'unit:part': part, class: classifier };
}

type ByUnit = Words['figure']['fraction'];

/** A pattern in the gender of what is counted. */
function patternFor(pattern: ByUnit, unit: Unit): string {
  if (typeof pattern === 'string') return pattern;
  const gender = typeof unit === 'string' ? undefined : unit.gender;
  return (gender && pattern[gender]) ?? pattern.unknown;
}

/** "about 1,500 workers", "hundreds of workers", "a third of workers". */
function countedValue(
  value: FigureValue,
  qualifier: Qualifier | undefined,
  unit: Unit,
  words: Words,
): string {
  const form = unitForm(unit, value, qualifier, words);
  const places = unitPlaces(unit, form, words);
  if (value.kind === 'word') {
    return fillWords(patternFor(words.quantityWords[value.word].with, unit), places, words).trimEnd();
  }
  const { counted, fraction, 'counted-by': byNumber } = words.figure;
  const category = value.kind === 'number' ? pluralOf(value.value, words) : undefined;
  const own = category && byNumber?.[category];
  if (own && qualifier && words.figure.governed?.[category] && isGoverned(value, qualifier, words)) {
    const said = fillWords(patternFor(own, unit), places, words);
    return qualify(words.qualifiers[qualifier], said, value, words);
  }
  const pattern = patternFor(
    value.kind === 'fraction' ? fraction : ((qualifier ? undefined : own) ?? counted),
    unit,
  );
  const classifier = value.kind === 'fraction' ? '' : (places.class ?? '');
  return fillWords(pattern, { n: bareValue(value, qualifier, words, classifier), ...places }, words);
}

/** The value alone, with its classifier and its qualifier. */
function bareValue(
  value: FigureValue,
  qualifier: Qualifier | undefined,
  words: Words,
  classifier = '',
): string {
  if (value.kind === 'word') return words.quantityWords[value.word].alone;
  const n = formatValue(value, words) + classifier;
  return qualifier ? qualify(words.qualifiers[qualifier], n, value, words) : n;
}

function formatValue(value: Exclude<FigureValue, { kind: 'word' }>, words: Words): string {
  switch (value.kind) {
    case 'number':
      return formatNumber(value.value, words);
    case 'range':
      return fillPattern(words.figure.range, {
        from: formatNumber(value.from, words),
        to: formatNumber(value.to, words),
      });
    case 'fraction': {
      const { numerator, denominator } = value;
      return words.fractions?.[`${numerator}/${denominator}`] ?? `${numerator}/${denominator}`;
    }
  }
}

/** `{n}` takes the number, `{n:ablative}` the number with the case ending that its last spoken part asks for. */
function qualify(pattern: string, n: string, value: FigureValue, words: Words): string {
  const last = value.kind === 'number' ? value.value : value.kind === 'range' ? value.to : 0;
  return pattern.replace(
    /\{n(?::(\w+))?\}/,
    (_, kind?: string) => n + (kind ? (words.endings?.[kind]?.[lastSpoken(last)] ?? '') : ''),
  );
}

/** The last part of a number as it is spoken: 1,500 → 100, 30 → 30, 31 → 1. */
export function lastSpoken(value: number): string {
  const n = Math.trunc(value);
  if (n === 0) return '0';
  if (n % 10 !== 0) return String(n % 10);
  if (n % 100 !== 0) return String(n % 100);
  if (n % 1000 !== 0) return '100';
  return n % 1_000_000 !== 0 ? '1000' : '1000000';
}
