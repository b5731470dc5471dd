import { type Command, InvalidArgumentError, Option } from 'commander';
import { FLIPS, type Flip } from '../layout/impose.ts';
import { UPS } from '../layout/impose-grid.ts';
import { SHEET_IDS, type SheetId } from '../layout/papers.ts';
import { PLAIN_SHEETS, type SheetOptions } from '../plan/sheets.ts';

/** Options that say how pages are set on sheets. */
export interface SheetFlags {
  readonly up?: number;
  readonly sheet?: SheetId;
  readonly duplex?: Flip;
  readonly gutter?: number;
  readonly bleed?: number;
  readonly marks?: boolean;
}

/** Copies on a sheet, the sheet, its backs and its marks. */
export function addSheetOptions(command: Command): Command {
  return command
    .option('--up <copies>', `${UPS.join(', ')} on a sheet; without it a page alone and a full sheet`, copies)
    .addOption(
      new Option('--sheet <paper>', 'sheet in the copier; a4 or letter without it').choices(SHEET_IDS),
    )
    .addOption(
      new Option('--duplex <edge>', 'edge over which the copier turns sheets; long without it').choices(
        FLIPS,
      ),
    )
    .option('--gutter <mm>', 'space between copies, up to 20', millimetres(20))
    .option('--bleed <mm>', 'what may be printed over the edge, up to 3', millimetres(3))
    .option('--no-marks', 'no cut marks');
}

/** The same for planning, with what a plain office copier does. */
export function sheetsOf({ up, sheet, duplex, gutter, bleed, marks }: SheetFlags): SheetOptions {
  const { flip, ...plain } = PLAIN_SHEETS;
  return {
    up,
    sheet,
    flip: duplex ?? flip,
    gutter: gutter ?? plain.gutter,
    bleed: bleed ?? plain.bleed,
    marks: marks ?? plain.marks,
  };
}

function copies(value: string): number {
  const found = UPS.find((up) => String(up) === value);
  if (found === undefined) throw new InvalidArgumentError(`Expected one of ${UPS.join(', ')}.`);
  return found;
}

function millimetres(most: number) {
  return (value: string): number => {
    const length = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    if (length >= 0 && length <= most) return length;
    throw new InvalidArgumentError(`Expected millimetres from 0 to ${most}.`);
  };
}
