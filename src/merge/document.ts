import { LETTER_KINDS, steppingIn } from '../model/addressee.ts';
import { append } from '../model/append.ts';
import { BLOCK_ROLES, type BlockRole, type MergedDocument } from '../model/block.ts';
import { hasSameFields, Kept } from '../model/kept.ts';
import { LEAFLET_KINDS } from '../model/material.ts';
import { nameIn } from '../model/text.ts';
import { type Problem, touches } from '../problems.ts';
import { finding } from '../wordings.ts';
import { organisationOf } from './address.ts';
import { languagesOf, type MergeJob, peopleContext, sharedContext, textIn } from './context.ts';
import { correctionsContext } from './corrections.ts';
import { documentHelpers } from './helpers.ts';
import { type Literal, literalText, parseBlocks } from './markdown.ts';
import { type MergedMaster, makeMaster, masterKey, mergeFromMaster, watchSender } from './master.ts';
import { listPeople } from './people.ts';
import { editionCode, listReads, noteFields, noteRead, type Reads } from './reads.ts';
import { recallShared, shareHelpers } from './shared.ts';
import { speakerOf, wordsOf } from './speaker.ts';
import { tellState, withState } from './state.ts';
import type { Merging } from './tell.ts';
import { asOfDay } from './tell-sources.ts';
import { type CompiledTemplate, type TemplateSet, withPartials } from './template.ts';
import { suggest } from './template-problem.ts';
import { tidyBlocks } from './tidy.ts';

/**
 * Merges one document: the template of its material, kind and language with the campaign. Everything that is
 * wrong with the template and its data is told at once, and then there is no document.
 */
export function mergeDocument(asked: Asked): Merged {
  const { masters } = asked.templates;
  const key = masterKey(asked);
  const known = key === undefined ? undefined : masters.recall<MergedMaster>(key);
  const alike =
    known && hasSameFields(asked, known.asked, 'sender') ? mergeFromMaster(known, asked) : undefined;
  if (alike) return { document: alike, problems: [] };
  const { master, ...merged } = mergeAnew(asked, key !== undefined);
  if (key !== undefined && master) masters.keep(key, master);
  return merged;
}

type Asked = MergeJob & { readonly templates: TemplateSet };

interface Merged {
  readonly document?: MergedDocument | undefined;
  readonly problems: Problem[];
}

function mergeAnew(asked: Asked, leavesMaster: boolean): Merged & { master?: MergedMaster | undefined } {
  const { material, kind, language, templates, campaign, target, sender } = asked;
  const names = namesOf(asked);
  const template = names.map((name) => templates.find(name)).find((found) => found !== undefined);
  if (!template) return { problems: [notFound(names[0]!, asked, templates)] };
  const { used, problems } = withPartials(template, templates);
  if (problems.length > 0 || !template.run) return { problems };

  // A template that knows no "I" says "we" to its end.
  const says = used.some(({ uses }) => uses.helpers.includes('bySender'));
  const speaker = says ? speakerOf(asked, asked.words) : 'several';
  const words = wordsOf(speaker, asked.words);
  const watch = watchSender(sender);
  const job = { ...asked, speaker, words, ...(leavesMaster && { sender: watch.sender }) };
  if (job.followUp !== undefined && !used.some(({ uses }) => uses.helpers.includes('followUp')))
    return { problems: [withoutFollowUp(template)] };

  const merging: Merging = { job, reads: new Map(), sources: new Set(), days: [], edition: [] };
  const { reads } = merging;
  for (const { file } of used) noteRead(reads, `template/${file.name}.md`);
  noteRead(reads, `words/${words.language}`);
  if (target) noteRead(reads, `contact/${target.id}`);
  if (sender) noteRead(reads, 'sender');
  const context = contextOf({ ...job, sender });
  noteFields(reads, used, context);
  const ownState = used.some(({ uses }) => uses.helpers.includes('state')) || kind === 'prisoner';
  const state = ownState ? undefined : tellState(merging);
  const helpers = shareHelpers(merging, documentHelpers);
  const output = template.run(context, leavesMaster ? watch.watched(helpers) : helpers);
  const title = titleOf(job);
  const author = nameIn(campaign.appeal.issuer.name, languagesOf(job)).text;
  noteRead(reads, 'appeal/title', titleOf({ ...job, target: undefined }));
  noteRead(reads, 'appeal/issuer', author);
  const missing = faultsOf(job, reads, used, context);
  // What the template says of values that aren't there is due to them.
  if (missing.length > 0) return { problems: missing };
  if (output.problems.length > 0) return { problems: [...output.problems] };
  const edition = usesEdition(used) ? nameEdition(merging, used) : undefined;
  const blocksOf = (literals: readonly Literal[]) =>
    withState(tidyBlocks(parseBlocks(output.text, literals)), state, kind);
  const document: MergedDocument = {
    material,
    kind,
    language,
    direction: words.direction,
    pageOf: words.labels['page-of'],
    title,
    author,
    edition,
    blocks: blocksOf(output.literals),
    drop: rolesIn(template.file.front.drop),
    reads: listReads(reads),
    series: job.event && seriesOf(asked),
    ...(leavesMaster && { master: new Kept() }),
  };
  const made = { asked, job, context, output, document, blocksOf };
  return { document, problems: [], master: leavesMaster ? makeMaster(made, watch) : undefined };
}

/** What is shared by the leaflets of a kind that are made for one event each. */
function seriesOf({ kind, language, templates }: Asked): Kept {
  const name = `series ${kind} ${language}`;
  return templates.masters.recall<Kept>(name) ?? templates.masters.keep(name, new Kept());
}

/** Values that a template can name. */
function contextOf(job: MergeJob): Readonly<Record<string, unknown>> {
  const shared = recallShared(job, `context ${job.event?.id}`, () => ({
    ...sharedContext(job),
    people: listPeople(job),
    corrections: correctionsContext(job),
  }));
  return { ...shared, ...peopleContext(job) };
}

/** What is wrong with texts that this document would print, as one that its language lacks: errors now. */
function faultsOf(
  { campaign, language }: MergeJob,
  reads: Reads,
  templates: readonly CompiledTemplate[],
  context: Readonly<Record<string, unknown>>,
): Problem[] {
  const fields = new Set(templates.flatMap(({ uses }) => uses.fields.map(itemOf)));
  // The lead is the summary, unless another text served for it.
  const { lead } = context.appeal as Record<string, unknown>;
  if (fields.has('appeal/lead') && lead === undefined) fields.add('appeal/summary');
  const items = (item: string) => reads.has(item) || fields.has(item);
  return [...campaign.missing, ...(campaign.naming ?? [])]
    .filter((problem) => touches(problem, { languages: [language], items }))
    .map((problem) => ({ ...problem, severity: 'error' }));
}

/** Name under which reading a field is noted. */
function itemOf(field: string): string {
  return field === 'example' ? 'appeal/example' : field.replace('.', '/');
}

/** Templates that serve a document, the best first: a kind of letter that a language lacks has another that steps in. */
export function namesOf({
  material,
  kind,
  language,
}: Pick<MergeJob, 'material' | 'kind' | 'language'>): string[] {
  const own = [`${material}/${kind}.${language}`, `${material}/${kind}`];
  const letter = material === 'letter' ? LETTER_KINDS.find((name) => name === kind) : undefined;
  return letter ? [...own, `letter/${steppingIn(letter)}.${language}`] : own;
}

function usesEdition(templates: readonly CompiledTemplate[]): boolean {
  return templates.some(({ uses }) => uses.helpers.includes('edition'));
}

/**
 * Puts the edition, its day and code, where the template prints it, now that everything has been read. The id of the appeal
 * is no part of it: it is the name of a folder as a rule, which says nothing to those who get the paper.
 */
function nameEdition(merging: Merging, templates: readonly CompiledTemplate[]): string {
  const { campaign } = merging.job;
  const code = editionCode(merging.reads, templates, campaign.languages.length * LEAFLET_KINDS.length);
  append(merging.edition, literalText(`${asOfDay(merging)} ${code}`, { isolate: true }));
  return code;
}

/** Roles that the front matter lists: `drop: background, note`. */
function rolesIn(list: string | undefined): BlockRole[] {
  const names = (list ?? '').split(',').map((name) => name.trim());
  return names.flatMap((name) => BLOCK_ROLES.find((role) => role === name) ?? []);
}

function titleOf(job: MergeJob): string {
  const { appeal } = job.campaign;
  const say = (text: typeof appeal.title | undefined) => textIn(text, languagesOf(job));
  const title = say(appeal.title) ?? appeal.id;
  if (!job.target) return say(appeal.headline) ?? title;
  // What a prison reads of a letter must not tell of the case.
  if (job.kind === 'prisoner') return organisationOf(job.target, job.language).text;
  return `${say(appeal.subject) ?? title} – ${organisationOf(job.target, job.language).text}`;
}

/** A letter that asks after another and doesn't say so would be that letter again. */
function withoutFollowUp({ file }: CompiledTemplate): Problem {
  return finding('error', 'template-data/follow-up', {}, { at: { file: file.file } });
}

function notFound(name: string, { material, language }: MergeJob, templates: TemplateSet): Problem {
  const known = templates.names.filter((n) => n.startsWith(`${material}/`));
  return finding('error', 'template-not-found/document', { name, language, hint: suggest(name, known) });
}
