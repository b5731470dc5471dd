import { inflateSync } from 'node:zlib';

/** A file as text, its object streams taken apart behind it: all of its dictionaries can be looked through. */
export function openObjects(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/\/Type \/ObjStm[^>]*>>\nstream\n/g)].map(({ index, 0: head }) =>
    inflateSync(bytes.subarray(index + head.length)).toString('latin1'),
  );
  return [text, ...streams].join('\n');
}
