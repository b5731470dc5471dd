import { deflateSync } from 'node:zlib';
import { once } from '../../model/memory.ts';
import type { PagedDocument } from '../../model/page.ts';
import { FLATE, type PdfFile, Written } from './file.ts';
import { formatRef, formatText } from './objects.ts';

/**
 * Whether a document that is accessible keeps to PDF/A-2a (ISO 19005-2) too: black and grey alone, so that the grey of the
 * output intent is what its inks mean. Fonts, marks, links and texts are written so in any file.
 */
export function isArchival({ spot, printShop, images }: PagedDocument): boolean {
  return !spot && !printShop && [...(images?.values() ?? [])].every(({ samples }) => samples !== 'rgb8');
}

/** Names of what the XMP packet says of it. */
export const ARCHIVE_NAMES = [
  ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
  ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
].join('');

/** What the XMP packet says: the part and level, and of what schema the part of PDF/UA is (6.6.2.3, 6.6.4). */
export const ARCHIVE_PROPERTIES = [
  '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">' +
    '<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>' +
    '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>' +
    '<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>' +
    '<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>' +
    '</rdf:li></rdf:Bag></pdfaExtension:schemas>',
];

/** Writes the output intent, with what its greys are (6.2.3); an entry of the catalog. */
export function writeArchiveIntent(file: PdfFile): { readonly OutputIntents: Written } {
  const object = file.allocate();
  file.writeStream(object, { ...FLATE, N: 1 }, deflateSync(greyProfile()));
  const intent =
    `/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${formatText('Grey')}` +
    `/Info${formatText('Grey, gamma 2.2')}/DestOutputProfile ${formatRef(object)}`;
  return { OutputIntents: new Written(`[<<${intent}>>]`) };
}

/** A profile of greys with a gamma of 2.2 on the white of D50 (ICC.1:2001-04). */
export const greyProfile = once(makeProfile);

const D50 = [0xf6d6, 0x10000, 0xd32d];

function makeProfile(): Uint8Array {
  const tags = {
    desc: [tag('desc'), words(0, 5), text('Grey\0'), words(0, 0), new Uint8Array(70)],
    cprt: [tag('text'), words(0), text('CC0\0')],
    wtpt: [tag('XYZ '), words(0, ...D50)],
    // One value: a gamma in 256ths.
    kTRC: [tag('curv'), words(0, 1), new Uint8Array([0x02, 0x33])],
  };
  const names = Object.keys(tags) as (keyof typeof tags)[];
  const data = names.map((name) => padded(Buffer.concat(tags[name])));
  const start = 128 + 4 + 12 * names.length;
  const table = names.map((name, i) => {
    const before = data.slice(0, i).reduce((sum, part) => sum + part.length, start);
    const { length } = Buffer.concat(tags[name]);
    return Buffer.concat([tag(name), words(before, length)]);
  });
  const size = data.reduce((sum, part) => sum + part.length, start);
  const head = Buffer.concat([
    words(size, 0, 0x02100000),
    text('mntrGRAYXYZ '),
    // The first of January 2026, at midnight: of what the profile is made, not the file.
    new Uint8Array([0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]),
    text('acsp'),
    words(0, 0, 0, 0, 0, 0, 0, ...D50, 0),
    new Uint8Array(44),
  ]);
  return Buffer.concat([head, words(names.length), ...table, ...data]);
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}

const tag = text;

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, 4 * i);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
