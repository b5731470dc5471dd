import type { Block, Inline } from '../model/block.ts';
import { nameIn } from '../model/text.ts';
import { joinParts, languagesOf, literalIn, type MergeJob, textIn } from './context.ts';
import { cityForm, languageForm, organisationForm } from './countries.ts';
import { deadlineText } from './deadline.ts';
import { namesEverybody, tellDemands } from './demands.ts';
import { formatDate, formatList, formatNumber, labelledParts } from './forms.ts';
import type { Helpers } from './helper-forms.ts';
import {
  dateOf,
  labelOf,
  literalOf,
  literalsOf,
  namedKind,
  nameLiteral,
  numberOf,
  sayLabelled,
  textOf,
} from './helper-values.ts';
import { letterHelpers } from './helpers-letter.ts';
import { imprintLines } from './imprint.ts';
import { inlineOf, type Literal, listOf, literalText } from './markdown.ts';
import { withReads } from './origin.ts';
import { tellPeople } from './people.ts';
import { noteRead } from './reads.ts';
import { recipientsOf } from './recipients.ts';
import { tellState } from './state.ts';
import { type Merging, showFigures, tellFact, tellFacts, tellFigure } from './tell.ts';
import { tellAsOf, tellSourceLine, tellSources } from './tell-sources.ts';

/** The helpers of one document. What has nothing to say gives nothing. */
export function documentHelpers(merging: Merging): Helpers {
  return {
    ...appealHelpers(merging),
    ...wordHelpers(merging.job),
    ...letterHelpers(merging),
    ...leafletHelpers(merging),
  };
}

/** What the appeal tells: what happened, to whom, who says so, what is asked. */
function appealHelpers(merging: Merging) {
  const { job, reads } = merging;
  const { appeal } = job.campaign;
  return {
    facts: ([role], options) => tellFacts(merging, textOf(role), options),
    fact: ([id], options) => tellFact(merging, textOf(id), options),
    figure: ([quantity], options) => tellFigure(merging, textOf(quantity), options),
    figures: ([quantity]) => showFigures(merging, quantity === undefined ? undefined : textOf(quantity)),
    demands: (_, options) => ({ kind: 'blocks', blocks: tellDemands(merging, options) }),
    actions: (_, { kind }) => tellActions(merging, kind),
    people: () => tellPeople(merging),
    sources: (_, options) => tellSources(merging, options),
    sourceLine: (_, options) => tellSourceLine(merging, options),
    deadline: () => {
      const text = deadlineText(appeal, job.words, job.date);
      if (text !== undefined) noteRead(reads, 'appeal/actBefore', text);
      return text;
    },
    state: () => tellState(merging),
    asOf: () => tellAsOf(merging),
    edition: () => ({ kind: 'inline', content: merging.edition }),
  } satisfies Partial<Helpers>;
}

/** The forms of the language: dates, numbers, lists, labels, names inside sentences. */
function wordHelpers(job: MergeJob) {
  const { words } = job;
  return {
    date: ([date], { weekday }) => formatDate(dateOf(date ?? job.date), words, weekday === true),
    number: ([value]) => formatNumber(numberOf(value), words),
    list: ([values]) => formatList(Array.isArray(values) ? values.map(textOf) : [textOf(values)], words),
    label: ([name]) => labelOf(job, textOf(name)),
    labelled: ([name, ...values]) => sayLabelled(textOf(name), job, literalsOf(values)),
    parts: (values) => joinParts(literalsOf(values), words),
    inCity: ([city]) => cityForm(literalOf(city), words),
    inLanguage: ([tag]) => languageForm(textOf(tag), words) ?? textOf(tag),
    ofName: ([name, kind]) => organisationForm(literalOf(name), namedKind(kind), words),
  } satisfies Partial<Helpers>;
}

/** What stands on leaflets, forms and sheets for signatures. */
function leafletHelpers(merging: Merging) {
  const { job } = merging;
  return {
    line: (names) =>
      blocksOf({
        kind: 'signature-row',
        role: 'body',
        labels: names.map((name) => literalText(labelOf(job, textOf(name)))),
        colon: labelledParts('', job.words).before,
      }),
    signatureTable: () =>
      blocksOf({
        kind: 'signature-table',
        role: 'body',
        columns: (['name', 'place', 'signature'] as const).map((name) => literalText(job.words.labels[name])),
      }),
    addressees: (_, { unlessNamed }) => {
      if (unlessNamed === true && namesEverybody(job)) return undefined;
      const names = recipientsOf(merging).map(nameLiteral);
      return names.length <= MOST_IN_A_LINE ? sayLabelled('to-be-sent-to', job, names) : undefined;
    },
    recipients: () => listOf(recipientsOf(merging).map(nameLiteral).map(inlineOf), false),
    picture: ([role]) => blocksOf(...pictureOf(merging, role === 'logo' ? 'logo' : 'picture')),
    imprint: () => blocksOf(...imprintOf(job)),
    code: () => blocksOf(...codesOf(merging)),
  } satisfies Partial<Helpers>;
}

function blocksOf(...blocks: Block[]): Literal {
  return { kind: 'blocks', blocks };
}

/** More addressees than these stand in a list, not in a line. */
const MOST_IN_A_LINE = 6;

/** What people are called to do, as a list: all of it, or that of a kind. */
function tellActions({ job, reads }: Merging, kind: unknown): ReturnType<typeof listOf> {
  const languages = languagesOf(job);
  const actions = job.campaign.appeal.actions.filter((action) => kind === undefined || action.kind === kind);
  for (const { kind: of, text } of actions) noteRead(reads, `action/${of}`, textIn(text, languages));
  const told = (read: string, text: Literal) => (job.explain ? withReads(text, [read]) : text);
  const items = actions.flatMap(({ kind: of, text }): (readonly Inline[])[] => {
    const said = literalIn(text, languages);
    return said === undefined ? [] : [inlineOf(told(`action/${of}`, said))];
  });
  return listOf(items, false);
}

/** The appeal's first picture, or its issuer's logo, with what it shows and who made it. */
function pictureOf({ job, reads }: Merging, role: 'picture' | 'logo'): Block[] {
  const image = job.campaign.appeal.images?.find((one) => one.role === role);
  if (!image) return [];
  const alt = textIn(image.alt, languagesOf(job)) ?? '';
  const credit = [image.credit, image.rights]
    .flatMap((part) => (part === undefined ? [] : nameIn(part, languagesOf(job)).text))
    .join(job.words.labels['part-join']);
  noteRead(reads, `picture/${image.id}`, `${alt}\n${credit}`);
  return [{ kind: 'picture', role, picture: image.id, alt, credit: literalText(credit, { isolate: true }) }];
}

/** Who answers for a leaflet, in the language of the law that asks for it. */
function imprintOf({ imprint, kind, language: own }: MergeJob): Block[] {
  if (!imprint) return [];
  const language = imprint.language === own ? undefined : imprint.language;
  const lines = imprintLines(imprint, kind);
  if (lines.length === 0) return [];
  const content = literalText(lines.join('. '), { isolate: true, language });
  return [{ kind: 'paragraph', role: 'imprint', language, content }];
}

/** The campaign's page as a code; said to be a source where it is one. */
function codesOf({ job, reads }: Merging): Block[] {
  const { campaign, words } = job;
  const { url, sources } = campaign.appeal;
  if (url === undefined) return [];
  noteRead(reads, 'appeal/url', url);
  const isSource = sources.some((source) => source.url === url);
  const label = isSource ? literalText(labelledParts(words.labels.source, words).before) : [];
  const address = { kind: 'text', text: url, isolate: true, href: url } as const;
  return [{ kind: 'code', role: 'code', url, content: [...label, address] }];
}
