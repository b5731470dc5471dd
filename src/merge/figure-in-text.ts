import { agreeing, FIGURE_PLACE } from '../model/agreement.ts';
import { type Claim, type Figure, parseFigureValue, QUALIFIERS, type Qualifier } from '../model/figure.ts';
import type { Words } from '../model/words.ts';
import type { MergeJob } from './context.ts';
import { figureContext, formatFigure, type VoicePatterns } from './figure.ts';
import { escaped, pluralOf, sentenceCase } from './forms.ts';

/** A figure that a text asks for, with the claims that are printed of it. */
interface FoundFigure {
  readonly figure: Figure;
  readonly claims: readonly Claim[];
}

/**
 * A text with the phrases of its figures: with a capital where one begins a sentence, a comma behind a voice that stands
 * between commas, and a qualifier that was typed before a figure said once, by the voice whose it is. Words that agree
 * with a figure (`{strikers one: was; other: were}`) take their form.
 */
export function fillFigures(
  wording: string,
  job: MergeJob,
  find: (quantity: string) => FoundFigure | undefined,
): string {
  let written = '';
  let end = 0;
  for (const { 0: place, 1: quantity = '', 2: forms, index } of wording.matchAll(FIGURE_PLACE)) {
    const found = find(quantity);
    const before = wording.slice(end, index);
    end = index + place.length;
    if (!found) {
      written += before + place;
      continue;
    }
    if (forms !== undefined) {
      written += before + agreeing(forms, categoryOf(found.claims, job.words));
      continue;
    }
    const { kept, claims } = takeQualifier(before, found.claims, job.words);
    written += kept;
    written += phraseAt(written, wording.slice(end), { ...found, claims }, job);
  }
  return written + wording.slice(end);
}

/** The plural category that words agree with: of one number that number's; what several say is many. */
function categoryOf([only, ...others]: readonly Claim[], words: Words): string {
  const value = others.length === 0 && only ? parseFigureValue(only.value) : undefined;
  if (value?.kind === 'number') return pluralOf(value.value, words);
  return value?.kind === 'range' ? pluralOf(value.to, words) : 'other';
}

/** A figure's phrase between what stands before and behind it. */
function phraseAt(before: string, after: string, { figure, claims }: FoundFigure, job: MergeJob): string {
  const { words } = job;
  const begins = beginsSentence(before);
  const patterns = patternsAt({ begins, before, after, isOne: claims.length === 1 }, words);
  const phrase = formatFigure(figure, claims, figureContext(job), patterns);
  const comma = claims[0]!.voice === undefined ? undefined : /([,،])\s*\{voice\}$/u.exec(patterns.first)?.[1];
  const isOpen = claims.length === 1 && comma !== undefined && /^ [\p{L}\p{N}]/u.test(after);
  return (begins ? sentenceCase(phrase, words) : phrase) + (isOpen ? comma : '');
}

/** A voice in brackets parts nothing: "12 workers (according to the union) of the mill". */
const IN_BRACKETS = { first: '{n} {unit} ({voice})', next: '{n} ({voice})' };

/** How the voices stand by their numbers at a place of a sentence. */
function patternsAt(
  { begins, before, after, isOne }: { begins: boolean; before: string; after: string; isOne: boolean },
  words: Words,
): VoicePatterns {
  const { figure } = words;
  const isWithin = begins
    ? /^\s+[\p{L}\p{N}\p{Ps}\p{Pi}]/u.test(after)
    : /[\p{L}\p{N}\p{Pe}\p{Pf},"%]$/u.test(before.trimEnd());
  const set = isWithin ? { ...figure.inside, ...(begins ? figure.opening : {}) } : {};
  const patterns = { first: figure.first, next: figure.next, join: figure.join, ...set };
  const first = (isOne ? set.alone : undefined) ?? patterns.first;
  const isBehind = first.indexOf('{voice}') > first.indexOf('{n}');
  return isBehind && isContinued(after, words) ? { ...patterns, ...IN_BRACKETS } : { ...patterns, first };
}

/** True where the words behind a figure may belong to what is counted, or would be read as the voice's. */
function isContinued(after: string, { continued }: Words): boolean {
  const next = /^\s+(\p{L}[\p{L}\p{M}]*|[«„“"])/u.exec(after)?.[1];
  if (next === undefined || continued === undefined) return false;
  return continued.by ? continued.by.includes(next) : !continued.unless?.includes(next);
}

/** What ends a sentence, with what may close behind it. */
const ENDS = /[.!?…。！？।۔]["'”’»)\]]*$/u;
/** Signs that open a sentence before its first word. */
const OPENING = /["'“„«‹([¿¡—–-]\s*$/u;
/** Abbreviations that a number follows: no sentence ends there. */
const ABBREVIATED =
  /(?:^|[^\p{L}])(?:n[ro]|nos|núm|nº|ca|approx|abbr|art|par|ch|pp?|z\.\s?B|d\.\s?h|bzw|e\.\s?g|i\.\s?e|t\.\s?j|tzv|m\.in|ok|т\.\s?е|т\.\s?к|напр|см|ст|п|прим|ок|бл|ул|вул)\.$/iu;
/** "16 декабря 2011 г." before a figure goes on; after a whole sentence the year ends it. */
const YEARLY = /(?:^|[.!?…]\s+)(?:\S+\s+){0,4}\d{4}\s*(?:г|гг|р|рр)\.$/u;

/** Characters before a figure that tell whether it begins a sentence. */
const LOOKED_BACK = 120;

/** True where what follows is the first word of a sentence. */
function beginsSentence(before: string): boolean {
  let text = before.slice(-LOOKED_BACK).trimEnd();
  while (OPENING.test(text) && !/[\p{L}\p{N}]\s*[—–-]$/u.test(text))
    text = text.replace(OPENING, '').trimEnd();
  if (text === '') return true;
  return ENDS.test(text) && !ABBREVIATED.test(text) && !YEARLY.test(text);
}

/**
 * What is typed before a figure, without the qualifier that the figure says itself. One that the data hasn't goes to the
 * one voice where it would stand apart from its number ("more than, according to the union, 30"), or asks for a case.
 */
function takeQualifier(
  before: string,
  claims: readonly Claim[],
  words: Words,
): { kept: string; claims: readonly Claim[] } {
  const typed = findTyped(before, words);
  if (!typed) return { kept: before, claims };
  const { qualifier } = typed;
  const kept = before.slice(0, typed.at);
  if (claims.some((claim) => claim.qualifier === qualifier)) return { kept, claims };
  const [only, ...others] = claims;
  const { first, governing = [] } = words.figure;
  const kind = parseFigureValue(only?.value ?? '')?.kind;
  const isApart = only?.voice !== undefined && first.indexOf('{voice}') < first.indexOf('{n}');
  const isPlain = only?.qualifier === undefined && (kind === 'number' || kind === 'fraction');
  if (!only || others.length > 0 || !isPlain || !(isApart || governing.includes(qualifier)))
    return { kept: before, claims };
  return { kept, claims: [{ ...only, qualifier }] };
}

/** Words that turn a qualifier into its opposite: "not more than" stays as it was typed. */
const DENIED = /(?<!\p{L})(?:no|not|never|nicht|kaum|ne|pas|non|não|nie|не|ні|ani|ej)\s+$/iu;

/** A qualifier of the language right before a figure, and where it begins; the longest, "not more than" before "more than". */
function findTyped(before: string, words: Words): { qualifier: Qualifier; at: number } | undefined {
  const start = Math.max(0, before.length - LOOKED_BACK);
  const text = before.slice(start);
  const found = QUALIFIERS.flatMap((qualifier) =>
    [words.qualifiers[qualifier].split('{n')[0]!, ...(words.typed?.[qualifier] ?? [])].flatMap((lead) => {
      const said = lead.trim();
      if (said === '' || /^\p{P}/u.test(said)) return [];
      const at = text.search(new RegExp(`${spaced(said)}\\s*$`, 'iu'));
      const isMeant =
        at >= 0 && !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at)) && !DENIED.test(text.slice(0, at));
      return isMeant ? [{ qualifier, at: at + start }] : [];
    }),
  );
  return found.toSorted((a, b) => a.at - b.at)[0];
}

function spaced(words: string): string {
  return words.split(/\s+/).map(escaped).join('\\s+');
}
