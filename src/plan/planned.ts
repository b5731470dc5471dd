import type { FontBook } from '../layout/fonts.ts';
import type { TemplateSet } from '../merge/template.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Letterhead } from '../model/letterhead.ts';
import type { MailHead } from '../model/mail.ts';
import type { Memory } from '../model/memory.ts';
import type { OfficeForm, OfficeParts, OfficeTemplate } from '../model/office-form.ts';
import type { Listing } from '../model/packed.ts';
import type { PagedDocument } from '../model/page.ts';
import type { Pictures } from '../model/picture.ts';
import type { Sender, Signatory } from '../model/sender.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { LocatedFile } from '../read/source.ts';
import type { furtherFontsOf } from './glyphs.ts';
import type { Job, Selection } from './jobs.ts';
import type { Format, Settings } from './settings.ts';
import type { Members } from './wording.ts';

/** What documents are made from: read, checked, and plain data, so that it can be handed to other threads. */
export interface PlanData {
  readonly campaign: Campaign;
  readonly templateFiles: readonly TemplateFile[];
  readonly words: ReadonlyMap<string, Words>;
  readonly sender?: Sender | undefined;
  /** Those who sign each letter together. */
  readonly signatories?: readonly Signatory[] | undefined;
  /** Version of handbill. */
  readonly version: string;
  /** Pictures of the appeal by id, with one hash of all. */
  readonly pictures: Pictures;
  readonly picturesHash: string;
  /** What letters are printed on. */
  readonly letterhead?: Letterhead | undefined;
  /** The document of a word processor that letters as one are laid over. */
  readonly template?: OfficeTemplate | undefined;
  readonly settings: Settings;
  /** Letters that were sent already, each by `sendingKey`: they are left out. */
  readonly sent?: ReadonlySet<string> | undefined;
}

/** Everything that a run starts from. */
export interface PlanInput extends PlanData {
  /** The appeal's own files, to find places in. */
  readonly files: AppealFiles;
  readonly wordFiles: readonly LocatedFile[];
  readonly fonts: FontBook;
  readonly selection: Selection;
  /** Many senders, where each has letters of their own. */
  readonly members?: Members | undefined;
}

/** A file that will be written, laid out already; only its bytes are still to be made. */
export interface PlannedFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly job: Job;
  readonly format: Format;
  readonly document: MergedDocument;
  /** The same in the second language of a document in two. */
  readonly second?: MergedDocument | undefined;
  /** The pages of a PDF, or of the one that goes with a mail. */
  readonly paged?: PagedDocument | undefined;
  /** True for a text whose paragraphs stand on one line each, as a form takes them. */
  readonly isUnwrapped?: boolean | undefined;
  /** Of a document for a word processor only: where its parts stand. */
  readonly office?: OfficeForm | undefined;
  readonly officeParts?: OfficeParts | undefined;
  /** Of an e-mail draft only. */
  readonly mail?: MailHead | undefined;
  /** Hashes of everything that went into it, by name. */
  readonly inputs: Inputs;
}

/** The documents of one run; each is merged and laid out only when its turn comes, so that any number of them fits. */
export interface Plan<J = Job> {
  /** Id of the appeal. */
  readonly appeal: string;
  readonly jobs: Listing<J>;
  /** Problems that belong to no single document. */
  readonly problems: readonly Problem[];
}

/** The files of one document. Where a problem is an error, no file of the run may appear. */
export interface PlannedJob {
  readonly files: readonly PlannedFile[];
  readonly problems: readonly Problem[];
}

/** Merges and lays out one document; a letter `unlaid` has no pages, and its inputs name no further fonts. */
export type Planner = (job: Job, how?: 'unlaid') => PlannedJob;

/**
 * Hashes of everything that a file was made from, by name: `fact/killed`, `contact/kz-de-berlin`, `fonts`, `options`.
 * Thousands of letters differ only in their own part; the other is one object for all of them.
 */
export interface Inputs {
  readonly shared: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string>>;
}

/** Hashes of everything that documents are made from, by the names that merging notes in `reads`. */
export interface InputSources {
  readonly hashes: ReadonlyMap<string, string>;
  /** What every document depends on. */
  readonly always: Readonly<Record<string, string>>;
  /** What a document reads, as a text that tells it from others. */
  readonly toldBy: (document: MergedDocument) => string;
  /** Shared parts that are known already, by what is read and what is asked for. */
  readonly known: Map<string, Map<string, Inputs['shared']>>;
  /** Hashes of contacts. */
  readonly ofContacts: WeakMap<object, string>;
}

/** A form of a document that was laid out. */
export interface LaidOut {
  readonly path: string;
  /** What it was set in, where settings and data leave that open. */
  readonly options: object;
  /** True for pages set on sheets. */
  readonly isImposed?: boolean | undefined;
  readonly problems: readonly Problem[];
  /** Fonts beyond the bundled ones that its pages are set in; undefined where it has no pages. */
  readonly further?: ReturnType<typeof furtherFontsOf> | undefined;
  readonly paged?: PagedDocument | undefined;
}

/** What documents came to when they were laid out, but for their pages; by the hash of all that they were made from. */
export type LayoutMemory = Memory<readonly LaidOut[]>;

/** A planned document without its words and pages: enough to tell whether its files lie there already. */
export interface PlannedOutline {
  readonly files: readonly Pick<PlannedFile, 'path' | 'inputs'>[];
  readonly problems: readonly Problem[];
}

/** What runs that follow each other in one process remember of their documents. */
export interface RunMemory {
  readonly layouts: LayoutMemory;
  readonly plans: Memory<PlannedOutline | undefined>;
  /** Compiled, by the hash of them all. */
  readonly templates: Memory<TemplateSet>;
}

/** The data, and what a thread makes ready once. */
export interface Context extends PlanData {
  readonly fonts: FontBook;
  readonly templates: TemplateSet;
  readonly sources: InputSources;
  readonly layouts?: LayoutMemory | undefined;
  /** True where letters are planned without being laid out. */
  readonly isUnlaid?: boolean | undefined;
}
