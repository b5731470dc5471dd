import { mergeDocument } from '../merge/document.ts';
import { literalText } from '../merge/markdown.ts';
import { append } from '../model/append.ts';
import type { Block, Inline, MergedDocument } from '../model/block.ts';
import { type Channel, takesLetters } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { inputsOf } from './inputs.ts';
import { type LetterJob, shortPath } from './jobs.ts';
import { senderOf } from './merge-job.ts';
import { narrowed } from './narrowed.ts';
import type { Context, PlannedFile, PlannedJob } from './planned.ts';
import { type Format, settingsOf } from './settings.ts';

/** Most characters of what is said in a call: about a minute. */
const SPOKEN = 900;

/** What is said in a call, and the text for a form that takes only so many characters, where they are wanted. */
export function planShort(job: LetterJob, input: Context): PlannedJob {
  const { target, followUp } = job;
  const words = input.words.get(job.language);
  if (!words || followUp !== undefined) return { files: [], problems: [] };
  const limit = limitOf(job, input.settings.formats);
  const plans = [
    ...(wantsCall(job, input.settings.formats) ? [{ way: 'phone' as const, limit: SPOKEN }] : []),
    ...(limit === undefined ? [] : [{ way: 'form' as const, limit }]),
  ];
  const files: PlannedFile[] = [];
  const problems: Problem[] = [];
  for (const { way, limit: most } of plans) {
    const { texts, problems: found } = shortTexts(job, way, words, input);
    append(problems, found);
    const fits = texts.find((text) => lengthOf(text) <= most);
    if (way === 'form' && !fits) problems.push(tooLong(target, most));
    const text = fits ?? (way === 'phone' ? texts.at(-1) : undefined);
    if (text) files.push(fileOf(job, way, text, words, input));
  }
  return { files, problems };
}

/** Asked for, or the only way that there is. */
function wantsCall({ target, channels }: LetterJob, formats: readonly Format[] | undefined): boolean {
  if (target.phone === undefined) return false;
  return channels ? channels.includes('phone') : formats === undefined && !takesLetters(target);
}

/** How much the form takes, where its text is wanted and that is known. */
function limitOf(
  { target, channels }: LetterJob,
  formats: readonly Format[] | undefined,
): number | undefined {
  const { form, formLimit } = target;
  if (form === undefined || formLimit === undefined || (formats && !formats.includes('txt')))
    return undefined;
  return !channels || channels.includes('form') ? Number(formLimit) : undefined;
}

/** The wordings for one way, the fullest first. */
function shortTexts(
  job: LetterJob,
  way: 'phone' | 'form',
  words: Words,
  input: Context,
): { texts: MergedDocument[]; problems: readonly Problem[] } {
  const { templates, campaign, settings } = input;
  const { target, language, kind } = job;
  const merged = narrowed(campaign, target, language).map((less) =>
    mergeDocument({
      material: 'mail',
      kind: way === 'phone' ? 'call' : kind,
      language,
      campaign: less,
      words,
      target,
      templates,
      sender: senderOf(job, input),
      ownWords: settings.ownWords,
      date: settings.date,
    }),
  );
  const texts = merged.flatMap(({ document }) => document ?? []);
  return { texts, problems: texts.length > 0 ? [] : (merged[0]?.problems ?? []) };
}

function fileOf(
  job: LetterJob,
  way: 'phone' | 'form',
  text: MergedDocument,
  { labels }: Words,
  input: Context,
): PlannedFile {
  const { phone = [], form = '' } = job.target;
  const head = way === 'phone' ? `${labels.phone} ${phone.join(', ')}` : form;
  const first: Block = {
    kind: 'paragraph',
    role: 'recipient',
    content: literalText(head, { isolate: true }),
  };
  const shaped = settingsOf({ material: 'letter', format: 'txt' }, input.settings);
  return {
    path: `${shortPath(job, way)}.txt`,
    job,
    format: 'txt',
    // What is typed into a form has to be copied alone: its address stands in the list of ways.
    document: way === 'phone' ? { ...text, blocks: [first, ...text.blocks] } : text,
    isUnwrapped: way === 'form' || undefined,
    inputs: inputsOf(job, [text], input.sources, { format: 'txt', way, ...shaped }),
  };
}

/** Characters of a text as a form counts them, a line's end as two; never less than they are. */
function lengthOf({ blocks }: MergedDocument): number {
  const sizes = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => sizeOf(item) + 6);
    return 'content' in block ? sizeOf(block.content) + 4 : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

function sizeOf(content: readonly Inline[]): number {
  return content.reduce(
    (sum, inline) =>
      sum + (inline.kind === 'text' ? inline.text.length + (inline.text.match(/\n/g)?.length ?? 0) : 2),
    0,
  );
}

function tooLong({ id }: Contact, limit: number): Problem {
  return finding('warning', 'left-out/form', { id, limit });
}

/** Whether a way has a text of its own, made apart from the letter. */
export function hasOwnText(way: Channel, { formLimit }: Contact): boolean {
  return way === 'phone' || (way === 'form' && formLimit !== undefined);
}
