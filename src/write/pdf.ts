import type { FontBook } from '../layout/fonts.ts';
import type { PagedDocument } from '../model/page.ts';
import { isAccessible } from './pdf/accessible.ts';
import { addDocument, endAssembly, startAssembly } from './pdf/assembly.ts';

/**
 * Draws pages as a tagged PDF 1.7 with its fonts embedded and subset. It claims PDF/UA-1 where it keeps to it.
 * The same document gives the same bytes, whatever was drawn before. Its dates are the document's; no time of day is in it.
 */
export function writePdf(doc: PagedDocument, fonts: FontBook): Uint8Array {
  const pdf = startAssembly(fonts);
  const root = addDocument(pdf, doc, 'Document', pdf.structureRoot);
  endAssembly(pdf, { ...doc, root, isAccessible: isAccessible(doc) });
  return pdf.file.take();
}
