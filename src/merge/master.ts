import type { Block, MergedDocument } from '../model/block.ts';
import type { Sender } from '../model/sender.ts';
import { type MergeJob, senderContext } from './context.ts';
import { HelperError, type Helpers } from './helper-forms.ts';
import { documentHelpers } from './helpers.ts';
import type { Literal } from './markdown.ts';
import type { Merging } from './tell.ts';
import { literalOf, type TemplateOutput } from './template-run.ts';

/** A letter that was merged, and what in it has to be said anew for another sender. */
export interface MergedMaster {
  readonly asked: MergeJob;
  readonly output: TemplateOutput;
  /** Places of the literals that its sender's data went into. */
  readonly varying: readonly number[];
  readonly voice: Voice;
  readonly document: MergedDocument;
  readonly blocksOf: (literals: readonly Literal[]) => Block[];
}

/** A letter that was merged, before it is known what in it varies. */
interface MergedFirst extends Omit<MergedMaster, 'varying' | 'voice'> {
  /** The job as helpers take it. */
  readonly job: MergeJob;
  /** What its sender gave to be named. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** The helpers of a master, and what they take and note: made once, and given one sender after the other. */
interface Voice {
  readonly merging: Merging & { readonly job: { sender?: Sender | undefined } };
  readonly helpers: Helpers;
  /** Values of the first sender's context, where any is printed by itself. */
  readonly own: readonly unknown[];
}

/** Fields of a sender that decide how a letter is worded; all others are only put into it. */
const DECIDING: readonly string[] = ['country', 'gender', 'writes'] satisfies (keyof Sender)[];

/** What senders have in common whose letters differ in nothing but what is put in: which fields they have, and those that decide. */
function formOf(sender: Sender): string {
  const fields = Object.entries(sender).filter(([, value]) => value !== undefined);
  return JSON.stringify(fields.map(([key, value]) => (DECIDING.includes(key) ? [key, value] : key)));
}

/** Under what a master is found; only letters of one of many senders have one. */
export function masterKey({
  material,
  kind,
  language,
  target,
  sender,
  ...job
}: MergeJob): string | undefined {
  if (material !== 'letter' || !sender || job.signatories || job.explain || job.notes) return undefined;
  return [kind, language, target?.id, job.followUp, formOf(sender)].join(' ');
}

/** Notes for which of a document's helpers data of its sender was read that doesn't decide how it is worded. */
interface SenderWatch {
  readonly sender: Sender | undefined;
  /** The same helpers, watched. */
  readonly watched: (helpers: Helpers) => Helpers;
  /** Values of the calls that read it. */
  readonly calls: ReadonlySet<readonly unknown[]>;
  /** True where something else read it. */
  readonly strays: () => boolean;
}

/** Watches what is read of a sender. */
export function watchSender(sender: Sender | undefined): SenderWatch {
  const calls = new Set<readonly unknown[]>();
  let call: readonly unknown[] | undefined;
  let strays = false;
  const note = (field: unknown) => {
    if (DECIDING.includes(String(field))) return;
    if (call) calls.add(call);
    else strays = true;
  };
  const noted =
    sender &&
    new Proxy(sender, {
      get: (own, field) => {
        note(field);
        return Reflect.get(own, field);
      },
      ownKeys: (own) => {
        note('all of them');
        return Reflect.ownKeys(own);
      },
    });
  const watched = (helpers: Helpers) =>
    Object.fromEntries(
      Object.entries(helpers).map(([name, helper]) => [
        name,
        (...given: Parameters<typeof helper>) => {
          call = given[0];
          try {
            return helper(...given);
          } finally {
            call = undefined;
          }
        },
      ]),
    ) as Helpers;
  return { sender: noted, watched, calls, strays: () => strays };
}

/**
 * The master that a merged letter leaves behind; none where its sender's data went anywhere but into what is printed, or
 * where saying that again leads to anything else.
 */
export function makeMaster(
  { job, context, ...made }: MergedFirst,
  { calls, strays }: SenderWatch,
): MergedMaster | undefined {
  if (strays()) return undefined;
  const own = valuesOf(context);
  const { literals, printed } = made.output;
  const names = printed.map(({ args, options }) =>
    [...args, ...Object.values(options)].some((value) => own.includes(value)),
  );
  const varying = printed.flatMap(({ args }, i) => (calls.has(args) || names[i] ? [i] : []));
  const merging = {
    job: { ...job },
    reads: new Map(),
    sources: new Set<string>(),
    days: [],
    edition: [],
  };
  const voice = { merging, helpers: documentHelpers(merging), own: names.includes(true) ? own : [] };
  const master = { ...made, varying, voice };
  const again = sayAgain(master, made.asked);
  return again && JSON.stringify(again) === JSON.stringify(literals) ? master : undefined;
}

/** The letter of a master for another sender of the same form. */
export function mergeFromMaster(master: MergedMaster, asked: MergeJob): MergedDocument | undefined {
  const literals = sayAgain(master, asked);
  return literals && { ...master.document, blocks: master.blocksOf(literals) };
}

/** What a letter prints, with all that its sender's data goes into said for this one; nothing where that reads anything else. */
function sayAgain({ voice, output, varying }: MergedMaster, { sender }: MergeJob): Literal[] | undefined {
  const { merging, helpers, own } = voice;
  speakFor(sender, merging);
  const theirs = own.length > 0 ? valuesOf(senderContext(merging.job)) : [];
  const others = new Map(own.map((value, i) => [value, theirs[i]]));
  const swap = (value: unknown) => others.get(value) ?? value;
  const literals = [...output.literals];
  try {
    for (const i of varying) {
      const { helper, args, options } = output.printed[i]!;
      const given = Object.entries(options).map(([key, value]) => [key, swap(value)]);
      literals[i] = literalOf({ helper, args: args.map(swap), options: Object.fromEntries(given) }, helpers);
    }
  } catch (error) {
    if (error instanceof HelperError) return undefined;
    throw error;
  }
  return merging.reads.size + merging.sources.size + merging.days.length === 0 ? literals : undefined;
}

/** Lets a voice speak for a sender; what was noted for another is forgotten. */
function speakFor(sender: Sender | undefined, { job, reads, sources, days }: Voice['merging']): void {
  job.sender = sender;
  reads.clear();
  sources.clear();
  days.length = 0;
}

/** Values of the context that a sender gives. */
function valuesOf({ sender, ownWords }: Readonly<Record<string, unknown>>): unknown[] {
  return [...Object.values(sender as object), ownWords].filter((value) => typeof value === 'object');
}
