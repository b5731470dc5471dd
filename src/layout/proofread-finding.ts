import type { InkBox } from './ink.ts';

/** Something on a page that a proof-reader would mark. */
export interface Finding {
  readonly kind:
    | 'collision'
    | 'struck'
    | 'edge'
    | 'small'
    | 'contrast'
    | 'heading'
    | 'twice'
    | 'break'
    | 'across'
    | 'empty';
  /** From 1. */
  readonly page: number;
  /** Its place, in points. */
  readonly at: { readonly x: number; readonly y: number };
  /** What is wrong, as a sentence without its place. */
  readonly cause: string;
}

/** A finding of one page. */
export type Found = Omit<Finding, 'page'>;

/** A finding at a place. */
export function at(place: Finding['at'], kind: Finding['kind'], cause: string): Found {
  return { kind, at: place, cause };
}

/** Where ink begins. */
export function placeOf({ left, top }: InkBox): Finding['at'] {
  return { x: left, y: top };
}

/** A text as a finding names it. */
export function shown({ text }: { readonly text: string }): string {
  return `“${clip(text)}”`;
}

/** A text, cut off where it is long. */
export function clip(text: string): string {
  const letters = [...text.trim()];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : letters.join('');
}
