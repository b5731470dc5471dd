import { createHash } from 'node:crypto';
import { formatRef } from './objects.ts';

/** A PDF under construction: numbered objects in the order in which they are written. */
export interface PdfFile {
  /** The number of an object that will be written later. */
  allocate(): number;
  /** Writes an object under a number that was allocated. */
  write(id: number, body: string): void;
  /** Writes a stream; `entries` are those of its dictionary besides `Length`. */
  writeStream(id: number, entries: string, data: Uint8Array | string): void;
  /** Writes an object and returns its number. */
  add(body: string): number;
  /** Hands over what has been written since the last time. */
  take(): Uint8Array;
  /** Writes the cross-reference table and the trailer. */
  end(catalog: number, info: number): void;
}

/** Begins a PDF 1.7. Text that is handed in holds ASCII only; its identifier is a hash of all that was written. */
export function startFile(): PdfFile {
  const offsets: number[] = [0];
  const hash = createHash('sha256');
  let parts: (string | Uint8Array)[] = [];
  let offset = 0;
  let length = 0;
  const put = (part: string | Uint8Array) => {
    parts.push(part);
    offset += part.length;
    length += part.length;
  };
  const take = () => {
    const bytes = Buffer.allocUnsafe(length);
    let at = 0;
    for (const part of parts) {
      if (typeof part === 'string') bytes.write(part, at, 'latin1');
      else bytes.set(part, at);
      at += part.length;
    }
    parts = [];
    length = 0;
    return bytes;
  };
  const file: PdfFile = {
    allocate: () => offsets.push(0) - 1,
    write(id, body) {
      offsets[id] = offset;
      put(`${id} 0 obj\n${body}\nendobj\n`);
      hash.update(body);
    },
    writeStream(id, entries, data) {
      offsets[id] = offset;
      put(`${id} 0 obj\n<<${entries}/Length ${data.length}>>\nstream\n`);
      put(data);
      put('\nendstream\nendobj\n');
      hash.update(data);
    },
    add(body) {
      const id = file.allocate();
      file.write(id, body);
      return id;
    },
    take,
    end(catalog, info) {
      const start = offset;
      const lines = offsets.slice(1).map((at) => `${String(at).padStart(10, '0')} 00000 n \n`);
      const identifier = `<${hash.digest('hex').slice(0, 32)}>`;
      put(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.join('')}`);
      put(
        `trailer\n<</Size ${offsets.length}/Root ${formatRef(catalog)}/Info ${formatRef(info)}/ID[${identifier}${identifier}]>>\nstartxref\n${start}\n%%EOF\n`,
      );
    },
  };
  // Four bytes above 127 mark the file as binary (7.5.2).
  put('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  return file;
}
