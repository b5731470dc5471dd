import { LIMITS } from '../model/limits.ts';
import type { Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import { Rows, type Sheet } from './sheet.ts';
import { problem } from './source.ts';
import { readXml } from './xml.ts';
import type { Packed } from './zip.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads the sheets of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, clause 9). A cell is what it shows,
 * but for dates, times and numbers, which are taken by their value.
 */
export async function readOds(file: string, packed: Packed): Promise<Sheet[]> {
  const content = await packed.unpack('content.xml');
  if (!content) throw problem('file-unreadable/content', file);
  const sheets: Sheet[] = [];
  const hiddenStyles = new Set<string>();
  let styleName = '';
  let sheet: { name: string; hidden: boolean; rows: Rows } | undefined;
  let line = 0;
  let rowRepeat = 1;
  let cells: string[] = [];
  let broken: Told | undefined;
  let cell: { attributes: Attributes; paragraphs: string[] } | undefined;
  // Notes and drawings hold text of their own, which is no value of the cell.
  let apart = 0;
  let inParagraph = 0;
  readXml(content, file, {
    open: (name, attributes) => {
      if (name === 'style:style') styleName = attributes['style:name'] ?? '';
      if (name === 'style:table-properties' && attributes['table:display'] === 'false')
        hiddenStyles.add(styleName);
      if (name === 'table:table') {
        const hidden = hiddenStyles.has(attributes['table:style-name'] ?? '');
        sheet = { name: attributes['table:name'] ?? '', hidden, rows: new Rows(file) };
        line = 0;
      }
      if (name === 'table:table-row') {
        rowRepeat = repeatOf(attributes['table:number-rows-repeated']);
        cells = [];
        broken = undefined;
      }
      if (name === 'table:table-cell' || name === 'table:covered-table-cell')
        cell = { attributes, paragraphs: [] };
      if (name === 'office:annotation' || name === 'draw:frame') apart += 1;
      if (!cell || apart > 0) return;
      if (name === 'text:p') {
        inParagraph += 1;
        cell.paragraphs.push('');
      }
      if (inParagraph === 0) return;
      if (name === 'text:s')
        append(cell.paragraphs, ' '.repeat(Math.min(repeatOf(attributes['text:c']), 100)));
      if (name === 'text:tab') append(cell.paragraphs, '\t');
      if (name === 'text:line-break') append(cell.paragraphs, '\n');
    },
    text: (text) => {
      if (cell && inParagraph > 0 && apart === 0) append(cell.paragraphs, text);
    },
    close: (name) => {
      if (name === 'office:annotation' || name === 'draw:frame') apart -= 1;
      if (name === 'text:p' && apart === 0 && inParagraph > 0) inParagraph -= 1;
      if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && cell) {
        const value =
          name === 'table:table-cell' ? cellText(cell.attributes, cell.paragraphs.join('\n')) : '';
        const isError = /^(#[A-Z/0!?]+|Err:\d+)$/.test(value);
        if (isError) broken = phrase('row-error', { value, n: cells.length + 1 });
        const repeat = repeatOf(cell.attributes['table:number-columns-repeated']);
        // What is repeated to the sheet's end is empty.
        const times = value === '' || isError ? Math.min(repeat, LIMITS.columns) : repeat;
        for (let i = 0; i < times && cells.length <= LIMITS.columns; i++) cells.push(isError ? '' : value);
        cell = undefined;
      }
      if (name === 'table:table-row' && sheet) {
        const isEmpty = cells.every((text) => text === '');
        for (let i = 1; i <= (isEmpty ? 0 : rowRepeat); i++) sheet.rows.add(line + i, [...cells], broken);
        line += rowRepeat;
      }
      if (name === 'table:table' && sheet) {
        sheets.push({ name: sheet.name, hidden: sheet.hidden, rows: sheet.rows.rows });
        sheet = undefined;
      }
    },
  });
  return sheets;
}

function append(paragraphs: string[], text: string): void {
  paragraphs[paragraphs.length - 1] += text;
}

function repeatOf(count: string | undefined): number {
  const number = Number(count ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

function cellText(attributes: Attributes, shown: string): string {
  const value = attributes['office:value'];
  switch (attributes['office:value-type']) {
    case 'date':
      return dateOf(attributes['office:date-value'] ?? shown);
    case 'time':
      return timeOf(attributes['office:time-value'] ?? '') ?? shown;
    case 'float':
      // `01067` is shown for 1067 where the cell's format says so.
      return /^0\d+$/.test(shown) || value === undefined ? shown : plainNumber(value);
    default:
      return shown;
  }
}

/** `2026-05-01T00:00:00` as its day, with the time where there is one. */
function dateOf(value: string): string {
  const [day = '', time = ''] = value.split('T');
  const clock = time.slice(0, 5);
  return clock === '' || clock === '00:00' ? day : `${day} ${clock}`;
}

/** `PT17H30M00S` as 17:30. */
function timeOf(value: string): string | undefined {
  const found = /^PT(\d+)H(\d+)M/.exec(value);
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]!.padStart(2, '0')}` : undefined;
}

/** `4.93012345678E+11` in full. */
function plainNumber(value: string): string {
  const number = Number(value);
  return /e/i.test(value) && Number.isSafeInteger(number) ? String(number) : value;
}
