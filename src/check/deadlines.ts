import { isEnded } from '../model/appeal.ts';
import type { Problem, Severity } from '../problems.ts';
import type { Path } from '../read/source.ts';
import { finding, type ValuesOf, type WordingId } from '../wordings.ts';
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
  const tell = <W extends WordingId>(severity: Severity, wording: W, path: Path, values: ValuesOf<W>) =>
    problems.push(finding(severity, wording, values, { at: file.locate(path) }));
  const { actBefore = '', state } = appeal;
  if (isEnded(state)) {
    const { is, since = '', source = '' } = state;
    tell(is === 'won' ? 'notice' : 'warning', `appeal-ended/${is}`, ['state'], { since, source });
    return problems;
  }
  const left = actBefore === '' ? undefined : -daysSince(actBefore, today);
  if (left !== undefined && left < 0) tell('warning', 'deadline-passed', ['actBefore'], { actBefore, today });
  else if (left !== undefined && left <= NEAR)
    tell('notice', left === 0 ? 'deadline-near/today' : 'deadline-near', ['actBefore'], { actBefore, left });
  for (const { value: event, path } of parts.events.items) {
    if (event.example || daysSince(event.date, today) <= 0) continue;
    problems.push(
      finding(
        'warning',
        'event-passed',
        { kind: event.kind, id: event.id, date: event.date, today },
        { at: parts.events.file.locate([...path, 'date']) },
      ),
    );
  }
  if (!detailed) return problems;
  const asOf = appeal.asOf ?? appeal.issued;
  const age = daysSince(asOf, today);
  if (age > OLD.facts)
    tell('notice', 'facts-old', [appeal.asOf === undefined ? 'issued' : 'asOf'], { asOf, age });
  for (const [i, source] of appeal.sources.entries()) {
    const seen = source.seen ?? source.date;
    if (seen === undefined || daysSince(seen, today) <= OLD.source) continue;
    tell(
      'notice',
      source.seen === undefined ? 'source-old/of' : 'source-old',
      ['sources', i, source.seen === undefined ? 'date' : 'seen'],
      { id: source.id, seen },
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
    const right = calendarNames(language).weekdays[weekdayOf(date)]!;
    return [
      finding(
        'warning',
        'weekday-mismatch/event',
        { date, right, weekday },
        { at: events.file.locate([...path, 'weekday']) },
      ),
    ];
  });
}
