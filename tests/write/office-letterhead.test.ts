import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readXml } from '../../src/read/xml.ts';
import { openZipOf } from '../../src/read/zip.ts';
import { storeZip } from '../../src/write/office/stored-zip.ts';
import { handbill } from '../commands/run.ts';
import { makeFolder } from '../folder.ts';

const SENDER = {
  name: 'Gewerkschaft Beispiel',
  street: 'Beispielstraße 12',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  email: 'mail@example.org',
};
const LETTER = ['letters', '--to', 'kz-de-berlin', '--lang', 'de', '--sender', 'sender.json', '--out', 'o'];
const PATH = 'o/letters/kz-de-berlin.de';

const zipOf = (files: Readonly<Record<string, string>>) =>
  storeZip(new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])));

const ODF = ['office', 'style', 'text', 'drawing', 'manifest']
  .map(
    (name) =>
      `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  )
  .join(' ');

/** A letterhead as LibreOffice writes it: a first page with a header and a picture, text, the name of who wrote it. */
const ODT = {
  mimetype: 'application/vnd.oasis.opendocument.text',
  'styles.xml': `<office:document-styles ${ODF}><office:styles><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Handbill_20_Subject" style:family="paragraph"><style:text-properties fo:color="#c00000"/></style:style></office:styles><office:automatic-styles><style:page-layout style:name="pm2"><style:page-layout-properties fo:margin-top="1.2cm" fo:margin-bottom="12mm" fo:margin-left="25mm" fo:margin-right="20mm"/><style:header-style><style:header-footer-properties fo:min-height="10mm" fo:margin-bottom="5mm"/></style:header-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm2"/><style:master-page style:name="First" style:page-layout-name="pm2"><style:header><text:p>UNION HEAD<draw:frame><draw:image xlink:href="Pictures/logo.png"/></draw:frame></text:p></style:header></style:master-page></office:master-styles></office:document-styles>`,
  'content.xml': `<office:document-content ${ODF}><office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/></office:automatic-styles><office:body><office:text><text:p text:style-name="P1">Old secret text</text:p></office:text></office:body></office:document-content>`,
  'meta.xml': '<meta>Secret Author</meta>',
  'Pictures/logo.png': 'a logo',
  'Pictures/unused.png': 'not shown in a header',
  'Basic/Standard/Macro.xml': '<macro/>',
};

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (each: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each}</Relationships>`;

/** The same as Word writes it, with a list of its own. */
const DOCX = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
  'word/document.xml': `<w:document ${W}><w:body><w:p><w:r><w:t>Old secret text</w:t></w:r></w:p><w:sectPr w:rsidR="00AA"><w:headerReference w:type="default" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1134" w:left="1417"/></w:sectPr></w:body></w:document>`,
  'word/_rels/document.xml.rels': relations(
    `<Relationship Id="rId7" Type="${REL}/header" Target="header1.xml"/><Relationship Id="rId8" Type="${REL}/settings" Target="settings.xml"/>`,
  ),
  'word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>UNION HEAD</w:t></w:r></w:p></w:hdr>`,
  'word/_rels/header1.xml.rels': relations(
    `<Relationship Id="rId1" Type="${REL}/image" Target="media/logo.jpeg"/>`,
  ),
  'word/media/logo.jpeg': 'a logo',
  'word/settings.xml': '<settings>C:/Users/Secret</settings>',
  'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="HandbillSubject"><w:name w:val="Handbill Subject"/></w:style></w:styles>`,
  'docProps/core.xml': '<core>Secret Author</core>',
};

async function layOver(form: 'odt' | 'docx', files: Readonly<Record<string, string>>) {
  const cwd = await makeFolder({ 'sender.json': JSON.stringify(SENDER), [`union.${form}`]: zipOf(files) });
  const ran = await handbill(cwd, [...LETTER, '--format', form, '--letterhead', `union.${form}`, '--json']);
  return { cwd, ran };
}

async function textsOf(file: Buffer): Promise<Map<string, string>> {
  const packed = await openZipOf(file, 'made');
  const texts = new Map<string, string>();
  for (const name of packed.names) {
    const bytes = (await packed.unpack(name))!;
    if (/\.(?:xml|rels)$/.test(name)) readXml(bytes, name, {});
    texts.set(name, bytes.toString('utf8'));
  }
  return texts;
}

test('an .odt keeps page, header and styles of the letterhead, and nothing else of it', async () => {
  const { cwd, ran } = await layOver('odt', ODT);
  expect(ran.code).toBe(0);
  const texts = await textsOf(await readFile(join(cwd, `${PATH}.odt`)));
  const [styles, content] = [texts.get('styles.xml')!, texts.get('content.xml')!];
  expect(styles).toContain('UNION HEAD');
  expect(styles.match(/style:name="Handbill_20_Subject"/g)).toHaveLength(1);
  expect(styles).toContain('style:name="Handbill_20_Recipient"');
  expect(content).toContain('style:master-page-name="First"');
  // The text begins below the window: 99.1 mm, of which header and margin take 27.
  expect(content).toContain('fo:line-height="72.1mm"');
  expect(content).toContain('Nordendstraße');
  expect(content).not.toContain('draw:name="sender"');
  expect([...texts.keys()].filter((name) => /Pictures|Basic/.test(name))).toEqual(['Pictures/logo.png']);
  expect(/Old secret|Secret Author|Users/.test([...texts.values()].join(''))).toBe(false);
  expect(texts.get('META-INF/manifest.xml')).toContain('manifest:full-path="Pictures/logo.png"');
});

test('a .docx does so too: its header with its picture, its lists beside ours, its name of the usual style', async () => {
  const { cwd, ran } = await layOver('docx', DOCX);
  expect(ran.code).toBe(0);
  const texts = await textsOf(await readFile(join(cwd, `${PATH}.docx`)));
  const document = texts.get('word/document.xml')!;
  expect(document).toContain('<w:headerReference w:type="default" r:id="rId7"/>');
  expect(document.match(/<w:sectPr/g)).toHaveLength(1);
  expect(texts.get('word/_rels/document.xml.rels')).toContain('Id="rId7"');
  expect(texts.get('word/header1.xml')).toContain('UNION HEAD');
  expect(texts.get('word/media/logo.jpeg')).toBe('a logo');
  expect(texts.get('[Content_Types].xml')).toContain('Extension="jpeg"');
  const styles = texts.get('word/styles.xml')!;
  expect(styles.match(/w:styleId="HandbillSubject"/g)).toHaveLength(1);
  expect(styles).toMatch(/w:styleId="HandbillText">.*?<w:basedOn w:val="Standard"\/>/);
  const lists = texts.get('word/numbering.xml')!;
  expect(lists.indexOf('w:abstractNumId="901"')).toBeLessThan(lists.indexOf('<w:num '));
  expect(lists.match(/w:numId="1"/g)).toHaveLength(1);
  expect(/Old secret|Secret Author|Users/.test([...texts.values()].join(''))).toBe(false);
});

test('another letterhead makes the letters again', async () => {
  const { cwd } = await layOver('odt', ODT);
  const run = async () =>
    JSON.parse(
      (await handbill(cwd, [...LETTER, '--format', 'odt', '--letterhead', 'union.odt', '--json'])).stdout,
    );
  expect((await run()).written).toEqual([]);
  await writeFile(join(cwd, 'union.odt'), zipOf({ ...ODT, 'Pictures/logo.png': 'another logo' }));
  expect(await run()).toMatchObject({ changes: { 'letters/kz-de-berlin.de.odt': ['letterhead'] } });
});

const BOMB = `<office:document-styles ${ODF}>${'<office:a>'.repeat(2000)}`;

test.each([
  ['a ZIP that is none', 'PK\u0003\u0004 and nothing', 'file-unreadable'],
  ['without styles', zipOf({ 'content.xml': ODT['content.xml'] }), 'file-unreadable'],
  [
    'styles that aren’t whole',
    zipOf({ ...ODT, 'styles.xml': ODT['styles.xml'].slice(0, -9) }),
    'file-unreadable',
  ],
  ['styles of something else', zipOf({ ...ODT, 'styles.xml': '<html/>' }), 'file-unreadable'],
  ['elements without end', zipOf({ ...ODT, 'styles.xml': BOMB }), 'too-large'],
  ['a text', 'just a text', 'picture-format'],
] as const)('a letterhead that is %s is told, and nothing is made', async (_, file, code) => {
  const cwd = await makeFolder({ 'sender.json': JSON.stringify(SENDER), 'union.odt': file });
  const ran = await handbill(cwd, [...LETTER, '--format', 'odt', '--letterhead', 'union.odt', '--json']);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain(`"code": "${code}"`);
});

test('a letterhead that nothing could be on is wrong use', async () => {
  const cwd = await makeFolder({
    'sender.json': JSON.stringify(SENDER),
    'union.odt': zipOf(ODT),
    'm.csv': 'name,country\nA,DE\n',
  });
  for (const [flags, told] of [
    [['--format', 'pdf'], '--format odt'],
    [[], '--format odt'],
  ] as const)
    expect(await handbill(cwd, [...LETTER, ...flags, '--letterhead', 'union.odt'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(told),
    });
  const many = ['letters', '--senders', 'm.csv', '--letterhead', 'union.odt', '--format', 'odt'];
  expect(await handbill(cwd, many)).toMatchObject({ code: 2, stderr: expect.stringContaining('--senders') });
});
