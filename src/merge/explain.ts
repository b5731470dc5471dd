import type { Inline, MergedDocument, Origin } from '../model/block.ts';
import type { HelperName, Helpers } from './helper-forms.ts';
import { inlineOf, isLiteral, type Literal, literalText } from './markdown.ts';
import { withReads } from './origin.ts';
import { noteRead } from './reads.ts';
import type { Merging } from './tell.ts';

/** A stretch of a document that comes from one place. */
export interface Passage extends Origin {
  /** Its own line breaks are kept. */
  readonly text: string;
}

/** Helpers that tell of the target or the sender, which are noted for a document as a whole. */
const TOLD_OF: Partial<Record<HelperName, 'target' | 'sender'>> = {
  address: 'target',
  attention: 'target',
  salutation: 'target',
  senderAddress: 'sender',
  signature: 'sender',
  dateline: 'sender',
};

/** The helpers of a document that is explained: each says what it read. */
export function explainHelpers(merging: Merging, make: (merging: Merging) => Helpers): Helpers {
  const names = Object.keys(make(merging)) as HelperName[];
  const explained = names.map((name): [HelperName, Helpers[HelperName]] => [
    name,
    (args, options) => {
      const apart: Merging = { ...merging, reads: new Map() };
      const value = make(apart)[name](args, options);
      for (const [read, text] of apart.reads) noteRead(merging.reads, read, text);
      const told = [...apart.reads.keys(), ...whoIn(name, merging)];
      const reads = told.length > 0 ? told : [`words/${merging.job.language}`];
      if (value === undefined) return undefined;
      const literal: Literal = isLiteral(value) ? value : { kind: 'inline', content: literalText(value) };
      // The place of the edition is filled only when all has been read.
      return inlineOf(literal).length === 0 ? literal : withReads(literal, reads);
    },
  ]);
  return Object.fromEntries(explained) as Helpers;
}

function whoIn(name: HelperName, { job: { target, sender } }: Merging): string[] {
  if (name === 'imprint') return ['appeal/imprint'];
  const who = TOLD_OF[name];
  if (who === 'target' && target) return [`contact/${target.id}`];
  return who === 'sender' && sender ? ['sender'] : [];
}

/** The stretches of a document that was merged to be explained, in the order in which they are read. */
export function passagesOf({ blocks }: MergedDocument): Passage[] {
  const passages: { text: string; origin: Origin }[] = [];
  for (const block of blocks) {
    let isFirst = true;
    for (const inline of inlineOf({ kind: 'blocks', blocks: [block] })) {
      const last = passages.at(-1);
      const origin = inline.kind === 'text' ? inline.origin : undefined;
      const text = textOf(inline);
      if (last && !isFirst && (!origin || isSame(origin, last.origin))) last.text += text;
      else passages.push({ text, origin: origin ?? {} });
      isFirst = false;
    }
  }
  return passages
    .map(({ text, origin }) => ({ text: text.replace(/^[\s.,;:،。]+|(?<!\s)\s+$/g, ''), ...origin }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function textOf(inline: Inline): string {
  return inline.kind === 'text' ? inline.text.replace(/\s+/g, ' ') : '\n';
}

function isSame(one: Origin, other: Origin): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
