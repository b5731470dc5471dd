import type { FontBook } from '../layout/fonts.ts';
import type { PagedDocument } from '../model/page.ts';
import { isAccessible } from './pdf/accessible.ts';
import { isArchival } from './pdf/archive.ts';
import { addDocument, drawDocument, endAssembly, startAssembly } from './pdf/assembly.ts';
import { formatEnd, ID_LENGTH } from './pdf/cross-references.ts';
import type { Description } from './pdf/file.ts';
import { Written } from './pdf/file.ts';
import { FontUses } from './pdf/font-uses.ts';
import { writeFromMaster } from './pdf/master.ts';
import { formatRef } from './pdf/objects.ts';

/**
 * Draws pages as a tagged PDF 1.7 with its fonts embedded and subset. It claims PDF/UA-1, and
 * PDF/A-2a, where it keeps to them.
 * The same document gives the same bytes, whatever was drawn before. Its dates are the document's; no time of day is in it.
 */
export function writePdf(doc: PagedDocument, fonts: FontBook): Uint8Array {
  return writeFromMaster(doc, fonts);
}

/** A print run: what the whole file tells of itself, and where its bytes go. */
interface CombinedPdfOptions extends Description {
  readonly fonts: FontBook;
  /** For printing on both sides: a blank page fills up each odd document, so that none begins on another's back. */
  readonly duplex?: boolean | undefined;
  /** Takes the file's bytes in order; the next ones wait for it. */
  readonly sink: (chunk: Uint8Array) => void | Promise<void>;
}

/** A print run that is being written. */
export interface CombinedPdf {
  /** Draws a document behind the others; the outline leads to it under `entry`. */
  add(doc: PagedDocument, entry: string): Promise<void>;
  /** Ends the file. A run without documents is no PDF. */
  end(): Promise<void>;
}

/**
 * Begins one PDF of many documents, each a section of it: fonts and repeated blocks are stored once, an outline names
 * each document, page labels count within it (`12.1` is page 1 of the twelfth). Each document goes to the sink as soon
 * as it is drawn, so that a run of any length needs the same room.
 */
export function startCombinedPdf(options: CombinedPdfOptions): CombinedPdf {
  const { fonts, duplex = false, sink } = options;
  const uses = new FontUses(fonts);
  const pdf = startAssembly(uses, options);
  const { file } = pdf;
  const root = file.allocate();
  const sections: number[] = [];
  const labels: string[] = [];
  let [accessible, archival] = [true, true];
  return {
    async add(doc, entry) {
      const first = file.pages.length;
      const drawn = drawDocument(doc, uses);
      sections.push(addDocument(pdf, doc, drawn, 'Sect', root));
      const last = doc.pages.at(-1);
      if (duplex && last && doc.pages.length % 2 === 1) file.addPage(last.width, last.height);
      file.addOutline(entry, first);
      labels.push(`${first}<</S/D/P(${sections.length}.)>>`);
      accessible &&= isAccessible(doc, drawn.tree);
      archival &&= isArchival(doc);
      await sink(file.take());
    },
    async end() {
      const kids = sections.map(formatRef).join(' ');
      file.write(root, `<</Type/StructElem/S/Document/P ${formatRef(file.structureRoot)}/K[${kids}]>>`);
      const PageLabels = new Written(`<</Nums[${labels.join(' ')}]>>`);
      const finish = { ...options, root, isAccessible: accessible, isArchival: archival };
      const { references, hash } = endAssembly(pdf, finish, { PageLabels });
      await sink(file.take());
      await sink(formatEnd(references, file.length, hash.digest().toString('hex', 0, ID_LENGTH)));
    },
  };
}
