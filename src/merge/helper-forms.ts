import { CLOSINGS } from '../model/addressee.ts';
import { FACT_ROLES } from '../model/appeal.ts';
import { LABELS } from '../model/labels.ts';
import type { Problem } from '../problems.ts';
import { finding, type ValuesOf, type WordingId } from '../wordings.ts';
import type { Literal } from './markdown.ts';

/** How a helper is called: `{{name first option=value}}`. */
export interface HelperForm {
  /** What the values after the name are. */
  readonly takes: readonly string[];
  /** How many of them must be given. */
  readonly needs: number;
  readonly options: readonly string[];
  /** What it prints, for people. */
  readonly prints: string;
  /** All that the first value may be, where that is known. */
  readonly choices?: readonly string[];
}

/** Every helper that prints something. */
export const HELPERS = {
  facts: {
    takes: ['role'],
    needs: 1,
    options: ['short', 'limit', 'from', 'list'],
    prints: 'what happened: all facts of a role that concern the target, as sentences or a list',
    choices: FACT_ROLES,
  },
  fact: {
    takes: ['id'],
    needs: 1,
    options: ['short'],
    prints: 'one fact as a sentence, its figures with everybody who gives one',
  },
  figure: {
    takes: ['quantity'],
    needs: 1,
    options: ['voice', 'range'],
    prints: 'a number with everybody who gives one; one voice alone; or from the least to the most',
  },
  figures: {
    takes: ['quantity'],
    needs: 0,
    options: [],
    prints: 'a number set large; without a name the first that several voices give',
  },
  demands: {
    takes: [],
    needs: 0,
    options: ['limit', 'from', 'named'],
    prints: 'the demands that are put to the target, as a list; without a target all, by addressees',
  },
  people: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'a sentence that names the people whose names may be published; nothing without any',
  },
  actions: { takes: [], needs: 0, options: ['kind'], prints: 'what readers can do, as a list' },
  date: {
    takes: ['date'],
    needs: 0,
    options: ['weekday'],
    prints: 'a date in words; without one the day of the document',
  },
  number: { takes: ['number'], needs: 1, options: [], prints: 'a number as the language writes it' },
  list: { takes: ['values'], needs: 1, options: [], prints: 'several values in a row: a, b and c' },
  sources: {
    takes: [],
    needs: 0,
    options: ['short'],
    prints: 'where it can be read: the sources of all that was told',
  },
  salutation: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'how the target is addressed, by office and gender',
  },
  closing: {
    takes: ['kind'],
    needs: 0,
    options: [],
    prints: 'the last words of a letter',
    choices: CLOSINGS,
  },
  address: { takes: [], needs: 0, options: [], prints: 'the address of the target, line by line' },
  attention: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'for the attention of whom, where a person is named',
  },
  dateline: { takes: [], needs: 0, options: [], prints: 'place and date of a letter' },
  copies: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'who gets a copy of the letter, without those who get it in private',
  },
  deadline: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'until when to act, and what holds after that; nothing where the appeal names no day',
  },
  state: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'that the appeal was won, closed or withdrawn, and when; nothing while it calls to act',
  },
  followUp: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'that an earlier letter had no answer, and of which day it was; nothing in other letters',
  },
  sourceLine: { takes: [], needs: 0, options: ['short'], prints: 'sources and day of knowledge on one line' },
  asOf: { takes: [], needs: 0, options: [], prints: 'the day of which all this is known' },
  edition: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'the code of this edition, by which paper is recalled',
  },
  label: {
    takes: ['name'],
    needs: 1,
    options: [],
    prints: 'a heading in the language of the document',
    choices: LABELS,
  },
  labelled: {
    takes: ['name', 'value', 'value', 'value'],
    needs: 1,
    options: [],
    prints: 'a heading and what it names, set apart as the language does; nothing without a value',
    choices: LABELS,
  },
  parts: {
    takes: ['value', 'value', 'value'],
    needs: 1,
    options: [],
    prints: 'several values on one line, with the comma of the language',
  },
  line: {
    takes: ['label', 'label', 'label'],
    needs: 1,
    options: [],
    prints: 'rules to write on, each with its label',
    choices: LABELS,
  },
  addressees: {
    takes: [],
    needs: 0,
    options: ['unlessNamed'],
    prints: 'those whom the appeal addresses in one line, where they are six at most',
  },
  recipients: { takes: [], needs: 0, options: [], prints: 'those whom the appeal addresses, as a list' },
  signatureTable: { takes: [], needs: 0, options: [], prints: 'a table for signatures, as long as the page' },
  picture: {
    takes: ['role'],
    needs: 0,
    options: [],
    prints: 'the picture of the appeal, or the logo of its issuer',
    choices: ['picture', 'logo'],
  },
  imprint: {
    takes: [],
    needs: 0,
    options: [],
    prints: 'who answers for a leaflet, as the law wants it said',
  },
  code: { takes: [], needs: 0, options: [], prints: 'the web address of the appeal as a QR code' },
  senderAddress: { takes: [], needs: 0, options: [], prints: 'the address of the sender' },
  signature: { takes: [], needs: 0, options: [], prints: 'name of the sender, or a rule to sign on' },
  bySender: {
    takes: ['several', 'one', 'woman', 'man'],
    needs: 2,
    options: [],
    prints: 'the first wording where several write, the second where one person does; a woman’s, a man’s',
  },
  byAddressee: {
    takes: ['wording', 'woman', 'man'],
    needs: 2,
    options: [],
    prints: 'the second wording to a woman, the third to a man; the first where that isn’t known',
  },
  inCity: {
    takes: ['city'],
    needs: 1,
    options: [],
    prints: 'in a city: “in Almaty”, and “in the city of” where the language can’t know the case',
  },
  inLanguage: { takes: ['tag'], needs: 1, options: [], prints: 'in a language: “in Kazakh”' },
  ofName: {
    takes: ['name', 'kind'],
    needs: 1,
    options: [],
    prints: 'of an organisation, company or union: “of the union X”',
  },
  signatories: { takes: [], needs: 0, options: [], prints: 'those who sign together, in columns' },
} as const satisfies Record<string, HelperForm>;

export type HelperName = keyof typeof HELPERS;
/** Names of all helpers. */
export const HELPER_NAMES = Object.keys(HELPERS) as HelperName[];

/** How a helper is called, for people: `{{figure <quantity> voice=… range=…}}`. */
export function usageOf(name: HelperName): string {
  const { takes, options }: HelperForm = HELPERS[name];
  return `{{${[name, ...takes.map((t) => `<${t}>`), ...options.map((o) => `${o}=…`)].join(' ')}}}`;
}

/** True for the name of a helper. */
export function isHelper(name: string): name is HelperName {
  return Object.hasOwn(HELPERS, name);
}

/** A helper that can't do what the template asks; told at the template's line. */
export class HelperError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The error of a helper, by what it says. */
export function helperError<W extends WordingId>(wording: W, values: ValuesOf<W>): HelperError {
  return new HelperError(finding('error', wording, values));
}

/** Options of a helper call as Handlebars hands them over. */
export type Options = Readonly<Record<string, unknown>>;

/** What a helper makes of its values and options. */
type Helper = (args: readonly unknown[], options: Options) => Literal | string | undefined;
/** The helpers of a document, by name. */
export type Helpers = Readonly<Record<HelperName, Helper>>;
