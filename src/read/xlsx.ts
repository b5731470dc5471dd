import type { Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import { Rows, type Sheet } from './sheet.ts';
import { problem } from './source.ts';
import { dateText, formatOf, type NumberFormat } from './xlsx-formats.ts';
import { readXml } from './xml.ts';
import type { Packed } from './zip.ts';

/** What cells refer to: texts that several share, and the formats of numbers by style. */
interface Shared {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904, as old Macintoshes did. */
  readonly from1904: boolean;
}

/** Reads the sheets of a workbook (ECMA-376, part 1, clause 18): values as they stand, formulas by their last result. */
export async function readXlsx(file: string, packed: Packed): Promise<Sheet[]> {
  const read = async (name: string) => {
    const bytes = await packed.unpack(name);
    if (!bytes) throw problem('file-unreadable/missing', file, { name });
    return bytes;
  };
  const book = readBook(file, await read('xl/workbook.xml'), await read('xl/_rels/workbook.xml.rels'));
  const styles = await packed.unpack('xl/styles.xml');
  const texts = await packed.unpack('xl/sharedStrings.xml');
  const shared: Shared = {
    texts: texts ? readTexts(file, texts) : [],
    formats: styles ? readFormats(file, styles) : [],
    from1904: book.from1904,
  };
  const sheets: Sheet[] = [];
  for (const { name, hidden, path } of book.sheets) {
    // A chart has a sheet of its own, without rows.
    const bytes = path === undefined ? undefined : await packed.unpack(path);
    if (bytes) sheets.push({ name, hidden, rows: readRows(file, bytes, shared) });
  }
  return sheets;
}

interface Book {
  readonly sheets: readonly { name: string; hidden: boolean; path: string | undefined }[];
  readonly from1904: boolean;
}

function readBook(file: string, workbook: Buffer, relations: Buffer): Book {
  const targets = new Map<string, string>();
  readXml(relations, file, {
    open: (name, { Id, Target = '' }) => {
      if (local(name) === 'Relationship' && Id)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; hidden: boolean; path: string | undefined }[] = [];
  let from1904 = false;
  readXml(workbook, file, {
    open: (name, attributes) => {
      if (local(name) === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (local(name) !== 'sheet') return;
      const hidden = /hidden/i.test(attributes.state ?? '');
      sheets.push({ name: attributes.name ?? '', hidden, path: targets.get(attributes['r:id'] ?? '') });
    },
  });
  return { sheets, from1904 };
}

/** Texts that several cells share; how they are pronounced (`rPh`) is no part of them. */
function readTexts(file: string, bytes: Buffer): string[] {
  const texts: string[] = [];
  let inText = false;
  let spoken = 0;
  readXml(bytes, file, {
    open: (name) => {
      const tag = local(name);
      if (tag === 'si') texts.push('');
      if (tag === 'rPh') spoken += 1;
      inText = tag === 't' && spoken === 0;
    },
    text: (text) => {
      if (inText) texts[texts.length - 1] += text;
    },
    close: (name) => {
      if (local(name) === 'rPh') spoken -= 1;
      if (local(name) === 't') inText = false;
    },
  });
  return texts;
}

/** The number format of each style of cells. */
function readFormats(file: string, bytes: Buffer): NumberFormat[] {
  const codes = new Map<string, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  readXml(bytes, file, {
    open: (name, attributes) => {
      const tag = local(name);
      if (tag === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (tag === 'cellXfs') inCells = true;
      const id = attributes.numFmtId ?? '0';
      if (tag === 'xf' && inCells) formats.push(formatOf(Number(id), codes.get(id)));
    },
    close: (name) => {
      if (local(name) === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function readRows(file: string, bytes: Buffer, shared: Shared) {
  const rows = new Rows(file);
  let line = 0;
  let cells: string[] = [];
  let broken: Told | undefined;
  let column = 0;
  let cell: { type: string; style: number; value: string; formula: boolean } | undefined;
  let taking: 'value' | undefined;
  readXml(bytes, file, {
    open: (name, attributes) => {
      const tag = local(name);
      if (tag === 'row') {
        line = Number(attributes.r ?? line + 1);
        cells = [];
        broken = undefined;
        column = 0;
      }
      if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: false };
      }
      if (tag === 'f' && cell) cell.formula = true;
      if (tag === 'v' || tag === 't') taking = 'value';
      if (tag === 'rPh') taking = undefined;
    },
    text: (text) => {
      if (taking && cell) cell.value += text;
    },
    close: (name) => {
      const tag = local(name);
      if (tag === 'v' || tag === 't') taking = undefined;
      if (tag === 'c' && cell) {
        const { type, value, formula } = cell;
        if (type === 'e') broken = phrase('row-error', { value, n: column });
        else if (formula && value === '' && type !== 'str') broken = phrase('row-formula', { n: column });
        else if (column <= MOST_COLUMNS) setCell(cells, column, cellText(cell, shared));
        cell = undefined;
      }
      if (tag === 'row') rows.add(line, cells, broken);
    },
  });
  return rows.rows;
}

/** Columns of a sheet in Excel. */
const MOST_COLUMNS = 16_384;

/** Puts a value into its column. One that is empty makes no row longer: thousands of cells may have nothing but a style. */
function setCell(cells: string[], column: number, value: string): void {
  if (value === '') return;
  while (cells.length < column - 1) cells.push('');
  cells[column - 1] = value;
}

function cellText(
  { type, style, value }: { type: string; style: number; value: string },
  shared: Shared,
): string {
  if (type === 's') return shared.texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.replace('T', ' ').replace(/ 00:00(:00)?.*$/, '');
  if (type !== 'n' || value === '') return value;
  const format = shared.formats[style];
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (format?.kind === 'date' || format?.kind === 'time')
    return dateText(number, format.kind, shared.from1904);
  const plain = Number.isSafeInteger(number) ? String(number) : value;
  return format?.kind === 'digits' ? plain.padStart(format.digits, '0') : plain;
}

/** `AB12` is in column 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The name without its prefix: some programs write `x:row`. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
