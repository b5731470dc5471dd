import type { Fact } from '../model/appeal.ts';
import type { Block, Inline } from '../model/block.ts';
import { LABELS } from '../model/words.ts';
import { addressLines, attentionOf, nameIn, salutationOf, senderLines } from './address.ts';
import { figuresOf, isMeantFor, languagesOf, type MergeJob, tellableFacts, textIn } from './context.ts';
import { type FigureContext, figureEntries, formatFigure, printedClaims } from './figure.ts';
import { fillPattern, formatDate, formatList, formatNumber, sentenceSpace } from './forms.ts';
import { type Literal, literalText } from './markdown.ts';
import type { HelperName } from './template.ts';

/** Options of a helper call as Handlebars hands them over. */
type Hash = Readonly<Record<string, unknown>>;

/** What the helpers of one document share: the job, and what it has read so far. */
export interface Merging {
  readonly job: MergeJob;
  /** Names of all that was read, in order. */
  readonly reads: Set<string>;
  /** Sources of the facts that were told, in order. */
  readonly sources: Set<string>;
}

/** A helper that can't do what the template asks; told at the template's line. */
export class HelperError extends Error {}

type Helper = (args: readonly unknown[], hash: Hash) => Literal | string | undefined;

/** The helpers of one document. */
export function documentHelpers(merging: Merging): Record<HelperName, Helper> {
  const { job } = merging;
  const { campaign, words, target, sender } = job;
  const languages = languagesOf(job);
  return {
    facts: ([role], hash) => tellFacts(merging, String(role), hash),
    fact: ([id], hash) => tellFact(merging, factById(merging, String(id)), hash.short === true),
    figure: ([quantity], hash) => tellFigure(merging, String(quantity), hash.voice),
    figures: ([quantity]) => showFigures(merging, quantity === undefined ? undefined : String(quantity)),
    demands: (_, hash) => {
      const meant = campaign.appeal.demands.filter((d) => isMeantFor(d.of, target));
      const demands = typeof hash.limit === 'number' ? meant.slice(0, hash.limit) : meant;
      for (const { id } of demands) merging.reads.add(`demand/${id}`);
      return listOf(
        demands.map((d) => textIn(d.text, languages)),
        job.material === 'letter',
      );
    },
    actions: () =>
      listOf(
        campaign.appeal.actions.map((a) => textIn(a.text, languages)),
        false,
      ),
    date: ([date]) => formatDate(String(date ?? job.date), words),
    number: ([value]) => formatNumber(Number(value), words),
    list: ([items]) => formatList(Array.isArray(items) ? items.map(String) : [String(items)], words),
    sources: () => tellSources(merging),
    salutation: () => salutationOf(target, words),
    closing: ([kind]) => words.closing[closingKind(job, kind)],
    address: () => target && lines(addressLines(target, words, sender)),
    attention: () => (target && attentionOf(target, words)) ?? '',
    dateline: () => {
      const date = formatDate(job.date, words);
      const { dateline } = words;
      return sender?.city
        ? fillPattern(dateline.with, { place: sender.city, date })
        : fillPattern(dateline.alone, { date });
    },
    asOf: () =>
      fillPattern(words.labels['as-of'], {
        date: formatDate(campaign.appeal.asOf ?? campaign.appeal.issued, words),
      }),
    label: ([name]) => {
      const label = LABELS.find((l) => l === name);
      if (!label)
        throw new HelperError(`There is no label ${JSON.stringify(name)}; labels are ${LABELS.join(', ')}.`);
      return words.labels[label];
    },
    senderAddress: () => sender && lines(senderLines(sender)),
    signature: () => ({ kind: 'blocks', blocks: [signatureOf(merging)] }),
  };
}

function closingKind({ kind }: MergeJob, asked: unknown): 'diplomatic' | 'formal' | 'solidarity' {
  if (asked === 'diplomatic' || asked === 'formal' || asked === 'solidarity') return asked;
  if (kind === 'company') return 'formal';
  return kind === 'union' ? 'solidarity' : 'diplomatic';
}

function lines(texts: readonly string[]): Literal {
  return { kind: 'inline', content: literalText(texts.join('\n')) };
}

function listOf(texts: readonly (string | undefined)[], ordered: boolean): Literal {
  const items = texts.flatMap((text): Inline[][] => (text === undefined ? [] : [literalText(text)]));
  const list: Block = { kind: 'list', role: 'body', ordered, start: 1, items };
  return { kind: 'blocks', blocks: items.length > 0 ? [list] : [] };
}

/** The sender's name and function; room to sign by hand without a sender. */
function signatureOf({ job }: Merging): Block {
  const { sender, words } = job;
  if (!sender)
    return { kind: 'signature-line', role: 'body', label: literalText(words.labels['name-and-function']) };
  const texts = [sender.name, sender.role, sender.organisation].filter((text) => text !== undefined);
  return { kind: 'paragraph', role: 'body', content: literalText(texts.join('\n')) };
}

function factById({ job }: Merging, id: string): Fact {
  const fact = job.campaign.facts.find((f) => f.id === id);
  if (!fact) throw new HelperError(`There is no fact ${JSON.stringify(id)}.`);
  return fact;
}

function tellFacts(merging: Merging, role: string, hash: Hash): string {
  const facts = tellableFacts(merging.job).filter((fact) => fact.role === role);
  const limit = typeof hash.limit === 'number' ? hash.limit : facts.length;
  const told = facts.slice(0, limit).map((fact) => tellFact(merging, fact, hash.short === true));
  return told.join(sentenceSpace(merging.job.words));
}

function tellFact(merging: Merging, fact: Fact, short: boolean): string {
  const { job } = merging;
  const languages = languagesOf(job);
  merging.reads.add(`fact/${fact.id}`);
  for (const source of fact.sources) merging.sources.add(source);
  const text = (short ? textIn(fact.short, languages) : undefined) ?? textIn(fact.text, languages) ?? '';
  return text.replace(/\{([a-z0-9-]+)\}/g, (place, quantity: string) => {
    const figure = fact.figures.find((f) => f.quantity === quantity);
    if (!figure) return place;
    return formatFigure(figure, printedClaims(fact, figure, knowledgeDay(job)), figureContext(job));
  });
}

function figureContext(job: MergeJob): FigureContext {
  const { campaign, words } = job;
  return { words, voices: campaign.appeal.voices, languages: languagesOf(job), asOf: knowledgeDay(job) };
}

/** Last day of what the appeal knows; a month stands for its end. */
function knowledgeDay({ campaign }: MergeJob): string {
  return `${campaign.appeal.asOf ?? campaign.appeal.issued}~`;
}

function tellFigure(merging: Merging, quantity: string, voice: unknown): string {
  const { fact, figure } = findFigure(merging, quantity);
  const claims = printedClaims(fact, figure, knowledgeDay(merging.job));
  const said = voice === undefined ? claims : figure.claims.filter((c) => c.voice === voice).slice(0, 1);
  if (said.length === 0) throw new HelperError(`Nobody named ${JSON.stringify(voice)} gives ${quantity}.`);
  return formatFigure(figure, said, figureContext(merging.job));
}

function findFigure(merging: Merging, quantity: string) {
  const found = figuresOf(merging.job.campaign.facts).find(({ figure }) => figure.quantity === quantity);
  if (!found) throw new HelperError(`There is no figure ${JSON.stringify(quantity)}.`);
  merging.reads.add(`fact/${found.fact.id}`);
  for (const source of found.fact.sources) merging.sources.add(source);
  return found;
}

/** The figure to be set large: the one named, else the first that several voices give; none is fine. */
function showFigures(merging: Merging, quantity: string | undefined): Literal {
  const { job } = merging;
  const day = knowledgeDay(job);
  const disputed = figuresOf(tellableFacts(job)).find(
    ({ fact, figure }) => printedClaims(fact, figure, day).length > 1,
  );
  const name = quantity ?? disputed?.figure.quantity;
  if (name === undefined) return { kind: 'blocks', blocks: [] };
  const { fact, figure } = findFigure(merging, name);
  const claims = printedClaims(fact, figure, day);
  const context = figureContext(job);
  const entries = figureEntries(figure, claims, context).map(({ value, label }) => ({
    value,
    label: literalText(label),
  }));
  const phrase = literalText(formatFigure(figure, claims, context));
  return { kind: 'blocks', blocks: [{ kind: 'figures', role: 'figures', quantity: name, entries, phrase }] };
}

/** The sources of what was told: title, publisher, date. */
function tellSources(merging: Merging): string {
  const { job, sources } = merging;
  const { words, campaign } = job;
  const told = campaign.appeal.sources.filter((source) => sources.has(source.id));
  const texts = told.map((source) => {
    const title = nameIn(source.title, job.language);
    const publisher =
      source.publisher !== undefined && !title.includes(source.publisher) ? source.publisher : undefined;
    return [publisher, title, source.date && formatDate(source.date, words)].filter(Boolean).join(', ');
  });
  return texts.join('; ');
}
