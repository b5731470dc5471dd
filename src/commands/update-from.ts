import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkAppeal } from '../check/appeal.ts';
import { type ClaimChange, compareItems, type TextChanges } from '../import/text/compare.ts';
import { draftAppeal, inSentence } from '../import/text/draft.ts';
import { type Item, listItems } from '../import/text/items.ts';
import { readAppealText, type TextRead } from '../import/text/read-text.ts';
import { listRead, readVocabularies } from '../import/text/vocabulary.ts';
import type { Campaign } from '../model/campaign.ts';
import { originalOf, wordingIn } from '../model/text.ts';
import { type AppealFiles, reparse } from '../read/appeal.ts';
import { readTextDocument } from '../read/arrived.ts';
import { problem, readSource } from '../read/source.ts';
import { bundledPath } from '../terminal/bundled.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { openDialogue } from '../terminal/prompts.ts';
import { fileFrom } from '../terminal/report.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';
import { addItem, setKeys } from '../write/edit-structured.ts';
import { todayOf } from './appeal.ts';
import { changeAppeal } from './change-appeal.ts';
import { confirmItems } from './confirm-items.ts';
import { correctFact } from './correct-fact.ts';
import type { InitOptions } from './first-letter.ts';
import { ARRIVED } from './init-from.ts';
import { mergeAnswers } from './merge-answers.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { UsageError } from './usage.ts';

/** What of a newer text goes into an appeal, and what a person has to look at. */
interface Taken {
  readonly added: readonly Item[];
  readonly claims: readonly ClaimChange[];
  /** What nobody has confirmed: it keeps papers from being made. */
  readonly unread: readonly string[];
}

/**
 * Compares a newer version of a text with the one that an appeal was made from. What is new becomes facts, demands and so
 * on, numbers that changed become corrections; on a terminal each is confirmed, and elsewhere all is marked as unread.
 */
export async function updateFrom(
  io: Io,
  options: InitOptions,
  folder: string,
  from: string,
): Promise<Outcome> {
  const texts = textsFor(io);
  const path = resolve(io.cwd, folder);
  const name = fileFrom(io.cwd, path);
  if (!existsSync(join(path, ARRIVED)))
    throw new UsageError(
      `${name} has no text.txt to compare with: put the text there that the appeal was made from`,
    );
  const { was, read } = await readBoth(join(path, ARRIVED), resolve(io.cwd, from));
  const changes = compareItems(listItems(was), listItems(read));
  const terminal = terminalFor(io, options);
  const taken = terminal ? await confirm(terminal, texts, changes) : leaveUnread(changes, texts);
  if (!taken) return { failed: true, summary: `${texts.say('Nothing was written.')}\n` };
  const day = read.issued?.value ?? todayOf(io, options.date);
  const { value, ...done } = await changeAppeal(
    io,
    {
      ...options,
      command: 'init --update',
      named: folder,
      uses: { parts: ['head'], languages: [] },
      tolerates: 'unread',
    },
    async (campaign, _, files) => ({
      ...takeIn(read, taken, { campaign, files, day, isConfirmed: Boolean(terminal) }),
      read: [await readSource(join(path, ARRIVED))],
    }),
  );
  if (!value) return { problems: done.problems };
  const lines = [
    texts.say('{n} new things and {corrections} corrections were taken from {file}.', {
      n: value.ids.length,
      corrections: value.corrected.length,
      file: basename(from),
    }),
    ...value.corrected.map((line) => `  ${line}`),
    ...tellOthers(changes, texts),
    texts.say('Next: {command}', {
      command: `handbill ${value.unread ? 'check' : 'status'} ${shellQuoted(name)}`,
    }),
  ];
  return {
    problems: done.problems,
    data: {
      added: value.ids,
      corrected: value.corrected,
      reworded: changes.reworded.map(({ now }) => now.words),
      gone: changes.gone.map(({ words }) => words),
      files: done.changed.map((file) => fileFrom(io.cwd, file)),
    },
    summary: lines.map((line) => `${wrapText(line, columnsOf(io)).join('\n')}\n`).join(''),
  };
}

/** The text that the appeal was made from, and the newer one, both read. Throws ProblemError for another language. */
async function readBoth(older: string, newer: string): Promise<{ was: TextRead; read: TextRead }> {
  const [vocabularies, ...documents] = await Promise.all([
    readVocabularies(bundledPath('data/reading')),
    readTextDocument(older),
    readTextDocument(newer),
  ]);
  const [was, read] = documents.map((document) => readAppealText(document, vocabularies));
  if (was && read) return { was, read };
  throw problem('bad-language/text', newer, { tags: listRead(vocabularies) });
}

/** Asks about each thing that is new, and each number that changed. */
async function confirm(
  terminal: NonNullable<ReturnType<typeof terminalFor>>,
  texts: Texts,
  { added, claims }: TextChanges,
): Promise<Taken | undefined> {
  const kept = added.length > 0 ? await confirmItems(terminal, texts, added) : [];
  if (!kept) return undefined;
  const dialogue = openDialogue(terminal, texts);
  const taken: ClaimChange[] = [];
  try {
    for (const claim of claims) {
      dialogue.say(claim.item.words);
      const reply = await dialogue.ask({
        message: told(claim, texts),
        options: [
          { value: 'take', name: texts.say('right') },
          { value: 'drop', name: texts.say('leave it out') },
        ],
      });
      if (reply.did === 'quit') return undefined;
      if (reply.did === 'answer' && reply.text === 'take') taken.push(claim);
    }
  } finally {
    dialogue.end();
  }
  return { added: kept, claims: taken, unread: [] };
}

/** Where nobody can be asked: numbers stay as they are, and nothing is made before somebody has looked. */
function leaveUnread(changes: TextChanges, texts: Texts): Taken {
  const { added, claims } = changes;
  const numbers = claims.map((claim) => `${told(claim, texts)}: ${claim.item.words}`);
  return { added, claims: [], unread: [...numbers, ...tellOthers(changes, texts)] };
}

/** What changed that nothing is made of: other words for the same, and what is gone. */
function tellOthers({ reworded, gone }: TextChanges, { say }: Texts): string[] {
  return [
    ...reworded.map(({ was, now }) =>
      say('In other words now: {was} → {now}', { was: was.words, now: now.words }),
    ),
    ...gone.map(({ words }) => say('No more in the text: {words}', { words })),
  ];
}

function told({ quantity, voice, was, now }: ClaimChange, { say }: Texts): string {
  const what = voice === undefined ? quantity : `${quantity} (${voice})`;
  return say('{what} was {was}, is {now}', { what, was, now });
}

interface Basis {
  readonly campaign: Campaign;
  readonly files: AppealFiles;
  readonly day: string;
  readonly isConfirmed: boolean;
}

/** The new texts of the appeal's files: corrections one after the other, then what is new, then the text itself. */
function takeIn(read: TextRead, { added, claims, unread }: Taken, basis: Basis) {
  const { day } = basis;
  const title = [read.issuer?.text, read.title?.text].filter(Boolean).join(': ');
  const source = `${title === '' ? basename(basis.files.head.file) : title} (${day})`;
  const texts = new Map<string, string>();
  let { campaign, files } = basis;
  const step = (made: ReadonlyMap<string, string>) => {
    for (const [file, text] of made) texts.set(file, text);
    files = reparse(files, made);
    campaign = checkAppeal(files, { today: '0000-01-01' }).campaign ?? campaign;
  };
  const corrected: string[] = [];
  for (const claim of claims) {
    const language = originalOf(campaign.languages);
    const words = claim.voice && inSentence(claim.voice, language);
    const voice = campaign.appeal.voices.find(({ text }) => wordingIn(text, language) === words)?.id;
    const { correction, texts: made } = correctFact(
      { id: claim.quantity, value: claim.now, voice, source, date: day },
      campaign,
      files,
    );
    step(made);
    corrected.push(`${claim.quantity}: ${correction.was ?? '–'} → ${correction.now}`);
  }
  const confirmed = new Set(basis.isConfirmed ? added : []);
  const draft = draftAppeal(read, added, { id: campaign.appeal.id, today: day, confirmed });
  const [first, ...links] = draft.sources;
  const isNew = added.length > 0;
  const merged = mergeAnswers(
    { ...draft, sources: isNew ? [{ ...first!, title: source }, ...links] : [] },
    campaign,
    files,
  );
  step(merged.texts);
  const { actBefore } = draft;
  if (actBefore) step(new Map([[files.head.file, setKeys(files.head.text, [], { actBefore })]]));
  const marked = [...(draft.unread ?? []).map((line) => renamed(line, merged.ids)), ...unread];
  for (const line of marked) step(new Map([[files.head.file, addItem(files.head.text, ['unread'], line)]]));
  const arrived = join(basis.files.folder ?? '', ARRIVED);
  return {
    texts: new Map([...texts, [arrived, `${read.reading.text}\n`]]),
    value: { ids: merged.ids, corrected, unread: marked.length > 0 },
  };
}

/** A note on `fact-1` of a draft, by the id that the fact has in the appeal. */
function renamed(line: string, ids: readonly string[]): string {
  return line.replace(/^(fact|demand|event)-(\d+)/, (whole, kind: string, n: string) => {
    const own = ids.filter((id) => new RegExp(`^${kind}-\\d+$`).test(id));
    return own[Number(n) - 1] ?? whole;
  });
}
