import type { FontBook } from '../layout/fonts.ts';
import type { PlannedFile } from '../plan/plan.ts';
import { writePdf } from '../write/pdf.ts';
import { writeText } from '../write/text.ts';

/** The bytes of a planned file. */
export async function renderFile(file: PlannedFile, fonts: FontBook): Promise<Uint8Array> {
  return file.paged ? writePdf(file.paged, fonts) : new TextEncoder().encode(writeText(file.document, {}));
}
