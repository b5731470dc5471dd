import type { FontBook } from '../layout/fonts.ts';
import type { Block, MergedDocument } from '../model/block.ts';
import { once } from '../model/memory.ts';
import type { PlannedFile } from '../plan/planned.ts';
import { writeText } from '../write/text.ts';

/** Asked for once: to look for it again takes longer than a tenth of a letter. */
const pdfWriter = once(() => import('../write/pdf.ts'));

/** The bytes of a planned file. What writes PDFs and mails is loaded with the first of them: texts alone do without. */
export async function renderFile(file: PlannedFile, fonts: FontBook): Promise<Uint8Array> {
  const pdf = file.paged && (await pdfWriter()).writePdf(file.paged, fonts);
  const documents = file.second ? [file.document, file.second] : [file.document];
  switch (file.format) {
    case 'pdf':
      return pdf!;
    case 'txt':
      return new TextEncoder().encode(
        documents
          .map((document) =>
            writeText(document, file.isUnwrapped ? { columns: Number.POSITIVE_INFINITY } : {}),
          )
          .join('\n* * *\n\n'),
      );
    case 'docx':
    case 'odt': {
      const whole = file.second ? joinLanguages(file.document, file.second) : file.document;
      if (file.format === 'docx')
        return (await import('../write/office/docx.ts')).writeDocx(whole, file.office!, file.officeParts!);
      return (await import('../write/office/odt.ts')).writeOdt(whole, file.office!, file.officeParts!);
    }
    case 'eml': {
      const { writeEml } = await import('../write/eml.ts');
      const name = file.path.replace(/^.*\/|\.eml$/g, '');
      const attached = pdf ? [{ name: `${name}.pdf`, type: 'application/pdf', content: pdf }] : [];
      return writeEml(documents, file.mail!, attached);
    }
  }
}

/** A document with its second language behind it, without what stands in places of its own. */
function joinLanguages(document: MergedDocument, second: MergedDocument): MergedDocument {
  const isPlaced = ({ role }: Block) => role === 'sender' || role === 'recipient' || role === 'date';
  const behind = second.blocks.filter((block) => document.material !== 'letter' || !isPlaced(block));
  const { language } = second;
  return { ...document, blocks: [...document.blocks, ...behind.map((block) => ({ language, ...block }))] };
}
