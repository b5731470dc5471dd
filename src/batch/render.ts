import type { FontBook } from '../layout/fonts.ts';
import type { PlannedFile } from '../plan/plan.ts';
import { writePdf } from '../write/pdf.ts';
import { writeText } from '../write/text.ts';

/** The bytes of a planned file. */
export async function renderFile(file: PlannedFile, fonts: FontBook): Promise<Uint8Array> {
  if (file.paged) return writePdf(file.paged, fonts);
  const texts = [file.document, file.second].flatMap((document) => (document ? writeText(document, {}) : []));
  return new TextEncoder().encode(texts.join('\n* * *\n\n'));
}
