/** The PNG filter of Paeth, by its number (ISO/IEC 15948, 9.4). */
const PAETH = 4;

/**
 * Rows of 8-bit samples as a PDF takes them with `Predictor 15`: behind the filter's number by how much each sample
 * differs from the neighbour that is nearest to their plane. Photographs are a third smaller so; drawings mostly aren't.
 */
export function toDifferences(data: Uint8Array, width: number, colours: number): Uint8Array {
  const stride = width * colours;
  const rows = new Uint8Array(data.length + data.length / stride);
  let to = 0;
  for (let from = 0; from < data.length; from += 1) {
    const x = from % stride;
    if (x === 0) rows[to++] = PAETH;
    const left = x < colours ? 0 : data[from - colours]!;
    const up = from < stride ? 0 : data[from - stride]!;
    const corner = x < colours || from < stride ? 0 : data[from - stride - colours]!;
    rows[to++] = data[from]! - nearest(left, up, corner);
  }
  return rows;
}

/** That of three neighbours which is nearest to left + up - corner. */
function nearest(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
