import { withoutUnseen } from '../model/unseen.ts';
import { isObject } from '../model/value-at.ts';
import { phrase } from '../wordings.ts';
import { detectDelimiter, placeInRow, readCsvHeader, readCsvRows } from './csv-rows.ts';
import { decodeFile, detectEncoding, type Encoding } from './encoding.ts';
import type { ForeignList, ForeignRow } from './foreign.ts';
import { columnNames, findHead, HEAD_ROWS, holdColumns, type IsKnown, knownIn, rowOf } from './head.ts';
import { noSheet, type Sheet } from './sheet.ts';
import { problem, readSource, readStart } from './source.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { parseStructured } from './structured.ts';
import { readVcards } from './vcard.ts';
import { PERSON_CARD_COLUMNS, VCARD_COLUMNS } from './vcard-cells.ts';

/** What a person says about a file, where it goes before what can be seen. */
export interface ForeignOptions {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Name of the sheet of a spreadsheet. */
  readonly sheet?: string | undefined;
  /** True for names of columns that are understood: by them the head of a table is found, and the sheet that fits. */
  readonly isKnown: IsKnown;
  /** True for people who sign: of a card the address where they live goes first, and they are named as themselves. */
  readonly ofPeople?: boolean | undefined;
  /** True where the places of cells will be asked for. */
  readonly places?: boolean | undefined;
}

/** Bytes that tell the form of a file and its delimiter. */
const SAMPLE_SIZE = 64 * 1024;

/** Finds out what a list of contacts is: its form, encoding, delimiter and columns. Throws ProblemError. */
export async function openForeignList(file: string, options: ForeignOptions): Promise<ForeignList> {
  const form = await documentForm(file);
  if (form === 'zip') return openSpreadsheet(file, options);
  if (form !== undefined) throw problem(form, file);
  const encoding: Encoding = options.encoding
    ? { name: options.encoding.toLowerCase(), how: 'named' }
    : await detectEncoding(file);
  const sample = await sampleOf(file, encoding);
  const start = sample.trimStart();
  if (start === '') throw problem('csv-empty/contacts', file);
  const text = () => decodeFile(file, encoding);
  if (/^BEGIN:VCARD/i.test(start)) {
    const columns = options.ofPeople ? PERSON_CARD_COLUMNS : VCARD_COLUMNS;
    return { file, form: 'vcard', encoding, columns, rows: () => readVcards(text(), options.ofPeople) };
  }
  if (/^[[{]/.test(start)) return openJson(file, encoding);
  const delimiter = options.delimiter ?? detectDelimiter(sample);
  const header = await readCsvHeader(text(), file, delimiter, options.isKnown);
  const columns = header.columns.filter((name) => name !== '');
  const rows = () => readCsvRows(text(), file, delimiter, header, options.places);
  const placeOf = (row: ForeignRow, column?: string) =>
    placeInRow(row, delimiter, column === undefined ? 0 : header.columns.indexOf(column));
  return { file, form: 'csv', encoding, delimiter, columns, placeOf, rows };
}

/** The sheet that was named, else that with the most columns that are understood. */
async function openSpreadsheet(
  file: string,
  { sheet: named, isKnown }: ForeignOptions,
): Promise<ForeignList> {
  const sheets = await readSpreadsheet(file);
  const heads = sheets.map((sheet) => {
    const first = sheet.rows.slice(0, HEAD_ROWS).map(({ cells }) => cells);
    const at = findHead(first, isKnown);
    return { sheet, at, known: knownIn(first[at] ?? [], isKnown) };
  });
  const chosen =
    named === undefined
      ? heads.filter(({ sheet }) => sheet.rows.length > 0).reduce(moreKnown, undefined)
      : heads.find(({ sheet }) => sheet.name === named);
  if (!chosen) {
    if (named !== undefined) throw noSheet(named, sheets, file);
    throw problem('csv-empty/no-rows', file);
  }
  const { sheet, at } = chosen;
  const header = sheet.rows[at]?.cells ?? [];
  holdColumns(header, file);
  const columns = columnNames(header);
  return {
    file,
    form: 'spreadsheet',
    encoding: { name: 'utf-8', how: 'content' },
    sheet: sheet.name,
    columns: columns.filter((name) => name !== ''),
    placeOf: ({ line }, column) => ({
      line,
      column: column === undefined ? 1 : Math.max(0, columns.indexOf(column)) + 1,
    }),
    rows: async function* () {
      for (const { line, cells, broken } of sheet.rows.slice(at + 1)) {
        const row = rowOf(line, cells, columns);
        yield broken === undefined ? row : { ...row, broken };
      }
    },
  };
}

interface Head {
  readonly sheet: Sheet;
  readonly at: number;
  readonly known: number;
}

/** Hidden sheets give way; of two that fit as well, the first. */
function moreKnown(best: Head | undefined, next: Head): Head {
  if (!best || (best.sheet.hidden && !next.sheet.hidden)) return next;
  return next.known > best.known && next.sheet.hidden === best.sheet.hidden ? next : best;
}

/** What a file is that is no text, by its first bytes: a ZIP, or what is said of it. */
async function documentForm(file: string): Promise<'zip' | DocumentWording | undefined> {
  const start = (await readStart(file, 8)).toString('hex');
  if (start.startsWith('504b0304')) return 'zip';
  return DOCUMENTS.find(([mark]) => start.startsWith(mark))?.[1];
}

/** First bytes of documents that aren't read. */
const DOCUMENTS: readonly (readonly [mark: string, wording: DocumentWording])[] = [
  ['d0cf11e0', 'encoding/old-office'],
  ['25504446', 'encoding/pdf'],
  ['7b5c7274', 'encoding/rtf'],
];

type DocumentWording = 'encoding/old-office' | 'encoding/pdf' | 'encoding/rtf';

async function sampleOf(file: string, encoding: Encoding): Promise<string> {
  let sample = '';
  for await (const piece of decodeFile(file, encoding)) {
    sample += piece;
    if (sample.length >= SAMPLE_SIZE) break;
  }
  return sample.slice(0, SAMPLE_SIZE);
}

/** A list of objects, or an object that holds one as `contacts`. */
async function openJson(file: string, encoding: Encoding): Promise<ForeignList> {
  const located = parseStructured(await readSource(file));
  const inside = isObject(located.data) ? located.data.contacts : located.data;
  const base = isObject(located.data) ? ['contacts'] : [];
  if (!Array.isArray(inside)) throw problem('wrong-type/list', file);
  const rows: ForeignRow[] = inside.map((item: unknown, i) => ({
    line: located.locate([...base, i]).line ?? 1,
    cells: new Map(isObject(item) ? Object.entries(item).flatMap(([key, value]) => flatten(key, value)) : []),
    broken: isObject(item) ? undefined : phrase('row-no-object', {}),
  }));
  const columns = [...new Set(rows.flatMap((row) => [...row.cells.keys()]))];
  return {
    file,
    form: 'json',
    encoding,
    columns,
    rows: async function* () {
      yield* rows;
    },
  };
}

/** `{organisation: {en: "x"}}` as the column `organisation.en`; a list as its values with `;` between. */
function flatten(key: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return flatten(key, value.map(String).join(';'));
  if (isObject(value)) return Object.entries(value).flatMap(([k, v]) => flatten(`${key}.${k}`, v));
  const text = value === undefined ? '' : withoutUnseen(String(value)).trim();
  return text === '' ? [] : [[key, text]];
}
