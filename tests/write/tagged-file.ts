import { readTables, type Tables } from '../../src/write/pdf/sfnt.ts';
import { idOf, type Painted, readContent } from './content-reader.ts';
import { type PdfDict, PdfReader, type PdfValue, textOf } from './pdf-reader.ts';

/** A structure element of a file, with those around it. */
export interface Element {
  readonly type: string;
  readonly dict: PdfDict;
  readonly parent: Element | undefined;
  readonly children: readonly Element[];
  /** Annotations that it holds. */
  readonly annotations: readonly string[];
}

/** A font as text uses it. */
export interface UsedFont {
  readonly reference: string;
  readonly dict: PdfDict;
  readonly descendant: PdfDict;
  readonly descriptor: PdfDict;
  /** Codes that text has. */
  readonly codes: ReadonlySet<number>;
  /** The glyph of a code, by `CIDToGIDMap`. */
  readonly glyphOf: (code: number) => number;
  /** Text by code, from `ToUnicode`. */
  readonly unicode: ReadonlyMap<number, string>;
  /** Thousandths of the size by code, from `W`. */
  readonly widths: ReadonlyMap<number, number>;
  /** Tables of the embedded TrueType program. */
  readonly tables: Tables;
}

/** A produced file, opened far enough to judge it by the Matterhorn Protocol. */
export class TaggedFile extends PdfReader {
  /** What each page paints. */
  readonly painted: readonly (readonly Painted[])[];
  /** All structure elements in reading order. */
  readonly elements: readonly Element[];
  readonly fonts: readonly UsedFont[];
  readonly annotations: readonly {
    readonly page: PdfDict;
    readonly reference: string;
    readonly dict: PdfDict;
  }[];
  readonly metadata: string;

  constructor(pdf: Uint8Array) {
    super(pdf);
    this.painted = this.pages.map((page) => readContent(this.content(page)));
    const elements: Element[] = [];
    for (const kid of this.array(this.dict(this.catalog['/StructTreeRoot'])['/K'])) {
      this.readElement(this.dict(kid), undefined, elements);
    }
    this.elements = elements;
    this.fonts = this.readFonts();
    this.annotations = this.pages.flatMap((reference) => {
      const page = this.dict(reference);
      return this.array(page['/Annots']).map((a) => ({ page, reference: a as string, dict: this.dict(a) }));
    });
    this.metadata = this.stream(this.catalog['/Metadata']).data.toString('utf8');
  }

  private readElement(dict: PdfDict, parent: Element | undefined, all: Element[]): Element {
    const children: Element[] = [];
    const annotations: string[] = [];
    const element = { type: String(dict['/S']).slice(1), dict, parent, children, annotations };
    all.push(element);
    for (const kid of this.array(dict['/K'])) {
      if (typeof kid === 'number') continue;
      const inner = this.dict(kid);
      if (inner['/Type'] === '/OBJR') annotations.push(inner['/Obj'] as string);
      else if (inner['/Type'] !== '/MCR') children.push(this.readElement(inner, element, all));
    }
    return element;
  }

  private readFonts(): UsedFont[] {
    const used = new Map<string, Set<number>>();
    this.pages.forEach((page, i) => {
      const resources = this.dict(this.dict(page)['/Resources']);
      const fonts = (this.resolve(resources['/Font']) ?? {}) as PdfDict;
      for (const { font, glyphs } of this.painted[i]!) {
        if (font === undefined) continue;
        const reference = fonts[font] as string;
        const all = used.get(reference) ?? new Set();
        for (const glyph of glyphs) all.add(glyph);
        used.set(reference, all);
      }
    });
    return [...used].map(([reference, codes]) => {
      const dict = this.dict(reference);
      const descendant = this.dict(this.array(dict['/DescendantFonts'])[0]);
      const descriptor = this.dict(descendant['/FontDescriptor']);
      const program = this.stream(descriptor['/FontFile2']).data;
      const unicode = readUnicode(this.stream(dict['/ToUnicode']).data.toString('latin1'));
      const widths = this.readWidths(descendant);
      const map = descendant['/CIDToGIDMap'];
      const glyphs = map === '/Identity' ? undefined : this.stream(map).data;
      return {
        reference,
        dict,
        descendant,
        descriptor,
        codes,
        glyphOf: (code) => (glyphs ? glyphs.readUInt16BE(2 * code) : code),
        unicode,
        widths,
        tables: readTables(program),
      };
    });
  }

  private readWidths(descendant: PdfDict): Map<number, number> {
    const widths = new Map<number, number>();
    const entries = this.array(descendant['/W']);
    for (let i = 0; i + 1 < entries.length; i += 2) {
      this.array(entries[i + 1]).forEach((width, k) => {
        widths.set(Number(entries[i]) + k, Number(width));
      });
    }
    return widths;
  }

  /** Marked content in the order of the structure: its properties, and the text of its runs glyph by glyph. */
  contentInOrder(): { readonly properties: string; readonly runs: readonly string[] }[] {
    const inOrder: { properties: string; runs: string[] }[] = [];
    const read = (kid: PdfValue, page: PdfValue | undefined): void => {
      if (typeof kid === 'number') inOrder.push(this.markedContent(this.pages.indexOf(page as string), kid));
      else {
        const dict = this.dict(kid);
        const on = dict['/Pg'] ?? page;
        if (dict['/MCID'] !== undefined) read(dict['/MCID'], on);
        else if (dict['/K'] !== undefined) for (const inner of this.array(dict['/K'])) read(inner, on);
      }
    };
    read(this.dict(this.catalog['/StructTreeRoot'])['/K'] as string, undefined);
    return inOrder;
  }

  private markedContent(page: number, id: number): { properties: string; runs: string[] } {
    const painted = this.painted[page]!.filter(({ marks }) => marks.some((mark) => idOf(mark) === id));
    const fonts = this.dict(this.dict(this.dict(this.pages[page])['/Resources'])['/Font']);
    const runs = painted.map(({ font, glyphs }) => {
      const used = this.fonts.find(({ reference }) => font !== undefined && fonts[font] === reference);
      return glyphs.map((glyph) => used?.unicode.get(glyph) ?? '').join('');
    });
    return { properties: painted[0]?.marks[0]?.properties ?? '', runs };
  }

  /** Text of an entry; undefined where it is missing. */
  text(value: PdfDict[string] | undefined): string | undefined {
    return value === undefined ? undefined : textOf(this.resolve(value));
  }
}

function readUnicode(map: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, block] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of block!.matchAll(/<([0-9a-f]{4})><([0-9a-f]+)>/g)) {
      texts.set(Number.parseInt(code!, 16), Buffer.from(text!, 'hex').swap16().toString('utf16le'));
    }
  }
  for (const [, block] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, text] of block!.matchAll(/<([0-9a-f]{4})><([0-9a-f]{4})><([0-9a-f]{4})>/g)) {
      const [first, last] = [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
      for (let code = first; code <= last; code += 1) {
        texts.set(code, String.fromCharCode(Number.parseInt(text!, 16) + code - first));
      }
    }
  }
  return texts;
}
