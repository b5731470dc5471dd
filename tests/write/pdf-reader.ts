import { runOnFile } from '../tools.ts';

/** A value of a PDF as qpdf tells it in JSON: names with `/`, references as `5 0 R`, strings with `u:` or `b:`. */
export type PdfValue = string | number | boolean | null | PdfValue[] | PdfDict;
export interface PdfDict {
  readonly [name: string]: PdfValue;
}

export interface PdfStream {
  readonly dict: PdfDict;
  readonly data: Buffer;
}

/** A PDF read with qpdf, by its objects. */
export class PdfReader {
  readonly catalog: PdfDict;
  readonly info: PdfDict;
  readonly trailer: PdfDict;
  private readonly objects: Record<string, { value?: PdfValue; stream?: { dict: PdfDict; data?: string } }>;

  constructor(pdf: Uint8Array) {
    const options = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized'];
    const json = runOnFile('qpdf', (file) => [...options, file], pdf);
    this.objects = JSON.parse(json.toString('utf8')).qpdf[1];
    this.trailer = this.objects.trailer!.value as PdfDict;
    this.catalog = this.dict(this.trailer['/Root']);
    this.info = this.dict(this.trailer['/Info']);
  }

  /** The value itself, or the object that it refers to. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value ?? null;
    const object = this.objects[`obj:${value}`];
    return object?.stream ? object.stream.dict : (object?.value ?? null);
  }

  dict(value: PdfValue | undefined): PdfDict {
    const found = this.resolve(value);
    if (typeof found !== 'object' || found === null || Array.isArray(found))
      throw new Error(`No dictionary: ${JSON.stringify(found)}`);
    return found;
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    if (found === null) return [];
    return Array.isArray(found) ? found : [found];
  }

  stream(value: PdfValue | undefined): PdfStream {
    const stream = this.objects[`obj:${value as string}`]?.stream;
    if (!stream) throw new Error(`No stream: ${JSON.stringify(value)}`);
    return { dict: stream.dict, data: Buffer.from(stream.data ?? '', 'base64') };
  }

  /** References of all pages. */
  get pages(): readonly string[] {
    return this.array(this.dict(this.catalog['/Pages'])['/Kids']) as string[];
  }

  /** The operators of a page. */
  content(page: string): string {
    const contents = this.dict(page)['/Contents'];
    const parts = Array.isArray(contents) ? contents : [contents];
    return parts.map((part) => this.stream(part).data.toString('latin1')).join('\n');
  }

  /** References of all dictionaries that pass. */
  find(test: (dict: PdfDict) => boolean): string[] {
    return Object.keys(this.objects).flatMap((key) => {
      const reference = key.slice('obj:'.length);
      const value = key.startsWith('obj:') ? this.resolve(reference) : null;
      return typeof value === 'object' && value !== null && !Array.isArray(value) && test(value)
        ? [reference]
        : [];
    });
  }
}

/** The text of a string value. */
export function textOf(value: PdfValue | undefined): string {
  if (typeof value !== 'string') throw new Error(`No string: ${JSON.stringify(value)}`);
  return value.replace(/^u:/, '');
}
