import type { ImportSource } from '../import/source.ts';
import { append } from '../model/append.ts';
import type { Encoding } from '../read/encoding.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { formatTable, type Shown } from '../terminal/table.ts';
import { wrapText } from '../terminal/wrap.ts';
import { nameOf } from './contact-filters.ts';

const PREVIEWED = 3;

const FORMS = { csv: 'CSV', json: 'JSON', vcard: 'vCard', spreadsheet: 'spreadsheet' };
const HOW: Record<Encoding['how'], string> = {
  mark: 'by its byte order mark',
  content: 'as its bytes show',
  guess: 'guessed from its letters; --encoding says otherwise',
  named: 'as you say',
};

/** What was understood of a list, as data. */
export function describeSource({ list, format, columns, unused }: ImportSource, io: Io): object {
  return {
    file: fileFrom(io.cwd, list.file),
    form: list.form,
    format,
    encoding: list.encoding.name,
    encodingKnownBy: list.encoding.how,
    delimiter: list.delimiter,
    sheet: list.sheet,
    columns: Object.fromEntries(columns),
    unused,
  };
}

/** What was understood of a list, for people: what it is, which column is what, and its first contacts. */
export async function previewSource(source: ImportSource, io: Io): Promise<string> {
  const { list, format, columns, unused } = source;
  const { say } = textsFor(io);
  const width = columnsOf(io);
  const sign = list.delimiter === '\t' ? say('tab') : list.delimiter;
  const about = [
    format === 'embassies' ? say('the Database of Embassies') : say(FORMS[list.form]),
    ...(sign ? [say('columns divided by {sign}', { sign })] : []),
    list.form === 'spreadsheet'
      ? say('sheet “{sheet}”', { sheet: list.sheet ?? '' })
      : `${list.encoding.name} (${say(HOW[list.encoding.how])})`,
  ];
  const lines = wrapText(`${fileFrom(io.cwd, list.file)}: ${about.join(', ')}`, width);
  if (list.form !== 'vcard') {
    const read = [...columns].filter(([column, field]) => column !== field);
    for (const [column, field] of read) lines.push(`  ${column} → ${field}`);
    if (unused.length > 0)
      append(
        lines,
        wrapText(say('not used: {columns}', { columns: unused.join(', ') }), width - 2).map((l) => `  ${l}`),
      );
  }
  return `${lines.join('\n')}\n\n${await firstContacts(source, { say, width })}\n`;
}

async function firstContacts(source: ImportSource, { say, width }: Shown): Promise<string> {
  const rows: string[][] = [];
  for await (const row of source.list.rows()) {
    const { draft } = source.understand(row);
    if (draft)
      rows.push([String(row.line), draft.kind, draft.country ?? '', draft.city ?? '', nameOf(draft)]);
    if (rows.length === PREVIEWED) break;
  }
  return formatTable([say('LINE'), say('KIND'), say('IN'), say('CITY'), say('NAME')], rows, width);
}
