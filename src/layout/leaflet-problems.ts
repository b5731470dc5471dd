import type { BlockRole, MergedDocument } from '../model/block.ts';
import { MM } from '../model/page.ts';
import type { Problem, Told, Value } from '../problems.ts';
import { finding, phrase } from '../wordings.ts';
import { givesUpMuch } from './leaflet-fit.ts';
import type { LeafletPaper } from './styles/leaflet.ts';

/** A fold of fewer pages than it takes. */
export function tooManyPages(pages: number, most: number): Problem {
  return finding('error', 'sheet-too-small/zine', { most, pages });
}

/** A leaflet that is too long for its paper; `excess` in points. */
export function overfullPage(kind: string, excess: number, { id, minBody }: LeafletPaper): Problem {
  const values = { excess: (excess / MM).toFixed(1), id: id.toUpperCase(), minBody };
  return finding('error', kind === 'poster' ? 'overfull-page/poster' : 'overfull-page/leaflet', values);
}

/** A leaflet that goes on over the back; `excess` in points is what its front lacks. */
export function runsOn(excess: number, { id, minBody }: LeafletPaper, pages: number): Problem {
  const values = { excess: (excess / MM).toFixed(1), id: id.toUpperCase(), minBody, pages };
  return finding('warning', 'overfull-page/sides', values);
}

/** What is left out in words, one after the other. */
function leftOutWords([first, ...rest]: readonly BlockRole[]): Value {
  const words: Told | string = isNamed(first) ? phrase(LEFT_OUT[first], {}) : (first ?? '');
  return rest.length === 0 ? words : phrase('left-out-list', { first: words, rest: leftOutWords(rest) });
}

const LEFT_OUT = {
  more: 'left-out-more',
  picture: 'left-out-picture',
  background: 'left-out-background',
  code: 'left-out-code',
  people: 'left-out-people',
  figures: 'left-out-figures',
  actions: 'left-out-actions',
  demands: 'left-out-demands',
} as const satisfies Partial<Record<BlockRole, string>>;

function isNamed(role: BlockRole | undefined): role is keyof typeof LEFT_OUT {
  return role !== undefined && role in LEFT_OUT;
}

/** What was left out to make it fit: the same for every language, so that it is told once. */
export function leftOut(roles: readonly BlockRole[], doc: MergedDocument, { id }: LeafletPaper): Problem {
  return finding(givesUpMuch(doc, roles) ? 'warning' : 'notice', 'left-out/leaflet', {
    kind: doc.kind,
    id: id.toUpperCase(),
    roles: leftOutWords(roles),
  });
}
