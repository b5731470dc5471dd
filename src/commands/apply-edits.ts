import type { Campaign } from '../model/campaign.ts';
import { valueAt } from '../model/value-at.ts';
import { parseStructured } from '../read/structured.ts';
import { splitList, splitPhrases } from '../wizard/compose.ts';
import { type Editable, type EditedFiles, fileOf } from '../wizard/editable.ts';
import { removeRow, setCells } from '../write/edit-csv.ts';
import { type Item, removeItem, setKeys } from '../write/edit-structured.ts';
import { Additions } from './append.ts';
import { isCsv } from './keep-correction.ts';
import { mapSources } from './merge-answers.ts';

/** What stands in the files of an appeal instead: values by what they are called. */
export type Edits = ReadonlyMap<string, string>;

/** The texts of the files, by path, with some values changed, and nothing else in them. */
export function applyEdits(
  edits: Edits,
  all: readonly Editable[],
  campaign: Campaign,
  files: EditedFiles,
): ReadonlyMap<string, string> {
  const additions = new Additions(files);
  const changes = all.flatMap((one) => {
    const value = edits.get(one.key);
    return value === undefined || value === one.value ? [] : [{ one, value }];
  });
  const sources = mapSources(
    {
      sources: changes.flatMap(({ one, value }) =>
        one.holds === 'sources' ? splitPhrases(value).map((title) => ({ id: title, title })) : [],
      ),
    },
    campaign,
    additions,
  );
  // From the end to the beginning: what is taken out, and a cell of several lines, moves nothing that is still to change.
  for (const { one, value } of changes.toSorted((a, b) => placeOf(b.one, files) - placeOf(a.one, files))) {
    if (value === '' && one.removes) continue;
    put(one, itemsOf(one, value, sources), files, additions);
  }
  const gone = changes.filter(({ one, value }) => value === '' && one.removes);
  for (const { one } of gone.toReversed()) takeOut(one, files, additions);
  return additions.texts;
}

/** What a value is in the files: itself, or the things that its words name. */
function itemsOf(
  { holds }: Editable,
  value: string,
  sources: ReadonlyMap<string, string>,
): string | string[] {
  if (holds === undefined) return value;
  if (holds === 'list') return splitList(value);
  const phrases = splitPhrases(value);
  return holds === 'phrases' ? phrases : phrases.map((title) => sources.get(title)!);
}

function placeOf({ place }: Editable, files: EditedFiles): number {
  const { file, path } = fileOf(files, place);
  return file?.locate(path).line ?? 0;
}

function put(one: Editable, value: string | string[], files: EditedFiles, additions: Additions): void {
  const { file, path } = fileOf(files, one.place);
  if (!file) return;
  additions.change(file, (text) => {
    if (isCsv(file)) {
      const cell = typeof value === 'string' ? value : value.join(';');
      if (path[1] === 'figures')
        return setCells(text, file.locate(path.slice(0, 5)).line ?? 1, { [columnOf(path.at(-1))]: cell });
      return setCells(text, rowOf(file, path), { [path.slice(1).join('.')]: cell });
    }
    const isOne = path.at(-1) === 'source';
    return setAt(text, file.file, path, Array.isArray(value) && isOne ? (value[0] ?? '') : value);
  });
}

/** The column of what a voice says; its day and source have other names there than those of the fact. */
function columnOf(field: string | number | undefined): string {
  return field === 'asOf' ? 'saidOn' : String(field);
}

/** Sets a value of JSON or YAML, in maps that are made where they are missing; empty ones go. */
function setAt(text: string, file: string, path: Editable['place']['path'], value: Item): string {
  const { data } = parseStructured({ file, text, sha256: '' });
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
  const mapAt = (end: number) => valueAt(data, path.slice(0, end));
  let end = path.length - 1;
  if (isEmpty) {
    const isAlone = () => Object.keys((mapAt(end) as object | undefined) ?? {}).length === 1;
    while (end > 0 && typeof path[end] === 'string' && typeof path[end - 1] === 'string' && isAlone())
      end -= 1;
    return mapAt(end) === undefined ? text : setKeys(text, path.slice(0, end), { [path[end]!]: undefined });
  }
  while (end > 0 && typeof mapAt(end) !== 'object') end -= 1;
  const made = path.slice(end + 1).reduceRight<Item>((inner, key) => ({ [key]: inner }), value);
  return setKeys(text, path.slice(0, end), { [path[end]!]: made });
}

function takeOut({ removes }: Editable, files: EditedFiles, additions: Additions): void {
  const { file, path } = fileOf(files, removes!);
  if (!file) return;
  additions.change(file, (text) =>
    isCsv(file)
      ? removeRow(text, rowOf(file, path))
      : removeItem(text, path.slice(0, -1), Number(path.at(-1))),
  );
}

/** The line of a table in which a thing begins. */
function rowOf(
  file: NonNullable<ReturnType<typeof fileOf>['file']>,
  [index = 0]: Editable['place']['path'],
): number {
  return file.locate([index, 'id']).line ?? 1;
}
