import { expect, test } from 'vitest';
import { describeWith, runOnFile } from '../tools.ts';
import { idOf } from './content-reader.ts';
import { accessibleSamples } from './samples.ts';
import { type Element, TaggedFile } from './tagged-file.ts';

/** A condition under which a file fails, and how we know that ours don't. */
interface Condition {
  readonly id: string;
  /** The failure, in short. */
  readonly failure: string;
  /** Why it can't occur in what handbill writes; such a condition is looked at all the same. */
  readonly never?: string;
  /** What fails in a file; nothing in a good one. */
  readonly find: (file: TaggedFile) => readonly unknown[];
}

const typed = (file: TaggedFile, ...types: string[]) => file.elements.filter((e) => types.includes(e.type));
const objects = (file: TaggedFile, entry: string, value: string) =>
  file.find((dict) => dict[entry] === value);
const when = (fails: boolean, what: unknown = true) => (fails ? [what] : []);
const isIn = (element: Element, ...types: string[]) => types.includes(element.parent?.type ?? '');

const STANDARD =
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  );
const NO_FORMS = 'handbill writes no form fields';
const NO_LAYERS = 'handbill writes no optional content';
const NO_ENCRYPTION = 'handbill encrypts nothing';
const ONLY_LINKS = 'links are the only annotations';
const ONLY_TYPE_0 = 'every font is a Type 0 font';
const IDENTITY = 'every font is encoded by Identity-H';
const NO_TYPE = 'the page model has no such structure type';
const kinds = (file: TaggedFile) =>
  file.annotations.filter(({ dict }) => dict['/Subtype'] !== '/Link').map(({ dict }) => dict['/Subtype']);
const forms = (file: TaggedFile) => when(file.catalog['/AcroForm'] !== undefined);
const layers = (file: TaggedFile) => when(file.catalog['/OCProperties'] !== undefined);
const encryption = (file: TaggedFile) => when(file.trailer['/Encrypt'] !== undefined);
const otherFonts = (file: TaggedFile) => file.fonts.filter(({ dict }) => dict['/Subtype'] !== '/Type0');
const otherEncodings = (file: TaggedFile) =>
  file.fonts.filter(({ dict }) => dict['/Encoding'] !== '/Identity-H');
const withoutLanguage = (file: TaggedFile) =>
  when(!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(file.text(file.catalog['/Lang']) ?? ''));
const headings = (file: TaggedFile) =>
  file.elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
const unmapped = (file: TaggedFile) =>
  file.fonts.flatMap(({ codes, unicode }) => [...codes].filter((code) => !unicode.get(code)));
const unicodes = (file: TaggedFile) => file.fonts.flatMap(({ unicode }) => [...unicode.values()]);

/** All 87 conditions of the Matterhorn Protocol 1.1 that a machine can tell. */
const CONDITIONS: readonly Condition[] = [
  {
    id: '01-003',
    failure: 'an artifact inside tagged content',
    find: (file) =>
      file.painted.flat().filter(({ marks }) => {
        const artifact = marks.findIndex(({ tag }) => tag === '/Artifact');
        return marks.slice(0, Math.max(artifact, 0)).some((mark) => idOf(mark) !== undefined);
      }),
  },
  {
    id: '01-004',
    failure: 'tagged content inside an artifact',
    find: (file) =>
      file.painted.flat().filter(({ marks }) => {
        const artifact = marks.findIndex(({ tag }) => tag === '/Artifact');
        return artifact >= 0 && marks.slice(artifact).some((mark) => idOf(mark) !== undefined);
      }),
  },
  {
    id: '01-005',
    failure: 'content that is neither an artifact nor tagged',
    find: (file) =>
      file.painted
        .flat()
        .filter(({ marks }) => !marks.some((mark) => mark.tag === '/Artifact' || idOf(mark) !== undefined)),
  },
  {
    id: '01-007',
    failure: 'Suspects is true',
    find: (file) => when(file.dict(file.catalog['/MarkInfo'])['/Suspects'] === true),
  },
  {
    id: '02-001',
    failure: 'a structure type that leads to no standard type',
    find: (file) => file.elements.filter(({ type }) => !STANDARD.includes(type)),
  },
  {
    id: '02-003',
    failure: 'a circle in the role map',
    never: 'there is no role map',
    find: (file) => when(file.dict(file.catalog['/StructTreeRoot'])['/RoleMap'] !== undefined),
  },
  {
    id: '02-004',
    failure: 'a standard type with another role',
    never: 'there is no role map',
    find: (file) => when(file.dict(file.catalog['/StructTreeRoot'])['/RoleMap'] !== undefined),
  },
  { id: '06-001', failure: 'no XMP metadata', find: (file) => when(!file.metadata.includes('<x:xmpmeta')) },
  {
    id: '06-002',
    failure: 'no PDF/UA identifier',
    find: (file) => when(!file.metadata.includes('<pdfuaid:part>1</pdfuaid:part>')),
  },
  {
    id: '06-003',
    failure: 'no title in the metadata',
    find: (file) => when(!/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</.test(file.metadata)),
  },
  {
    id: '07-001',
    failure: 'nothing says that the title is to be shown',
    find: (file) => when(file.dict(file.catalog['/ViewerPreferences'])['/DisplayDocTitle'] === undefined),
  },
  {
    id: '07-002',
    failure: 'the title is not to be shown',
    find: (file) => when(file.dict(file.catalog['/ViewerPreferences'])['/DisplayDocTitle'] === false),
  },
  {
    id: '09-004',
    failure: 'a table that is built wrongly',
    find: (file) => [
      ...typed(file, 'TR').filter((e) => !isIn(e, 'Table', 'THead', 'TBody', 'TFoot')),
      ...typed(file, 'TH', 'TD').filter((e) => !isIn(e, 'TR')),
      ...typed(file, 'Table').flatMap((e) => e.children.filter((c) => c.type !== 'TR')),
      ...typed(file, 'TR').flatMap((e) => e.children.filter((c) => c.type !== 'TH' && c.type !== 'TD')),
    ],
  },
  {
    id: '09-005',
    failure: 'a list that is built wrongly',
    find: (file) => [
      ...typed(file, 'LI').filter((e) => !isIn(e, 'L')),
      ...typed(file, 'Lbl', 'LBody').filter((e) => !isIn(e, 'LI')),
      ...typed(file, 'L').flatMap((e) => e.children.filter((c) => c.type !== 'LI' && c.type !== 'L')),
      ...typed(file, 'LI').flatMap((e) => e.children.filter((c) => c.type !== 'Lbl' && c.type !== 'LBody')),
    ],
  },
  {
    id: '09-006',
    failure: 'a table of contents that is built wrongly',
    never: NO_TYPE,
    find: (file) => typed(file, 'TOC', 'TOCI'),
  },
  {
    id: '09-007',
    failure: 'Ruby that is built wrongly',
    never: NO_TYPE,
    find: (file) => typed(file, 'Ruby', 'RB', 'RT', 'RP'),
  },
  {
    id: '09-008',
    failure: 'Warichu that is built wrongly',
    never: NO_TYPE,
    find: (file) => typed(file, 'Warichu', 'WT', 'WP'),
  },
  { id: '10-001', failure: 'a glyph without a character', find: unmapped },
  { id: '11-001', failure: 'text of no language', find: withoutLanguage },
  { id: '11-002', failure: 'alternative text of no language', find: withoutLanguage },
  { id: '11-003', failure: 'outline entries of no language', find: withoutLanguage },
  { id: '11-004', failure: 'contents of an annotation of no language', find: withoutLanguage },
  { id: '11-005', failure: 'a form field of no language', never: NO_FORMS, find: forms },
  {
    id: '11-006',
    failure: 'metadata of no language',
    find: (file) => when(!file.metadata.includes('xml:lang="x-default"') || withoutLanguage(file).length > 0),
  },
  {
    id: '13-004',
    failure: 'a figure without alternative text',
    find: (file) =>
      typed(file, 'Figure').filter(({ dict }) => !file.text(dict['/Alt']) && !file.text(dict['/ActualText'])),
  },
  {
    id: '14-002',
    failure: 'the first heading is not H1',
    find: (file) => when((headings(file)[0] ?? 1) !== 1),
  },
  {
    id: '14-003',
    failure: 'a level of headings is left out',
    find: (file) => headings(file).filter((level, i, all) => i > 0 && level > all[i - 1]! + 1),
  },
  { id: '14-006', failure: 'a node with two H', never: NO_TYPE, find: (file) => typed(file, 'H') },
  { id: '14-007', failure: 'both H and H1', never: NO_TYPE, find: (file) => typed(file, 'H') },
  {
    id: '15-003',
    failure: 'a head cell without scope',
    find: (file) => typed(file, 'TH').filter(({ dict }) => !file.dict(dict['/A'])['/Scope']),
  },
  {
    id: '17-002',
    failure: 'a formula without alternative text',
    never: NO_TYPE,
    find: (file) => typed(file, 'Formula'),
  },
  {
    id: '17-003',
    failure: 'a formula without characters',
    never: NO_TYPE,
    find: (file) => typed(file, 'Formula'),
  },
  { id: '19-003', failure: 'a note without ID', never: NO_TYPE, find: (file) => typed(file, 'Note') },
  { id: '19-004', failure: 'two notes with one ID', never: NO_TYPE, find: (file) => typed(file, 'Note') },
  { id: '20-001', failure: 'a layer configuration without name', never: NO_LAYERS, find: layers },
  { id: '20-002', failure: 'a default layer configuration without name', never: NO_LAYERS, find: layers },
  { id: '20-003', failure: 'layers that switch by themselves', never: NO_LAYERS, find: layers },
  {
    id: '21-001',
    failure: 'an embedded file without F and UF',
    never: 'handbill embeds no files',
    find: (file) => objects(file, '/Type', '/Filespec'),
  },
  { id: '25-001', failure: 'a dynamic XFA form', never: NO_FORMS, find: forms },
  { id: '26-001', failure: 'encryption without permissions', never: NO_ENCRYPTION, find: encryption },
  { id: '26-002', failure: 'encryption that shuts out readers', never: NO_ENCRYPTION, find: encryption },
  { id: '28-002', failure: 'an annotation outside Annot', never: ONLY_LINKS, find: kinds },
  {
    id: '28-004',
    failure: 'an annotation without a description',
    find: (file) => file.annotations.filter(({ dict }) => !file.text(dict['/Contents'])?.trim()),
  },
  { id: '28-005', failure: 'a form field without a description', never: NO_FORMS, find: forms },
  { id: '28-006', failure: 'an annotation of an unknown kind', never: ONLY_LINKS, find: kinds },
  { id: '28-007', failure: 'a TrapNet annotation', never: ONLY_LINKS, find: kinds },
  {
    id: '28-008',
    failure: 'a page with annotations without Tabs',
    find: (file) => file.annotations.filter(({ page }) => page['/Tabs'] === undefined),
  },
  {
    id: '28-009',
    failure: 'a page with annotations in another order than the structure’s',
    find: (file) => file.annotations.filter(({ page }) => page['/Tabs'] !== '/S'),
  },
  { id: '28-010', failure: 'a widget outside Form', never: NO_FORMS, find: forms },
  {
    id: '28-011',
    failure: 'a link annotation outside Link',
    find: (file) => {
      const held = typed(file, 'Link').flatMap((link) => link.annotations);
      return file.annotations.filter(({ reference }) => !held.includes(reference));
    },
  },
  {
    id: '28-012',
    failure: 'a link annotation without a description',
    find: (file) => file.annotations.filter(({ dict }) => !file.text(dict['/Contents'])?.trim()),
  },
  { id: '28-014', failure: 'a media clip without CT', never: ONLY_LINKS, find: kinds },
  { id: '28-015', failure: 'a media clip without Alt', never: ONLY_LINKS, find: kinds },
  { id: '28-016', failure: 'an attached file that breaks 7.11', never: ONLY_LINKS, find: kinds },
  { id: '28-017', failure: 'a printer’s mark in the structure', never: ONLY_LINKS, find: kinds },
  { id: '28-018', failure: 'a printer’s mark that is no artifact', never: ONLY_LINKS, find: kinds },
  {
    id: '30-001',
    failure: 'a reference XObject',
    never: 'handbill writes no form XObjects',
    find: (file) => objects(file, '/Subtype', '/Form'),
  },
  {
    id: '30-002',
    failure: 'a form XObject with marked content that is drawn twice',
    never: 'handbill writes no form XObjects',
    find: (file) => objects(file, '/Subtype', '/Form'),
  },
  {
    id: '31-001',
    failure: 'registries of a CMap and its font differ',
    never: IDENTITY,
    find: otherEncodings,
  },
  { id: '31-002', failure: 'orderings of a CMap and its font differ', never: IDENTITY, find: otherEncodings },
  {
    id: '31-003',
    failure: 'the supplement of a font is below its CMap’s',
    never: IDENTITY,
    find: otherEncodings,
  },
  {
    id: '31-004',
    failure: 'CIDToGIDMap is neither a stream nor Identity',
    find: (file) =>
      file.fonts.filter(({ descendant, codes, glyphOf, tables }) => {
        if (descendant['/CIDToGIDMap'] === '/Identity') return false;
        const count = tables.get('maxp')!.getUint16(4);
        return [...codes].some((code) => glyphOf(code) === 0 || glyphOf(code) >= count);
      }),
  },
  {
    id: '31-005',
    failure: 'no CIDToGIDMap',
    find: (file) => file.fonts.filter(({ descendant }) => descendant['/CIDToGIDMap'] === undefined),
  },
  {
    id: '31-006',
    failure: 'a CMap that is neither known nor embedded',
    never: IDENTITY,
    find: otherEncodings,
  },
  { id: '31-007', failure: 'a CMap of two writing modes', never: IDENTITY, find: otherEncodings },
  { id: '31-008', failure: 'a CMap that refers to an unknown one', never: IDENTITY, find: otherEncodings },
  {
    id: '31-009',
    failure: 'a font that is not embedded',
    find: (file) => file.fonts.filter(({ tables }) => !tables.has('glyf')),
  },
  {
    id: '31-011',
    failure: 'an embedded font without a glyph that is shown',
    find: (file) =>
      file.fonts.flatMap(({ codes, glyphOf, unicode, tables }) =>
        [...codes].filter((code) => {
          const glyph = glyphOf(code);
          // A blank one without width tells the marks of the letter before it, which another glyph draws.
          return (
            outlineLength(tables, glyph) <= 0 &&
            advanceIn(tables, glyph) > 0 &&
            /[^\s\u200f]/.test(unicode.get(code) ?? '')
          );
        }),
      ),
  },
  { id: '31-012', failure: 'CharSet leaves glyphs out', never: ONLY_TYPE_0, find: otherFonts },
  { id: '31-013', failure: 'CharSet names glyphs that aren’t there', never: ONLY_TYPE_0, find: otherFonts },
  {
    id: '31-014',
    failure: 'CIDSet leaves glyphs out',
    never: 'handbill writes no CIDSet',
    find: (file) => file.fonts.filter(({ descriptor }) => descriptor['/CIDSet'] !== undefined),
  },
  {
    id: '31-015',
    failure: 'CIDSet names glyphs that aren’t there',
    never: 'handbill writes no CIDSet',
    find: (file) => file.fonts.filter(({ descriptor }) => descriptor['/CIDSet'] !== undefined),
  },
  {
    id: '31-016',
    failure: 'a width that differs from the font program’s by more than a thousandth',
    find: (file) =>
      file.fonts.flatMap(({ codes, glyphOf, widths, tables }) =>
        [...codes].filter((code) => Math.abs(advanceIn(tables, glyphOf(code)) - widths.get(code)!) > 1),
      ),
  },
  ...(
    [
      ['31-017', 'a non-symbolic TrueType font without a fitting cmap'],
      ['31-018', 'a glyph that no non-symbolic cmap has'],
      ['31-019', 'a non-symbolic TrueType font without Encoding'],
      ['31-020', 'an Encoding without BaseEncoding'],
      ['31-021', 'an Encoding other than MacRoman and WinAnsi'],
      ['31-022', 'Differences with unknown glyph names'],
      ['31-023', 'Differences without a Microsoft Unicode cmap'],
      ['31-024', 'a symbolic TrueType font with Encoding'],
      ['31-025', 'a symbolic TrueType font without cmap'],
      ['31-026', 'a symbolic TrueType font without a Symbol cmap'],
    ] as const
  ).map(([id, failure]) => ({ id, failure, never: ONLY_TYPE_0, find: otherFonts })),
  {
    id: '31-027',
    failure: 'no ToUnicode',
    find: (file) => file.fonts.filter(({ dict }) => dict['/ToUnicode'] === undefined),
  },
  {
    id: '31-028',
    failure: 'ToUnicode has zero',
    find: (file) => unicodes(file).filter((text) => text.includes('\0')),
  },
  {
    id: '31-029',
    failure: 'ToUnicode has U+FEFF or U+FFFE',
    find: (file) => unicodes(file).filter((text) => /[\ufeff\ufffe]/.test(text)),
  },
  {
    id: '31-030',
    failure: 'text shows .notdef',
    find: (file) => file.fonts.filter(({ codes, glyphOf }) => [...codes].some((code) => glyphOf(code) === 0)),
  },
];

/** Bytes of a glyph's outline in a TrueType program. */
function outlineLength(tables: TaggedFile['fonts'][number]['tables'], glyph: number): number {
  const loca = tables.get('loca')!;
  const isLong = tables.get('head')!.getInt16(50) === 1;
  const at = (i: number) => (isLong ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  return at(glyph + 1) - at(glyph);
}

/** Advance width of a glyph in a TrueType program, in thousandths. */
function advanceIn(tables: TaggedFile['fonts'][number]['tables'], glyph: number): number {
  const last = tables.get('hhea')!.getUint16(34) - 1;
  const units = tables.get('head')!.getUint16(18);
  return (tables.get('hmtx')!.getUint16(4 * Math.min(glyph, last)) * 1000) / units;
}

test('the table has all 87 conditions, each once', () => {
  expect(new Set(CONDITIONS.map(({ id }) => id)).size).toBe(CONDITIONS.length);
  expect(CONDITIONS).toHaveLength(87);
});

const samples = await accessibleSamples();

describeWith(['qpdf'], 'Matterhorn Protocol 1.1', () => {
  const files = samples.map(([name, pdf]) => [name, new TaggedFile(pdf)] as const);

  test.each(samples)('%s: qpdf finds nothing to say against it', (_, pdf) => {
    expect(runOnFile('qpdf', (file) => ['--check', file], pdf).toString()).toMatch(
      /No syntax or stream encoding errors/,
    );
  });

  test.each(CONDITIONS)('$id: $failure', ({ find }) => {
    for (const [name, file] of files) expect(find(file), name).toEqual([]);
  });
});
