import { join } from 'node:path';
import type { FactStatus } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Correction } from '../model/correction.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { LocatedFile } from '../read/source.ts';
import { isStructured } from '../read/structured.ts';
import { formatRows } from '../write/csv.ts';
import { addRow } from '../write/edit-csv.ts';
import { addItem } from '../write/edit-structured.ts';

/** What is to be set right. */
export interface Wanted {
  /** Id of a fact or a person, or quantity of a figure. */
  readonly id: string;
  readonly value?: string | undefined;
  readonly status?: FactStatus | undefined;
  readonly voice?: string | undefined;
  /** Key of a person's name: a language or a script. */
  readonly lang?: string | undefined;
  /** Id of a source, or web address or title of a new one. */
  readonly source: string;
  readonly sourceTitle?: string | undefined;
  readonly reason?: string | undefined;
  readonly date: string;
}

/** Changes the text of a data file, on top of what was changed in it before. */
export type Edit = (file: LocatedFile, change: (text: string) => string) => void;

const COLUMNS = ['date', 'was', 'wasSaidOn', 'wasSaidIn', 'now', 'reason', 'source'] as const;
const OF_FACT = ['fact', 'figure', 'voice', ...COLUMNS] as const;
const OF_PERSON = ['person', 'language', ...COLUMNS] as const;

/** Adds a correction to those of the appeal: a row, an item, or a new corrections.csv. */
export function keepCorrection(
  correction: Correction,
  { folder }: Campaign,
  { corrections, head }: AppealFiles,
  edit: Edit,
  texts: Map<string, string>,
): void {
  const values: Record<string, string> = correction;
  if (corrections)
    edit(corrections, (text) => (isCsv(corrections) ? addRow(text, values) : addItem(text, [], values)));
  else if (folder === undefined) edit(head, (text) => addItem(text, ['corrections'], values));
  else {
    const columns: readonly (keyof Correction)[] = correction.person ? OF_PERSON : OF_FACT;
    const row = columns.map((column) => correction[column] ?? '');
    texts.set(join(folder, 'corrections.csv'), formatRows([columns, row]));
  }
}

/** True for a table; JSON and YAML are edited by key. */
export function isCsv({ file }: LocatedFile): boolean {
  return !isStructured(file);
}

/** Only what is set. */
export function definedOf<T extends object>(values: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
