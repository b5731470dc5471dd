// The kinds of input that growth.mjs lets grow: their largest size, the files of an appeal, and the command that reads them.
import { deflateRawSync } from 'node:zlib';
import { arrivingKinds } from './growth-arrives.mjs';

const lines = (count, line) => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const CONTACTS = `id,kind,organisation,street,postalCode,city,country,languages,source\n`;
const contact = (i) => `office-${i},company,Office ${i} Ltd,${i} Example Road,EX1 1EX,Exampleton,GB,en,made up`;
const contactAs = (i) => ({
  id: `office-${i}`,
  kind: 'company',
  organisation: `Office ${i} Ltd`,
  street: `${i} Example Road`,
  postalCode: 'EX1 1EX',
  city: 'Exampleton',
  country: 'GB',
  languages: ['en'],
  source: 'made up',
});

const headIn = (languages) => `id: strike
title: { en: Free the strikers }
summary: { en: Free the strikers }
issuer: { name: Our union }
issued: 2026-05-02
languages: [{ tag: en, review: original }${languages.map((tag) => `, { tag: ${tag}, review: draft }`).join('')}]
targets: [company]
sources: [{ id: us, title: "Our union, 2 May 2026" }]
`;
const HEAD = headIn([]);
const DEMANDS = 'demands:\n  - { id: release, text: { en: Release them } }\n';
const FACTS = 'id,role,date,text.en,sources,status\n';
const fact = (i) =>
  `fact-${i},event,2026-05-01,On 1 May 2026 at gate ${i} of the works twelve strikers were arrested.,us,reported`;
const MANY = 'ru es fr de it pt pl uk ar fa tr zh ja'.split(' ');
const SENDER = { name: 'Our union', street: '1 Example Road', postalCode: 'EX1 1EX', city: 'Exampleton', country: 'GB' };

/** Files of an appeal, with changes. */
const appeal = (changes = {}) => ({
  'appeal.yaml': HEAD + DEMANDS,
  'facts.csv': FACTS + `${fact(0)}\n`,
  'contacts.csv': CONTACTS + `${contact(0)}\n`,
  'sender.json': JSON.stringify(SENDER),
  ...changes,
});
const MAKE = 'make . --sender sender.json --format pdf,txt --date 2026-05-02';
const CHECK = 'check .';
const TEXT = 'letters . --sender sender.json --format txt --date 2026-05-02';

const EVENTS = 'id,kind,date,time,timeZone,address,city,country,calledBy,source,title.en,place.en\n';
const event = (i) =>
  `event-${i},picket,2026-06-${String((i % 28) + 1).padStart(2, '0')},18:00,Europe/London,${i} Example Road,Exampleton,GB,Our union,us,Picket ${i},Gate ${i}`;
const longFact = (i) =>
  fact(i).replace('the works', `the works ${'and of the yards that lie beside them '.repeat(25)}`);
const demand = (i) => `  - { id: demand-${i}, text: { en: Release number ${i} } }`;
const withText = (text) => appeal({ 'facts.csv': `${FACTS}fact-0,event,2026-05-01,${text},us,reported\n` });
const VOICED = 'id,role,date,sources,status,quantity,value,voice,saidOn,saidIn,prints,text.en,unit.en\n';
const named = (i) => `  - { id: voice-${i}, text: { en: according to witness ${i} } }`;
/** Facts whose texts stand in so many languages, all but the first as in another's sheet. */
const factsIn = (languages, n) =>
  `id,role,date,text.en,sources,status,${languages.map((tag) => `text.${tag}`).join(',')}\n` +
  lines(n, (i) => `${fact(i)},${languages.map((tag) => `${tag} ${i}: 1 May 2026 gate ${i}`).join(',')}`);
/** A fact whose figure has so many voices, all of them printed. */
const voiced = (n) => {
  const claim = (i) => `held,${i + 2},voice-${i},2026-05-01,us`;
  const first = `fact-0,event,2026-05-01,us,disputed,${claim(0)},${times(n, (i) => `voice-${i}`).join(';')},Many were arrested: {held}.,people`;
  const rows = lines(n - 1, (i) => `fact-0,,,,,${claim(i + 1)},,,`);
  return appeal({
    'appeal.yaml': `${HEAD + DEMANDS}voices:\n${lines(n, named)}`,
    'facts.csv': `${VOICED}${first}\n${rows}`,
  });
};

/** A ZIP of these files (PKWARE APPNOTE 4.3); handbill doesn't look at the check sums. */
function zip(files) {
  const [parts, directory] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, packed] = [Buffer.from(path), deflateRawSync(content)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(Buffer.byteLength(content), 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04'), fields, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, place, name);
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length / 4, 4);
  end.writeUInt16LE(directory.length / 4, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end]);
}

const LIST = ['name', 'street', 'city', 'country'];
const listed = (i) => [`Office ${i} Ltd`, `${i} Example Road`, 'Exampleton', 'GB'];
const rowsOf = (n) => [LIST, ...times(n, listed)];
const W = 'http://schemas.openxmlformats.org';
const xlsx = (rows) =>
  zip({
    'xl/workbook.xml': `<workbook xmlns="${W}/spreadsheetml/2006/main" xmlns:r="${W}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${W}/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${W}/spreadsheetml/2006/main"><sheetData>${rows.map((cells, n) => `<row r="${n + 1}">${cells.map((text, i) => `<c r="${'ABCD'[i]}${n + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`,
  });
const O = 'urn:oasis:names:tc:opendocument:xmlns';
const ods = (rows) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="${O}:office:1.0" xmlns:table="${O}:table:1.0" xmlns:text="${O}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">${rows.map((cells) => `<table:table-row>${cells.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
const card = (i) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Office ${i} Ltd\r\nORG:Office ${i} Ltd\r\nADR:;;${i} Example Road;Exampleton;;EX1 1EX;United Kingdom\r\nEND:VCARD\r`;
const IMPORT = (file) => `contacts import ${file} --appeal . --yes --set kind=company`;

/** An appeal as it arrives: paragraphs of so many characters. */
const said = (i) => `On 1 May 2026 at gate ${i} of the works 12 strikers were arrested, the police say.`;
const paragraphsOf = (n) => times(Math.ceil(n / 80), said);
const html = (n) => `<html><body>${paragraphsOf(n).map((text) => `<p>${text}</p>`).join('\n')}</body></html>`;
const docx = (n) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="${W}/wordprocessingml/2006/main"><w:body>${paragraphsOf(n).map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  });
const odt = (n) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="${O}:office:1.0" xmlns:text="${O}:text:1.0"><office:body><office:text>${paragraphsOf(n).map((text) => `<text:p>${text}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
  });
const rtf = (n) => `{\\rtf1\\ansi\n${paragraphsOf(n).map((text) => `{\\b ${text}}\\par\n`).join('')}}`;
const eml = (n) =>
  `From: us@example.org\r\nSubject: Strike\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html(n)}\r\n`;
const arrives = (name, make) => ({ most: 95_000, files: (n) => ({ [name]: make(n) }), line: `init b --from ${name} --no-input` });

const PO_HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: de\\n"\n\n';
const message = (i) =>
  `msgctxt "fact/fact-${i}/text"\nmsgid "On 1 May 2026 at gate ${i} of the works twelve strikers were arrested."\nmsgstr "Am 1. Mai 2026 am Tor ${i} wurden zwölf verhaftet."\n`;
const unit = (i) =>
  `<unit id="u${i}" name="fact/fact-${i}/text"><segment state="translated"><source>On 1 May 2026 at gate ${i} of the works twelve strikers were arrested.</source><target>Am 1. Mai 2026 am Tor ${i} wurden zwölf verhaftet.</target></segment></unit>`;
const xliff = (n) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f1" original="strike">${lines(n, unit)}</file></xliff>`;
const translated = (n, changes) =>
  appeal({ 'appeal.yaml': headIn(['de']) + DEMANDS, 'facts.csv': FACTS + lines(n, fact), ...changes });
const SVG = 'http://www.w3.org/2000/svg';
const shape = (i) => `<path d="M${i % 100} ${i % 90}l4 0l0 4z"/>`;
const template = (n) =>
  `---\nmaterial: letter\nkind: company\nlanguage: en\n---\n\n${times(Math.ceil(n / 60), (i) => `*We* ask **again** for what [${i}](https://example.org) says: {{date}}.\n`).join('\n')}`;
const TAGS = 'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk fil tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ace ach ady ain ale arn ast awa ban bas bem bho bik bin bua byn ceb chk chm cho chr'.split(' ');

/** `each`: a file for each of its items comes out, so that it takes as long as there are items. */
export const KINDS = {
  'facts, `make` (refused beyond 300,000 characters)': { most: 10_000, files: (n) => appeal({ 'facts.csv': FACTS + lines(n, fact) }), line: MAKE },
  'facts, `check`': { most: 10_000, files: (n) => appeal({ 'facts.csv': FACTS + lines(n, fact) }), line: CHECK },
  'facts in 14 languages, `check` (texts of 13 missing)': { most: 5_000, files: (n) => appeal({ 'appeal.yaml': headIn(MANY) + DEMANDS, 'facts.csv': FACTS + lines(n, fact) }), line: CHECK },
  'facts with texts in 14 languages, `check`': { most: 5_000, files: (n) => appeal({ 'appeal.yaml': headIn(MANY) + DEMANDS, 'facts.csv': factsIn(MANY, n) }), line: CHECK },
  'wrong values, `check`': { most: 150_000, files: (n) => ({ ...appeal({ 'facts.json': `[${'1,'.repeat(n)}1]` }), 'facts.csv': undefined }), line: CHECK },
  'characters of facts in large print, `make`': { most: 250_000, files: (n) => appeal({ 'facts.csv': FACTS + lines(n / 1_060, longFact) }), line: `${MAKE} --large-print` },
  'contacts, `envelopes`': { most: 5_000, each: true, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: 'contacts envelopes . --date 2026-05-02' },
  'contacts, `labels`': { most: 5_000, each: true, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: 'contacts labels . --date 2026-05-02' },
  'letters, `site`': { most: 1_200, each: true, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: 'site . --date 2026-05-02' },
  'events, `make`': { most: 248, files: (n) => appeal({ 'events.csv': EVENTS + lines(n, event) }), line: MAKE },
  'events, `make` (refused)': { most: 2_500, files: (n) => appeal({ 'events.csv': EVENTS + lines(n, event) }), line: MAKE },
  'contacts, `contacts check`': { most: 5_000, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: 'contacts check .' },
  'contacts, `check` (lays out a letter for each)': { most: 5_000, each: true, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: CHECK },
  'contacts, `make` as text': { most: 5_000, each: true, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: MAKE.replace('pdf,', '') },
  'characters of facts, `make`': { most: 250_000, files: (n) => appeal({ 'facts.csv': FACTS + lines(n / 1_060, longFact) }), line: MAKE },
  'demands, `make`': { most: 1_000, files: (n) => appeal({ 'appeal.yaml': `${HEAD}demands:\n${lines(n, demand)}` }), line: MAKE },
  'members, `letters --to` as text': { most: 20_000, each: true, files: (n) => appeal({ 'members.csv': `name,street,postalCode,city,country\n${lines(n, (i) => `Member ${i},${i} Example Road,EX1 1EX,Exampleton,GB`)}` }), line: 'letters . --senders members.csv --format txt --date 2026-05-02 --no-input' },
  'signatories of one letter': { most: 5_000, files: (n) => appeal({ 'names.csv': `name,city\n${lines(n, (i) => `Member ${i},Exampleton`)}` }), line: 'letters . --sender sender.json --signatories names.csv --format pdf,txt --date 2026-05-02 --no-input' },
  'languages of an appeal, `check`': { most: 200, files: (n) => appeal({ 'appeal.yaml': headIn(TAGS.slice(0, n - 1)) + DEMANDS }), line: CHECK },
  'letters of one word': { most: 1_000, files: (n) => withText('x'.repeat(n)), line: MAKE },
  'letters of one word (refused)': { most: 20_000, files: (n) => withText('x'.repeat(n)), line: MAKE },
  'marks on one letter (refused)': { most: 20_000, files: (n) => withText(`a${'\u0301'.repeat(n)}`), line: MAKE },
  'voices of a figure': { most: 200, files: voiced, line: MAKE },
  'voices of a figure (refused)': { most: 1_000, files: voiced, line: MAKE },
  'characters of a paragraph': { most: 9_600, files: (n) => withText('They were arrested there. '.repeat(n / 26)), line: MAKE },
  'the same, of Japanese': { most: 9_600, files: (n) => withText('彼らはそこで逮捕された。'.repeat(n / 12)), line: MAKE },
  'characters of a paragraph (refused)': { most: 200_000, files: (n) => withText('They were arrested there. '.repeat(n / 26)), line: MAKE },
  'CSV, imported': { most: 20_000, files: (n) => appeal({ 'list.csv': rowsOf(n).map((cells) => `${cells.join(',')}\n`).join('') }), line: IMPORT('list.csv') },
  'Excel, imported': { most: 10_000, files: (n) => appeal({ 'list.xlsx': xlsx(rowsOf(n)) }), line: IMPORT('list.xlsx') },
  'OpenDocument sheet, imported': { most: 10_000, files: (n) => appeal({ 'list.ods': ods(rowsOf(n)) }), line: IMPORT('list.ods') },
  'vCards, imported': { most: 10_000, files: (n) => appeal({ 'list.vcf': lines(n, card) }), line: IMPORT('list.vcf') },
  'contacts in JSON, `contacts check`': { most: 10_000, files: (n) => ({ ...appeal({ 'contacts.json': JSON.stringify(times(n, contactAs)) }), 'contacts.csv': undefined }), line: 'contacts check .' },
  'contacts in YAML, `contacts check`': { most: 10_000, files: (n) => ({ ...appeal({ 'contacts.yaml': lines(n, (i) => `- ${JSON.stringify(contactAs(i))}`) }), 'contacts.csv': undefined }), line: 'contacts check .' },
  'characters of a text, `init --from`': arrives('a.txt', (n) => paragraphsOf(n).join('\n\n')),
  'the same in HTML': arrives('a.html', html),
  'the same in Word': arrives('a.docx', docx),
  'the same in OpenDocument': arrives('a.odt', odt),
  'the same in RTF': arrives('a.rtf', rtf),
  'the same as a mail': arrives('a.eml', eml),
  'texts in PO, `translate import`': { most: 5_000, files: (n) => translated(n, { 'de.po': PO_HEAD + lines(n, message) }), line: 'translate import de.po .' },
  'texts in XLIFF, `translate import`': { most: 5_000, files: (n) => translated(n, { 'de.xlf': xliff(n) }), line: 'translate import de.xlf .' },
  'shapes of a drawing': { most: 20_000, files: (n) => appeal({ 'appeal.yaml': `${HEAD + DEMANDS}images:\n  - { id: us, file: us.svg, alt: { en: Us }, credit: { en: Us }, rights: ours }\n`, 'us.svg': `<svg xmlns="${SVG}" width="100" height="100" viewBox="0 0 100 100">${lines(n, shape)}</svg>` }), line: 'leaflets . --kind picket --paper a5 --up 1 --date 2026-05-02' },
  'characters of a template': { most: 16_000, files: (n) => appeal({ 'templates/letter/company.en.md': template(n) }), line: TEXT },
  'letters in a manifest, `make` again': { most: 5_000, before: MAKE.replace('pdf,', ''), each: true, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: MAKE.replace('pdf,', '') },
  'letters in a manifest, `status`': { most: 5_000, before: MAKE.replace('pdf,', ''), each: true, files: (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), line: 'status . --date 2026-05-02' },
  'facts, `pack`': { most: 10_000, files: (n) => appeal({ 'facts.csv': FACTS + lines(n, fact) }), line: 'pack . --date 2026-05-02' },
  'facts, `open` over changes of one’s own': { most: 10_000, before: 'pack . --date 2026-05-02', files: (n) => appeal({ 'facts.csv': FACTS + lines(n, fact) }), line: 'open out/packs/strike.zip b' },
  ...arrivingKinds({ appeal, zip, head: headIn, demands: DEMANDS, facts: FACTS, fact, contacts: CONTACTS, contact, events: EVENTS, event, importing: IMPORT, make: MAKE, text: TEXT, check: CHECK }),
};
