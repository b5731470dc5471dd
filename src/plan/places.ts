import { valueAt } from '../model/value-at.ts';
import type { Position } from '../problems.ts';
import type { AppealFiles, Part } from '../read/appeal.ts';
import type { LocatedFile, Path } from '../read/source.ts';

/** What fields say where they are left out. */
const INSTEAD: Readonly<Record<string, string>> = { headline: 'title', subject: 'title' };

/** Where a thing that a document read stands in the data, by its name in `Read`; undefined where it has no place there. */
export function placeOf(
  name: string,
  files: AppealFiles,
  wordFiles: readonly LocatedFile[],
): Position | undefined {
  const [kind = '', ...rest] = name.split('/');
  const id = rest.join('/');
  switch (kind) {
    case 'fact':
      return itemOf(files, 'facts', id)?.at;
    case 'figure':
      return claimOf(files, id);
    case 'contact':
      return itemOf(files, 'contacts', id)?.at;
    case 'event':
      return itemOf(files, 'events', id)?.at;
    case 'demand':
      return headItem(files, 'demands', 'id', id);
    case 'action':
      return headItem(files, 'actions', 'kind', id);
    case 'person':
      return headItem(files, 'people', 'id', id);
    case 'source':
      return headItem(files, 'sources', 'id', id);
    case 'voice':
      return headItem(files, 'voices', 'id', id);
    case 'picture':
      return headItem(files, 'images', 'id', id);
    case 'as-of':
      return keyIn(files.head, 'asOf');
    case 'appeal':
      return id === 'lead' ? leadIn(files) : (keyIn(files.head, id) ?? keyIn(files.head, INSTEAD[id] ?? id));
    case 'words':
      return placeOfWords(wordFiles.find(({ data }) => valueAt(data, ['language']) === id));
    default:
      return undefined;
  }
}

/** What stands under the headline: the title where that isn't the headline itself. */
function leadIn({ head }: AppealFiles): Position | undefined {
  return keyIn(head, 'headline') ? keyIn(head, 'title') : keyIn(head, 'summary');
}

function placeOfWords(words: LocatedFile | undefined): Position | undefined {
  return words && { file: words.file };
}

function keyIn(file: LocatedFile, key: string): Position | undefined {
  return valueAt(file.data, [key]) === undefined ? undefined : file.locateKey([key]);
}

/** An item of a part of the appeal, which has a file of its own or stands in the head. */
function itemOf(files: AppealFiles, part: Part, id: string) {
  const own = files[part];
  const [file, base]: [LocatedFile, Path] = own ? [own, []] : [files.head, [part]];
  const items = valueAt(file.data, base);
  const index = Array.isArray(items) ? items.findIndex((item) => valueAt(item, ['id']) === id) : -1;
  if (index < 0) return undefined;
  const path = [...base, index];
  return { file, path, value: valueAt(file.data, path), at: file.locate([...path, 'id']) };
}

/** The newest claim of `killed/official`, `killed`, or `shots.wounded/police`. */
function claimOf(files: AppealFiles, label: string): Position | undefined {
  const [of = '', voice] = label.split('/');
  const [id = '', quantity = id] = of.split('.');
  const fact = itemOf(files, 'facts', id);
  const figures = valueAt(fact?.value, ['figures']);
  if (!fact || !Array.isArray(figures)) return undefined;
  const figure = figures.findIndex((f) => (valueAt(f, ['quantity']) ?? id) === quantity);
  const claims = valueAt(figures[figure], ['claims']);
  if (!Array.isArray(claims)) return undefined;
  const claim = claims.findLastIndex((c) => valueAt(c, ['voice']) === voice);
  return fact.file.locate([...fact.path, 'figures', figure, 'claims', claim, 'value']);
}

function headItem({ head }: AppealFiles, list: string, key: string, wanted: string): Position | undefined {
  const items = valueAt(head.data, [list]);
  const index = Array.isArray(items) ? items.findIndex((item) => valueAt(item, [key]) === wanted) : -1;
  return index < 0 ? undefined : head.locate([list, index]);
}
