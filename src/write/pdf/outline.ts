import type { PdfFile } from './file.ts';
import { formatRef, formatText } from './objects.ts';

/** An outline of one level, written as it grows (ISO 32000-1, 12.3.3). */
export interface Outline {
  /** Adds an entry that leads to a page. */
  add(title: string, page: number): void;
  /** Writes what is left and returns the outline's object. */
  end(): number;
}

/** Begins an empty outline. */
export function startOutline(file: PdfFile): Outline {
  const object = file.allocate();
  let count = 0;
  let first: number | undefined;
  let last: { readonly object: number; readonly entries: string } | undefined;
  const close = (next: number | undefined) => {
    if (last)
      file.write(last.object, `<<${last.entries}${next === undefined ? '' : `/Next ${formatRef(next)}`}>>`);
  };
  return {
    add(title, page) {
      const entry = file.allocate();
      close(entry);
      const previous = last ? `/Prev ${formatRef(last.object)}` : '';
      const entries = `/Title${formatText(title)}/Parent ${formatRef(object)}/Dest[${formatRef(page)}/Fit]${previous}`;
      last = { object: entry, entries };
      first ??= entry;
      count += 1;
    },
    end() {
      close(undefined);
      const ends =
        first !== undefined && last ? `/First ${formatRef(first)}/Last ${formatRef(last.object)}` : '';
      file.write(object, `<</Type/Outlines/Count ${count}${ends}>>`);
      return object;
    },
  };
}
