import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/model/contact.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/contacts/${name}`, import.meta.url));

/** Imports files into out.csv of a new folder; gives the report and the contacts that stand there then. */
async function imported(files: Record<string, string | Uint8Array> | string[], options: string[] = []) {
  const inFolder = Array.isArray(files) ? {} : files;
  const cwd = await makeFolder(inFolder);
  const names = Array.isArray(files) ? files : Object.keys(files);
  const run = async () => {
    const ran = await handbill(cwd, [
      'contacts',
      'import',
      ...names,
      '--out-file',
      'out.csv',
      '--json',
      ...options,
    ]);
    return { ...ran, report: ran.stdout.startsWith('{') ? JSON.parse(ran.stdout) : undefined };
  };
  const ran = await run();
  const text = await readFile(join(cwd, 'out.csv'), 'utf8').catch(() => '');
  const rows: Record<string, string>[] = text === '' ? [] : parse(text, { columns: true });
  return { cwd, ...ran, text, rows, again: run };
}

/** The contacts of a file as handbill reads them. */
async function contactsIn(cwd: string, file: string): Promise<Contact[]> {
  const appeal = await makeFolder(smallAppeal('a'));
  const ran = await handbill(cwd, `contacts list ${appeal}/a --contacts ${file} --json`);
  return JSON.parse(ran.stdout).contacts;
}

describe('files as they come', () => {
  test('spreadsheets: the sheet that fits, its head under a title; a row with an error comes back', async () => {
    const [ods, xlsx] = [await imported([fixture('book.ods')]), await imported([fixture('book.xlsx')])];
    expect(ods.report).toMatchObject({ read: 3, imported: 2, rejected: 1 });
    expect(ods.report.sources).toMatchObject([{ form: 'spreadsheet', sheet: 'Adressen' }]);
    expect(ods.rows).toMatchObject([
      { organisation: 'Beispielwerk AG', postalCode: '01067', phone: "'+493511234567", seen: '2026-05-01' },
      { organisation: 'Werk Zwei', street: 'Hof 1, Tor 3', city: 'Leipzig', country: 'DE' },
    ]);
    expect(xlsx.rows.map(({ source, ...row }) => row)).toEqual(ods.rows.map(({ source, ...row }) => row));
    const named = await imported([fixture('book.ods')], ['--sheet', 'Notizen']);
    expect(named.report.problems[0].message).toContain('No column holds the name of an organisation');
    const wrong = await imported([fixture('book.ods')], ['--sheet', 'Tabelle1']);
    expect(wrong.report.problems[0].message).toBe(
      'There is no sheet "Tabelle1"; there are: "Notizen", "Adressen".',
    );
  });

  test('a title and an empty line above the names of the columns', async () => {
    const csv =
      'Adressliste Stand 1.5.2026;;;;\n;;;;\nFirma;Straße;PLZ;Ort;Land\nBeispielwerk AG;Werkstr. 5;01067;Dresden;Deutschland\n';
    const { report, rows } = await imported({ 'list.csv': csv });
    expect(report).toMatchObject({ read: 1, imported: 1 });
    expect(rows).toMatchObject([{ organisation: 'Beispielwerk AG', street: 'Werkstr. 5' }]);
  });

  test('a spreadsheet that LibreOffice saved in windows-1251 with semicolons', async () => {
    const { report, rows, cwd } = await imported([fixture('libreoffice-windows-1251.csv')]);
    expect(report).toMatchObject({ read: 4, imported: 3, merged: 0, rejected: 1, values: 1 });
    expect(report.sources).toMatchObject([
      { encoding: 'windows-1251', encodingKnownBy: 'guess', delimiter: ';' },
    ]);
    expect(rows).toMatchObject([
      {
        kind: 'embassy',
        organisation: 'Посольство Республики Казахстан',
        represents: 'KZ',
        street: 'ул. Примерная, 3А',
        postalCode: '101000',
        city: 'Москва',
        country: 'RU',
        phone: "'+74950000000",
        website: 'http://www.example.org',
        languages: 'ru;kk',
        notes: 'проверить; закрыто по "выходным"',
      },
      { id: 'ao-primer', kind: 'company', organisation: 'АО «Пример»', country: 'KZ' },
      { kind: 'union', email: 'info@example.org' },
    ]);
    const rejected = await readFile(join(cwd, report.rejectedFiles[0]), 'utf8');
    expect(parse(rejected, { columns: true })).toMatchObject([
      { line: '4', what: 'languages', value: '?аза?ша', reason: 'is no language' },
      {
        line: '5',
        what: 'row',
        reason: 'has no name of an organisation',
        Улица: 'пустая строка без названия',
      },
    ]);
  });

  test('a text that Excel saved as Unicode', async () => {
    const { report, rows } = await imported([fixture('excel-unicode.txt')]);
    expect(report.sources).toMatchObject([
      { encoding: 'utf-16le', encodingKnownBy: 'mark', delimiter: '\t' },
    ]);
    expect(report).toMatchObject({ read: 3, imported: 3, rejected: 0 });
    expect(rows).toMatchObject([
      { kind: 'embassy', represents: 'KZ', country: 'DE', phone: "'+493000000000", postalCode: '13156' },
      { kind: 'company', city: 'Jena', postalCode: '07743', notes: 'Zweite Zeile\nmit "Zitat"' },
      { kind: 'company', organisation: 'Жаңаөзен үлгі', city: 'Жаңаөзен', country: 'KZ' },
    ]);
  });

  test('cards of a telephone: 2.1 with quoted-printable, 3.0 folded, 4.0', async () => {
    const { report, rows } = await imported([fixture('phone.vcf')]);
    expect(report).toMatchObject({ read: 3, imported: 3, rejected: 0 });
    expect(rows).toMatchObject([
      {
        kind: 'union',
        organisation: 'Профсоюз «Пример»',
        holder: 'Анна Примерова',
        street: 'ул. Примерная, 1, офис 2',
        city: 'Астана',
        country: 'KZ',
        phone: "'+77010000000",
        fax: "'+77172000000",
        email: 'anna@example.org',
      },
      {
        kind: 'embassy',
        organisation: 'Embassy of Exampleland, Consular section',
        holder: '',
        street: '2 Example Road, Annexe, Second floor',
        city: 'Exampleton',
        country: 'GB',
        fax: "'+442079460000",
        website: 'http://www.example.org/embassy',
        notes: 'made up for a test; with an escaped sign',
      },
      { kind: 'company', organisation: 'Example Ltd', phone: "'+442079460001", languages: 'en' },
    ]);
  });

  const ROW = 'Посольство;ул. Длинная 5;Алматы;Казахстан\nОбщество с названием;Проспект Мира;Москва;Россия\n';
  test.each([
    [
      'windows-1250',
      'Jméno;Ulice;Město\nVelvyslanectví příkladné země;Žižkova třída;Praha Břevnov\nŘád šťastných;Příčná;Český Těšín\n',
      'Název',
    ],
    [
      'windows-1252',
      'Nom;Rue;Ville\nAmbassade d’un État imaginé;Rue du Général;Orléans\nSociété à créer;Allée de l’Été;Besançon\n',
      'Nom',
    ],
    ['koi8-r', `Название;Улица;Город;Страна\n${ROW}`, 'Название'],
    ['windows-1251', `Название;Улица;Город;Страна\n${ROW}`, 'Название'],
  ])('%s is found out', async (encoding, text) => {
    const iconv = await import('iconv-lite');
    const files = { 'list.csv': iconv.default.encode(text, encoding) };
    const { report } = await imported(files, ['--map', `organisation=${text.split(';')[0]}`]);
    expect(report.sources[0].encoding).toBe(encoding);
    const { report: named } = await imported(files, [
      '--encoding',
      encoding,
      '--map',
      `organisation=${text.split(';')[0]}`,
    ]);
    expect(named.sources[0]).toMatchObject({ encoding, encodingKnownBy: 'named' });
  });

  test.each([',', ';', '\t', '|'])('columns divided by %j', async (delimiter) => {
    const rows = [
      ['name', 'city', 'notes'],
      ['Example Ltd', 'Exampleton', 'a, b; c | d'],
      ['Other Ltd', '"Two\nlines"', 'x'],
      ['Third Ltd', 'Exampleton', ''],
    ];
    const text = rows
      .map((row) => row.map((c) => (c.includes(delimiter) ? `"${c}"` : c)).join(delimiter))
      .join('\r\n');
    const { report, rows: found } = await imported({ 'list.csv': `\ufeff${text}` });
    expect(report).toMatchObject({ read: 3, imported: 3, sources: [{ delimiter }] });
    expect(found).toMatchObject([
      { id: 'example-ltd', city: 'Exampleton', notes: 'a, b; c | d' },
      { city: 'Two\nlines' },
      { organisation: 'Third Ltd' },
    ]);
  });

  test('JSON, of our own form or another', async () => {
    const contacts = [
      {
        id: 'x-ltd',
        kind: 'company',
        organisation: { en: 'X Ltd', ru: 'Икс' },
        country: 'GB',
        email: ['a@example.org'],
      },
      { name: 'Y Ltd', 'postal code': '07743', town: 'Jena', Land: 'Germany' },
      'no object',
    ];
    const { report, rows } = await imported({ 'list.json': JSON.stringify({ contacts }, null, 1) });
    expect(report).toMatchObject({ read: 3, imported: 2, rejected: 1 });
    expect(rows).toMatchObject([
      { id: 'x-ltd', 'organisation.en': 'X Ltd', 'organisation.ru': 'Икс', email: 'a@example.org' },
      { organisation: 'Y Ltd', postalCode: '07743', city: 'Jena', country: 'DE' },
    ]);
  });

  test('columns are named by hand where nobody knows them, and values set', async () => {
    const files = { 'list.csv': 'A,B\nExample Ltd,1 Example Road\n' };
    const none = await imported(files);
    expect(none).toMatchObject({ code: 1, report: { problems: [{ code: 'csv-header' }] } });
    const { rows } = await imported(files, [
      '--map',
      'organisation=A',
      '--map',
      'street=B',
      '--set',
      'country=GB',
    ]);
    expect(rows).toMatchObject([{ organisation: 'Example Ltd', street: '1 Example Road', country: 'GB' }]);
  });
});

describe('the Database of Embassies', () => {
  const NEW =
    'operator;operatorQID;operatorISO;jurisdictions;jurisdictionQIDs;country;countryQID;countryISO;city;type;email;website;QID;\n' +
    'Kazakhstan;http://www.wikidata.org/entity/Q232;KZ;Finland|Estonia;;Finland;x;FI;Helsinki;embassy;mailto:a@example.org;;http://www.wikidata.org/entity/Q1\n' +
    'Kazakhstan;http://www.wikidata.org/entity/Q232;KZ;;;Kazakhstan, an exclave;x;;X;consulate;;;http://www.wikidata.org/entity/Q2\n';
  const OLD =
    'QID;type;city;country;operator\n' +
    'http://www.wikidata.org/entity/Q1;embassy;Helsinki;Finland;Kazakhstan\n' +
    'http://www.wikidata.org/entity/Q3;high commission;The Hague;Netherlands;The Gambia\n';

  test('is known by its header, in whatever order', async () => {
    const { report, rows, cwd } = await imported({ 'new.csv': NEW, 'old.csv': OLD });
    expect(report).toMatchObject({ read: 4, imported: 2, merged: 1, rejected: 1 });
    expect(report.sources).toMatchObject([{ format: 'embassies' }, { format: 'embassies' }]);
    expect(await contactsIn(cwd, 'out.csv')).toMatchObject([
      {
        id: 'kz-fi-helsinki',
        kind: 'embassy',
        organisation: { en: 'Embassy of Kazakhstan' },
        represents: 'KZ',
        accredited: ['FI', 'EE'],
        email: ['a@example.org'],
        wikidata: 'Q1',
        source: 'https://www.wikidata.org/wiki/Q1',
      },
      { kind: 'high-commission', organisation: { en: 'High Commission of the Gambia' }, country: 'NL' },
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe('a contacts file that is there', () => {
  const folder = (list: string, contacts?: string) =>
    makeFolder({ ...smallAppeal('a', contacts ? { 'contacts.csv': contacts } : {}), 'list.csv': list });
  const run = async (cwd: string, options = '') => {
    const ran = await handbill(cwd, `contacts import list.csv --appeal a --json ${options}`);
    return { ran, report: JSON.parse(ran.stdout), text: await readFile(join(cwd, 'a/contacts.csv'), 'utf8') };
  };
  const HEAD = 'id,kind,organisation,street,city,country,email,languages,source';

  test('keeps what a person wrote, byte for byte, and only fills gaps', async () => {
    const mine = `${HEAD}\nexample-ltd,company,"Example Ltd",My own street,Exampleton,GB,,en,mine\nz,company,Z,,,,,en,"mine, too"\n`;
    const cwd = await folder(
      'name,street,city,country,email\nExample Ltd,Their street,Exampleton,UK,a@example.org\nNew Ltd,,,,\n',
      mine,
    );
    const { report, text } = await run(cwd);
    expect(report).toMatchObject({ imported: 1, merged: 1, updated: 1 });
    expect(text).toBe(
      `${HEAD}\nexample-ltd,company,Example Ltd,My own street,Exampleton,GB,a@example.org,en,mine\nz,company,Z,,,,,en,"mine, too"\nnew-ltd,company,New Ltd,,,,,en,imported from list.csv\n`,
    );
    expect(report.differences).toMatchObject([
      { id: 'example-ltd', field: 'street', was: 'My own street', now: 'Their street', line: 2 },
    ]);
  });

  test('is updated by a newer edition of the same list, unless somebody verified a contact', async () => {
    const cwd = await folder(
      'name,street,city,verified on,verified by\nA Ltd,Old street,X,,\nB Ltd,Right street,X,2026-01-01,us\n',
    );
    await run(cwd);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(cwd, 'list.csv'), 'name,street,city\nA Ltd,New street,X\nB Ltd,Wrong street,X\n');
    const { report, text } = await run(cwd);
    expect(report).toMatchObject({ imported: 0, merged: 2, updated: 1 });
    expect(text).toMatch(/New street/);
    expect(text).toMatch(/Right street/);
    expect(text).not.toMatch(/Old street|Wrong street/);
  });

  test('with mistakes is told, and nothing is written', async () => {
    const broken = `${HEAD}\nx,compny,X,,,,,en,s\n`;
    const cwd = await folder('name\nA Ltd\n', broken);
    const { ran, text } = await run(cwd);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout).problems).toMatchObject([
      { code: 'bad-value', at: { file: 'a/contacts.csv', line: 2 } },
    ]);
    expect(text).toBe(broken);
    expect(await listFiles(cwd)).not.toContain('a/list.csv.rejected.csv');
  });

  test('stays as it is with --dry-run', async () => {
    const cwd = await folder('name,city\nA Ltd,\n,\n');
    const before = await readFile(join(cwd, 'a/contacts.csv'), 'utf8');
    const { report, text } = await run(cwd, '--dry-run');
    expect(report).toMatchObject({ read: 1, imported: 1 });
    expect(text).toBe(before);
  });
});

test('a formula is told, and kept from being one', async () => {
  const { report, text, cwd } = await imported({
    'list.csv':
      'name,notes,phone,country\nA Ltd,"=HYPERLINK(""http://example.org"")",+44 20 7946 0000,GB\n@B Ltd,-1+1,,GB\n',
  });
  expect(report.problems).toMatchObject([
    {
      severity: 'warning',
      code: 'formula',
      message: expect.stringContaining('3 cells'),
      at: { file: 'list.csv', line: 2 },
    },
  ]);
  expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  expect(await contactsIn(cwd, 'out.csv')).toMatchObject([
    { notes: '=HYPERLINK("http://example.org")', phone: ['+442079460000'] },
    { organisation: '@B Ltd', notes: '-1+1' },
  ]);
});

test.each([
  [['x.csv'], 1, 'There is no such file'],
  [['list.csv', '--encoding', 'utf-9'], 2, '--encoding: there is no "utf-9"'],
  [['list.csv', '--map', 'stret=A'], 2, 'Did you mean street?'],
  [['list.csv', '--map', 'street=Strase'], 2, 'there is no column "Strase"'],
  [['list.csv', '--delimiter', ';;'], 2, '--delimiter'],
  [['open.csv'], 1, 'A quote is opened in or after line 2 and never closed'],
  [['empty.csv'], 1, 'The file is empty'],
])('%j ends with what is wrong', async (args, code, message) => {
  const cwd = await makeFolder({ 'list.csv': 'name\nA\n', 'open.csv': 'name\n"A\nB\n', 'empty.csv': '' });
  const ran = await handbill(cwd, ['contacts', 'import', ...args, '--out-file', 'out.csv']);
  expect(ran).toMatchObject({ code, stderr: expect.stringContaining(message) });
  expect(await listFiles(cwd)).toEqual(['empty.csv', 'list.csv', 'open.csv']);
});

test('without an appeal here, it says where to write must be told', async () => {
  const cwd = await makeFolder({ 'list.csv': 'name\nA\n' });
  expect(await handbill(cwd, 'contacts import list.csv')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--appeal'),
  });
});

test('what was understood is shown at 80 columns', async () => {
  const cwd = await makeFolder({ 'list.csv': 'Straße;Name;Gewicht\nBeispielweg 1;Beispiel GmbH;3\n' });
  const { stderr, stdout } = await handbill(cwd, 'contacts import list.csv --out-file out.csv');
  expect(stderr).toBe(`list.csv: CSV, columns divided by ;, utf-8 (as its bytes show)
  Straße → street
  Name → organisation
  not used: Gewicht

LINE  KIND     IN  CITY  NAME
2     company            Beispiel GmbH

`);
  expect(stdout).toBe('1 row read: 1 imported, 0 merged, 0 rejected.\nout.csv is written.\n');
});

test('a list without a row says so, and nothing is written', async () => {
  const { code, report, text } = await imported({ 'none.csv': 'organisation,street,city,country\n' });
  expect(code).toBe(1);
  expect(report.problems).toMatchObject([{ code: 'csv-empty', at: { file: 'none.csv', line: 1 } }]);
  expect(text).toBe('');
});

test.each([0x200b, 0xfeff, 0x2060, 0xad])(
  'what nobody sees, U+%x, is taken out of a list; in scripts without spaces, ends of lines stay',
  async (code) => {
    const unseen = String.fromCodePoint(code);
    const csv = `organisation,str${unseen}eet,city,country\nExam${unseen}ple Ltd,1 Ro${unseen}ad,Exampleton,GB\nสำนัก\u200bงาน,1,Bangkok,TH\n`;
    const { rows } = await imported({ 'list.csv': csv });
    expect(rows).toMatchObject([
      { organisation: 'Example Ltd', street: '1 Road' },
      { organisation: 'สำนัก\u200bงาน' },
    ]);
    const json = JSON.stringify([{ organisation: `Exam${unseen}ple Ltd`, city: 'Exampleton' }]);
    expect((await imported({ 'list.json': json })).rows).toMatchObject([{ organisation: 'Example Ltd' }]);
  },
);

test('a formula in place of a name is rejected, also when its rejected row is imported as it is', async () => {
  const csv =
    'organisation,street,city,country\n"=HYPERLINK(""http://a.example"",""A Ltd"")",1,B,GB\nC Ltd,2,B,GB\n';
  const { report, rows, cwd } = await imported({ 'list.csv': csv });
  expect(report).toMatchObject({ imported: 1, rejected: 1 });
  expect(rows).toMatchObject([{ organisation: 'C Ltd' }]);
  const rejected = await readFile(join(cwd, 'list.csv.rejected.csv'), 'utf8');
  expect(rejected).toContain('formula in column 1');
  expect((await imported({ 'again.csv': rejected })).report).toMatchObject({ imported: 0, rejected: 1 });
});

test('postal codes and house numbers in a number’s form are read as their digits; rounded ones are rejected', async () => {
  const csv =
    'organisation,street,houseNumber,postalCode,city,country\nA,Weg,3.0,"1,0115E+04",Berlin,DE\nB,Weg,4,1.01E+04,Berlin,DE\n';
  const { report, rows } = await imported({ 'list.csv': csv });
  expect(report).toMatchObject({ imported: 1, rejected: 1 });
  expect(report.problems).toMatchObject([{ code: 'bad-postal-code', severity: 'notice', at: { line: 2 } }]);
  expect(rows).toMatchObject([{ street: 'Weg 3', postalCode: '10115' }]);
});
