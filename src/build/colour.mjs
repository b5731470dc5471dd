/**
 * Makes data/colour/press.icc, the output intent of files for a print shop, of a profile that is in the public domain:
 *
 *   node src/build/colour.mjs CGATS001Compat-v2-micro.icc > data/colour/press.icc
 *
 * That one tells only how inks look. A profile of a printing press tells the way back too (ICC.1:2001-04, 6.3.3): for
 * each colour of a coarse grid the inks are looked up that come nearest, with as much black as they can have.
 */
import { readFileSync } from 'node:fs';

const source = readFileSync(process.argv[2]);
const tagOf = (name) => {
  for (let i = 0; i < source.readUInt32BE(128); i++) {
    const at = 132 + 12 * i;
    if (source.toString('latin1', at, at + 4) !== name) continue;
    const [offset, length] = [source.readUInt32BE(at + 4), source.readUInt32BE(at + 8)];
    return source.subarray(offset, offset + length);
  }
  throw new Error(`no ${name}`);
};

const forward = tagOf('A2B0');
const grid = forward[10];
const entries = forward.readUInt16BE(48);
const curveAt = 52;
const cubeAt = curveAt + 2 * 4 * entries;

/** The colour of four inks, 0 to 1 each: L, a, b. */
function labOf(inks) {
  const places = inks.map((ink, i) => {
    const x = ink * (entries - 1);
    const low = Math.min(Math.floor(x), entries - 2);
    const at = (k) => forward.readUInt16BE(curveAt + 2 * (i * entries + k)) / 65535;
    return (at(low) + (x - low) * (at(low + 1) - at(low))) * (grid - 1);
  });
  const sum = [0, 0, 0];
  for (let corner = 0; corner < 16; corner++) {
    let weight = 1;
    let index = 0;
    for (const [i, place] of places.entries()) {
      const low = Math.min(Math.floor(place), grid - 2);
      const up = (corner >> i) & 1;
      weight *= up ? place - low : 1 - (place - low);
      index = index * grid + low + up;
    }
    if (weight === 0) continue;
    for (let k = 0; k < 3; k++) sum[k] += weight * forward.readUInt16BE(cubeAt + 2 * (3 * index + k));
  }
  return [(sum[0] / 65280) * 100, sum[1] / 256 - 128, sum[2] / 256 - 128];
}

const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const samples = STEPS.flatMap((c) =>
  STEPS.flatMap((m) =>
    STEPS.flatMap((y) =>
      STEPS.map((k) => ({ inks: [c, m, y, k], lab: labOf([c, m, y, k]), cost: 0.5 * (c + m + y) })),
    ),
  ),
);
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The inks nearest to a colour, and how far from it they stay. */
function inksOf(lab) {
  let best;
  let least = Number.POSITIVE_INFINITY;
  for (const sample of samples) {
    const worth = distance(sample.lab, lab) + sample.cost;
    if (worth < least) [best, least] = [sample, worth];
  }
  return { inks: best.inks, off: distance(best.lab, lab) };
}

const SIDE = 9;
const found = Array.from({ length: SIDE ** 3 }, (_, i) => {
  const part = (n) => (n % SIDE) / (SIDE - 1);
  const [l, a, b] = [Math.floor(i / SIDE / SIDE), Math.floor(i / SIDE), i].map(part);
  return inksOf([100 * l, 255 * a - 128, 255 * b - 128]);
});

/** A lookup table of 8 bits (lut8Type, 6.5.7) with straight curves. */
function tableOf(outputs, values) {
  const head = Buffer.alloc(48);
  head.write('mft1', 'latin1');
  head.set([3, outputs, SIDE], 8);
  for (const i of [0, 4, 8]) head.writeInt32BE(65536, 12 + 4 * i);
  const straight = (count) => Buffer.from(Array.from({ length: 256 * count }, (_, i) => i % 256));
  return Buffer.concat([head, straight(3), Buffer.from(values), straight(outputs)]);
}

function textOf(type, text) {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  if (type === 'text') return Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), ascii]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(ascii.length);
  return Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), length, ascii, Buffer.alloc(78)]);
}

const back = tableOf(4, found.flatMap(({ inks }) => inks.map((ink) => Math.round(255 * ink))));
const gamut = tableOf(1, found.map(({ off }) => (off > 8 ? 255 : 0)));
const tags = [
  [['desc'], textOf('desc', 'CGATS TR 001, coarse')],
  [['cprt'], textOf('text', 'CC0')],
  [['wtpt'], tagOf('wtpt')],
  [['A2B0', 'A2B1', 'A2B2'], forward],
  [['B2A0', 'B2A1', 'B2A2'], back],
  [['gamt'], gamut],
];
const names = tags.flatMap(([all]) => all);
let at = 132 + 12 * names.length;
const directory = [];
const parts = [];
for (const [all, data] of tags) {
  for (const name of all) {
    const entry = Buffer.alloc(12);
    entry.write(name, 'latin1');
    entry.writeUInt32BE(at, 4);
    entry.writeUInt32BE(data.length, 8);
    directory.push(entry);
  }
  parts.push(data, Buffer.alloc(-data.length & 3));
  at += data.length + (-data.length & 3);
}
const header = Buffer.from(source.subarray(0, 128));
header.writeUInt32BE(at, 0);
header.write('prtr', 12, 'latin1');
const count = Buffer.alloc(4);
count.writeUInt32BE(names.length);
process.stdout.write(Buffer.concat([header, count, ...directory, ...parts]));
