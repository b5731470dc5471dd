// Further kinds for growth-kinds.mjs: what arrives from elsewhere in its largest form, and what is made to be slow.
const lines = (count, line) => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const W = 'http://schemas.openxmlformats.org';
const O = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = ['name', 'street', 'city', 'country'];

/** Kinds of input, of the files and lines that growth-kinds.mjs has. */
export function arrivingKinds({ appeal, zip, head, demands, facts, fact, contacts, contact, events, event, importing, make, text, check }) {
  /** A workbook whose sheet holds this, with a number of styles and shared texts. */
  const workbook = (sheet, { styles = 1, shared = [] } = {}) =>
    zip({
      'xl/workbook.xml': `<workbook xmlns="${W}/spreadsheetml/2006/main" xmlns:r="${W}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${W}/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/styles.xml': `<styleSheet><numFmts>${lines(styles, (i) => `<numFmt numFmtId="${200 + i}" formatCode="0.0&quot;${i}&quot;"/>`)}</numFmts><cellXfs>${lines(styles, (i) => `<xf numFmtId="${200 + i}"/>`)}</cellXfs></styleSheet>`,
      'xl/sharedStrings.xml': `<sst>${shared.map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    });
  const string = (value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const titles = `<row r="1">${NAMES.map(string).join('')}</row>`;
  const cells = (i) => [`Office ${i} Ltd`, `${i} Example Road`, 'Exampleton', 'GB'];
  const sheetRows = (n, row) => `<sheetData>${titles}${lines(n, row)}</sheetData>`;
  /** A spreadsheet of OpenDocument whose table holds this. */
  const table = (rows) =>
    zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content xmlns:office="${O}:office:1.0" xmlns:table="${O}:table:1.0" xmlns:text="${O}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    });
  const odsCell = (value, repeated = '') => `<table:table-cell office:value-type="string"${repeated}><text:p>${value}</text:p></table:table-cell>`;
  const odsTitles = `<table:table-row>${NAMES.map((name) => odsCell(name)).join('')}</table:table-row>`;
  const empty = (n) => `<table:table-row table:number-rows-repeated="${n}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;

  const PO_HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: de\\n"\n\n';
  const inGerman = (changes) => appeal({ 'appeal.yaml': head(['de']) + demands, ...changes });
  const factNamed = (n) => ({ 'facts.csv': facts + lines(n, fact) });
  const importingTexts = (name) => `translate import ${name} .`;
  const card = (i) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Office ${i}\r\n  Ltd\r\nORG:Off\r\n ice ${i} Ltd\r\nADR:;;${i} Exam\r\n ple Road;Exampleton;;EX1 1EX;United Kingdom\r\nEND:VCARD\r`;
  const words = (word, n) => `${word} `.repeat(Math.ceil(n / (word.length + 1)));
  /** Facts of 1,000 characters of words. */
  const said = (word, n) => ({ 'facts.csv': facts + lines(n / 1_000, (i) => `fact-${i},event,2026-05-01,${words(word, 980)},us,reported`) });
  const parts = (n) => ({ 'facts.csv': undefined, 'facts.json': `${'['.repeat(n)}${']'.repeat(n)}` });
  const bomb = (n) => `a0: &a0 [x, x, x]\n${lines(n, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)}`;
  const front = (more) => `---\nmaterial: letter\nkind: company\nlanguage: en\n${more}---\n\nWe ask: {{date}}.\n`;
  const template = (more) => appeal({ 'templates/letter/company.en.md': front('') + more });
  const sent = (i) => `office-${i},en,0000000a,post,2026-05-02,letters/office-${i}.en.txt`;
  const longAddress = (i) => `office-${i},company,Office ${i} Ltd,${words(`Example Road ${i}`, 180).trim()},EX1 1EX,${words('Exampleton', 100).trim()},GB,en,made up`;
  /** Events of an appeal in English and these languages, which print the English texts. */
  const eventsIn = (languages, n) => appeal({ 'appeal.yaml': head(languages).replaceAll('review: draft', 'review: draft, fallback: en') + demands, 'events.csv': events + lines(n, event) });
  const SITE = 'ru es fr de it pt pl uk ar fa tr cs he hi ja kk ko vi zh-Hans'.split(' ');

  return {
    'short texts in PO that the appeal lacks, `translate import`': { most: 100_000, files: (n) => inGerman({ 'de.po': PO_HEAD + lines(n, (i) => `msgctxt "fact/fact-${i}/text"\nmsgid "a${i}"\nmsgstr "b"\n`) }), line: importingTexts('de.po') },
    'short texts in XLIFF that the appeal lacks, `translate import`': { most: 72_000, files: (n) => inGerman({ 'de.xlf': `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f1">${lines(n, (i) => `<unit id="u${i}" name="fact/fact-${i}/text"><segment><source>a</source><target>b</target></segment></unit>`)}</file></xliff>` }), line: importingTexts('de.xlf') },
    'facts, `translate export` as PO': { most: 10_000, files: (n) => inGerman(factNamed(n)), line: 'translate export . --lang de --to de.po' },
    'facts, `translate export` as XLIFF': { most: 10_000, files: (n) => inGerman(factNamed(n)), line: 'translate export . --lang de --format xliff --to de.xlf' },
    'styles and merged cells in Excel, imported': { most: 60_000, files: (n) => appeal({ 'list.xlsx': workbook(`${sheetRows(n / 6, (i) => `<row>${cells(i).map((cell, s) => string(cell).replace('<c', `<c s="${(i * 4 + s) % n}"`)).join('')}</row>`)}<mergeCells>${lines(n, (i) => `<mergeCell ref="E${i + 2}:F${i + 2}"/>`)}</mergeCells>`, { styles: n }) }), line: importing('list.xlsx') },
    'shared texts in Excel, imported': { most: 100_000, files: (n) => appeal({ 'list.xlsx': workbook(sheetRows(n / 10, (i) => `<row>${times(4, (c) => `<c t="s"><v>${i * 4 + c}</v></c>`).join('')}</row>`), { shared: times(n, (i) => cells(i >> 2)[i % 4]) }) }), line: importing('list.xlsx') },
    'rows of Excel with empty cells in 1,000s of columns, imported': { most: 10_000, files: (n) => appeal({ 'list.xlsx': workbook(sheetRows(n, (i) => `<row>${cells(i).map(string).join('')}<c r="ALL${i + 2}" s="0"/><c r="XFD${i + 2}"/></row>`)) }), line: importing('list.xlsx') },
    'empty rows and columns of OpenDocument, imported': { most: 10_000, files: (n) => appeal({ 'list.ods': table(odsTitles + lines(n, (i) => `<table:table-row>${cells(i).map((cell) => odsCell(cell)).join('')}<table:table-cell table:number-columns-repeated="16384"/></table:table-row>${empty(1_000_000)}`)) }), line: importing('list.ods') },
    'one row of OpenDocument, repeated (refused beyond 250,000)': { most: 1_000_000, files: (n) => appeal({ 'list.ods': table(`${odsTitles}<table:table-row table:number-rows-repeated="${n}">${cells(1).map((cell) => odsCell(cell)).join('')}</table:table-row>`) }), line: importing('list.ods') },
    'folded vCards, imported': { most: 100_000, each: true, files: (n) => appeal({ 'list.vcf': lines(n, card) }), line: importing('list.vcf') },
    'characters of one cell of CSV, imported (refused)': { most: 10_000_000, files: (n) => appeal({ 'list.csv': `name,city,country\n"${'a, '.repeat(n / 3)}",Exampleton,GB\n` }), line: importing('list.csv') },
    'characters of one text of JSON (refused)': { most: 10_000_000, files: (n) => ({ ...appeal({ 'facts.json': JSON.stringify([{ id: 'fact-0', role: 'event', date: '2026-05-01', text: { en: 'They were arrested. '.repeat(n / 20) }, sources: ['us'], status: 'reported' }]) }), 'facts.csv': undefined }), line: check },
    'characters of one cell of facts (refused)': { most: 10_000_000, files: (n) => appeal({ 'facts.csv': `${facts}fact-0,event,2026-05-01,"${'a, '.repeat(n / 3)}",us,reported\n` }), line: check },
    'columns of a row, imported (refused)': { most: 100_000, files: (n) => appeal({ 'list.csv': `name,city,country\n${'a,'.repeat(n)}\n` }), line: importing('list.csv') },
    'columns of facts (refused)': { most: 100_000, files: (n) => appeal({ 'facts.csv': `${facts}${'a,'.repeat(n)}\n` }), line: check },
    'quotes that nothing closes, imported': { most: 100_000, each: true, files: (n) => appeal({ 'list.csv': `name,city,country\n${lines(n, (i) => `"Office ${i},Exampleton,"GB`)}` }), line: importing('list.csv') },
    'quotes that nothing closes, of facts': { most: 100_000, files: (n) => appeal({ 'facts.csv': `${facts}${lines(n, (i) => `"fact-${i},event,"2026-05-01,"a`)}` }), line: check },
    'events in 20 languages, `site`': { most: 200, files: (n) => eventsIn(SITE, n), line: 'site . --date 2026-05-02', each: true },
    'events in 4 languages, `site`': { most: 200, files: (n) => eventsIn(['ru', 'ar', 'zh-Hans'], n), line: 'site . --date 2026-05-02', each: true },
    'levels of facts in JSON (refused)': { most: 100_000, files: (n) => appeal(parts(n)), line: check },
    'levels of events in JSON (refused)': { most: 100_000, files: (n) => appeal({ 'events.json': '[{"a":'.repeat(n) }), line: check },
    'levels of corrections (refused)': { most: 100_000, files: (n) => appeal({ 'corrections.json': '['.repeat(n) + ']'.repeat(n) }), line: check },
    'levels of a manifest': { most: 100_000, files: (n) => appeal({ 'out/manifest.json': '{"a":'.repeat(n) + '1' + '}'.repeat(n) }), line: text },
    'aliases of an appeal in YAML (refused)': { most: 10_000, files: (n) => appeal({ 'appeal.yaml': head([]) + demands + bomb(n) }), line: check },
    'aliases of contacts in YAML (refused)': { most: 10_000, files: (n) => appeal({ 'contacts.csv': undefined, 'contacts.yaml': bomb(n) }), line: check },
    'aliases of words in YAML (refused)': { most: 10_000, files: (n) => appeal({ 'templates/words/en.yaml': bomb(n) }), line: check },
    'characters of the head of a template (refused)': { most: 1_000_000, files: (n) => appeal({ 'templates/letter/company.en.md': front(lines(n / 10, (i) => `k${i}: aaaa`)) }), line: check },
    'blocks of a template in a row': { most: 800, files: (n) => template('{{#if date}}a{{/if}}'.repeat(n)), line: text },
    'blocks of a template (refused)': { most: 10_000, files: (n) => template('{{#if date}}a{{/if}}'.repeat(n)), line: check },
    'blocks inside each other (refused)': { most: 5_000, files: (n) => template('{{#if a}}'.repeat(n) + '{{/if}}'.repeat(n)), line: check },
    'facts, a loop over them in a loop over them (refused)': { most: 10_000, files: (n) => ({ ...template('{{#each (facts)}}{{#each (facts)}}a{{/each}}{{/each}}'), ...factNamed(n) }), line: text },
    'characters of one line, `init --from`': { most: 95_000, files: (n) => ({ 'a.txt': times(Math.ceil(n / 80), (i) => `On 1 May 2026 at gate ${i} of the works 12 strikers were arrested, the police say. `).join('') }), line: 'init b --from a.txt --no-input' },
    'characters of one line, `init --from` (refused)': { most: 1_000_000, files: (n) => ({ 'a.txt': words('strikers', n) }), line: 'init b --from a.txt --no-input' },
    'short lines, `init --from`': { most: 48_000, files: (n) => ({ 'a.txt': lines(n, (i) => String(i % 10)) }), line: 'init b --from a.txt --no-input' },
    'characters of one word, `init --from`': { most: 95_000, files: (n) => ({ 'a.txt': 'a'.repeat(n) }), line: 'init b --from a.txt --no-input' },
    'characters of facts in Chinese, `make` (refused beyond 100,000)': { most: 80_000, files: (n) => appeal(said('警方逮捕了罢工的工人，', n)), line: make },
    'characters of facts in Thai, `make`': { most: 250_000, files: (n) => appeal(said('ตำรวจจับกุมคนงาน', n)), line: make },
    'characters of facts in Arabic, `make`': { most: 250_000, files: (n) => appeal(said('اعتقلت الشرطة العمال المضربين', n)), line: make },
    'characters of facts in Khmer, `make`': { most: 250_000, files: (n) => appeal(said('ប៉ូលិសបានចាប់ខ្លួនកម្មករ', n)), line: make },
    'contacts of one name, `contacts check`': { most: 5_000, files: (n) => appeal({ 'contacts.csv': contacts + lines(n, (i) => contact(i).replace(/Office \d+ Ltd/, 'Office Ltd')) }), line: 'contacts check .' },
    'contacts of one name, imported': { most: 5_000, files: (n) => appeal({ 'list.csv': `name,street,city,country\n${lines(n, (i) => `Office Ltd,${i} Example Road,Exampleton,GB`)}` }), line: importing('list.csv') },
    'long addresses, `make`': { most: 200, files: (n) => appeal({ 'contacts.csv': contacts + lines(n, longAddress) }), line: make },
    'long addresses, `contacts envelopes`': { most: 200, files: (n) => appeal({ 'contacts.csv': contacts + lines(n, longAddress) }), line: 'contacts envelopes . --date 2026-05-02' },
    'long addresses, `contacts labels`': { most: 200, files: (n) => appeal({ 'contacts.csv': contacts + lines(n, longAddress) }), line: 'contacts labels . --date 2026-05-02' },
    'words of a language, `words try`': { most: 100_000, files: (n) => appeal({ 'templates/words/en.yaml': `language: en\n${lines(n, (i) => `k${i}: a`)}` }), line: 'words try en --appeal .' },
    'letters that were sent, `status`': { most: 100_000, files: (n) => appeal({ 'outbox.csv': `contact,language,edition,by,sent,file\n${lines(n, sent)}` }), line: 'status .' },
    'letters that were sent, `sent`': { most: 100_000, before: text, files: (n) => appeal({ 'outbox.csv': `contact,language,edition,by,sent,file\n${lines(n, (i) => sent(i + 1))}` }), line: 'sent out/letters/office-0.en.txt --date 2026-05-02' },
    'facts, `facts list`': { most: 100_000, each: true, files: (n) => appeal(factNamed(n)), line: 'facts list .' },
    'facts, `facts log`': { most: 10_000, files: (n) => appeal(factNamed(n)), line: 'facts log .' },
    'facts, `facts check`': { most: 10_000, files: (n) => appeal(factNamed(n)), line: 'facts check .' },
  };
}
