import { hash } from 'node:crypto';
import type { MergedDocument, Read } from '../model/block.ts';
import { memoise } from '../model/memory.ts';
import type { Sender } from '../model/sender.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Words } from '../model/words.ts';
import type { Job, LetterJob } from './jobs.ts';
import type { InputSources, Inputs, PlanInput } from './planned.ts';

/** Hashes the parts of a campaign once, for all its documents. */
export function hashSources(from: {
  readonly templateFiles: readonly TemplateFile[];
  readonly words: ReadonlyMap<string, Words>;
  readonly sender?: Sender | undefined;
  readonly fonts: { readonly sha256: string };
  readonly version: string;
}): InputSources {
  const { templateFiles, words, sender, fonts, version } = from;
  const hashes = new Map<string, string>();
  for (const template of templateFiles) hashes.set(`template/${template.name}.md`, template.sha256);
  for (const [language, forms] of words) hashes.set(`words/${language}`, hashOfValue(forms));
  if (sender) hashes.set('sender', hashOfValue(sender));
  return {
    hashes,
    always: { fonts: fonts.sha256, handbill: hashOfValue(version) },
    known: new Map(),
    toldBy: memoise((document) => JSON.stringify(readsOf(document))),
    ofContacts: new WeakMap(),
  };
}

/**
 * The inputs of one document, in one language or two: what it read, whom it is for, the options that shape it, and further fonts. Figures stand
 * there as they are (`figure/killed/official`: `11`), so that what a correction replaced can be told; everything else
 * as a hash.
 */
export function inputsOf(
  job: Job,
  documents: readonly MergedDocument[],
  sources: InputSources,
  options: object,
  fonts: Readonly<Record<string, string>> = {},
): Inputs {
  const [first, ...translations] = documents;
  const shared = first ? sharedInputs(first, sources, options) : {};
  const own = job.material === 'letter' ? ownInputs(job, sources) : {};
  const further = Object.fromEntries(
    translations.map((document) => [
      `translation/${document.language}`,
      hashOfValue(inputsOfReads(readsOf(document), sources)),
    ]),
  );
  return { shared, own: { ...own, ...further, ...fonts } };
}

/** What letters from a master share is one object. */
function sharedInputs(document: MergedDocument, sources: InputSources, options: object): Inputs['shared'] {
  const { master, edition } = document;
  const asked = JSON.stringify(options);
  const before = master?.recall<Inputs['shared']>(asked);
  if (before) return before;
  const told = sources.toldBy(document);
  const known = sources.known.get(told) ?? new Map<string, Inputs['shared']>();
  sources.known.set(told, known);
  const shared = known.get(asked) ?? {
    ...sources.always,
    ...(edition === undefined ? {} : { edition }),
    options: hashOfValue(options),
    ...inputsOfReads(readsOf(document), sources),
  };
  known.set(asked, shared);
  return master?.keep(asked, shared) ?? shared;
}

function readsOf({ reads, language, material }: MergedDocument): readonly Read[] {
  const signed = material === 'letter' ? [{ name: 'sender' }] : [];
  const common = reads.filter(({ name }) => !name.startsWith('contact/'));
  return [...common, { name: `words/${language}` }, ...signed];
}

/** Whom a letter is for, and which of many senders it is from. */
function ownInputs({ target, sender }: LetterJob, { ofContacts }: InputSources): Inputs['own'] {
  const known = ofContacts.get(target) ?? hashOfValue(target);
  ofContacts.set(target, known);
  const own = { [`contact/${target.id}`]: known };
  return sender ? { ...own, [`sender/${sender.id}`]: hashOfValue(sender) } : own;
}

function inputsOfReads(reads: readonly Read[], { hashes }: InputSources): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const { name, text } of reads) {
    const isFigure = name.startsWith('figure/');
    const input = text === undefined ? hashes.get(name) : isFigure ? text : hashOfValue(text);
    if (input !== undefined) inputs[name] = input;
  }
  return inputs;
}

/** Hash of everything that a run starts from; two runs with the same hash write the same files. */
export function hashRun(input: PlanInput): string {
  const {
    files,
    templateFiles,
    wordFiles,
    sender,
    members,
    signatories,
    fonts,
    version,
    settings,
    picturesHash,
    letterhead,
    template,
  } = input;
  const { head, facts, contacts, events, corrections } = files;
  const parts = [head, facts, contacts, events, corrections].map((file) => file?.sha256);
  const beside = [...wordFiles, ...(files.kept ?? [])].map(({ sha256 }) => sha256);
  const texts = [...templateFiles.map((t) => [t.name, t.sha256]), ...beside];
  const { shard: _, ...selection } = input.selection;
  const signed = [sender, members?.sha256, signatories];
  return hashOfValue([
    version,
    fonts.sha256,
    fonts.places.ownHash,
    parts,
    texts,
    picturesHash,
    letterhead?.sha256,
    template?.sha256,
    signed,
    selection,
    settings,
  ]);
}

/** Half of the SHA-256 of a value as JSON: enough to tell a change. */
export function hashOfValue(value: unknown): string {
  // Not a slice of the whole: that would hold all of it in memory, for each of a hundred thousand letters.
  return hash('sha256', JSON.stringify(value), 'buffer').toString('hex', 0, 16);
}
