import { shortened } from '../model/shortened.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { finding } from '../wordings.ts';
import { findInStrings } from './strings.ts';

/** A tag of HTML, such as comes along when text is copied from a web page, or an address that would run a script. */
const MARKUP = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|\b(?:java|vb)script:\S|\bdata:text\/html/i;

/** Tells texts of a data file that hold markup: it does nothing, and is printed as it stands. */
export function checkMarkup(file: LocatedFile): Problem[] {
  return findInStrings(file, (text) => {
    const found = MARKUP.exec(text);
    return found ? [tell(found[0])] : [];
  });
}

function tell(markup: string): Problem {
  return finding('warning', 'markup-in-text', { shown: JSON.stringify(shortened(markup, 40)) });
}
