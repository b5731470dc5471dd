import type { FontBook } from '../layout/fonts.ts';
import { addReach } from '../merge/reach.ts';
import { gatherTemplates, type TemplateSet } from '../merge/template.ts';
import { isSolidarity } from '../model/addressee.ts';
import { append } from '../model/append.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Channel } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import { mailCopies } from '../model/copies.ts';
import { Kept } from '../model/kept.ts';
import type { MailHead } from '../model/mail.ts';
import { sendingKey } from '../model/outbox.ts';
import type { Sender } from '../model/sender.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { findBarred } from './choose-contacts.ts';
import { findDrafts } from './drafts.ts';
import { editionOf, toldOf } from './edition.ts';
import { planFold } from './fold.ts';
import { checkForPrison, checkPagesForPrison } from './for-prison.ts';
import { findForeign } from './foreign.ts';
import { latinJob, leaveOut, locateGlyphs, type SourceFile, setInLatin } from './glyphs.ts';
import { nameDocument } from './held-back.ts';
import { hashOfValue, hashSources, inputsOf } from './inputs.ts';
import { basePath, type Job, type LetterJob, languagesOf } from './jobs.ts';
import { layoutJob, unlaidLetter } from './lay-out.ts';
import { findOffPaper, hasText } from './leaflets.ts';
import { listJobs } from './list-jobs.ts';
import { locateLongTexts } from './long-texts.ts';
import { mergeIn, senderOf } from './merge-job.ts';
import { officeFormOf, officePartsOf, templateOf } from './office-form.ts';
import type {
  Context,
  LaidOut,
  Plan,
  PlanData,
  PlanInput,
  PlannedFile,
  PlannedJob,
  Planner,
  RunMemory,
} from './planned.ts';
import { type Format, OFFICE_FORMATS, settingsOf } from './settings.ts';
import { hasOwnText, planShort } from './short-texts.ts';

/** Lists the documents that are wanted. */
export function planMaterial(input: PlanInput): Plan {
  const { campaign, selection, settings, members, sender } = input;
  const { jobs, problems } = listJobs(campaign, selection, members?.list);
  const found = [
    ...problems,
    ...findOffPaper(jobs, settings, selection.kinds !== undefined),
    ...barredFor(jobs, sender),
    ...findForeign(jobs, input),
    ...findDrafts(jobs, input),
  ];
  return { appeal: campaign.appeal.id, jobs, problems: found };
}

/** One sender writes to all whom the appeal names, wherever they are: to those who shouldn't be written to from there too. */
function barredFor(jobs: Iterable<Job>, sender: Sender | undefined): Problem[] {
  if (sender?.country === undefined) return [];
  const own = new Set<Contact>();
  for (const job of jobs) if (job.material === 'letter' && !job.sender) own.add(job.target);
  return findBarred([...own], sender.country);
}

/** The part of a run's input that other threads need. */
export function planDataOf(input: PlanInput): PlanData {
  const { files: _1, wordFiles: _2, fonts: _3, selection: _4, members: _5, ...planData } = input;
  return planData;
}

/**
 * A planner with its templates compiled and the hashes of its data taken: one for each thread. With a memory,
 * what an earlier run of this process compiled or laid out isn't made again.
 */
export function startPlanner(planData: PlanData, fonts: FontBook, memory?: RunMemory): Planner {
  const context = {
    ...planData,
    fonts,
    layouts: memory?.layouts,
    templates: templatesOf(planData, memory),
    sources: hashSources({ ...planData, fonts }),
  };
  const unlaid = { ...context, isUnlaid: true };
  return (job, how) => planJob(job, how === undefined ? context : unlaid);
}

/** The templates, of an earlier run where they are the same files; what was merged from them then isn't taken over. */
function templatesOf({ templateFiles }: PlanData, memory: RunMemory | undefined): TemplateSet {
  if (!memory) return gatherTemplates(templateFiles);
  const key = hashOfValue(templateFiles.map(({ name, file, sha256 }) => [name, file, sha256]));
  const known = memory.templates.recall(key, () => gatherTemplates(templateFiles));
  return { ...known, masters: new Kept() };
}

/** Finds places in the data for what layout has to say about characters, and merging about texts that are too long. */
export function locateProblems(problems: readonly Problem[], input: PlanInput): Problem[] {
  return locateLongTexts(locateGlyphs(problems, searchedFiles(input)), ownFiles(input));
}

/** The files of the appeal in which texts stand. */
function ownFiles({ files }: PlanInput) {
  return [files.facts, files.head, files.contacts, files.events].filter((file) => file !== undefined);
}

/** Files that a character may come from, those that a person edits first. */
function searchedFiles(input: PlanInput): SourceFile[] {
  const { wordFiles, templateFiles } = input;
  const templates = templateFiles.map(({ file, body, bodyLine }) => ({
    file,
    text: '\n'.repeat(bodyLine - 1) + body,
  }));
  return [...ownFiles(input), ...templates, ...wordFiles];
}

function planJob(job: Job, input: Context): PlannedJob {
  const { fold } = input.settings.sheets;
  if (job.material === 'leaflet' && fold) {
    const together = job.together ?? languagesOf(job);
    return planFold({ ...job, second: undefined, together }, fold, input, planJob);
  }
  const { settings } = input;
  const merged = languagesOf(job).map((language, i) => mergeIn(language, job, input, i > 0));
  const documents = merged.flatMap(({ document }) => document ?? []);
  const [document] = documents;
  const problems = merged.flatMap((part) => part.problems);
  if (!document || documents.length < merged.length) return { files: [], problems };
  const already = job.material === 'letter' ? sentAlready(job, document, input) : undefined;
  if (already) return { files: [], problems: [...problems, already] };
  append(problems, checkForPrison(job, document, input));
  const files: PlannedFile[] = [];
  const add = (path: string, format: Format, laid?: LaidOut) => {
    append(problems, laid?.further?.problems ?? []);
    files.push(planFile({ path, format, laid }, job, documents, input));
  };
  const formats = formatsOf(job, input);
  const attach = job.material === 'letter' && settings.attach === true && formats.includes('eml');
  let attached: LaidOut | undefined;
  if (attach || formats.includes('pdf')) {
    const isUnlaid = input.isUnlaid && job.material === 'letter';
    const laid = isUnlaid ? [unlaidLetter(job, input)] : layoutJob(job, documents, input);
    const found = laid.flatMap((form) => form.problems);
    const leftOut = leaveOut(job, found, input.fonts);
    const inLatin = leftOut && latinJob(job, found);
    if (inLatin) return planInLatin(inLatin, job, formats, input);
    if (leftOut) problems.push(leftOut);
    for (const form of leftOut ? [] : laid) {
      const { path, further } = form;
      append(
        problems,
        form.problems.map((problem) => nameDocument(problem, path)),
      );
      append(problems, checkPagesForPrison(job, form, settings));
      if (hasErrors(form.problems)) continue;
      if (attach) attached = form;
      if (further && formats.includes('pdf')) add(path, 'pdf', form);
    }
  }
  const isText = job.material === 'letter' || hasText(job.kind, settings.papers);
  if (isText && formats.includes('txt')) add(`${basePath(job)}.txt`, 'txt');
  for (const format of OFFICE_FORMATS)
    if (isText && formats.includes(format)) add(`${basePath(job)}.${format}`, format);
  if (job.material === 'letter' && formats.includes('eml')) {
    if (job.target.email) add(`${basePath(job)}.eml`, 'eml', attached);
    else problems.push(withoutEmail(job.target));
  }
  const short = job.material === 'letter' ? planShort(job, input) : { files: [], problems: [] };
  return { files: [...files, ...short.files], problems: [...problems, ...short.problems] };
}

/** One file of a document, with the hashes of all that it is made from; it is drawn when it is asked for. */
function planFile(
  {
    path,
    format,
    laid,
  }: { readonly path: string; readonly format: Format; readonly laid?: LaidOut | undefined },
  job: Job,
  documents: readonly MergedDocument[],
  input: Context,
): PlannedFile {
  const [document, second] = documents;
  const { further, options, isImposed } = laid ?? {};
  const shaped = settingsOf({ material: job.material, format, isImposed }, input.settings);
  const copies = format === 'eml' && job.material === 'letter' ? copiesFor(job, input) : undefined;
  const pictures = job.material === 'leaflet' ? { pictures: input.picturesHash } : {};
  const isOffice = format === 'docx' || format === 'odt';
  const office = isOffice ? officeFormOf(job, document!, format, input) : undefined;
  const inputs = inputsOf(
    job,
    documents,
    input.sources,
    { format, ...shaped, ...pictures, ...copies, ...options, ...(office ? { office } : {}) },
    { ...further?.inputs, ...letterheadOf(job, format, input) },
  );
  const mail =
    copies && job.material === 'letter'
      ? { ...mailHeadOf(job.target, senderOf(job, input)), ...copies }
      : undefined;
  const text = format === 'txt' ? textOf(document!, job, input) : document!;
  return {
    ...{ path, job, format, document: text, second, office, mail, inputs },
    get paged() {
      return laid?.paged;
    },
    get officeParts() {
      return isOffice ? officePartsOf(job, documents, format, input) : undefined;
    },
  };
}

/** Hash of what a letter is printed on, for files that have pages. */
function letterheadOf(job: Job, format: Format, input: PlanData): Readonly<Record<string, string>> {
  const { attach, layout } = input.settings;
  const hasPages = format !== 'txt' && (format !== 'eml' || attach === true) && layout !== 'postcard';
  const picture = job.material === 'letter' && hasPages ? input.letterhead : undefined;
  const used = templateOf(job, format, input) ?? picture;
  return used ? { letterhead: used.sha256 } : {};
}

/** Says that a letter was sent, where it was; nobody is written to twice for one edition. */
function sentAlready(job: LetterJob, document: MergedDocument, input: PlanData): Problem | undefined {
  return wasSent(job, document, input)
    ? finding('notice', 'already-sent/letter', { id: job.target.id })
    : undefined;
}

/** True for a letter that was sent before, as this edition. */
export function wasSent(
  { target, sender, followUp }: LetterJob,
  { reads }: MergedDocument,
  { sent }: PlanData,
): boolean {
  if (!sent || sent.size === 0) return false;
  const edition = editionOf(toldOf(reads.map(({ name, text }) => [name, text])));
  return sent.has(
    sendingKey({ contact: target.id, sender: sender?.id, edition, followUp: followUp !== undefined }),
  );
}

/** The letter with its address in Latin letters, which fonts have; its text keeps the original. */
function planInLatin(latin: LetterJob, job: Job, formats: readonly Format[], input: Context): PlannedJob {
  const only = (isMeant: (format: Format) => boolean): Context => ({
    ...input,
    settings: { ...input.settings, formats: formats.filter(isMeant) },
  });
  const paper = planJob(
    latin,
    only((format) => format !== 'txt'),
  );
  const text = planJob(
    job,
    only((format) => format === 'txt'),
  );
  return {
    files: [...paper.files, ...text.files],
    problems: [...paper.problems, ...text.problems, setInLatin(latin.target.id)],
  };
}

/** What a text file says: a letter, with the ways in which it can be sent. */
function textOf(document: MergedDocument, job: Job, { words }: Context): MergedDocument {
  const forms = words.get(document.language);
  return job.material === 'letter' && forms ? addReach(document, job.target, forms) : document;
}

/** Files that go each way; a call has a text of its own. */
const FORMATS_OF: Readonly<Record<Exclude<Channel, 'phone'>, Format>> = {
  post: 'pdf',
  fax: 'pdf',
  email: 'eml',
  form: 'txt',
};

/** The formats asked for, else those that the channels of a letter need. */
function formatsOf(job: Job, { settings: { formats } }: PlanData): readonly Format[] {
  if (formats) return formats;
  const channels = job.material === 'letter' ? job.channels : undefined;
  return (
    channels?.flatMap((way) =>
      way === 'phone' || (job.material === 'letter' && hasOwnText(way, job.target)) ? [] : FORMATS_OF[way],
    ) ?? ['pdf', 'txt']
  );
}

/** Paths of the letters that are made as PDFs, without laying them out. */
export function postedLetters(input: PlanInput): string[] {
  return [...planMaterial(input).jobs]
    .filter((job) => job.material === 'letter' && formatsOf(job, input).includes('pdf'))
    .map((job) => `${basePath(job)}.pdf`);
}

function mailHeadOf(target: Contact, sender: Sender | undefined): MailHead {
  const from = sender?.email ? { name: sender.name, email: sender.email } : undefined;
  return { to: target.email ?? [], from };
}

/** Copies of letters with demands only; nothing where nobody gets one. */
function copiesFor({ kind }: LetterJob, { campaign }: PlanData): Pick<MailHead, 'cc' | 'bcc'> {
  const { cc = [], bcc = [] } = isSolidarity(kind) ? {} : mailCopies(campaign.appeal);
  return { ...(cc.length > 0 && { cc }), ...(bcc.length > 0 && { bcc }) };
}

function withoutEmail({ id }: Contact): Problem {
  return finding('notice', 'no-channel/draft', { id });
}
