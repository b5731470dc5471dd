import type { InitOptions } from './first-letter.ts';

/** What can be added to an appeal. */
export const ADDED = [
  'fact',
  'figure',
  'person',
  'demand',
  'target',
  'event',
  'language',
  'picture',
  'source',
] as const;
export type AddedKind = (typeof ADDED)[number];

/** Options of `add`; those that answer a question are looked up by its flag. */
export interface AddOptions extends InitOptions {
  readonly dryRun?: boolean;
  readonly from?: string;
  readonly by?: string;
}
