import { expect, test } from 'vitest';
import { parseTextDocument } from '../../src/read/arrived.ts';
import { makeZip } from './zips.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const O =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';

const paragraph = (text: string, item = false) =>
  `<w:p>${item ? '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`;

const DOCUMENTS: Readonly<Record<string, () => Buffer>> = {
  docx: () =>
    makeZip({
      'word/document.xml': `<w:document ${W}><w:body><w:p><w:r><w:t>Twelve strikers</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> were arrested.</w:t></w:r></w:p>${paragraph('Release them', true)}</w:body></w:document>`,
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2">${paragraph('A newspaper of 2 May 2026.')}</w:footnote></w:footnotes>`,
    }),
  odt: () =>
    makeZip({
      'content.xml': `<office:document-content ${O}><office:body><office:text><text:p>Twelve strikers<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A newspaper of 2 May 2026.</text:p></text:note-body></text:note> were arrested.</text:p><text:list><text:list-item><text:p>Release them</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`,
    }),
  rtf: () =>
    Buffer.from(
      '{\\rtf1\\ansi Twelve strikers{\\footnote A newspaper of 2 May 2026.} were {\\deleted not }arrested.\\par {\\listtext 1.\\tab}Release them\\par}',
    ),
};

test.each(Object.keys(DOCUMENTS))(
  '%s: no sentence is cut by its note, an item is one, what was deleted is gone',
  async (form) => {
    const { text } = await parseTextDocument(DOCUMENTS[form]!(), `a.${form}`);
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toContain('Twelve strikers were arrested.');
    expect(lines).toContain('- Release them');
    expect(lines.findIndex((line) => line.includes('A newspaper of 2 May 2026.'))).toBeGreaterThan(
      lines.indexOf('- Release them'),
    );
    expect(text).not.toContain('not');
  },
);

test('docx: items whose list is told by their style, as programs write them; 0 takes one out', async () => {
  const style = (id: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
  const numbers = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>';
  const styled = (id: string, text: string, more = '') =>
    `<w:p><w:pPr><w:pStyle w:val="${id}"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const file = makeZip({
    'word/styles.xml': `<w:styles ${W}>${style('Normal', '')}${style('ListBullet', numbers)}${style('Own', '<w:basedOn w:val="ListBullet"/>')}</w:styles>`,
    'word/document.xml': `<w:document ${W}><w:body>${styled('Normal', 'We demand:')}${styled('ListBullet', 'Release them')}${styled('Own', 'Pay them')}${styled('ListBullet', 'No item', '<w:numPr><w:numId w:val="0"/></w:numPr>')}</w:body></w:document>`,
  });
  const { text } = await parseTextDocument(file, 'a.docx');
  expect(text.split('\n').filter((line) => line.trim() !== '')).toEqual([
    'We demand:',
    '- Release them',
    '- Pay them',
    'No item',
  ]);
});
