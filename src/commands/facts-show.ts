import { type Fact, type Person, sourcesOf } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { statementOf } from '../model/figure.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { wordingIn } from '../model/text.ts';
import { formatTable } from '../terminal/table.ts';
import { wrapText } from '../terminal/wrap.ts';
import { rowOf } from './facts-label.ts';

/** A fact for people: wording, what is known about it, who says what, and what was said before. */
export function formatFact(
  fact: Fact,
  history: readonly LedgerEntry[],
  { appeal, languages }: Campaign,
  width: number,
): string {
  const { date, until, place, actor, concerns, asSaid } = fact;
  const known: [string, string | undefined][] = [
    ['status', [fact.status, fact.role].join(', ')],
    ['date', until ? `${date} to ${until}` : date],
    ['place', typeof place === 'string' ? place : place && wordingIn(place, languages[0]!.tag)],
    ['actor', actor],
    ['concerns', concerns?.join(', ')],
    ['as said', asSaid?.join('; ')],
    ['as of', fact.asOf],
    ['sources', describeSources(fact.sources, appeal)],
    ['figures', fact.figures.map((f) => `${f.quantity}: ${f.claims.map(statementOf).join(', ')}`).join('\n')],
  ];
  return formatKnown(wordingIn(fact.text, languages[0]!.tag) ?? '', known, history, width);
}

/** A person for people: the name in each language, its sources, and how it was written before. */
export function formatPerson(
  person: Person,
  history: readonly LedgerEntry[],
  { appeal, languages }: Campaign,
  width: number,
): string {
  const { name, also, role, status, asOf } = person;
  const language = languages[0]!.tag;
  const known: [string, string | undefined][] = [
    ['status', status],
    ['role', role && wordingIn(role, language)],
    [
      'names',
      Object.entries(name)
        .map(([key, written]) => `${key}: ${written}`)
        .join('\n'),
    ],
    ['also', also?.join(', ')],
    ['as of', asOf],
    ['sources', describeSources(sourcesOf(person), appeal)],
  ];
  return formatKnown(name[language] ?? Object.values(name)[0]!, known, history, width);
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
  width: number,
): string {
  const lines = known.flatMap(([name, value]) =>
    value ? [`${name.padEnd(10)}${wrapText(value, width - 10).join(`\n${' '.repeat(10)}`)}`] : [],
  );
  const text = wrapText(title, width);
  const table = formatTable(['DATE', 'OF', 'WHAT', 'SOURCE'], history.map(rowOf), width);
  return `${[...text, '', ...lines].join('\n')}\n${history.length > 0 ? `\n${table}` : ''}`;
}
