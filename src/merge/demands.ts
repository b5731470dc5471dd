import { demandsFor, isMeantFor } from '../model/addressee.ts';
import type { Demand } from '../model/appeal.ts';
import type { Block, Inline } from '../model/block.ts';
import type { Words } from '../model/words.ts';
import { foreignStyle, joinParts, languagesOf, type MergeJob, textIn } from './context.ts';
import { endSentence, labelledParts, sentenceCase } from './forms.ts';
import type { Options } from './helper-forms.ts';
import { inlineOf, type Literal, listOf, literalText } from './markdown.ts';
import { withReads } from './origin.ts';
import { noteRead } from './reads.ts';
import { listRecipients, noteRecipients, type Recipient } from './recipients.ts';
import { type Merging, partOf } from './tell.ts';

/** Demands of the same addressees; without any, of everybody. */
interface DemandGroup {
  readonly to: readonly Recipient[];
  readonly demands: readonly Demand[];
}

/**
 * The demands as lists: in a letter those that are put to its addressee, on what is handed out all, each under the names
 * of those whom it is put to where they aren't the same for all.
 */
export function tellDemands(merging: Merging, options: Options): Block[] {
  const { job, reads } = merging;
  const { target, words } = job;
  const { demands } = job.campaign.appeal;
  const isPlain = target !== undefined || options.named === false;
  const groups = isPlain ? [{ to: [], demands: demandsFor(demands, target) }] : groupDemands(demands, job);
  const printed = partOf(
    groups.flatMap((group) => group.demands),
    options,
  );
  const languages = languagesOf(job);
  for (const { id, text } of printed) noteRead(reads, `demand/${id}`, textIn(text, languages));
  const texts = demandTexts(printed, languages, words);
  const places = new Map(printed.map((demand, place) => [demand, place]));
  return groups.flatMap((group) => {
    const own = group.demands.filter((demand) => places.has(demand));
    const items = own.flatMap((demand) => {
      const text = texts[places.get(demand)!];
      if (text === undefined) return [];
      return [inlineOf(job.explain ? withReads(text, [`demand/${demand.id}`]) : text)];
    });
    const list = listOf(items, job.material === 'letter' && printed.length > 1).blocks;
    // What goes on from an earlier part of the list stands under those names already.
    const isNamed = group.to.length > 0 && list.length > 0 && own[0] === group.demands[0];
    if (!isNamed) return list;
    noteRecipients(reads, group.to);
    return [{ kind: 'paragraph', role: 'body', content: namesOver(group, job) }, ...list];
  });
}

/** More addressees than these aren't named over their demands. */
const MOST_NAMES = 6;

/** What is demanded of everybody, or of too many to be named, stands first, under the heading alone. */
function groupDemands(demands: readonly Demand[], job: MergeJob): DemandGroup[] {
  const { targets } = job.campaign;
  const everybody = keyOf(listRecipients(job, targets));
  const groups = new Map<string, { to: readonly Recipient[]; demands: Demand[] }>([
    [everybody, { to: [], demands: [] }],
  ]);
  for (const demand of demands) {
    const meant = targets.filter((target) => demand.of !== undefined && isMeantFor(demand.of, target));
    const to = listRecipients(job, meant);
    const isNamed = to.length > 0 && to.length <= MOST_NAMES;
    const key = isNamed ? keyOf(to) : everybody;
    const group = groups.get(key) ?? { to, demands: [] };
    groups.set(key, group);
    group.demands.push(demand);
  }
  return [...groups.values()];
}

/** True if over the demands everybody is named whom the appeal addresses. */
export function namesEverybody(job: MergeJob): boolean {
  const { appeal, targets } = job.campaign;
  const named = groupDemands(appeal.demands, job).flatMap(({ to }) => to.map(({ name }) => name.text));
  return listRecipients(job, targets).every(({ name }) => named.includes(name.text));
}

function keyOf(recipients: readonly Recipient[]): string {
  return JSON.stringify(recipients.map(({ name }) => name.text));
}

/** "Embassy of Exampleland, The Mill Ltd:", in bold letters. */
function namesOver({ to }: DemandGroup, { words }: MergeJob): Inline[] {
  const names = to.map(({ name: { text, language } }): Literal => {
    return { kind: 'inline', content: literalText(text, { isolate: true, language }) };
  });
  const colon = literalText(labelledParts('', words).before.trimEnd());
  return [...inlineOf(joinParts(names, words)), ...colon].map((inline) =>
    inline.kind === 'text' ? { ...inline, strong: true } : inline,
  );
}

/** A full stop at the end, and one within: those of several sentences keep theirs. */
const STOP = /(?<![.…])[.。।۔]\s*$/u;
const SEVERAL = /[.!?…]\s+\p{L}|[。！？।]./u;

/**
 * Demands as they are printed, whoever typed them: each begins with a capital, and all end with a stop or none does.
 * The data stays as it is. A text of a fallback says its language.
 */
function demandTexts(
  demands: readonly Demand[],
  languages: readonly string[],
  words: Words,
): (Literal | undefined)[] {
  const texts = demands.map(({ text }) => textIn(text, languages));
  const said = texts.filter((text) => text !== undefined);
  const isMixed = said.some((text) => STOP.test(text)) && said.some((text) => !STOP.test(text));
  const keepsStops = said.some((text) => SEVERAL.test(text));
  return demands.map(({ text }, i) => {
    const own = texts[i];
    const language = languages.find((tag) => textIn(text, [tag]) !== undefined);
    if (own === undefined || language === undefined) return undefined;
    const ended = !isMixed ? own : keepsStops ? endSentence(own, language) : own.replace(STOP, '');
    return {
      kind: 'inline',
      content: literalText(sentenceCase(ended, words), foreignStyle(language, languages)),
    };
  });
}
