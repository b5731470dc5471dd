import type { Item, ItemValue } from './items.ts';

type FactValue = Extract<ItemValue, { kind: 'fact' }>;
type FactItem = Item & { readonly value: FactValue };

/** A number that the newer text gives otherwise. */
export interface ClaimChange {
  readonly item: Item;
  readonly quantity: string;
  /** Who says so, as it stands in the text. */
  readonly voice?: string | undefined;
  /** `3`, `more-than 30`. */
  readonly was: string;
  readonly now: string;
}

/** What two versions of a text differ in. */
export interface TextChanges {
  /** Things that only the newer one has. */
  readonly added: readonly Item[];
  readonly claims: readonly ClaimChange[];
  /** Sentences that the newer one says in other words. */
  readonly reworded: readonly { readonly was: Item; readonly now: Item }[];
  /** Things that only the older one has. */
  readonly gone: readonly Item[];
}

/** Words that two sentences must share, as a part of all of theirs, to be versions of one. */
const SAME = 0.5;

/** Compares what was read in two versions of a text; numbers are told from the words around them. */
export function compareItems(before: readonly Item[], after: readonly Item[]): TextChanges {
  // Who issues it and when is what the newer version says of itself.
  const isOfBody = ({ value: { kind } }: Item) => kind !== 'issuer' && kind !== 'issued' && kind !== 'title';
  const [older, newer] = [before.filter(isOfBody), after.filter(isOfBody)];
  const [oldTitle, newTitle] = [before, after].map((items) =>
    items.find(({ value }) => value.kind === 'title'),
  );
  const titles =
    oldTitle && newTitle && keyOf(oldTitle) !== keyOf(newTitle) ? [{ was: oldTitle, now: newTitle }] : [];
  const without = (all: readonly Item[], others: readonly Item[]) => {
    const keys = new Set(others.map(keyOf));
    return all.filter((item) => !keys.has(keyOf(item)));
  };
  const pairs = pairFacts(older.filter(isFact), newer.filter(isFact));
  const paired = new Set(pairs.flatMap(({ was, now }): Item[] => [was, now]));
  const rest = (items: readonly Item[]) => items.filter((item) => !paired.has(item));
  const claims = pairs.flatMap(({ was, now }) => compareClaims(was, now));
  return {
    added: without(rest(newer), rest(older)),
    claims,
    reworded: [
      ...titles,
      ...pairs.filter(
        ({ was, now }) =>
          fold(was.value.text) !== fold(now.value.text) && !claims.some(({ item }) => item === now),
      ),
    ],
    gone: without(rest(older), rest(newer)),
  };
}

function isFact(item: Item): item is FactItem {
  return item.value.kind === 'fact';
}

/** Each sentence with its other version: the same words first, then the nearest. */
function pairFacts(older: readonly FactItem[], newer: readonly FactItem[]) {
  const left = new Set(older);
  const pairs: { was: FactItem; now: FactItem }[] = [];
  const pair = (now: FactItem, was: FactItem | undefined) => {
    if (!was) return;
    left.delete(was);
    pairs.push({ was, now });
  };
  for (const now of newer)
    pair(
      now,
      [...left].find((was) => fold(was.value.text) === fold(now.value.text)),
    );
  for (const now of newer) {
    if (pairs.some((one) => one.now === now)) continue;
    const near = [...left]
      .map((was) => ({ was, share: sharedWords(was.value.text, now.value.text) }))
      .filter(({ share }) => share >= SAME);
    pair(now, near.sort((a, b) => b.share - a.share)[0]?.was);
  }
  return pairs;
}

function compareClaims(was: FactItem, now: FactItem): ClaimChange[] {
  return now.value.placed.figures.flatMap(({ quantity, found }) => {
    const before = was.value.placed.figures.find((figure) => figure.quantity === quantity);
    return found.claims.flatMap((claim) => {
      const old = before?.found.claims.find(({ voice }) => voice === claim.voice);
      const [a, b] = [old && statementOf(old), statementOf(claim)];
      return a === undefined || a === b ? [] : [{ item: now, quantity, voice: claim.voice, was: a, now: b }];
    });
  });
}

function statementOf({ value, qualifier }: { value: string; qualifier?: string | undefined }): string {
  return qualifier ? `${qualifier} ${value}` : value;
}

function keyOf({ value }: Item): string {
  switch (value.kind) {
    case 'event':
      return fold(`event ${value.date} ${value.time} ${value.text}`);
    case 'action':
      return fold(`action ${value.action} ${value.text}`);
    case 'to': {
      const { address, ways } = value.addressee;
      return fold(`to ${value.text} ${address.join(' ')} ${ways.map((way) => way.value).join(' ')}`);
    }
    default:
      return fold(`${value.kind} ${value.text}`);
  }
}

/** A text as it compares: whatever its line breaks, quotation marks and capitals. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»"'’‘]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function sharedWords(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(piecesOf(text)));
  const both = [...a!].filter((word) => b!.has(word)).length;
  return both / Math.max(a!.size + b!.size - both, 1);
}

/** Words, or pairs of signs where words stand together. */
function piecesOf(text: string): string[] {
  const folded = fold(text);
  if (!/\p{sc=Han}/u.test(folded)) return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const signs = [...folded.replace(/[^\p{L}\p{N}]/gu, '')];
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
}
