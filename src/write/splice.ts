/** A piece of a text, and what comes in its place; of no length where something is put in. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** A text with pieces of it replaced, none of which lies in another; what is put in at one place keeps its order. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const out: string[] = [];
  let end = 0;
  for (const one of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out.push(text.slice(end, one.start), one.by);
    end = one.end;
  }
  out.push(text.slice(end));
  return out.join('');
}
