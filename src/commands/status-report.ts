import { type InputChange, isSenderGone } from '../batch/manifest.ts';
import type { RunResult } from '../batch/run.ts';
import { isEnded } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';
import { describeChange, describeState, isWrongNow, seenChanges } from './reasons.ts';

/** `recall`: what stands on paper is wrong now; `reprint`: there is a newer wording; `new`: never made. */
const FATES = ['recall', 'reprint', 'new'] as const;
type Fate = (typeof FATES)[number];

const COUNTED = { recall: '{n} to recall', reprint: '{n} to reprint', new: '{n} new' } as const;

/** A file that is out of date on paper, and why. */
interface StatusEntry {
  readonly path: string;
  readonly fate: Fate;
  readonly reasons: readonly string[];
}

/**
 * Which files are out of date on paper: what they were made with alone doesn't count, nor do edited ones, nor a sender
 * who was only not named this time.
 */
export function statusOf(
  { written, removed, changes }: Pick<RunResult, 'written' | 'removed' | 'changes'>,
  campaign: Campaign,
  hasSender: boolean,
  say: Texts['say'],
): StatusEntry[] {
  const made = written.flatMap((path): StatusEntry[] => {
    const inputs = changes[path];
    if (!inputs) return [{ path, fate: 'new', reasons: [say('not made yet')] }];
    const seen = seenChanges(hasSender ? inputs : inputs.filter((change) => !isSenderGone(change)));
    return seen.length > 0 ? [{ path, ...fateOf(seen, campaign, say) }] : [];
  });
  const { state } = campaign.appeal;
  const why = isEnded(state) ? describeState(state, say) : say('no longer made');
  const gone = removed.map((path): StatusEntry => ({ path, fate: 'recall', reasons: [why] }));
  return [...made, ...gone].sort((a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate));
}

/** What is to be done with paper that these changes touch, and why; what is wrong now goes before what is newer. */
export function fateOf(
  changes: readonly InputChange[],
  campaign: Campaign,
  say: Texts['say'],
): { fate: 'recall' | 'reprint'; reasons: string[] } {
  return {
    fate: changes.some(isWrongNow) ? 'recall' : 'reprint',
    reasons: [...changes]
      .sort((a, b) => Number(isWrongNow(b)) - Number(isWrongNow(a)))
      .map((change) => describeChange(change, campaign, say)),
  };
}

/** Files by reason, what is to be recalled first, and how many there are of each fate. */
export function formatStatus(entries: readonly StatusEntry[], width: number, { say, count }: Texts): string {
  if (entries.length === 0) return `${say('Everything is up to date.')}\n`;
  const groups = new Map<string, StatusEntry[]>();
  for (const entry of entries) {
    const key = entry.reasons.join('\n');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const blocks = [...groups].map(([reasons, files]) => {
    const all = reasons.split('\n');
    const why = all.flatMap((reason, i) =>
      wrapText(
        `${i === 0 ? say('Because {reason}', { reason }) : say('and {reason}', { reason })}${i === all.length - 1 ? ':' : ','}`,
        width,
      ),
    );
    return [...why, ...files.map(({ path, fate }) => `  ${say(fate).padEnd(8)} ${path}`), ''];
  });
  const counted = FATES.flatMap((fate) => {
    const n = entries.filter((entry) => entry.fate === fate).length;
    return n > 0 ? [say(COUNTED[fate], { n })] : [];
  });
  return `${blocks.flat().join('\n')}\n${count(entries.length, 'file')}: ${counted.join(', ')}.\n`;
}
