import { create, type QRCodeErrorCorrectionLevel } from 'qrcode';
import { startMemory } from '../model/memory.ts';
import { MM, type PageItem, type PathCommand, type RasterImage } from '../model/page.ts';

/** Smallest module in millimetres that a phone reads off a photocopy, and the one that is wanted. */
const MIN_MODULE = 0.5;
const GOOD_MODULE = 0.65;

/** Clear modules all round (ISO/IEC 18004, 6.3.8). */
const QUIET_MODULES = 4;

/** Levels of error correction, the strongest first. */
const LEVELS = ['H', 'Q', 'M', 'L'] as const satisfies readonly QRCodeErrorCorrectionLevel[];

/** A QR code in the size that it will have; lengths in points. */
interface QrCode {
  readonly url: string;
  /** Side of the printed square, without the clear space around it. */
  readonly side: number;
  /** Clear space that it needs all round. */
  readonly quiet: number;
  /** Its dark areas, from the square's top left. */
  readonly path: readonly PathCommand[];
}

const known = startMemory<QrCode>(200);

/**
 * A web address as a QR code whose printed square is `side` points, as strongly protected as modules of a good
 * size allow; larger where its modules would be too small to be read.
 */
export function fitQr(url: string, side: number): QrCode {
  return known.recall(`${side} ${url}`, () => {
    const { modules, count } = chooseCode(url, side);
    const module = Math.max(side / count, MIN_MODULE * MM);
    const path = outline(modules, count).flatMap((corners) => around(corners, module));
    return { url, side: module * count, quiet: module * QUIET_MODULES, path };
  });
}

/** Draws a code from the top left, black on the paper's white. */
export function setQr({ url, path }: QrCode): PageItem {
  return {
    kind: 'path',
    commands: path,
    ink: 0,
    tag: { type: 'Figure', alt: `QR: ${url}` },
  };
}

/** Pixels of a module of a code that is a picture. */
const MODULE_PIXELS = 8;

/** A web address as pixels, its clear space around it, whose printed square is `side` points. */
export function qrImage(url: string, side: number): RasterImage {
  const { modules, count } = chooseCode(url, side);
  const width = (count + 2 * QUIET_MODULES) * MODULE_PIXELS;
  const stride = Math.ceil(width / 8);
  const data = new Uint8Array(stride * width).fill(0xff);
  const at = (pixel: number) => Math.floor(pixel / MODULE_PIXELS) - QUIET_MODULES;
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      if (modules(at(x), at(y))) data[y * stride + (x >> 3)]! &= ~(0x80 >> (x & 7));
  return { width, height: width, samples: 'grey1', data };
}

interface Code {
  /** True for a dark module, row by row. */
  readonly modules: (x: number, y: number) => boolean;
  /** Modules on a side. */
  readonly count: number;
}

function chooseCode(url: string, side: number): Code {
  const codes = LEVELS.map((level) => codeOf(url, level));
  const holds = (least: number) => codes.find(({ count }) => side / count >= least * MM);
  return holds(GOOD_MODULE) ?? holds(MIN_MODULE) ?? codes.at(-1)!;
}

function codeOf(url: string, level: QRCodeErrorCorrectionLevel): Code {
  const { size, data } = create(url, { errorCorrectionLevel: level }).modules;
  const modules = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < size && y < size && data[y * size + x] === 1;
  return { modules, count: size };
}

type Corner = readonly [x: number, y: number];

/**
 * Outlines of the dark areas, for filling even–odd: no seams between modules. Edges run with the dark on their right;
 * where two areas touch at a corner they stay apart.
 */
function outline(dark: Code['modules'], count: number): Corner[][] {
  const next = new Map<string, Corner[]>();
  const add = (x: number, y: number, to: Corner) => {
    const from = `${x} ${y}`;
    next.set(from, [...(next.get(from) ?? []), to]);
  };
  for (let y = 0; y < count; y += 1) {
    for (let x = 0; x < count; x += 1) {
      if (!dark(x, y)) continue;
      if (!dark(x, y - 1)) add(x, y, [x + 1, y]);
      if (!dark(x + 1, y)) add(x + 1, y, [x + 1, y + 1]);
      if (!dark(x, y + 1)) add(x + 1, y + 1, [x, y + 1]);
      if (!dark(x - 1, y)) add(x, y + 1, [x, y]);
    }
  }
  const loops: Corner[][] = [];
  for (const [start, ends] of next) {
    while (ends.length > 0) loops.push(withoutStraight(follow(start, next)));
  }
  return loops;
}

function follow(start: string, next: ReadonlyMap<string, Corner[]>): Corner[] {
  const loop: Corner[] = [];
  let from = start;
  do {
    const to = next.get(from)!.pop()!;
    loop.push(to);
    from = to.join(' ');
  } while (from !== start);
  return loop;
}

/** The corners at which an outline turns. */
function withoutStraight(loop: readonly Corner[]): Corner[] {
  return loop.filter(([x, y], i) => {
    const [px, py] = loop.at(i - 1)!;
    const [nx, ny] = loop[(i + 1) % loop.length]!;
    return !((px === x && x === nx) || (py === y && y === ny));
  });
}

/** A path around corners, which are counted in modules, to a thousandth of a point. */
function around(corners: readonly Corner[], module: number): PathCommand[] {
  const at = (modules: number) => Math.round(modules * module * 1000) / 1000;
  const drawn = corners.map(
    ([x, y], i): PathCommand => ({ kind: i === 0 ? 'move' : 'line', x: at(x), y: at(y) }),
  );
  return [...drawn, { kind: 'close' }];
}
