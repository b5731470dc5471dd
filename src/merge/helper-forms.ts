import { FACT_ROLES } from '../model/appeal.ts';
import { LABELS } from '../model/words.ts';

/** Kinds of closing that the words of a language have. */
export const CLOSINGS = ['diplomatic', 'formal', 'solidarity'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** How a helper is called: `{{name first option=value}}`. */
export interface HelperForm {
  /** What the values after the name are. */
  readonly takes: readonly string[];
  /** How many of them must be given. */
  readonly needs: number;
  readonly options: readonly string[];
  /** All that the first value may be, where that is known. */
  readonly choices?: readonly string[];
}

/** Every helper that prints something. */
export const HELPERS = {
  facts: { takes: ['role'], needs: 1, options: ['short', 'limit'], choices: FACT_ROLES },
  fact: { takes: ['id'], needs: 1, options: ['short'] },
  figure: { takes: ['quantity'], needs: 1, options: ['voice', 'range'] },
  figures: { takes: ['quantity'], needs: 0, options: [] },
  demands: { takes: [], needs: 0, options: ['limit'] },
  actions: { takes: [], needs: 0, options: ['kind'] },
  date: { takes: ['date'], needs: 0, options: ['weekday'] },
  number: { takes: ['number'], needs: 1, options: [] },
  list: { takes: ['values'], needs: 1, options: [] },
  sources: { takes: [], needs: 0, options: ['short'] },
  salutation: { takes: [], needs: 0, options: [] },
  closing: { takes: ['kind'], needs: 0, options: [], choices: CLOSINGS },
  address: { takes: [], needs: 0, options: [] },
  attention: { takes: [], needs: 0, options: [] },
  dateline: { takes: [], needs: 0, options: [] },
  sourceLine: { takes: [], needs: 0, options: ['short'] },
  asOf: { takes: [], needs: 0, options: [] },
  edition: { takes: [], needs: 0, options: [] },
  label: { takes: ['name'], needs: 1, options: [], choices: LABELS },
  line: { takes: ['label', 'label', 'label'], needs: 1, options: [], choices: LABELS },
  recipients: { takes: [], needs: 0, options: [] },
  signatureTable: { takes: [], needs: 0, options: [] },
  picture: { takes: ['role'], needs: 0, options: [], choices: ['picture', 'logo'] },
  imprint: { takes: [], needs: 0, options: [] },
  code: { takes: [], needs: 0, options: [] },
  senderAddress: { takes: [], needs: 0, options: [] },
  signature: { takes: [], needs: 0, options: [] },
} as const satisfies Record<string, HelperForm>;

export type HelperName = keyof typeof HELPERS;
export const HELPER_NAMES = Object.keys(HELPERS) as HelperName[];

/** True for the name of a helper. */
export function isHelper(name: string): name is HelperName {
  return Object.hasOwn(HELPERS, name);
}

/** A helper that can't do what the template asks; told at the template's line. */
export class HelperError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
