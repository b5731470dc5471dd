import { CHANNEL_NAMES, type Channel, channelsOf } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import type { Sender } from '../model/sender.ts';
import type { Job } from '../plan/jobs.ts';
import type { PlanInput } from '../plan/planned.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';
import { knownWays } from './known-ways.ts';

/** How the letters of a run can be sent. */
export interface Sending {
  /** Once for each addressee, in the order of the letters. */
  readonly letters: readonly Ways[];
  /** True where each has a sentence of its sender's own. */
  readonly hasOwnWords: boolean;
}

/** The ways in which the letters to one contact can be sent. */
interface Ways extends Pick<Contact, 'fax' | 'email' | 'form' | 'formLimit' | 'phone' | 'website'> {
  readonly contact: string;
  readonly channels: readonly Channel[];
  /** Those that its letters are in, the one that it reads first before others. */
  readonly languages: readonly string[];
}

/** How many addressees a person is shown; `--json` has all. */
const SHOWN = 6;

const ADVICE =
  'Offices sort out letters that are all alike, by filters and by eye: add a sentence of your own with --own-words, or as ownWords in the sender’s file.';

const ONE_OF_THEM =
  'Where a letter stands in several languages, send one: in the language named first, which they read first, or in another that you write better.';

/** How the letters among the documents of a run can be sent. */
export function sendingOf(
  jobs: Iterable<Job>,
  { settings: { ownWords }, sender, members }: Pick<PlanInput, 'settings' | 'sender' | 'members'>,
): Sending {
  const ways = new Map<string, Ways>();
  // What is written into prison is no letter among many alike.
  let isPersonal = true;
  for (const job of jobs) {
    if (job.material !== 'letter') continue;
    isPersonal &&= job.kind === 'prisoner';
    const { id, fax, email, form, formLimit, phone, website } = job.target;
    const before = ways.get(id);
    // A letter in two languages at once leaves nothing to choose.
    const added = job.second === undefined ? [job.language] : [];
    const languages = [...new Set([...(before?.languages ?? []), ...added])];
    if (before && languages.length === before.languages.length) continue;
    ways.set(id, {
      contact: id,
      channels: job.channels ?? channelsOf(job.target),
      languages: inOrderOf(job.target, languages),
      fax,
      email,
      form,
      formLimit,
      phone,
      website,
    });
  }
  const hasOwnWords =
    ownWords !== undefined || haveOwnWords(members?.list ?? [{ ownWords: sender?.ownWords }]);
  return { letters: [...ways.values()], hasOwnWords: hasOwnWords || isPersonal };
}

function haveOwnWords(signers: Iterable<Pick<Sender, 'ownWords'>>): boolean {
  for (const { ownWords } of signers) if (ownWords === undefined) return false;
  return true;
}

function inOrderOf({ languages: reads }: Contact, languages: readonly string[]): string[] {
  const placeOf = (tag: string) => (reads.includes(tag) ? reads.indexOf(tag) : reads.length);
  return [...languages].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Ids of those to whom nothing can be posted or faxed. */
export function unpostableOf({ letters }: Sending): string[] {
  return letters.flatMap(({ contact, channels }) =>
    channels.some((way) => way === 'post' || way === 'fax') ? [] : [contact],
  );
}

/** Ids of those who take no text, by form or e-mail. */
export function textlessOf({ letters }: Sending): string[] {
  return letters.flatMap(({ contact, channels }) =>
    channels.some((way) => way === 'form' || way === 'email') ? [] : [contact],
  );
}

/** How the letters can be sent, for people in lines of `width` columns; none where there are no letters. */
export function describeSending({ letters, hasOwnWords }: Sending, width: number, texts: Texts): string[] {
  if (letters.length === 0) return [];
  const { say } = texts;
  // Those that can be reached come first.
  const reach = ({ channels }: Ways) => (channels.some(isWritten) ? 2 : channels.length > 0 ? 1 : 0);
  const ordered = [...letters].sort((a, b) => reach(b) - reach(a));
  const shown = ordered.slice(0, SHOWN);
  const indent = Math.max(...shown.map(({ contact }) => contact.length)) + 4;
  const lines = shown.flatMap((ways) => {
    const told = ways.channels.map((channel) => describeChannel(ways, channel, say)).join('; ');
    const how = (ways.channels.some(isWritten) && told) || knownWays(ways, texts);
    const text = wrapText([how, whichOf(ways, say)].join(''), Math.max(30, width - indent));
    return text.map((line, i) => `  ${(i === 0 ? ways.contact : '').padEnd(indent - 2)}${line}`);
  });
  const more = letters.length - shown.length;
  return [
    say('How to send the letters:'),
    ...lines,
    ...(more > 0 ? [`  ${say('and {n} more: handbill contacts list', { n: more })}`] : []),
    ...(letters.some(({ languages }) => languages.length > 1) ? wrapText(say(ONE_OF_THEM), width) : []),
    ...(hasOwnWords ? [] : wrapText(say(ADVICE), width)),
  ];
}

/** Which of several letters to send: ` (in de; or ru, kk)`. */
function whichOf({ languages: [first = '', ...others] }: Ways, say: Texts['say']): string {
  return others.length === 0
    ? ''
    : ` (${say('in {first}; or {others}', { first, others: others.join(', ') })})`;
}

function isWritten(channel: Channel): boolean {
  return channel !== 'phone';
}

function describeChannel(
  { fax, email, form, formLimit, phone }: Ways,
  channel: Channel,
  say: Texts['say'],
): string {
  const values = { post: [], fax, email, form: form === undefined ? [] : [form], phone }[channel] ?? [];
  const most = channel === 'form' && formLimit ? say('(at most {n} characters)', { n: formLimit }) : '';
  return [say(CHANNEL_NAMES[channel]), values.join(', '), most].filter((part) => part !== '').join(' ');
}
