import type { Problem, ProblemCode, Severity } from '../problems.ts';
import type { Path } from '../read/source.ts';
import { calendarNames, daysSince, placeOfName, weekdayOf } from './days.ts';
import { type CheckedParts, type CheckOptions, languagesOf } from './parts.ts';

/** Days before the last day of acting from which on it is told. */
const NEAR = 3;
/** Days after which the state of knowledge, and days after which a look at a source, is told to be old. */
const OLD = { facts: 30, source: 365 };

/** Finds days that have passed or are near. An example is history: its days are not held against today. */
export function checkDeadlines(parts: CheckedParts, { today, detailed }: CheckOptions): Problem[] {
  const { value: appeal, file } = parts.head;
  const wrong = checkWeekdays(parts);
  if (appeal.example) return wrong;
  const problems: Problem[] = [...wrong];
  const tell = (severity: Severity, code: ProblemCode, path: Path, message: string, hint: string) =>
    problems.push({ severity, code, message, at: file.locate(path), hint });
  const { actBefore } = appeal;
  const left = actBefore === undefined ? undefined : -daysSince(actBefore, today);
  if (left !== undefined && left < 0)
    tell(
      'warning',
      'deadline-passed',
      ['actBefore'],
      `The appeal asks to act before ${actBefore}, and today is ${today}.`,
      'Ask the issuer whether acting still makes sense, and change actBefore.',
    );
  else if (left !== undefined && left <= NEAR)
    tell(
      'notice',
      'deadline-near',
      ['actBefore'],
      `The appeal asks to act before ${actBefore}: ${left === 0 ? 'that is today' : `${left} days are left`}.`,
      'A letter by post comes too late: send it as e-mail or fax.',
    );
  for (const { value: event, path } of parts.events.items) {
    if (event.example || daysSince(event.date, today) <= 0) continue;
    problems.push({
      severity: 'warning',
      code: 'event-passed',
      message: `The ${event.kind} ${event.id} was on ${event.date}, and today is ${today}.`,
      at: parts.events.file.locate([...path, 'date']),
      hint: 'Take it out of the events, or give it its new day.',
    });
  }
  if (!detailed) return problems;
  const asOf = appeal.asOf ?? appeal.issued;
  const age = daysSince(asOf, today);
  if (age > OLD.facts)
    tell(
      'notice',
      'facts-old',
      [appeal.asOf === undefined ? 'issued' : 'asOf'],
      `The facts are as of ${asOf}, ${age} days ago.`,
      'Look whether they still hold, correct what changed, and set asOf.',
    );
  for (const [i, source] of appeal.sources.entries()) {
    const seen = source.seen ?? source.date;
    if (seen === undefined || daysSince(seen, today) <= OLD.source) continue;
    const what = source.seen === undefined ? 'is of' : 'was last seen on';
    tell(
      'notice',
      'source-old',
      ['sources', i, source.seen === undefined ? 'date' : 'seen'],
      `The source ${source.id} ${what} ${seen}, more than a year ago.`,
      'Look whether it is still there and says the same, and set seen.',
    );
  }
  return problems;
}

/** Finds events whose weekday and date disagree. */
function checkWeekdays({ head, events }: CheckedParts): Problem[] {
  const languages = [...languagesOf(head.value).map(({ tag }) => tag), 'en'];
  return events.items.flatMap(({ value: { date, weekday }, path }): Problem[] => {
    if (weekday === undefined) return [];
    const dayIn = (tag: string) => placeOfName(calendarNames(tag).weekdays, weekday, tag);
    const language = languages.find((tag) => dayIn(tag) >= 0) ?? 'en';
    if (dayIn(language) === weekdayOf(date)) return [];
    const right = calendarNames(language).weekdays[weekdayOf(date)];
    return [
      {
        severity: 'warning',
        code: 'weekday-mismatch',
        message: `${date} is a ${right}, and the announcement says ${weekday}.`,
        at: events.file.locate([...path, 'weekday']),
        hint: 'Ask who calls the event which of the two is right.',
      },
    ];
  });
}
