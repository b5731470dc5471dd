import type { Fact } from '../model/appeal.ts';
import { type Inline, plainText } from '../model/block.ts';
import { type Claim, type Figure, statementOf } from '../model/figure.ts';
import { memoise } from '../model/memory.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import {
  figuresOf,
  foreignStyle,
  knowledgeDay,
  languagesOf,
  type MergeJob,
  tellableFacts,
  textIn,
} from './context.ts';
import { figureContext, figureEntries, formatFigure, formatSpread, printedClaims } from './figure.ts';
import { fillFigures } from './figure-in-text.ts';
import { endSentence, sentenceCase, sentenceSpace } from './forms.ts';
import { helperError, type Options } from './helper-forms.ts';
import { type Literal, listOf, literalText } from './markdown.ts';
import { originOf } from './origin.ts';
import { groupParagraphs } from './paragraphs.ts';
import { noteRead, type Reads } from './reads.ts';
import { suggest } from './template-problem.ts';

/** What the helpers of one document share: the job, and what it has read so far. */
export interface Merging {
  readonly job: MergeJob;
  readonly reads: Reads;
  /** Sources of the facts that were told. */
  readonly sources: Set<string>;
  /** Days of what was told. */
  readonly days: string[];
  /** Where the edition is put once all is read. */
  readonly edition: Inline[];
}

/** Of several things those from a number on, and not more than a limit. */
export function partOf<T>(all: readonly T[], { from, limit }: Options): T[] {
  const start = typeof from === 'number' ? from - 1 : 0;
  return all.slice(start, typeof limit === 'number' ? start + limit : all.length);
}

/** All facts of a role that concern the target, as running sentences in paragraphs, or as a list. */
export function tellFacts(merging: Merging, role: string, options: Options): Literal {
  const { short, list } = options;
  const facts = tellableFacts(merging.job).filter((fact) => fact.role === role);
  const told = partOf(facts, options).map((fact) => {
    const content = begun(tellText(merging, fact, short === true), merging.job.words);
    return { fact, content, text: plainText(content) };
  });
  if (list === true)
    return listOf(
      told.map(({ content }) => content),
      false,
    );
  const space = sentenceSpace(merging.job.words);
  const join = (part: typeof told): Inline[] =>
    part.flatMap(({ content }, i) => [...(i > 0 && space !== '' ? literalText(space) : []), ...content]);
  const paragraphs = groupParagraphs(told).map(join);
  if (paragraphs.length <= 1) return { kind: 'inline', content: paragraphs[0] ?? [] };
  return {
    kind: 'blocks',
    blocks: paragraphs.map((content) => ({ kind: 'paragraph', role: 'body', content })),
  };
}

/** A sentence with its capital, whoever typed it: the one before it has ended. */
function begun([first, ...rest]: readonly Inline[], words: Words): Inline[] {
  if (first?.kind !== 'text') return [...(first ? [first] : []), ...rest];
  return [{ ...first, text: sentenceCase(first.text, words) }, ...rest];
}

/** One fact; withdrawn ones, and those that don't concern the target, are an error of the template. */
export function tellFact(merging: Merging, id: string, { short }: Options): Literal {
  const { campaign, target } = merging.job;
  const fact = tellableFacts(merging.job).find((f) => f.id === id);
  if (!fact) {
    const known = campaign.facts.find((f) => f.id === id);
    if (known?.status === 'withdrawn') throw helperError('template-data/withdrawn', { id });
    if (known) throw helperError('template-data/concern', { id, target: target?.id ?? '' });
    throw helperError('template-data/fact', {
      id: JSON.stringify(id),
      hint: suggest(
        id,
        campaign.facts.map((f) => f.id),
      ),
    });
  }
  return { kind: 'inline', content: tellText(merging, fact, short === true) };
}

/** A fact with what was read for it. */
function tellText(merging: Merging, fact: Fact, short: boolean): Inline[] {
  const reads: Reads = new Map();
  const { text, language } = factText({ ...merging, reads }, fact, short);
  for (const [name, read] of reads) noteRead(merging.reads, name, read);
  const style = foreignStyle(language, languagesOf(merging.job));
  return literalText(text, { ...style, origin: originOf(merging.job, [...reads.keys()]) });
}

function factText(merging: Merging, fact: Fact, short: boolean): { text: string; language?: string } {
  const languages = languagesOf(merging.job);
  const wording = (short ? textIn(fact.short, languages) : undefined) ?? textIn(fact.text, languages);
  noteFact(merging, fact, wording ?? '');
  if (wording === undefined) {
    holdMissing(merging.job, `fact/${fact.id}`, `The fact ${fact.id}`);
    return { text: '' };
  }
  const filled = fillFigures(wording, merging.job, (quantity) => {
    const figure = fact.figures.find((f) => f.quantity === quantity);
    return figure && { figure, claims: claimsOf(merging, fact, figure) };
  });
  const own = languages.find((tag) => [fact.short, fact.text].some((t) => textIn(t, [tag]) === wording));
  const text = endSentence(filled, own ?? merging.job.language);
  const isOwn = (t: Fact['text'] | undefined) => textIn(t, [merging.job.language]) === wording;
  const noted = merging.job.notes ? `${text}\u00a0[${notesOf(merging, fact).join(', ')}]` : text;
  return isOwn(fact.text) || isOwn(fact.short) ? { text: noted } : { text: noted, language: languages[1]! };
}

/** The items that findings are about. */
const itemsOf = memoise(
  (problems: readonly Problem[]): ReadonlySet<string | undefined> =>
    new Set(problems.map(({ about }) => about?.item)),
);

/** A text that isn't there is an error of the document, told with all that it lacks; of the template where none knows it. */
function holdMissing({ campaign, language }: MergeJob, item: string, name: string): void {
  if (itemsOf(campaign.missing).has(item)) return;
  throw helperError('template-data/language', { name, language });
}

/** Numbers of the sources of a fact and of the figures that are printed of it. */
function notesOf({ job, sources }: Merging, fact: Fact): number[] {
  const printed = fact.figures.flatMap((figure) => printedClaims(fact, figure, knowledgeDay(job)));
  const own = [...fact.sources, ...printed.map((claim) => claim.source)];
  const order = [...sources];
  return [...new Set(own)].map((id) => order.indexOf(id) + 1).sort((a, b) => a - b);
}

/** A figure with every voice, as the range from the least to the most, or with the one voice that is asked for. */
export function tellFigure(merging: Merging, quantity: string, { voice, range }: Options): string {
  const { fact, figure } = figureBy(merging, quantity);
  if (range === true)
    return formatSpread(figure, claimsOf(merging, fact, figure), figureContext(merging.job));
  if (voice === undefined) return phraseOf(merging, figure, claimsOf(merging, fact, figure));
  const only: Figure = { ...figure, prints: [String(voice)] };
  const voices = figure.claims.flatMap((claim) => claim.voice ?? []);
  if (!voices.includes(String(voice))) {
    const hint = suggest(String(voice), voices);
    throw helperError('template-data/voice', { quantity, id: JSON.stringify(String(voice)), hint });
  }
  return phraseOf(merging, only, claimsOf(merging, fact, only));
}

/** The figure to be set large: the one named, else the first that several voices give; none is fine. */
export function showFigures(merging: Merging, quantity: string | undefined): Literal {
  const { job } = merging;
  const disputed = figuresOf(tellableFacts(job)).find(
    ({ fact, figure }) => fact.role !== 'record' && printedClaims(fact, figure, knowledgeDay(job)).length > 1,
  );
  const name = quantity ?? disputed?.figure.quantity;
  if (name === undefined) return { kind: 'blocks', blocks: [] };
  const { fact, figure } = figureBy(merging, name);
  const claims = claimsOf(merging, fact, figure);
  const entries = figureEntries(figure, claims, figureContext(job)).map(({ value, label }) => ({
    value,
    label: literalText(label),
  }));
  const phrase = literalText(sentenceCase(phraseOf(merging, figure, claims), job.words));
  return { kind: 'blocks', blocks: [{ kind: 'figures', role: 'figures', quantity: name, entries, phrase }] };
}

function figureBy(merging: Merging, quantity: string): { fact: Fact; figure: Figure } {
  const all = figuresOf(tellableFacts(merging.job));
  const found = all.find(({ figure }) => figure.quantity === quantity);
  if (!found)
    throw helperError('template-data/figure', {
      id: JSON.stringify(quantity),
      hint: suggest(
        quantity,
        all.map(({ figure }) => figure.quantity),
      ),
    });
  noteFact(merging, found.fact, '');
  return found;
}

function noteFact({ reads, sources, days }: Merging, fact: Fact, wording: string): void {
  noteRead(reads, `fact/${fact.id}`, wording);
  for (const source of fact.sources) sources.add(source);
  if (fact.asOf) days.push(fact.asOf);
}

function claimsOf({ job, reads, sources, days }: Merging, fact: Fact, figure: Figure): Claim[] {
  const day = knowledgeDay(job);
  const claims = printedClaims(fact, figure, day);
  if (claims.length === 0) {
    throw helperError('template-data/nobody', { quantity: figure.quantity, id: fact.id, day });
  }
  const { quantity, unit } = figure;
  const languages = languagesOf(job);
  const name = quantity === fact.id ? quantity : `${fact.id}.${quantity}`;
  noteRead(reads, `unit/${name}`, JSON.stringify(languages.map((tag) => unit[tag])));
  for (const claim of claims) {
    const voice = job.campaign.appeal.voices.find((v) => v.id === claim.voice);
    noteRead(reads, `figure/${[name, ...(claim.voice ? [claim.voice] : [])].join('/')}`, statementOf(claim));
    const said = textIn(voice?.text, languages);
    if (claim.voice !== undefined) noteRead(reads, `voice/${claim.voice}`, said ?? '');
    if (claim.voice !== undefined && said === undefined)
      holdMissing(job, `voice/${claim.voice}`, `The voice ${claim.voice}`);
    sources.add(claim.source);
    if (claim.asOf) days.push(claim.asOf);
  }
  return claims;
}

function phraseOf({ job }: Merging, figure: Figure, claims: readonly Claim[]): string {
  return formatFigure(figure, claims, figureContext(job));
}
