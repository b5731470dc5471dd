import type { LedgerEntry } from '../model/ledger.ts';

/** What a statement is of, for people: `shots.killed/official`, `shots (en)` for wording, `sokolova (ru)` for a name. */
export function labelOf({
  fact,
  person,
  figure,
  voice,
  language,
}: Pick<LedgerEntry, 'fact' | 'person' | 'figure' | 'voice' | 'language'>): string {
  const id = fact ?? person ?? '';
  const of = figure === undefined || figure === id ? id : `${id}.${figure}`;
  return `${of}${voice === undefined ? '' : `/${voice}`}${language === undefined ? '' : ` (${language})`}`;
}

/** Day, thing, statement and source of an entry, as a row. */
export function rowOf(entry: LedgerEntry): string[] {
  const { date = '', was, now, source, reason } = entry;
  return [
    date,
    labelOf(entry),
    was === undefined ? now : `${was} → ${now}`,
    [source, reason].filter((part) => part !== undefined).join(': '),
  ];
}
