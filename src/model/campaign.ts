import { z } from 'zod';
import type { Problem } from '../problems.ts';
import { type AppealHead, appealHead, type Fact, type FactRole, type FactStatus, fact } from './appeal.ts';
import { type Contact, contact } from './contact.ts';
import { type Correction, correction } from './correction.ts';
import { type Event, event } from './event.ts';

/** One file with all of an appeal: its head, and facts, contacts and events inside. */
export const appealFile = appealHead.extend({
  facts: z.array(fact).optional(),
  contacts: z.array(contact).optional(),
  events: z.array(event).optional(),
  corrections: z.array(correction).optional(),
});

/** A language of the campaign in its normal form. */
export interface CampaignLanguage {
  readonly tag: string;
  readonly review: 'original' | 'reviewed' | 'draft';
  readonly fallback?: string | undefined;
}

/** Everything that has been read and checked: what merging starts from. */
export interface Campaign {
  readonly appeal: AppealHead;
  readonly languages: readonly CampaignLanguage[];
  readonly facts: readonly Fact[];
  readonly contacts: readonly Contact[];
  readonly events: readonly Event[];
  /** What facts and figures were before, oldest first. */
  readonly corrections: readonly Correction[];
  /** The contacts that the appeal addresses, in the order of the contacts file. */
  readonly targets: readonly Contact[];
  /** A finding for each text that a language lacks, which is an error of the documents that would print it. */
  readonly missing: readonly Problem[];
  /** Findings about texts that name somebody who is not to be named: errors of the documents that would print them. */
  readonly naming?: readonly Problem[] | undefined;
  /** True where nobody is called to act any more: see `atRest`. */
  readonly isAtRest?: boolean | undefined;
  /** Folder of the appeal, for templates and images beside it; undefined for a lone file from standard input. */
  readonly folder?: string | undefined;
}

export type { AppealHead, Contact, Correction, Event, Fact, FactRole, FactStatus };
