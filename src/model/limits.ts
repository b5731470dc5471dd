const MB = 1024 * 1024;

/**
 * The most that is read of anything, each far beyond honest use: a hostile file costs no more than 512 MB and five
 * seconds. `handbill help limits` lists them with their messages.
 */
export const LIMITS = {
  /** Bytes of a data file; 100,000 contacts have some 30 MB. */
  file: 64 * MB,
  /** Files in a folder of templates or fonts, and below it. */
  names: 10_000,
  /** Rows of a table that is read as a whole. */
  rows: 250_000,
  /** Cells of such a table. */
  cells: 3_000_000,
  /** Columns of a table. */
  columns: 1_000,
  /** Characters of a row of a table, and of one value in YAML or JSON. */
  row: 1_000_000,
  /** Values of a file in YAML or JSON: as many as 15,000 contacts have. */
  values: 250_000,
  /** Characters of such a file: its parser takes forty bytes for each. */
  structured: 8 * MB,
  /** Keys of one object. */
  keys: 1_000,
  /** Lists and objects inside each other. */
  depth: 100,
  /** Characters of a card without its pictures. */
  card: 100_000,
  /** Characters of a line of a file with cards. */
  line: 20_000_000,
  /** Files packed in a spreadsheet, and bytes of all that is unpacked of it. */
  packed: 1_000,
  unpacked: 256 * MB,
  /** Bytes of a text that an appeal is drawn up from. */
  arrived: 8 * MB,
  /** Elements of XML inside each other: spreadsheets, letters, XLIFF. */
  elements: 1_000,
  /** Bytes of a PO or XLIFF file. */
  po: 8 * MB,
  /** Bytes of a template: fifteen times the longest that comes with handbill; Markdown is slow with thousands of parts. */
  template: 16 * 1024,
  /** Bytes of a picture. */
  picture: 30 * MB,
  /** Pixels of a picture: A3 at 300 to the inch has 17 million. Other than 8 bits to a channel count twice. */
  pixels: 25_000_000,
  /** Passes in which a JPEG builds up. */
  scans: 200,
  /** Bytes of a drawing. */
  drawing: 2 * MB,
  /** Bytes of a font. */
  font: 128 * MB,
  /** Bytes of a manifest, a journal or another record of what handbill wrote: 600,000 letters have as many. */
  manifest: 256 * MB,
  /** Values that a document prints, turns of its loops, and uses of partials. */
  steps: 20_000,
  /** Characters of a text that is read for `init`: forty pages. */
  told: 100_000,
  /** Characters of the words that the loops and partials of a template give. */
  text: 300_000,
  /** Characters of a document that is laid out, values and all: some hundred pages. Han and kana count three times. */
  document: 300_000,
  /** Characters of a word: the longest that languages make have some 200. */
  word: 1_000,
  /** Marks on one letter: what is written takes five. */
  marks: 32,
  /** Characters of a paragraph, some four pages: each way to break its lines is weighed against the others. */
  paragraph: 10_000,
  /** Characters of a headline: each size is tried with each way to break it. */
  headline: 2_000,
  /** Items of a list. */
  items: 5_000,
  /** Voices of a figure that is set large. */
  voices: 200,
  /** Events of a leaflet: a page has room for some twenty. */
  events: 250,
  /** Blocks inside each other in a template. */
  blocks: 50,
} as const;

/** A number as messages write it: 64 MB, 250,000. */
export function formatLimit(limit: number, unit?: 'bytes'): string {
  if (unit === undefined) return limit.toLocaleString('en');
  return limit >= MB ? `${Math.round(limit / MB)} MB` : `${Math.round(limit / 1024)} KB`;
}
