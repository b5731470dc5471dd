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
  /** Writes the cross-reference table and the trailer, and hands over the rest. */
  end(catalog: number, info: number): Uint8Array;
}

/** Begins a PDF 1.7. Text that is handed in holds ASCII only; the file's identifier is a hash of all that was written. */
export function startFile(): PdfFile {
  const offsets: number[] = [0];
  const hash = createHash('sha256');
  let parts: (string | Uint8Array)[] = [];
  /** Text that follows the parts. Four bytes above 127 mark the file as binary (7.5.2). */
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  /** Bytes before the text: in the file, and of these since they were last handed over. */
  let before = 0;
  let taken = 0;
  const putBytes = (bytes: Uint8Array) => {
    parts.push(text, bytes);
    before += text.length + bytes.length;
    text = '';
  };
  const take = () => {
    parts.push(text);
    before += text.length;
    text = '';
    const bytes = Buffer.allocUnsafe(before - taken);
    taken = before;
    let at = 0;
    for (const part of parts) {
      if (typeof part === 'string') bytes.write(part, at, 'latin1');
      else bytes.set(part, at);
      at += part.length;
    }
    parts = [];
    hash.update(bytes);
    return bytes;
  };
  const begin = (id: number) => {
    offsets[id] = before + text.length;
    text += `${id} 0 obj\n`;
  };
  const file: PdfFile = {
    allocate: () => offsets.push(0) - 1,
    write(id, body) {
      begin(id);
      text += body;
      text += '\nendobj\n';
    },
    writeStream(id, entries, data) {
      begin(id);
      text += `<<${entries}/Length ${data.length}>>\nstream\n`;
      if (typeof data === 'string') text += data;
      else putBytes(data);
      text += '\nendstream\nendobj\n';
    },
    add(body) {
      const id = file.allocate();
      file.write(id, body);
      return id;
    },
    take,
    end(catalog, info) {
      const rest = take();
      const identifier = `<${hash.digest('hex').slice(0, 32)}>`;
      const lines = offsets.slice(1).map((at) => `${String(at).padStart(10, '0')} 00000 n \n`);
      const trailer = `<</Size ${offsets.length}/Root ${formatRef(catalog)}/Info ${formatRef(info)}/ID[${identifier}${identifier}]>>`;
      const end = `xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.join('')}trailer\n${trailer}\nstartxref\n${before}\n%%EOF\n`;
      return Buffer.concat([rest, Buffer.from(end, 'latin1')]);
    },
  };
  return file;
}
