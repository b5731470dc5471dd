import type { ProblemError } from '../problems.ts';
import { readOds } from './ods.ts';
import type { Sheet } from './sheet.ts';
import { problem } from './source.ts';
import { readXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Reads a spreadsheet as Excel (.xlsx, .xlsm) or LibreOffice (.ods) writes it. Throws ProblemError. */
export async function readSpreadsheet(file: string): Promise<Sheet[]> {
  const packed = await openZip(file);
  if (packed.names.has('xl/workbook.xml')) return readXlsx(file, packed);
  const type = (await packed.unpack('mimetype'))?.toString('latin1').trim();
  if (type?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return readOds(file, packed);
  if (packed.names.has('word/document.xml') || type?.endsWith('opendocument.text'))
    throw isNoList(file, 'a text document (Word, LibreOffice Writer)', 'Copy its table into a spreadsheet');
  if (packed.names.has('xl/workbook.bin'))
    throw isNoList(file, 'a binary workbook of Excel (.xlsb)', 'Open it in Excel');
  if ([...packed.names].some((name) => name.startsWith('Index/')))
    throw isNoList(file, 'a document of Apple Numbers', 'Export it there, by “Export To”');
  throw isNoList(file, 'an archive of files (ZIP)', 'Unpack it');
}

/** Says what a file is that isn't read, and the way to one that is. */
export function isNoList(file: string, what: string, first: string): ProblemError {
  return problem(
    'encoding',
    file,
    `This is ${what}: expected a table.`,
    `${first}, and save it as .xlsx, .ods or “CSV UTF-8”.`,
  );
}
