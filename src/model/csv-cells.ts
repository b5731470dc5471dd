/** What is told of a CSV text as it is gone through; numbers are places in the text. */
interface CsvVisitor {
  /** A line begins, within quotes too. */
  line(start: number): void;
  /** A row begins; its cells follow. */
  row(start: number): void;
  /** A cell, its quotes with it. */
  cell(start: number, end: number): void;
}

/** Goes through the rows and cells of a CSV text; quotes are heeded as csv-parse does, and an empty text has one empty cell. */
export function visitCells(text: string, delimiter: string, visitor: CsvVisitor): void {
  let [start, isQuoted, isOpen] = [0, false, true];
  visitor.line(0);
  visitor.row(0);
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const endsLine = c === '\n' || (c === '\r' && text[i + 1] !== '\n');
    if (endsLine) visitor.line(i + 1);
    if (isQuoted) {
      if (c !== '"') continue;
      if (text[i + 1] === '"') i += 1;
      else isQuoted = false;
    } else if (c === '"' && i === start) isQuoted = true;
    else if (c === delimiter) {
      visitor.cell(start, i);
      start = i + 1;
    } else if (endsLine) {
      visitor.cell(start, c === '\n' && i > start && text[i - 1] === '\r' ? i - 1 : i);
      start = i + 1;
      isOpen = start < text.length;
      if (isOpen) visitor.row(start);
    }
  }
  if (isOpen) visitor.cell(start, text.length);
}
