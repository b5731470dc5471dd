import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/problems.ts';
import { readSpreadsheet } from '../../src/read/spreadsheet.ts';
import { englishOf } from '../../src/wordings.ts';
import { makeFolder } from '../folder.ts';
import { makeZip } from './zips.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/contacts/${name}`, import.meta.url));

const WORKBOOK = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="1"/><sheet name="B" state="veryHidden" r:id="2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="1" Target="worksheets/a.xml"/><Relationship Id="2" Target="/xl/worksheets/b.xml"/></Relationships>',
  'xl/worksheets/b.xml': '<worksheet/>',
};

async function read(files: Record<string, string | Uint8Array>, claimed?: number) {
  const folder = await makeFolder({ 'list.xlsx': makeZip(files, claimed) });
  return readSpreadsheet(join(folder, 'list.xlsx'));
}

async function refusal(files: Record<string, string | Uint8Array>, claimed?: number): Promise<string> {
  const error = await read(files, claimed).catch((cause: unknown) => cause);
  if (!(error instanceof ProblemError)) throw error;
  return `${error.problems[0]!.message} ${error.problems[0]!.hint}`;
}

describe.each(['book.ods', 'book.xlsx'])('%s, as LibreOffice wrote it', (name) => {
  test('its sheets: leading zeros, long numbers, days, results of formulas, lines of a cell, errors', async () => {
    const [notes, addresses] = await readSpreadsheet(fixture(name));
    expect(notes).toMatchObject({
      name: 'Notizen',
      rows: [{ line: 1, cells: ['Zuletzt bearbeitet im Mai'] }],
    });
    expect(addresses!.rows.map(({ line, cells }) => [line, ...cells])).toMatchObject([
      [1, 'Adressliste, Stand Mai'],
      [4, 'Firma', 'Straße', 'PLZ', 'Ort', 'Land', 'Telefon', 'Stand'],
      [5, 'Beispielwerk AG', 'Werkstr. 5', '01067', 'Dresden', 'Deutschland', '493511234567', '2026-05-01'],
      [6, 'Werk Zwei', 'Hof 1\nTor 3', '04109', 'Leipzig', 'DE'],
      [7, 'Fehler GmbH'],
    ]);
    expect(englishOf(addresses!.rows.at(-1)!.broken!)).toBe('has the error #DIV/0! in column 2');
  });
});

describe('a workbook', () => {
  test('dates, times and zeros by the format of the cell; texts in runs, without their reading', async () => {
    const sheets = await read({
      ...WORKBOOK,
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-407]d. mmmm yyyy;@"/><numFmt numFmtId="166" formatCode="&quot;day&quot; 0"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
      'xl/sharedStrings.xml':
        '<sst><si><t>one</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>NO</t></rPh></si></sst>',
      'xl/worksheets/a.xml': `<worksheet><sheetData>
        <row r="3"><c r="B3" t="s"><v>1</v></c><c r="A3" t="s"><v>0</v></c><c r="D3" t="inlineStr"><is><t>in &amp; line</t></is></c></row>
        <row><c><v>0</v></c><c s="1"><v>1067</v></c><c s="2"><v>46143</v></c><c s="3"><v>0.729166666666667</v></c><c s="4"><v>46143.5</v></c><c s="5"><v>7</v></c><c t="b"><v>1</v></c><c><v>1.5</v></c></row>
        <row r="9"><c r="A9"><f>A1+1</f></c></row>
      </sheetData></worksheet>`,
    });
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['A', false],
      ['B', true],
    ]);
    expect(sheets[0]!.rows).toMatchObject([
      { line: 3, cells: ['one', 'two runs', '', 'in & line'] },
      { line: 4, cells: ['0', '01067', '2026-05-01', '17:30', '2026-05-01 12:00', '7', 'true', '1.5'] },
      { line: 9, cells: [] },
    ]);
    expect(englishOf(sheets[0]!.rows[2]!.broken!)).toContain('formula without a result in column 1');
  });

  test('days are counted from 1904 where it says so', async () => {
    const sheets = await read({
      ...WORKBOOK,
      'xl/workbook.xml': WORKBOOK['xl/workbook.xml'].replace(
        '<sheets>',
        '<workbookPr date1904="1"/><sheets>',
      ),
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/worksheets/a.xml': '<worksheet><row><c s="0"><v>44681</v></c></row></worksheet>',
    });
    expect(sheets[0]!.rows[0]!.cells).toEqual(['2026-05-01']);
  });
});

describe('what is no list is named, with the way out', () => {
  test.each([
    ['word/document.xml', 'a text document'],
    ['xl/workbook.bin', 'binary workbook'],
    ['Index/Document.iwa', 'Apple Numbers'],
    ['readme.txt', 'an archive'],
  ])('%s', async (name, what) => {
    const said = await refusal({ [name]: '' });
    expect(said).toContain(what);
    expect(said).toContain('save it as .xlsx, .ods or “CSV UTF-8”');
  });
});

describe('a hostile file', () => {
  test('a bomb stops at the limit, whatever size it claims', async () => {
    const bomb = { ...WORKBOOK, 'xl/worksheets/a.xml': Buffer.alloc(300 * 1024 * 1024, 0x20) };
    expect(await refusal(bomb)).toContain('more than 256 MB are packed in it');
    const small = { ...bomb, 'xl/worksheets/a.xml': Buffer.alloc(1024 * 1024, 0x20) };
    expect(await refusal(small, 1000)).toMatch(/isn’t whole/);
  });

  test('entities aren’t expanded, and broken XML is told', async () => {
    const said = await refusal({
      ...WORKBOOK,
      'xl/worksheets/a.xml':
        '<!DOCTYPE a [<!ENTITY x "ha">]><worksheet><row><c t="str"><v>&x;</v></c></row></worksheet>',
    });
    expect(said).toContain('XML in it doesn’t parse');
  });

  test('a text that is kept once and stands in thousands of cells is no more than a file may hold', async () => {
    const said = await refusal({
      ...WORKBOOK,
      'xl/sharedStrings.xml': `<sst><si><t>${'word '.repeat(20_000)}</t></si></sst>`,
      'xl/worksheets/a.xml': `<worksheet>${'<row><c t="s"><v>0</v></c></row>'.repeat(700)}</worksheet>`,
    });
    expect(said).toContain('more than 64 MB');
  });

  test('cells without a value in far columns take no memory', async () => {
    const row = '<row><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>';
    const held = process.memoryUsage().heapUsed;
    const sheets = await read({
      ...WORKBOOK,
      'xl/worksheets/a.xml': `<worksheet>${row.repeat(2_000)}</worksheet>`,
    });
    expect(sheets[0]!.rows).toHaveLength(2_000);
    expect(sheets[0]!.rows[0]!.cells).toEqual(['1']);
    // 2,000 rows of 16,384 cells, four or eight bytes each, take 130 MB or more.
    expect(process.memoryUsage().heapUsed - held).toBeLessThan(60 * 1024 * 1024);
  });

  test('cells beyond the last column, and rows repeated for ever', async () => {
    const sheet = '<worksheet><row><c r="ZZZ1"><v>1</v></c></row></worksheet>';
    expect((await read({ ...WORKBOOK, 'xl/worksheets/a.xml': sheet }))[0]!.rows).toEqual([]);
    const far = '<worksheet><row><c r="XFD1"><v>1</v></c></row></worksheet>';
    expect(await refusal({ ...WORKBOOK, 'xl/worksheets/a.xml': far })).toContain('more than 1,000 columns');
    const ods = (table: string) => ({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<a><table:table table:name="A">${table}</table:table></a>`,
    });
    const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
    expect(
      await refusal(ods(`<table:table-row table:number-rows-repeated="999999999">${cell}</table:table-row>`)),
    ).toContain('more than 250,000 rows');
    const empty = '<table:table-cell table:number-columns-repeated="999999999"/>';
    expect(
      (
        await read(ods(`<table:table-row table:number-rows-repeated="999999999">${empty}</table:table-row>`))
      )[0]!.rows,
    ).toEqual([]);
  });
});
