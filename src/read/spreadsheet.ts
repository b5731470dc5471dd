import { readOds } from './ods.ts';
import type { Sheet } from './sheet.ts';
import { problem } from './source.ts';
import { readXlsx } from './xlsx.ts';
import { openZip, openZipOf, type Packed } from './zip.ts';

/** Reads a spreadsheet as Excel (.xlsx, .xlsm) or LibreOffice (.ods) writes it. Throws ProblemError. */
export async function readSpreadsheet(file: string): Promise<Sheet[]> {
  return readSheets(file, await openZip(file));
}

/** The same, of bytes that are there already; `file` is what messages call them. Throws ProblemError. */
export async function readSpreadsheetOf(bytes: Buffer, file: string): Promise<Sheet[]> {
  return readSheets(file, await openZipOf(bytes, file));
}

async function readSheets(file: string, packed: Packed): Promise<Sheet[]> {
  if (packed.names.has('xl/workbook.xml')) return readXlsx(file, packed);
  const type = (await packed.unpack('mimetype'))?.toString('latin1').trim();
  if (type?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return readOds(file, packed);
  if (packed.names.has('word/document.xml') || type?.endsWith('opendocument.text'))
    throw problem('encoding/text-document', file);
  if (packed.names.has('xl/workbook.bin')) throw problem('encoding/xlsb', file);
  if ([...packed.names].some((name) => name.startsWith('Index/'))) throw problem('encoding/numbers', file);
  throw problem('encoding/archive', file);
}
