import { isEnded } from '../model/appeal.ts';
import type { Block, BlockRole } from '../model/block.ts';
import type { LeafletKind } from '../model/material.ts';
import { languagesOf, textIn } from './context.ts';
import { endSentence, fillPattern, formatDate, sentenceSpace } from './forms.ts';
import { inlineOf, type Literal, literalText } from './markdown.ts';
import { noteRead } from './reads.ts';
import type { Merging } from './tell.ts';

/** Says that the appeal was won, closed or withdrawn, when, and what came of it; nothing while it calls to act. */
export function tellState({ job, reads, sources, days }: Merging): Literal | undefined {
  const { campaign, words } = job;
  const { state } = campaign.appeal;
  if (!isEnded(state)) return undefined;
  const { is, since = '', source, text } = state;
  const label = words.labels[`state-${is}`];
  const said = fillPattern(label, { date: formatDate(since, words) });
  if (source !== undefined) sources.add(source);
  days.push(since);
  noteRead(reads, 'appeal/state', said);
  if (text === undefined) return { kind: 'inline', content: literalText(said) };
  const languages = languagesOf(job);
  const own = textIn(text, languages);
  noteRead(reads, `state/${is}`, own);
  if (own === undefined) return { kind: 'inline', content: literalText(said) };
  const language = languages.find((tag) => textIn(text, [tag]) !== undefined)!;
  const further = literalText(endSentence(own, language), language === languages[0] ? {} : { language });
  return { kind: 'inline', content: [...literalText(said + sentenceSpace(words)), ...further] };
}

/** Kinds on which nothing but slogan and imprint is set. */
const WITHOUT_NOTES: readonly string[] = ['placard', 'sticker', 'postcard'] satisfies LeafletKind[];
/** What stands before a note: head and form of address. */
const HEAD: readonly BlockRole[] = ['kicker', 'headline', 'subhead', 'slogan'];

/** A document of an appeal that calls nobody any more says so, whatever its template: paper lives longer than appeals. */
export function withState(blocks: readonly Block[], state: Literal | undefined, kind: string): Block[] {
  if (!state) return [...blocks];
  const role = WITHOUT_NOTES.includes(kind) ? 'imprint' : 'note';
  const note: Block = { kind: 'paragraph', role, content: inlineOf(state) };
  const opening = blocks.findLastIndex((block) => block.role === 'salutation');
  const body = blocks.findIndex((block) => !HEAD.includes(block.role));
  const at = opening >= 0 ? opening + 1 : body >= 0 ? body : blocks.length;
  return [...blocks.slice(0, at), note, ...blocks.slice(at)];
}
