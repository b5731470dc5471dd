import { type Fact, statementOf } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { wordingIn } from '../model/text.ts';
import { formatTable } from '../terminal/table.ts';
import { wrapText } from '../terminal/wrap.ts';
import { rowOf } from './facts.ts';

/** A fact for people: wording, what is known about it, who says what, and what was said before. */
export function formatFact(
  fact: Fact,
  history: readonly LedgerEntry[],
  { appeal, languages }: Campaign,
  width: number,
): string {
  const { date, until, place, actor, concerns } = fact;
  const sources = fact.sources.map((id) => {
    const source = appeal.sources.find((s) => s.id === id);
    return [source?.publisher, id, source?.date, source?.url].filter((part) => part).join(', ');
  });
  const known: [string, string | undefined][] = [
    ['status', [fact.status, fact.role].join(', ')],
    ['date', until ? `${date} to ${until}` : date],
    ['place', typeof place === 'string' ? place : place && wordingIn(place, languages[0]!.tag)],
    ['actor', actor],
    ['concerns', concerns?.join(', ')],
    ['as of', fact.asOf],
    ['sources', sources.join('\n')],
    ['figures', fact.figures.map((f) => `${f.quantity}: ${f.claims.map(statementOf).join(', ')}`).join('\n')],
  ];
  const lines = known.flatMap(([name, value]) =>
    value ? [`${name.padEnd(10)}${wrapText(value, width - 10).join(`\n${' '.repeat(10)}`)}`] : [],
  );
  const text = wrapText(wordingIn(fact.text, languages[0]!.tag) ?? '', width);
  const table = formatTable(['DATE', 'OF', 'WHAT', 'SOURCE'], history.map(rowOf), width);
  return `${[...text, '', ...lines].join('\n')}\n${history.length > 0 ? `\n${table}` : ''}`;
}
