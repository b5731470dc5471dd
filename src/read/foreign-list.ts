import { detectDelimiter, readCsvHeader, readCsvRows } from './csv-rows.ts';
import { decodeFile, detectEncoding, type Encoding } from './encoding.ts';
import type { ForeignList, ForeignRow } from './foreign.ts';
import { problem, readSource } from './source.ts';
import { parseStructured } from './structured.ts';
import { readVcards, VCARD_COLUMNS } from './vcard.ts';

/** What a person says about a file, where it goes before what can be seen. */
export interface ForeignOptions {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** Bytes that tell the form of a file and its delimiter. */
const SAMPLE_SIZE = 64 * 1024;

/** Finds out what a list of contacts is: its form, encoding, delimiter and columns. Throws ProblemError. */
export async function openForeignList(file: string, options: ForeignOptions): Promise<ForeignList> {
  const encoding: Encoding = options.encoding
    ? { name: options.encoding.toLowerCase(), how: 'named' }
    : await detectEncoding(file);
  const sample = await sampleOf(file, encoding);
  const start = sample.trimStart();
  if (start === '') throw problem('csv-empty', file, 'The file is empty: expected contacts.');
  const text = () => decodeFile(file, encoding);
  if (/^BEGIN:VCARD/i.test(start)) {
    return { file, form: 'vcard', encoding, columns: VCARD_COLUMNS, rows: () => readVcards(text()) };
  }
  if (/^[[{]/.test(start)) return openJson(file, encoding);
  const delimiter = options.delimiter ?? detectDelimiter(sample);
  const header = await readCsvHeader(text(), file, delimiter);
  const columns = header.columns.filter((name) => name !== '');
  const rows = () => readCsvRows(text(), file, delimiter, header);
  return { file, form: 'csv', encoding, delimiter, columns, rows };
}

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
  if (!Array.isArray(inside)) throw problem('wrong-type', file, 'Expected a list of contacts.');
  const rows: ForeignRow[] = inside.map((item: unknown, i) => ({
    line: located.locate([...base, i]).line ?? 1,
    cells: new Map(isObject(item) ? Object.entries(item).flatMap(([key, value]) => flatten(key, value)) : []),
    broken: isObject(item) ? undefined : 'is no object with keys and values',
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
  const text = value === undefined ? '' : String(value).trim();
  return text === '' ? [] : [[key, text]];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
