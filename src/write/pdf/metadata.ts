import { deflateSync } from 'node:zlib';
import { escapeMarkup } from '../../model/escape.ts';
import { type Description, FLATE, type PdfFile } from './file.ts';

/** Names of what PDF/X asks for besides. */
export const PDFX_NAMES =
  ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"';

/** Writes the XMP packet: the same as the information dictionary, and the standards that the file keeps to. Dates are days. */
export function writeMetadata(
  file: PdfFile,
  description: Description,
  isAccessible: boolean,
  more: readonly string[],
  names: string,
): number {
  const { title, author, language, date } = description;
  const midnight = `${date}T00:00:00Z`;
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(title)}</rdf:li></rdf:Alt></dc:title>`,
    author ? `<dc:creator><rdf:Seq><rdf:li>${escapeMarkup(author)}</rdf:li></rdf:Seq></dc:creator>` : '',
    `<dc:language><rdf:Bag><rdf:li>${escapeMarkup(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>handbill</xmp:CreatorTool><xmp:CreateDate>${midnight}</xmp:CreateDate><xmp:ModifyDate>${midnight}</xmp:ModifyDate>`,
    '<pdf:Producer>handbill</pdf:Producer>',
    isAccessible ? '<pdfuaid:part>1</pdfuaid:part>' : '',
    ...more,
  ];
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"${names}>
${properties.filter((property) => property !== '').join('\n')}
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
  const object = file.allocate();
  const entries = { Type: 'Metadata', Subtype: 'XML' };
  // Print shops have programs that look for the packet without opening the file.
  if (description.printShop) file.writeStream(object, entries, Buffer.from(packet, 'utf8'));
  else file.writeStream(object, { ...FLATE, ...entries }, deflateSync(packet, { level: 9 }));
  return object;
}
