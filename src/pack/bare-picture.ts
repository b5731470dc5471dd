import { append } from '../model/append.ts';

/** Chunks of a PNG that say what is seen. */
const SEEN = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'];

/**
 * A picture without what it tells besides what is seen: who took it, where, with what, and what some program noted. Its
 * pixels stay byte for byte. What can't be followed to its end stays whole, for whoever reads it to refuse.
 */
export function barePicture(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return barePng(Buffer.from(bytes)) ?? bytes;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bareJpeg(Buffer.from(bytes)) ?? bytes;
  return Buffer.from(bareSvg(Buffer.from(bytes).toString('utf8')));
}

function barePng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return undefined;
    if (SEEN.includes(kind)) kept.push(bytes.subarray(at, end));
    if (kind === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

/** Keeps the segments of JFIF and Adobe, profiles of colours, and which way up it is. */
function bareJpeg(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    const segment = bytes.subarray(at, marker === 0xda ? endOfScan(bytes, end) : end);
    const isNoted = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    const isProfile = marker === 0xe2 && segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
    if (!isNoted || isProfile) kept.push(segment);
    else if (marker === 0xe1) append(kept, uprightOf(segment));
    at += segment.length;
  }
  return undefined;
}

/** Where the next marker stands after what is coded: in there, one is followed by a zero, or restarts. */
function endOfScan(bytes: Buffer, start: number): number {
  for (
    let at = bytes.indexOf(0xff, start);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** An Exif segment with nothing but the orientation of another. */
function uprightOf(segment: Buffer): Buffer[] {
  if (segment.toString('latin1', 4, 8) !== 'Exif' || segment.length < 20) return [];
  const isLittle = segment.toString('latin1', 10, 12) === 'II';
  const read = (at: number, length: 2 | 4) => {
    if (at + length > segment.length) return 0;
    return isLittle ? segment.readUIntLE(at, length) : segment.readUIntBE(at, length);
  };
  const start = 10 + read(14, 4);
  for (let i = 0; i < read(start, 2); i += 1) {
    const at = start + 2 + 12 * i;
    const orientation = read(at + 8, 2);
    if (read(at, 2) !== 0x112 || orientation < 2 || orientation > 8) continue;
    const own = Buffer.from(
      'ffe10022457869660000' + '49492a0008000000' + '010012010300010000000000000000000000',
      'hex',
    );
    own.writeUInt16LE(orientation, 28);
    return [own];
  }
  return [];
}

/** Without comments, notes of drawing programs and descriptions of who made it. */
function bareSvg(text: string): string {
  const bare = cutOut(cutOut(text, '<!--', '-->'), '<metadata', '</metadata>');
  return bare.replace(/\s(?:sodipodi|inkscape):[\w-]+="[^"]*"/g, '');
}

function cutOut(text: string, begin: string, end: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(begin, at);
    const stop = start < 0 ? -1 : text.indexOf(end, start);
    if (stop < 0) return [...kept, text.slice(at)].join('');
    kept.push(text.slice(at, start));
    at = stop + end.length;
  }
}
