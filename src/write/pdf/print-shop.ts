import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { once } from '../../model/memory.ts';
import { PRESS_PROFILE, readShipped } from '../../model/shipped.ts';
import { FLATE, type PdfFile, Written } from './file.ts';
import { formatRef, formatText } from './objects.ts';

/** The characterised printing condition of the profile, by its name in the registry of the ICC. */
const CONDITION = 'CGATS TR 001';
const REGISTRY = 'http://www.color.org';
const INFO = 'Web offset on coated paper; handbill prints black and one spot colour alone';

const profile = once(() => deflateSync(readShipped(PRESS_PROFILE), { level: 9 }));

/** Writes the output intent of PDF/X-4 with its profile (ISO 15930-7, 6.2; ISO 32000-1, 14.11.5); an entry of the catalog. */
export function writeOutputIntent(file: PdfFile): { readonly OutputIntents: Written } {
  const object = file.allocate();
  file.writeStream(object, { ...FLATE, N: 4, Alternate: 'DeviceCMYK' }, profile());
  return {
    OutputIntents: new Written(
      `[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier${formatText(CONDITION)}` +
        `/RegistryName${formatText(REGISTRY)}/Info${formatText(INFO)}/DestOutputProfile ${formatRef(object)}>>]`,
    ),
  };
}

/** The properties that PDF/X-4 asks of the XMP packet (ISO 15930-7, 6.7); the same pages have the same identifier. */
export function printShopProperties(date: string, pages: readonly string[]): string[] {
  const hash = createHash('sha256').update(pages.join('\n')).digest('hex').slice(0, 32);
  return [
    '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>',
    '<pdf:Trapped>False</pdf:Trapped>',
    `<xmp:MetadataDate>${date}T00:00:00Z</xmp:MetadataDate>`,
    `<xmpMM:DocumentID>uuid:${hash.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}</xmpMM:DocumentID>`,
    '<xmpMM:VersionID>1</xmpMM:VersionID>',
    '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
  ];
}
