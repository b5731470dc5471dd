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
  const reader = new SheetReader(file);
  readXml(content, file, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return reader.sheets;
}

const isCell = (name: string) => name === 'table:table-cell' || name === 'table:covered-table-cell';
const isApart = (name: string) => name === 'office:annotation' || name === 'draw:frame';

/** Gathers sheets from the elements of a document, one after the other. */
class SheetReader {
  readonly sheets: Sheet[] = [];
  readonly #file: string;
  readonly #hiddenStyles = new Set<string>();
  #styleName = '';
  #sheet: { name: string; hidden: boolean; rows: Rows } | undefined;
  #line = 0;
  #rowRepeat = 1;
  #cells: string[] = [];
  #broken: Told | undefined;
  #cell: { attributes: Attributes; paragraphs: string[] } | undefined;
  // Notes and drawings hold text of their own, which is no value of the cell.
  #apart = 0;
  #inParagraph = 0;

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'style:style') this.#styleName = attributes['style:name'] ?? '';
    if (name === 'style:table-properties' && attributes['table:display'] === 'false')
      this.#hiddenStyles.add(this.#styleName);
    if (name === 'table:table') {
      const hidden = this.#hiddenStyles.has(attributes['table:style-name'] ?? '');
      this.#sheet = { name: attributes['table:name'] ?? '', hidden, rows: new Rows(this.#file) };
      this.#line = 0;
    }
    if (name === 'table:table-row') {
      this.#rowRepeat = repeatOf(attributes['table:number-rows-repeated']);
      this.#cells = [];
      this.#broken = undefined;
    }
    if (isCell(name)) this.#cell = { attributes, paragraphs: [] };
    if (isApart(name)) this.#apart += 1;
    if (this.#cell && this.#apart === 0) this.#openInCell(name, attributes, this.#cell.paragraphs);
  }

  #openInCell(name: string, attributes: Attributes, paragraphs: string[]): void {
    if (name === 'text:p') {
      this.#inParagraph += 1;
      paragraphs.push('');
    }
    if (this.#inParagraph === 0) return;
    if (name === 'text:s') append(paragraphs, ' '.repeat(Math.min(repeatOf(attributes['text:c']), 100)));
    if (name === 'text:tab') append(paragraphs, '\t');
    if (name === 'text:line-break') append(paragraphs, '\n');
  }

  text(text: string): void {
    if (this.#cell && this.#inParagraph > 0 && this.#apart === 0) append(this.#cell.paragraphs, text);
  }

  close(name: string): void {
    if (isApart(name)) this.#apart -= 1;
    if (name === 'text:p' && this.#apart === 0 && this.#inParagraph > 0) this.#inParagraph -= 1;
    if (isCell(name) && this.#cell) {
      const { attributes, paragraphs } = this.#cell;
      const value = name === 'table:table-cell' ? cellText(attributes, paragraphs.join('\n')) : '';
      this.#addCell(value, repeatOf(attributes['table:number-columns-repeated']));
      this.#cell = undefined;
    }
    if (!this.#sheet) return;
    const { name: called, hidden, rows } = this.#sheet;
    if (name === 'table:table-row') {
      const isEmpty = this.#cells.every((text) => text === '');
      for (let i = 1; i <= (isEmpty ? 0 : this.#rowRepeat); i++)
        rows.add(this.#line + i, [...this.#cells], this.#broken);
      this.#line += this.#rowRepeat;
    }
    if (name === 'table:table') {
      this.sheets.push({ name: called, hidden, rows: rows.rows });
      this.#sheet = undefined;
    }
  }

  #addCell(value: string, repeat: number): void {
    const cells = this.#cells;
    const isError = /^(#[A-Z/0!?]+|Err:\d+)$/.test(value);
    if (isError) this.#broken = phrase('row-error', { value, n: cells.length + 1 });
    // What is repeated to the sheet's end is empty.
    const times = value === '' || isError ? Math.min(repeat, LIMITS.columns) : repeat;
    for (let i = 0; i < times && cells.length <= LIMITS.columns; i++) cells.push(isError ? '' : value);
  }
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
