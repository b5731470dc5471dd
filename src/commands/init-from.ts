import { basename, resolve } from 'node:path';
import { draftAppeal } from '../import/text/draft.ts';
import { type Item, listItems } from '../import/text/items.ts';
import { readAppealText } from '../import/text/read-text.ts';
import { listRead, readVocabularies } from '../import/text/vocabulary.ts';
import { parseTextDocument, readPipedDocument, readTextDocument } from '../read/arrived.ts';
import { problem } from '../read/source.ts';
import type { TextDocument } from '../read/text-document.ts';
import { bundledPath } from '../terminal/bundled.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';
import { idOf } from '../wizard/compose.ts';
import { formatAppealFolder, type NewAppeal } from '../write/appeal.ts';
import { todayOf } from './appeal.ts';
import { confirmItems } from './confirm-items.ts';
import type { InitOptions } from './first-letter.ts';
import { listNewFolder, writeNewFolder } from './new-folder.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';

/** Name of the text beside the appeal that was made from it. */
export const ARRIVED = 'text.txt';

/** What stands for the piped text on the command line, and for it and a pasted one in messages. */
const PIPED = '-';

/** Where a text comes from: a file (`-`: what is piped in), or what was pasted. */
type Arrival = { readonly file: string } | { readonly pasted: string };

/** Writes the folder of a new appeal from a text, by rules alone; on a terminal, each thing is confirmed first. */
export async function initFrom(
  io: Io,
  options: InitOptions,
  folder: string,
  from: Arrival,
): Promise<Outcome> {
  const texts = textsFor(io);
  const path = resolve(io.cwd, folder);
  const name = fileFrom(io.cwd, path);
  await listNewFolder(path, name);
  const file = resolve(io.cwd, 'file' in from ? from.file : PIPED);
  const [document, vocabularies] = await Promise.all([
    readArrived(io, from, file),
    readVocabularies(bundledPath('data/reading')),
  ]);
  const read = readAppealText(document, vocabularies);
  if (!read) throw problem('bad-language/text', file, { tags: listRead(vocabularies) });
  // Who pipes a text in has no keys left to answer with.
  const terminal = 'file' in from && from.file === PIPED ? undefined : terminalFor(io, options);
  const today = todayOf(io, options.date);
  const found = listItems(read);
  const all = [...found, ...(read.issued ? [] : [unknownDay(found, today, texts)])];
  const kept = terminal ? await confirmItems(terminal, texts, all) : all;
  if (!kept) return { failed: true, summary: `${texts.say('Nothing was written.')}\n` };
  const appeal = draftAppeal(read, kept, {
    id: idOf(basename(path), 'appeal'),
    today,
    confirmed: new Set<Item>(terminal ? kept : []),
  });
  const names = await writeNewFolder(path, name, {
    ...formatAppealFolder(appeal, texts.say),
    [ARRIVED]: `${read.reading.text}\n`,
  });
  const unread = appeal.unread?.length ?? 0;
  const written = {
    data: { folder: name, files: names, unread },
    summary: describeDraft(io, name, names, appeal),
  };
  if (!terminal) return written;
  const { makeFirstLetter } = await import('./first-letter.ts');
  const made = await makeFirstLetter(io, options, name, appeal);
  return { ...made, data: { ...written.data, ...made.data }, summary: `${written.summary}${made.summary}` };
}

/** What was written, what of it comes from the text, and what is to be done next. */
function describeDraft(io: Io, name: string, files: readonly string[], appeal: NewAppeal): string {
  const { say } = textsFor(io);
  const folder = shellQuoted(name);
  const lines = [
    say('In {folder}/: {files}.', { folder: name, files: files.join(', ') }),
    say('Taken from the text: facts {n}, demands {demands}, addressees {contacts}.', {
      n: appeal.facts.length,
      demands: appeal.demands.length,
      contacts: appeal.contacts.length,
    }),
    appeal.unread?.length
      ? say('Nothing is made before all is read. What is still unread: handbill check {folder}', { folder })
      : say('Next: handbill make {folder}, then fill in addresses in {folder}/contacts.csv.', { folder }),
  ];
  return lines.map((line) => `${wrapText(line, columnsOf(io)).join('\n')}\n`).join('');
}

function readArrived({ stdin }: Io, from: Arrival, file: string): Promise<TextDocument> {
  if ('pasted' in from) return parseTextDocument(Buffer.from(from.pasted), file);
  if (from.file !== PIPED) return readTextDocument(file);
  return readPipedDocument(stdin ?? emptyStream(), file);
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {}

/** The day of a text that doesn't say it: a person has to. The newest that it tells of is the likeliest. */
function unknownDay(items: readonly Item[], today: string, { say }: Texts): Item {
  const days = items.flatMap(({ value }) => (value.kind === 'fact' && value.date ? [value.date] : []));
  const newest = days
    .filter((day) => day.length === 10 && day <= today)
    .sort()
    .at(-1);
  return {
    value: { kind: 'issued', text: newest ?? today, isSure: false },
    words: newest
      ? say('The text doesn’t say its day; the newest that it tells of is {day}.', { day: newest })
      : say('The text doesn’t say its day; today is {today}.', { today }),
  };
}
