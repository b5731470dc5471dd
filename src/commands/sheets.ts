import { type Command, InvalidArgumentError, Option } from 'commander';
import { FLIPS, type Flip } from '../layout/impose.ts';
import { UPS } from '../layout/impose-grid.ts';
import { SHEET_IDS, type SheetId } from '../layout/papers.ts';
import { SCREENS, type Screen } from '../layout/screen.ts';
import { contrastWithWhite, SPOT_COLOURS, type SpotColour, TEXT_CONTRAST } from '../layout/spot.ts';
import { FOLD_FORMS, type Fold, PLAIN_SHEETS, type SheetOptions } from '../plan/sheets.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

/** Options that say how pages are set on sheets. */
export interface SheetFlags {
  readonly up?: number;
  readonly sheet?: SheetId;
  readonly duplex?: Flip;
  readonly gutter?: number;
  readonly bleed?: number;
  readonly marks?: boolean;
  readonly fold?: Fold;
  readonly spot?: SpotColour;
  readonly screen?: Screen;
  readonly for?: 'print-shop';
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
    .option('--no-marks', 'no cut marks')
    .addOption(
      new Option(
        '--fold <form>',
        'one fold: A5 booklet, six DL panels, or a zine of eight pages from one sheet with one cut',
      ).choices(FOLD_FORMS),
    )
    .addOption(
      new Option(
        '--for <whom>',
        'print-shop: PDF/X-4 in black and the spot colour, with 3 mm of bleed and cut marks',
      ).choices(['print-shop']),
    )
    .addOption(new Option('--screen <kind>', 'how photographs become black and white').choices(SCREENS))
    .option(
      '--spot <colour>',
      `a colour besides black: ${Object.keys(SPOT_COLOURS).join(', ')} or #b00000`,
      spotColour,
    );
}

/** What print shops ask for, in millimetres. */
const PRINT_SHOP_BLEED = 3;

/** The same for planning, with what a plain office copier does. */
export function sheetsOf(flags: SheetFlags): SheetOptions {
  const { up, sheet, duplex, gutter, bleed, marks, fold } = flags;
  const { flip, ...plain } = PLAIN_SHEETS;
  return {
    up,
    sheet,
    flip: duplex ?? flip,
    gutter: gutter ?? plain.gutter,
    bleed: bleed ?? (flags.for === 'print-shop' ? PRINT_SHOP_BLEED : plain.bleed),
    marks: marks ?? plain.marks,
    fold,
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

function spotColour(value: string): SpotColour {
  const named = Object.entries(SPOT_COLOURS).find(([name]) => name === value.toLowerCase());
  if (named) return named[1];
  const digits = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[0].slice(1).toLowerCase();
  if (digits === undefined) {
    throw new InvalidArgumentError(
      `Expected ${Object.keys(SPOT_COLOURS).join(', ')}, or a colour such as #b00000.`,
    );
  }
  const size = digits.length / 3;
  const [r, g, b] = [0, 1, 2].map((i) => {
    const part = digits.slice(i * size, (i + 1) * size);
    return Number.parseInt(size === 1 ? part + part : part, 16) / 255;
  });
  return { name: value.toUpperCase(), rgb: [r!, g!, b!] };
}

/** Says where a colour is too light for white text upon it. */
export function checkSpot(spot: SpotColour | undefined): Problem[] {
  const contrast = spot ? contrastWithWhite(spot) : TEXT_CONTRAST;
  if (contrast >= TEXT_CONTRAST) return [];
  return [
    finding('notice', 'spot-contrast', {
      name: spot!.name,
      contrast: contrast.toFixed(1),
      least: TEXT_CONTRAST,
    }),
  ];
}
