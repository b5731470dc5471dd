import { organisationOf } from '../merge/address.ts';
import type { Contact } from '../model/contact.ts';
import { foreignScript, isWrittenIn } from '../model/script.ts';
import { type Sender, senderIn } from '../model/sender.ts';
import { nameIn } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding, phrase } from '../wordings.ts';
import { type Job, type LetterJob, languagesOf } from './jobs.ts';
import type { PlanData } from './planned.ts';

/**
 * What stands in letters of a language in the letters of another, each kind of it once: names of addressees that have no
 * form in it, and what senders sign with. Nobody is named: a log may be public.
 */
export function findForeign(jobs: Iterable<Job>, input: PlanData): Problem[] {
  const addressees = new Map<string, Set<Contact>>();
  for (const job of jobs) {
    for (const tag of job.material === 'letter' ? languagesOf(job) : []) {
      const targets = addressees.get(tag);
      if (job.material === 'letter') addressees.set(tag, (targets ?? new Set()).add(job.target));
    }
  }
  return [
    ...[...addressees].flatMap(([tag, targets]) => foreignAddressees(targets, tag)),
    ...foreignSenders(jobs, [...addressees.keys()], input),
  ];
}

function foreignAddressees(targets: ReadonlySet<Contact>, tag: string): Problem[] {
  const ids = [...targets].flatMap((target) => (isForeign(target, tag) ? [target.id] : []));
  if (ids.length === 0) return [];
  const rest = ids.length > 5 ? phrase('and-more', { n: ids.length - 5 }) : '';
  return [finding('warning', 'fallback-language/addressees', { tag, ids: ids.slice(0, 5).join(', '), rest })];
}

function isForeign(target: Contact, tag: string): boolean {
  const holder = target.holder && nameIn(target.holder, [tag, ...target.languages]).text;
  const names = [organisationOf(target, tag).text, holder];
  return names.some((name) => name !== undefined && foreignScript(name, tag) !== undefined);
}

/** Fields that are names, which may stand as they are, and those that are words, which may not. */
const NAMES = ['name', 'organisation'] as const;
const WORDS = ['role', 'ownWords'] as const;
type Signed = (typeof NAMES)[number] | (typeof WORDS)[number];

function foreignSenders(
  jobs: Iterable<Job>,
  languages: readonly string[],
  { sender, signatories = [], settings }: PlanData,
): Problem[] {
  const found = new Map<Signed, { tags: Set<string>; count: number }>();
  const look = (signer: Sender, tags: readonly string[]) => {
    for (const field of [...NAMES, ...WORDS]) {
      if (field === 'ownWords' && settings.ownWords !== undefined) continue;
      const strange = tags.filter((tag) => isStrange(signer, field, tag, tags.length));
      if (strange.length === 0) continue;
      const known = found.get(field) ?? { tags: new Set(), count: 0 };
      found.set(field, { tags: new Set([...known.tags, ...strange]), count: known.count + 1 });
    }
  };
  for (const [signer, tags] of signersOf(jobs, sender)) look(signer, tags);
  for (const signatory of signatories) look(signatory, languages);
  const option = settings.ownWords;
  const loose = languages.filter(
    (tag) => option !== undefined && (languages.length > 1 || !isWrittenIn(option, tag)),
  );
  const [first = ''] = languages;
  return [
    ...[...found].map(([field, { tags, count }]) =>
      finding(
        (NAMES as readonly string[]).includes(field) ? 'notice' : 'warning',
        'fallback-language/sender',
        {
          field,
          count,
          tags: [...tags].join(', '),
        },
      ),
    ),
    ...(loose.length > 0
      ? [finding('warning', 'fallback-language/own-words', { tags: loose.join(', '), first })]
      : []),
  ];
}

/** Who signs letters, each once, with the languages of theirs. */
function* signersOf(
  jobs: Iterable<Job>,
  sender: Sender | undefined,
): Generator<readonly [Sender, readonly string[]], undefined> {
  const tagsOf = new Map<string, string>();
  const idOf = ({ sender }: LetterJob) => sender?.id ?? '';
  for (const job of jobs) {
    if (job.material !== 'letter') continue;
    const before = tagsOf.get(idOf(job))?.split(' ') ?? [];
    // As a text, which thousands of senders share.
    tagsOf.set(idOf(job), [...new Set([...before, ...languagesOf(job)])].join(' '));
  }
  for (const job of jobs) {
    if (job.material !== 'letter') continue;
    const tags = tagsOf.get(idOf(job));
    const signer = job.sender ?? sender;
    if (tags !== undefined && signer) yield [signer, tags.split(' ')];
    tagsOf.delete(idOf(job));
  }
}

/**
 * True for a name in letters that readers of the language may not know; and for words in others than its own, or that
 * stand the same in letters of several languages.
 */
function isStrange(signer: Sender, field: Signed, tag: string, languages: number): boolean {
  const text = senderIn(signer, tag)[field];
  if (text === undefined) return false;
  if (field === 'name' || field === 'organisation') return foreignScript(text, tag) !== undefined;
  const hasForm = text !== signer[field];
  return !isWrittenIn(text, tag) || (languages > 1 && !hasForm && !knowsOther(signer, field));
}

/** True where a sender gives the words in some language: then those beside are in the one that is left. */
function knowsOther(signer: Sender, field: 'role' | 'ownWords'): boolean {
  return Object.values(signer.in ?? {}).some((forms) => forms[field] !== undefined);
}
