import type { LabelSheet } from './label-sheets.ts';

/** Free for stamps and franking at the top right, in millimetres. */
const FRANKING = { width: 74, height: 40 };

/** Free of print at the sides and below the address: 15 mm in Germany; ⅝ in below in the United States. */
const CLEAR = { side: 15, below: 16 };

/** The longest line of an address that sorting machines read, and the highest address. */
const MOST = { width: 95, height: 56 };

/**
 * An envelope without a window, printed on: the address at the lower right, where sorting machines look for it, and who
 * sends it at the upper left. The address keeps 40 mm from the top and 15 mm from the other edges, as Deutsche Post asks
 * (keuscher-mayer.net, “Gestaltungsvorgaben”), and stands between ⅝ and 2¾ in from the bottom of a no. 10 envelope
 * (USPS Publication 28, A1). Nobody has fed one through a sorting machine.
 */
function envelope(id: string, name: string, width: number, height: number): LabelSheet {
  const across = Math.min(MOST.width, width - 2 * CLEAR.side - 52);
  const top = Math.max(FRANKING.height + 1, height - CLEAR.below - MOST.height);
  const sender = { x: 12, y: 10, width: width - FRANKING.width - 20, height: 26 };
  return {
    name,
    paper: { id, width, height, margin: 5 },
    columns: 1,
    rows: 1,
    width: across,
    height: height - CLEAR.below - top,
    left: width - CLEAR.side - across,
    top,
    pitch: { x: width, y: height },
    largest: 12,
    sender,
  };
}

/** Envelopes that are printed on, lying on their long side (ISO 269; the trade’s no. 10). */
export const ENVELOPE_SHEETS = {
  dl: envelope('dl', 'DL, 110 × 220 mm', 220, 110),
  'c6-5': envelope('c6-5', 'C6/5, 114 × 229 mm', 229, 114),
  c6: envelope('c6', 'C6, 114 × 162 mm', 162, 114),
  c5: envelope('c5', 'C5, 162 × 229 mm', 229, 162),
  'no-10': envelope('no-10', 'no. 10, 4⅛ × 9½ in', 241.3, 104.775),
} as const satisfies Record<string, LabelSheet>;

export type EnvelopeId = keyof typeof ENVELOPE_SHEETS;
/** Ids of all sizes, in the order in which help lists them. */
export const ENVELOPE_IDS = Object.keys(ENVELOPE_SHEETS) as readonly EnvelopeId[];
