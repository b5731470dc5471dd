import { runOnFile } from '../tools.ts';

/** A word of a printed page, in millimetres from the page's top left corner. */
export interface PrintedWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const MM = 25.4 / 72;

/** The words of a PDF as poppler reads them, and how many pages it has; `y` is the middle of a word. */
export function readPrinted(pdf: Uint8Array): { pages: number; words: PrintedWord[]; text: string } {
  const html = runOnFile('pdftotext', (file) => ['-bbox', file, '-'], pdf).toString();
  const found = html.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
  );
  const words = [...found].map(
    ([, x0, y0, x1, y1, text = '']): PrintedWord => ({
      text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      x: Number(x0) * MM,
      y: ((Number(y0) + Number(y1)) / 2) * MM,
      width: (Number(x1) - Number(x0)) * MM,
    }),
  );
  return { pages: (html.match(/<page /g) ?? []).length, words, text: words.map((w) => w.text).join(' ') };
}
