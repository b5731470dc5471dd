import type { LetterKind } from '../model/addressee.ts';
import type { Channel } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import type { Event } from '../model/event.ts';
import type { LeafletKind } from '../model/material.ts';
import { remember } from '../model/memory.ts';
import type { Member } from '../model/sender.ts';

/** A letter to one contact in one language. */
export interface LetterJob {
  readonly material: 'letter';
  readonly kind: LetterKind;
  readonly language: string;
  /** Language of a translation that goes behind the letter. */
  readonly second?: string | undefined;
  readonly target: Contact;
  /** The ways in which it goes, where only some are asked for. */
  readonly channels?: readonly Channel[] | undefined;
  /** Day of the letter that this one asks after, as there was no answer. */
  readonly followUp?: string | undefined;
  /** True where the target was asked for by name: then nothing leaves it out. */
  readonly named?: boolean | undefined;
  /** True where the language was asked for: then it is an error if it has no font. */
  readonly asked?: boolean | undefined;
  /** Who signs, where many do: then the letter bears the sender's id in its name. */
  readonly sender?: Member | undefined;
}

/** A leaflet or its like in one language. */
export interface LeafletJob {
  readonly material: 'leaflet';
  readonly kind: LeafletKind;
  readonly language: string;
  /** Language that stands beside it or on the back. */
  readonly second?: string | undefined;
  /** The one event that it is for. */
  readonly event?: Event | undefined;
  readonly asked?: boolean | undefined;
  /** All languages of a leaflet that is folded, in their order. */
  readonly together?: readonly string[] | undefined;
}

/** One document to merge; plain data, so that it can be handed to other threads. */
export type Job = LetterJob | LeafletJob;

/**
 * Makes the targets of letters one object each, by their ids: each message to a thread brings copies of its own, and what
 * was kept of a letter serves only letters to the very same target.
 */
export function knowTargets(): (job: Job) => Job {
  const targets = remember<string, Contact>();
  return (job) => {
    if (job.material !== 'letter') return job;
    return { ...job, target: targets.recall(job.target.id, () => job.target) };
  };
}

/** What names of letters hold that ask after an earlier one: no language is called so. */
export const FOLLOW_UP = 'follow-up';

/** Path of a document below the output folder, without what its files add: paper, ending. */
export function basePath(job: Job): string {
  const languages = languagesOf(job).join('+');
  if (job.material === 'leaflet') {
    return `leaflets/${[job.kind, ...(job.event ? [job.event.id] : []), languages].join('.')}`;
  }
  const name = job.followUp === undefined ? job.target.id : `${job.target.id}.${FOLLOW_UP}`;
  const letter = `letters/${name}.${languages}`;
  return job.sender ? `${letter}.${job.sender.id}` : letter;
}

/** Path of a shorter text of a letter: for the telephone, for a form. */
export function shortPath(job: LetterJob, way: 'phone' | 'form'): string {
  return `${basePath(job)}.${way}`;
}

/** The languages of a document: one, or two that stand together. */
export function languagesOf({ language, second }: Job): string[] {
  return second === undefined ? [language] : [language, second];
}

/** A language, or the two of `ar+fr`. */
export function splitLanguages(asked: string): string[] {
  return asked.split('+');
}

/** A letter that had no answer, and the day on which it was sent. */
export interface Unanswered {
  readonly contact: string;
  readonly sender?: string | undefined;
  readonly language: string;
  readonly sent: string;
}

/** Which documents are wanted; everything that the appeal asks for where a field is left out. */
export interface Selection {
  readonly materials?: readonly ('letter' | 'leaflet')[] | undefined;
  /** Contact ids, or kinds of contact. */
  readonly to?: readonly string[] | undefined;
  /** Countries where the senders live: of each state's missions, only those that are theirs. */
  readonly countries?: readonly string[] | undefined;
  /** City where the senders live; its consulate goes before the embassy. */
  readonly city?: string | undefined;
  /** Every mission in these countries or accredited there, not only the one that is responsible. */
  readonly all?: boolean | undefined;
  /** Ways in which letters go: only to those who can be reached in one of them. */
  readonly channels?: readonly Channel[] | undefined;
  /** Tags, and pairs such as `ar+fr` for documents in both. */
  readonly languages?: readonly string[] | undefined;
  /** Kinds of letter, of contact, or of leaflet. */
  readonly kinds?: readonly string[] | undefined;
  /** A leaflet of its own for each event. */
  readonly eachEvent?: boolean | undefined;
  /** One document for all languages. */
  readonly together?: boolean | undefined;
  /** Letters that had no answer: only what asks after these. */
  readonly followUps?: readonly Unanswered[] | undefined;
  /** One part of all documents, from 1 to `count`; the parts are as even as they can be. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
}

/** The pairs among the languages that are asked for. */
export function pairsOf(languages: readonly string[] = []): { language: string; second: string }[] {
  return languages.flatMap((asked) => {
    const [language = '', second] = splitLanguages(asked);
    return second === undefined ? [] : [{ language, second }];
  });
}

/** True where no languages are asked for, or this one is. */
export function isWanted(language: string, languages: readonly string[] | undefined): boolean {
  return !languages || languages.includes(language);
}
