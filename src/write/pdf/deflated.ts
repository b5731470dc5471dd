import { deflateSync } from 'node:zlib';

/** Data compressed as well as can be. A copy, to be kept: what zlib gives lies in a piece of 16 KB, however short it is. */
export function deflated(data: string | Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(data, { level: 9 }));
}
