import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Campaign } from '../model/campaign.ts';
import { CHANNELS, type Channel, channelsOf } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import {
  OUTBOX,
  OUTBOX_CALENDAR,
  OUTBOX_COLUMNS,
  partiesOf,
  type SentLetter,
  sendingKey,
} from '../model/outbox.ts';
import { isPartialDate } from '../model/values.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { readSource } from '../read/source.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import type { AsRead } from '../write/change.ts';
import { formatRows } from '../write/csv.ts';
import { addRows, setCells } from '../write/edit-csv.ts';
import { todayOf, USED_BY } from './appeal.ts';
import { changeAppeal } from './change-appeal.ts';
import { appealFolder, isAppeal, locateAppeal } from './locate.ts';
import { loadOutbox, type Outbox } from './outbox.ts';
import { remindersOf } from './outbox-calendar.ts';
import type { CommonOptions, Outcome } from './outcome.ts';
import { type FoundLetter, findLetters } from './sent-files.ts';
import { UsageError } from './usage.ts';

/** Options of `sent`. */
export interface SentOptions extends CommonOptions {
  readonly appeal?: string;
  readonly by?: Channel;
  readonly to?: string;
  readonly date?: string;
  readonly answered?: string;
  readonly again?: boolean;
  readonly dryRun?: boolean;
}

/** How many addressees a message names. */
const NAMED = 12;

/** What is to be noted: the new text of the outbox, its rows then, and what there is to say. */
interface Noted {
  readonly text: string | undefined;
  readonly rows: readonly SentLetter[];
  readonly noted: readonly SentLetter[];
  readonly problems: readonly Problem[];
}

/** Notes in the outbox beside the appeal that letters were sent, or answered: all of them, or none. */
export async function noteSent(io: Io, options: SentOptions, files: readonly string[]): Promise<Outcome> {
  const letters = lettersTo(await findLetters(io, files), options);
  const named = options.appeal ?? appealAround(io, files);
  const day = wholeDay(io, '--date', options.date);
  const answered = options.answered === undefined ? undefined : wholeDay(io, '--answered', options.answered);
  const { path } = locateAppeal(io, named);
  const folder = appealFolder(path);
  const outboxFile = join(folder, OUTBOX);
  const calendar = join(folder, OUTBOX_CALENDAR);
  const { value, problems } = await changeAppeal(
    io,
    { ...options, command: 'sent', named, uses: USED_BY.contacts },
    async (campaign) => {
      const outbox = await loadOutbox(folder);
      const done =
        answered === undefined
          ? noteLetters(letters, outbox, campaign, { ...options, day })
          : noteAnswers(letters, outbox, answered);
      const texts = new Map<string, string>();
      if (done.text !== undefined) {
        texts.set(outboxFile, done.text);
        texts.set(calendar, remindersOf(done.rows, campaign, textsFor(io)));
      }
      const other = letters.filter(({ appeal }) => appeal !== campaign.appeal.id);
      const read: AsRead[] = outbox.file ? [outbox.file] : [];
      if (existsSync(calendar)) read.push(await readSource(calendar, { within: folder }));
      return { texts, value: done, read, problems: [...other.map(otherAppeal), ...done.problems] };
    },
  );
  if (!value) return { problems };
  const { say, count } = textsFor(io);
  const n = value.noted.length;
  const told = options.dryRun
    ? 'Would be noted in {file}: {letters}.'
    : answered === undefined
      ? 'Noted in {file}: {letters} sent.'
      : 'Noted in {file}: {letters} answered.';
  const file = fileFrom(io.cwd, outboxFile);
  const unseen = await seenByGit(io, folder);
  return {
    problems: [...problems, ...unseen],
    data: { file, noted: value.noted },
    summary:
      n === 0
        ? `${say('Nothing new to note.')}\n`
        : `${say(told, { file, letters: count(n, 'letter') })}\n${say('Next: handbill status, to see who is still to be written to.')}\n`,
  };
}

/** The letters that are meant: those to some, and of a print run not all as answered by one. Throws ProblemError. */
function lettersTo(
  letters: readonly FoundLetter[],
  { to, answered }: Pick<SentOptions, 'to' | 'answered'>,
): readonly FoundLetter[] {
  const wanted = to?.split(',').map((id) => id.trim());
  const others = [...new Set(letters.map(({ contact }) => contact))];
  const strange = (wanted ?? []).filter((id) => !others.includes(id));
  if (strange.length > 0) throw new ProblemError(strange.map((contact) => notAmong(contact, others)));
  if (wanted) return letters.filter(({ contact }) => wanted.includes(contact));
  const several = letters.find((one) =>
    letters.some(({ file, contact }) => file === one.file && contact !== one.contact),
  );
  if (answered !== undefined && several) throw new ProblemError([whoAnswered(several)]);
  return letters;
}

/** The rows of letters that are sent, each once for its edition. */
function noteLetters(
  letters: readonly FoundLetter[],
  { file, rows }: Outbox,
  { contacts }: Campaign,
  { by, again, day }: Pick<SentOptions, 'by' | 'again'> & { readonly day: string },
): Noted {
  const ofContact = new Map(contacts.map((contact) => [contact.id, contact]));
  const known = new Map(rows.map(({ value }) => [sendingKey(value), value]));
  const now = new Set<string>();
  const problems: Problem[] = [];
  const noted: SentLetter[] = [];
  for (const { appeal: _, ...letter } of letters) {
    const key = sendingKey(letter);
    const before = known.get(key);
    // The PDF and the text of one letter are one letter.
    if (now.has(key)) continue;
    if (before && !again) {
      problems.push(sentBefore(letter, before));
      continue;
    }
    const way = by ?? wayOf(letter, ofContact.get(letter.contact));
    if (way === undefined) problems.push(unknownWay(letter));
    else {
      now.add(key);
      noted.push({ ...letter, by: way, sent: day, told: [...letter.told] });
    }
  }
  const all = [...rows.map(({ value }) => value), ...noted];
  return { text: noted.length === 0 ? undefined : withRows(file?.text, noted), rows: all, noted, problems };
}

/** The same rows with the day of the answer in all that went to those who answered. */
function noteAnswers(letters: readonly FoundLetter[], { file, rows }: Outbox, answered: string): Noted {
  const parties = new Set(letters.map(partiesOf));
  const open = rows.filter(({ value }) => parties.has(partiesOf(value)) && value.answered === undefined);
  const early = open.filter(({ value }) => value.sent > answered);
  const met = open.filter(({ value }) => value.sent <= answered);
  const written = new Set(rows.map(({ value }) => partiesOf(value)));
  const problems = [
    ...[...parties].filter((one) => !written.has(one)).map(neverSent),
    ...(met.length === 0 ? early.map(({ value }) => answeredBefore(value, answered)) : []),
  ];
  const text = met.reduce((all, { line }) => setCells(all, line, { answered }), file?.text ?? '');
  const noted = met.map(({ value }) => ({ ...value, answered }));
  const others = rows.filter((row) => !met.includes(row)).map(({ value }) => value);
  return { text: met.length === 0 ? undefined : text, rows: [...others, ...noted], noted, problems };
}

/** The text of the outbox with further rows below. */
function withRows(text: string | undefined, letters: readonly SentLetter[]): string {
  const cells = letters.map((letter) => ({
    ...Object.fromEntries(OUTBOX_COLUMNS.map((column) => [column, ''])),
    ...Object.fromEntries(
      Object.entries(letter).flatMap(([key, value]) => (value === undefined ? [] : [[key, cellOf(value)]])),
    ),
  }));
  if (text !== undefined) return addRows(text, cells);
  return formatRows([
    OUTBOX_COLUMNS,
    ...cells.map((row) => OUTBOX_COLUMNS.map((column) => row[column] ?? '')),
  ]);
}

function cellOf(value: string | boolean | readonly string[]): string {
  return typeof value === 'object' ? value.join('; ') : String(value);
}

/** The way that a letter in this form goes to whom it is for; undefined where that leaves several. */
function wayOf(
  { file, sender }: Omit<FoundLetter, 'appeal'>,
  contact: Contact | undefined,
): Channel | undefined {
  const ways = contact ? channelsOf(contact) : [];
  const own = ['phone', 'form'] as const;
  const named = own.find((way) => file.endsWith(`.${way}.txt`) && sender !== way);
  if (named) return named;
  if (file.endsWith('.eml')) return 'email';
  const meant = ways.filter((way) =>
    (file.endsWith('.pdf') ? ['post', 'fax'] : ['form', 'email']).includes(way),
  );
  return meant[0] === 'post' || meant.length === 1 ? meant[0] : undefined;
}

/** The appeal that the files lie in: the nearest folder around the first one that holds one. */
function appealAround(io: Io, [first = '']: readonly string[]): string | undefined {
  if (isAppeal(io.cwd)) return undefined;
  for (let folder = dirname(resolve(io.cwd, first)); folder !== dirname(folder); folder = dirname(folder))
    if (isAppeal(folder)) return folder;
  throw new UsageError('sent: name the appeal that the letters are of: --appeal my-appeal');
}

function wholeDay(io: Io, flag: string, value: string | undefined): string {
  if (value === undefined) return todayOf(io, undefined);
  if (isPartialDate(value) && value.length === 10) return value;
  throw new UsageError(`${flag}: expected a day such as 2026-05-01, found ${JSON.stringify(value)}`);
}

function notAmong(contact: string, others: readonly string[]): Problem {
  return finding('error', 'not-sent/not-in', { contact, others: others.slice(0, NAMED).join(', ') });
}

function whoAnswered({ file, contact }: FoundLetter): Problem {
  return finding('error', 'not-sent/several', { file, contact });
}

function sentBefore(letter: { readonly contact: string }, { sent }: SentLetter): Problem {
  return finding('notice', 'already-sent/edition', { contact: letter.contact, sent });
}

function unknownWay({ contact }: { readonly contact: string }): Problem {
  return finding('error', 'no-channel/unclear', { contact, ways: CHANNELS.join(', ') });
}

function neverSent(parties: string): Problem {
  const [contact = ''] = parties.split('/');
  return finding('error', 'not-sent/none', { contact });
}

function answeredBefore({ contact, sent }: SentLetter, answered: string): Problem {
  return finding('error', 'bad-date/answered', { contact, sent, answered });
}

function otherAppeal({ file, appeal }: FoundLetter): Problem {
  return finding('error', 'not-sent/another', { file, appeal });
}

/** A word where git would take in who wrote to whom. */
async function seenByGit(io: Io, folder: string): Promise<Problem[]> {
  const asked = await io.git?.(['check-ignore', '-q', OUTBOX], folder);
  if (asked?.code !== 1) return [];
  return [finding('warning', 'not-ignored', { file: OUTBOX })];
}
