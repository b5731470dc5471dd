import { checkPrisonLetter, checkPrisonPages } from '../check/prisoners.ts';
import { letterForm } from '../layout/letter-layouts.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Job } from './jobs.ts';
import { senderOf } from './merge-job.ts';
import type { Context, LaidOut } from './planned.ts';
import type { Settings } from './settings.ts';

/**
 * Holds a letter to somebody in prison against what is known of the prison's rules, and tells those for whoever packs it;
 * a card for all is no card for them.
 */
export function checkForPrison(job: Job, document: MergedDocument, input: Context): Problem[] {
  const { settings, signatories = [], campaign } = input;
  if (job.material === 'leaflet') {
    const isMeant = job.kind === 'postcard' && campaign.targets.some(({ kind }) => kind === 'prisoner');
    return isMeant ? [finding('notice', 'prison-rules/postcard', {})] : [];
  }
  if (job.kind !== 'prisoner') return [];
  const sender = senderOf(job, input);
  return checkPrisonLetter(job.target, sender, {
    reads: document.reads,
    hasCode: document.blocks.some(({ kind }) => kind === 'code'),
    hasOwnWords: settings.ownWords !== undefined || sender?.ownWords !== undefined,
    isSignedBySeveral: signatories.length > 1,
    width: letterForm(settings.layout, sender?.country).paper.width,
  });
}

/**
 * Pages of a letter into prison; the two sides of a card are none. Of nothing else are the pages asked for: a document that is
 * as it was would be laid out again for it.
 */
export function checkPagesForPrison(job: Job, laid: Pick<LaidOut, 'paged'>, { layout }: Settings): Problem[] {
  const isLetter = job.material === 'letter' && job.kind === 'prisoner' && layout !== 'postcard';
  return isLetter ? checkPrisonPages(job.target, laid.paged?.pages.length ?? 0) : [];
}
