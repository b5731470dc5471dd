import { type Fact, type Person, sourcesOf } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { statementOf } from '../model/figure.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { wordingIn } from '../model/text.ts';
import { formatTable, type Shown } from '../terminal/table.ts';
import { wrapText } from '../terminal/wrap.ts';
import { rowOf } from './facts-label.ts';

/** A fact for people: wording, what is known about it, who says what, and what was said before. */
export function formatFact(
  fact: Fact,
  history: readonly LedgerEntry[],
  { appeal, languages }: Campaign,
  show: Shown,
): string {
  const { say } = show;
  const { date, until, place, actor, concerns, asSaid } = fact;
  const known: [string, string | undefined][] = [
    [say('status'), [fact.status, fact.role].join(', ')],
    [say('date'), until ? say('{from} to {to}', { from: date ?? '', to: until }) : date],
    [say('place'), typeof place === 'string' ? place : place && wordingIn(place, languages[0]!.tag)],
    [say('actor'), actor],
    [say('concerns'), concerns?.join(', ')],
    [say('as said'), asSaid?.join('; ')],
    [say('as of'), fact.asOf],
    [say('sources'), describeSources(fact.sources, appeal)],
    [
      say('figures'),
      fact.figures.map((f) => `${f.quantity}: ${f.claims.map(statementOf).join(', ')}`).join('\n'),
    ],
  ];
  return formatKnown(wordingIn(fact.text, languages[0]!.tag) ?? '', known, history, show);
}

/** A person for people: the name in each language, its sources, and how it was written before. */
export function formatPerson(
  person: Person,
  history: readonly LedgerEntry[],
  { appeal, languages }: Campaign,
  show: Shown,
): string {
  const { say } = show;
  const { name, also, role, status, asOf } = person;
  const language = languages[0]!.tag;
  const known: [string, string | undefined][] = [
    [say('status'), status],
    [say('role'), role && wordingIn(role, language)],
    [
      say('names'),
      Object.entries(name)
        .map(([key, written]) => `${key}: ${written}`)
        .join('\n'),
    ],
    [say('also'), also?.join(', ')],
    [say('as of'), asOf],
    [say('sources'), describeSources(sourcesOf(person), appeal)],
  ];
  return formatKnown(name[language] ?? Object.values(name)[0]!, known, history, show);
}

function describeSources(ids: readonly string[], { sources }: Campaign['appeal']): string {
  const lines = ids.map((id) => {
    const source = sources.find((s) => s.id === id);
    return [source?.publisher, id, source?.date, source?.url].filter((part) => part).join(', ');
  });
  return lines.join('\n');
}

function formatKnown(
  title: string,
  known: readonly (readonly [string, string | undefined])[],
  history: readonly LedgerEntry[],
  { say, width }: Shown,
): string {
  const column = known.reduce((most, [name]) => Math.max(most, name.length + 2), 10);
  const lines = known.flatMap(([name, value]) =>
    value ? [`${name.padEnd(column)}${wrapText(value, width - column).join(`\n${' '.repeat(column)}`)}`] : [],
  );
  const text = wrapText(title, width);
  const table = formatTable([say('DATE'), say('OF'), say('WHAT'), say('SOURCE')], history.map(rowOf), width);
  return `${[...text, '', ...lines].join('\n')}\n${history.length > 0 ? `\n${table}` : ''}`;
}
