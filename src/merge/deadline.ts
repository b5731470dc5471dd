import type { AppealHead } from '../model/appeal.ts';
import { isOver } from '../model/deadline.ts';
import { nameIn } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import { fillPattern, formatDate, sentenceSpace } from './forms.ts';

/** Until when to act, and what holds after that; undefined where the appeal names no day. On a day behind it: that it is over. */
export function deadlineText(
  { actBefore, afterDeadline = 'ask', issuer, state }: AppealHead,
  words: Words,
  today: string,
): string | undefined {
  if (actBefore === undefined) return undefined;
  const { labels } = words;
  const over = isOver(actBefore, today);
  const { email, name } = issuer;
  const asked = email ?? nameIn(name, [words.language]).text;
  const first = fillPattern(labels[over ? 'act-over' : 'act-before'], { date: formatDate(actBefore, words) });
  const then = fillPattern(labels[afterDeadline === 'closed' ? 'after-closed' : 'after-ask'], {
    issuer: asked,
  });
  if (over && afterDeadline === 'closed') return first;
  const urgent = state?.is === 'urgent' && !over ? [labels.urgent] : [];
  // A year may end with a full stop of its own: "2011 г."
  return [...urgent, first, then].map((text) => text.replace(/\.\.$/, '.')).join(sentenceSpace(words));
}
