import { markup } from '../markup.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Positions of a form of letters, in millimetres. */
interface PrintLayout {
  readonly paper: { readonly width: number; readonly height: number };
  readonly letterhead: Box;
  readonly address: Box;
  /** Height of a line of the address. */
  readonly line: number;
  readonly returnLine?: Box | undefined;
  readonly date: Box;
  readonly text: Box & { readonly height: number };
  readonly marks: {
    readonly x: number;
    readonly folds: readonly number[];
    readonly hole?: number | undefined;
    readonly towards?: 'left' | undefined;
  };
}

interface PrintForm {
  readonly id: string;
  readonly ltr: PrintLayout;
  readonly rtl: PrintLayout;
}

/**
 * The style by which a browser prints a letter: the letter alone, its parts where the form has them. A page of the site
 * names the form in `data-layout` of the letter.
 */
export function writePrintStyle(forms: readonly PrintForm[]): string {
  const rules = forms.flatMap(({ id, ltr, rtl }) => [
    `@page ${id} { size: ${ltr.paper.width}mm ${ltr.paper.height}mm; margin: 20mm 0 }`,
    `@page ${id}:first { margin: 0 }`,
    ...rulesOf(`.letter[data-layout="${id}"]`, id, ltr),
    ...rulesOf(`.letter[data-layout="${id}"][dir="rtl"]`, id, rtl),
  ]);
  return `/* Written by handbill from its forms of letters. */\n@media print {\n${rules.join('\n')}\n}\n`;
}

function rulesOf(letter: string, id: string, layout: PrintLayout): string[] {
  const { paper, letterhead, address, returnLine, date, text, marks } = layout;
  const at = (part: string, { x, y, width }: Box, more = '') =>
    `${letter} ${part} { position: absolute; left: ${mm(x)}; top: ${mm(y)}; width: ${mm(width)}; ${more}}`;
  const side = marks.towards === 'left' ? marks.x - 4 : marks.x;
  const mark = (n: number, y: number | undefined, width: number) =>
    y === undefined
      ? `${letter} .mark-${n} { display: none }`
      : at(`.mark-${n}`, { x: side, y, width }, 'border-top: 0.5pt solid #000; ');
  return [
    `${letter} { page: ${id}; width: ${mm(paper.width)}; padding: ${mm(text.y)} ${mm(paper.width - text.x - text.width)} 0 ${mm(text.x)}; --room: ${mm(text.height)} }`,
    at('.sender', letterhead),
    // The first line's capitals stand at the top of the box.
    at(
      '.recipient',
      { ...address, y: address.y - 0.9 },
      `line-height: ${mm(layout.line)}; font-size: ${address.width < 70 ? 9 : 10}pt; `,
    ),
    returnLine
      ? at('.return-line', { ...returnLine, y: returnLine.y - 2.4 })
      : `${letter} .return-line { display: none }`,
    at('.date', { ...date, y: date.y - 4 }),
    mark(1, marks.folds[0], 4),
    mark(2, marks.folds[1], 4),
    mark(3, marks.hole, 6),
  ];
}

function mm(value: number): string {
  return markup`${Math.round(value * 100) / 100}mm`.text;
}
