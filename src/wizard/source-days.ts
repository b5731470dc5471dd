import { readDate } from './read-date.ts';
import type { Answers } from './script.ts';

/** The day at the end of a title: `Our union, 2 May 2026`, `The Paper, May 2, 2026`. None that is still to come. */
function dayOfSource(title: string, today: string): string | undefined {
  const parts = title.split(/[,،,(]/);
  for (let n = Math.min(3, parts.length); n > 0; n -= 1) {
    const day = readDate(
      parts
        .slice(-n)
        .join(',')
        .replace(/[).]\s*$/, ''),
      today,
    );
    if (day !== undefined && day <= today.slice(0, day.length)) return day;
  }
  return undefined;
}

/**
 * The day whose state of knowledge the answers tell: the newest that their sources name. Undefined where one of these names
 * none, or only a year: then it is as whoever writes knows it today.
 */
export function dayKnown(answers: Answers, today: string): string | undefined {
  const titles = valuesOf(answers, /^fact\.\d+\.(?:.*\.)?source$/);
  const days = titles.map((title) => dayOfSource(title, today));
  if (days.length === 0 || days.includes(undefined)) return undefined;
  const told = valuesOf(answers, /^fact\.\d+\.(?:date|.*\.saidOn)$/).filter((day) => day <= today);
  const newest = [...(days as string[]), ...told].sort().at(-1)!;
  return newest.length >= 7 ? newest : undefined;
}

function valuesOf(answers: Answers, key: RegExp): string[] {
  return [...answers].flatMap(([name, text]) => (key.test(name) && text !== '' ? [text] : []));
}
