import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { makeZip } from '../read/zips.ts';
import { describeWith, textOfPdf } from '../tools.ts';
import { openObjects } from '../write/opened.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** Two embassies of one made-up sender's state, and a company. */
const CONTACTS = `id,kind,organisation,represents,street,postalCode,city,country,languages,source
example-ltd,company,Example Ltd,,1 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test
kz-gb,embassy,Embassy in Britain,KZ,2 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test
kz-de,embassy,Embassy in Germany,KZ,Beispielweg 3,10115,Berlin,DE,en,made up for a test
`;

const MEMBERS = `id,name,street,postalCode,city,country,email
ada,Ada Example,3 Example Road,EX1 1EX,Exampleton,GB,ada@example.org
bea,Bea Beispiel,Beispielweg 4,10117,Berlin,DE,bea@example.org
`;

const appeal = (members = MEMBERS) => ({
  ...smallAppeal('a', { 'contacts.csv': CONTACTS }),
  'members.csv': members,
});

test('each member writes to the embassy of their country and to every company, in their own name', async () => {
  const cwd = await makeFolder(appeal());
  expect(await handbill(cwd, 'letters a --senders members.csv --format txt')).toMatchObject({ code: 0 });
  expect((await listFiles(join(cwd, 'out'))).slice(1)).toEqual([
    'letters/example-ltd.en.ada.txt',
    'letters/example-ltd.en.bea.txt',
    'letters/kz-de.en.bea.txt',
    'letters/kz-gb.en.ada.txt',
  ]);
  const letter = await readFile(join(cwd, 'out/letters/kz-de.en.bea.txt'), 'utf8');
  expect(letter).toContain('Bea Beispiel');
  expect(letter).toContain('Embassy in Germany');
  const manifest = await readFile(join(cwd, 'out/handbill-manifest.json'), 'utf8');
  expect(manifest).not.toMatch(/Ada|Beispiel|example\.org/);
});

test('columns of a language hold what members sign with in its letters', async () => {
  const cwd = await makeFolder(
    appeal(`id,Имя,name.en,Должность,role.en,organisation (en),Страна,Город
olga,Ольга Примерова,Olga Primerova,секретарь,secretary,Example Union,GB,Exampleton
ivan,Иван Примеров,,токарь,,,GB,Exampleton
lost,Анна Примерова,Anna Prim\ufffdrova,,,,GB,Exampleton
`),
  );
  const line = 'letters a --senders members.csv --format txt --to example-ltd';
  expect(await handbill(cwd, line)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('members.csv:4'),
  });
  await handbill(cwd, `${line} --skip-faulty`);
  const letter = (id: string) => readFile(join(cwd, `out/letters/example-ltd.en.${id}.txt`), 'utf8');
  expect(await letter('olga')).toMatch(/\nOlga Primerova\n(?:.*\n)*.*secretary/);
  expect(await letter('olga')).toContain('Example Union');
  expect(await letter('olga')).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(await letter('ivan'), 'without a form of that language').toContain('Иван Примеров');
});

test('one member who moved gets new letters, the others keep theirs', async () => {
  const cwd = await makeFolder(appeal());
  await handbill(cwd, 'letters a --senders members.csv --format txt');
  const moved = MEMBERS.replace('Beispielweg 4', 'Beispielweg 5');
  const again = await makeFolder({ ...appeal(moved), 'same/x': '' });
  const ran = await handbill(again, [
    'letters',
    'a',
    '--senders',
    'members.csv',
    '--format',
    'txt',
    '--out',
    join(cwd, 'out'),
    '--json',
  ]);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    written: ['letters/example-ltd.en.bea.txt', 'letters/kz-de.en.bea.txt'],
    changes: { 'letters/kz-de.en.bea.txt': ['sender/bea'] },
  });
});

test('the order of the rows doesn’t matter', async () => {
  const [header, ...rows] = MEMBERS.trim().split('\n');
  const [head, ...contacts] = CONTACTS.trim().split('\n');
  const one = await makeFolder(appeal());
  const two = await makeFolder({
    ...smallAppeal('a', { 'contacts.csv': [head, ...contacts.reverse()].join('\n') }),
    'members.csv': [header, ...rows.reverse()].join('\n'),
  });
  for (const cwd of [one, two]) await handbill(cwd, 'letters a --senders members.csv');
  expect(await readFolder(join(one, 'out'))).toEqual(await readFolder(join(two, 'out')));
});

test('everything that is wrong with the list is told at its place, and nothing is written', async () => {
  const wrong = `id,name,country,emial
ada,Ada Example,GB,x
ada,Ada Again,Ruritania,
,Nobody,DE,
bea,,DE,
bob,Bob,DE,,too many
`;
  const cwd = await makeFolder(appeal(wrong));
  const ran = await handbill(cwd, 'letters a --senders members.csv --json');
  expect(ran.code).toBe(1);
  const { problems } = JSON.parse(ran.stdout);
  const places = problems.map(
    (p: { severity: string; code: string; at?: { line: number; column: number } }) => [
      p.severity,
      p.code,
      p.at?.line,
      p.at?.column,
    ],
  );
  expect(places).toEqual([
    ['warning', 'unknown-key', 1, undefined],
    ['error', 'bad-country', 3, 15],
    ['error', 'missing-value', 5, 5],
    ['error', 'csv-syntax', 6, 1],
  ]);
  expect(problems[0].message).toContain('column 4');
  expect(await listFiles(join(cwd, 'out'))).toEqual([]);
});

/** A list with one member, as different programs and people write it, and the head of her letter. */
const HOME = ['Zoë Größler', 'Ahornweg 3a', '01067 Dresden', 'GERMANY'];
describe('a list as people have it', () => {
  test.each([
    [
      'German, semicolons',
      'Mitgliedsnr.;Vorname;Nachname;Straße;PLZ;Ort;Land\n7;Zoë;Größler;Ahornweg 3a;01067;Dresden;Deutschland\n',
    ],
    [
      'house number apart, a title above',
      'Mitglieder, Mai;;;;;;\n;;;;;;\nNr.;Name;Straße;Hausnr.;PLZ;Wohnort;Land\n7;Zoë Größler;Ahornweg;3a;01067;Dresden;DE\n',
    ],
    [
      'sep=, code and town in one',
      'sep=;\nid;Name;Anschrift;PLZ/Ort;Staat\n7;Zoë Größler;Ahornweg 3a;01067 Dresden;de\n',
    ],
    [
      'French, tabs',
      'N° adhérent\tNom\tPrénom\tAdresse\tCode postal\tVille\tPays\n7\tGrößler\tZoë\tAhornweg 3a\t01067\tDresden\tAllemagne\n',
    ],
    [
      'Spanish, pipes',
      'Número de socio|Nombre y apellidos|Dirección|Código postal|Localidad|País\n7|Zoë Größler|Ahornweg 3a|01067|Dresden|Alemania\n',
    ],
    [
      'Italian',
      'Numero tessera;Nome e cognome;Indirizzo;CAP;Città;Paese\n7;Zoë Größler;Ahornweg 3a;01067;Dresden;Germania\n',
    ],
    [
      'Polish',
      'Nr członkowski;Imię i nazwisko;Ulica;Kod pocztowy;Miasto;Kraj\n7;Zoë Größler;Ahornweg 3a;01067;Dresden;Niemcy\n',
    ],
    [
      'Portuguese',
      'Número de sócio;Nome completo;Endereço;CEP;Cidade;País\n7;Zoë Größler;Ahornweg 3a;01067;Dresden;Alemanha\n',
    ],
    [
      'Turkish',
      'Üye no;Ad;Soyad;Adres;Posta kodu;Şehir;Ülke\n7;Zoë;Größler;Ahornweg 3a;01067;Dresden;Almanya\n',
    ],
    ['Russian', '№;ФИО;Адрес;Индекс;Город;Страна\n7;Zoë Größler;Ahornweg 3a;01067;Dresden;Германия\n'],
    [
      'Ukrainian',
      'Номер;Ім’я;Прізвище;Адреса;Поштовий індекс;Місто;Країна\n7;Zoë;Größler;Ahornweg 3a;01067;Dresden;Німеччина\n',
    ],
    ['Chinese', '会员编号,姓名,地址,邮编,城市,国家\n7,Zoë Größler,Ahornweg 3a,01067,Dresden,DE\n'],
    [
      'Arabic',
      'رقم العضوية,الاسم,العنوان,الرمز البريدي,المدينة,البلد\n7,Zoë Größler,Ahornweg 3a,01067,Dresden,DE\n',
    ],
    ['Persian', 'شماره عضویت,نام,آدرس,کد پستی,شهر,کشور\n7,Zoë Größler,Ahornweg 3a,01067,Dresden,DE\n'],
    [
      'Google’s export',
      'First Name,Middle Name,Last Name,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Phone 1 - Value\nZoë,,Größler,Ahornweg 3a ::: Other 1,Dresden ::: Else,01067 ::: 1,DE ::: FR,\n',
    ],
  ])('%s', async (_, list) => {
    const cwd = await makeFolder(appeal(list));
    const ran = await handbill(cwd, 'letters a --senders members.csv --to example-ltd --format txt --json');
    expect(ran).toMatchObject({ code: 0 });
    const [path] = JSON.parse(ran.stdout).written;
    const letter = await readFile(join(cwd, 'out', path), 'utf8');
    expect(letter.split('\n').slice(0, 4)).toEqual(HOME);
  });

  test('in the encoding that Excel writes, and as a workbook', async () => {
    const list =
      'Mitgliedsnr.;Vorname;Nachname;Straße;PLZ;Ort;Land\n7;Zoë;Größler;Ahornweg 3a;01067;Dresden;Deutschland\n';
    const sheet = list
      .trim()
      .split('\n')
      .map(
        (line) =>
          `<row>${line
            .split(';')
            .map((cell) => `<c t="str"><v>${cell}</v></c>`)
            .join('')}</row>`,
      );
    const workbook = makeZip({
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<r><Relationship Id="1" Target="worksheets/a.xml"/></r>',
      'xl/worksheets/a.xml': `<worksheet>${sheet.join('')}</worksheet>`,
    });
    const cwd = await makeFolder({
      ...appeal(),
      'latin.csv': Buffer.from(list, 'latin1'),
      'list.xlsx': workbook,
    });
    for (const file of ['latin.csv', 'list.xlsx']) {
      const ran = await handbill(
        cwd,
        `letters a --senders ${file} --to example-ltd --format txt --out ${file}.out`,
      );
      expect(ran).toMatchObject({ code: 0 });
      const letter = await readFile(join(cwd, `${file}.out/letters/example-ltd.en.7.txt`), 'utf8');
      expect(letter.split('\n').slice(0, 4)).toEqual(HOME);
    }
  });

  test('without ids each gets one of its own, the same wherever the row stands', async () => {
    const rows = ['Ann,EX1 1EX,GB', 'Ben,10117,DE', 'Ann,10117,DE'];
    const made = async (list: readonly string[]) => {
      const cwd = await makeFolder(appeal(['name,postalCode,country', ...list].join('\n')));
      await handbill(cwd, 'letters a --senders members.csv --to example-ltd --format txt');
      return readFolder(join(cwd, 'out/letters'));
    };
    const letters = await made(rows);
    expect(Object.keys(letters)).toHaveLength(3);
    expect(await made(rows.reverse())).toEqual(letters);
  });

  test('columns and values that it lacks can be said', async () => {
    const cwd = await makeFolder(appeal('who,Street,town\nAnn,1 High St,Exampleton\n'));
    const line =
      'letters a --senders members.csv --map name=who --set country=GB --format txt --to example-ltd';
    expect(await handbill(cwd, line)).toMatchObject({ code: 0, stderr: '' });
    const unsaid = await handbill(cwd, 'letters a --senders members.csv --set land=GB');
    expect(unsaid).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--set: there is no field "land"'),
    });
    expect(await handbill(cwd, 'letters a --map name=who')).toMatchObject({ code: 2 });
  });

  test('without names of columns its first line is somebody’s, and isn’t repeated', async () => {
    const cwd = await makeFolder(
      appeal('Ann Example,1 High St,Exampleton,GB\nBen Example,2 High St,Exampleton,GB\n'),
    );
    const ran = await handbill(cwd, 'letters a --senders members.csv --format txt --json');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('columns 1, 2, 3, 4');
    expect(ran.stdout + ran.stderr).not.toMatch(/Ann|Ben|High St/);
  });

  test('a list of which nothing tells where its people live is told loudly', async () => {
    const cwd = await makeFolder(appeal('id,name,country,Wohnanschrift,Wohnplatz\nx,Ann,DE,Weg 1,Dresden\n'));
    const ran = await handbill(cwd, 'letters a --senders members.csv --format txt --json');
    expect(JSON.parse(ran.stdout).problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('columns 4, 5 (Wohnanschrift, Wohnplatz)') },
    ]);
  });
});

describe('a list with faulty rows', () => {
  const rows = Array.from({ length: 2500 }, (_, i) =>
    i % 100 === 7 ? `m${i},,DE,10115,` : `m${i},Member ${i},DE,10115,`,
  );
  const list = ['id,name,country,postalCode,email', ...rows, 'bad,Bad Mail,DE,1067,nonsense'].join('\n');

  test('all of them are told at once, and nothing is made', async () => {
    const cwd = await makeFolder(appeal(list));
    const ran = await handbill(cwd, 'letters a --senders members.csv --format txt --json');
    const errors = JSON.parse(ran.stdout).problems.filter(
      (p: { severity: string }) => p.severity === 'error',
    );
    expect(errors.map((p: { at: { line: number } }) => p.at.line)).toEqual(
      Array.from({ length: 25 }, (_, i) => 100 * i + 9),
    );
    expect(await listFiles(join(cwd, 'out'))).toEqual([]);
  });

  test('with --skip-faulty the sound ones get letters, and the others come back to be mended', async () => {
    const cwd = await makeFolder(appeal(list));
    const line =
      'letters a --senders members.csv --skip-faulty --to example-ltd --format txt --workers 1 --json';
    const ran = await handbill(cwd, line);
    expect(ran.code).toBe(0);
    const { written, problems } = JSON.parse(ran.stdout);
    expect(written).toHaveLength(2476);
    expect(written).toContain('letters/example-ltd.en.bad.txt');
    expect(problems.map((p: { code: string }) => p.code)).toContain('bad-email');
    const back = (await readFile(join(cwd, 'members.csv.rejected.csv'), 'utf8')).trim().split(/\r?\n/);
    expect(back[0]).toBe('line,what,value,reason,id,name,country,postalCode,email');
    expect(back[1]).toBe('9,row,,name is missing.,m7,,DE,10115,');
    expect(back).toHaveLength(26);
    await writeFile(join(cwd, 'mended.csv'), back.join('\n').replaceAll(',,DE,', ',Mended,DE,'));
    const again = await handbill(cwd, line.replace('members.csv', 'mended.csv'));
    expect(JSON.parse(again.stdout).written).toHaveLength(25);
  });
});

test('two members of one id are an error at the second, however far down it stands', async () => {
  const rows = Array.from({ length: 4500 }, (_, i) => `m${i},Member ${i},,GB`);
  const members = ['id,name,street,country', ...rows, 'm17,"Member\n17, again",,GB', 'last,,,GB'].join(
    '\r\n',
  );
  const cwd = await makeFolder(appeal(members));
  const ran = await handbill(cwd, 'letters a --senders members.csv --json');
  expect(JSON.parse(ran.stdout).problems).toMatchObject([
    { code: 'duplicate-id', at: { file: 'members.csv', line: 4502, column: 1 } },
    { code: 'missing-value', at: { line: 4504 } },
  ]);
});

test('senders exclude what says who signs or where they live', async () => {
  const cwd = await makeFolder(appeal());
  expect((await handbill(cwd, 'letters a --senders members.csv --country GB')).code).toBe(2);
  expect((await handbill(cwd, 'letters a --senders members.csv --sender a/sender.json')).code).toBe(2);
});

test('a print run is explained, and known to the manifest still when parts are joined beside it', async () => {
  const cwd = await makeFolder(appeal());
  await handbill(cwd, 'letters a --senders members.csv --combine duplex');
  const run = 'out/letters/combined.en.a4.pdf';
  const told = await handbill(cwd, `explain ${run} a --senders members.csv`);
  expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('fact what-happened') });
  for (const part of [1, 2]) await handbill(cwd, `make a --format txt --shard ${part}/2`);
  const merged = await handbill(cwd, 'manifest merge --json');
  expect(JSON.parse(merged.stdout).files).toContain('letters/combined.en.a4.pdf');
  expect((await handbill(cwd, `sent ${run} --by post --appeal a`)).code).toBe(0);
});

test('a print run holds all letters of a language, and no letter begins on another’s back', async () => {
  const cwd = await makeFolder(appeal());
  const [single, duplex] = ['--out one', '--combine duplex'];
  expect(await handbill(cwd, `letters a --senders members.csv --combine single ${single}`)).toMatchObject({
    code: 0,
    stderr: expect.not.stringMatching(/error|warning/),
  });
  expect((await listFiles(join(cwd, 'one'))).slice(1)).toEqual([
    'letters/combined.en.a4.cover.pdf',
    'letters/combined.en.a4.pdf',
  ]);
  const pagesOf = async (path: string) =>
    openObjects(await readFile(join(cwd, path))).match(/\/Type ?\/Page\b/g)?.length;
  expect(await pagesOf('one/letters/combined.en.a4.pdf')).toBe(4);

  expect(await handbill(cwd, `letters a --senders members.csv ${duplex}`)).toMatchObject({ code: 0 });
  expect(await pagesOf('out/letters/combined.en.a4.pdf')).toBe(8);
  const again = await handbill(cwd, `letters a --senders members.csv ${duplex} --json`);
  expect(JSON.parse(again.stdout)).toMatchObject({
    written: [],
    unchanged: ['letters/combined.en.a4.pdf', 'letters/combined.en.a4.cover.pdf'],
  });
});

describeWith(['pdftotext'], 'the sheet on top of a print run', () => {
  test('tells how many letters it holds, for whom, what posting them takes, and who signs which', async () => {
    const cwd = await makeFolder(appeal());
    const ran = await handbill(cwd, 'letters a --senders members.csv --combine duplex');
    expect(ran.stdout).toContain('Next: print out/letters/combined.en.a4.pdf');
    const cover = join(cwd, 'out/letters/combined.en.a4.cover.pdf');
    expect(textOfPdf(cover).trim()).toBe(
      [
        'combined.en.a4.pdf 4 letters, 4 pages, 4 sheets printed on both sides',
        'For whom 2 × Example Ltd, Exampleton 1 × Embassy in Britain, Exampleton 1 × Embassy in Germany, Berlin',
        'Envelopes and postage 2 envelopes: DL, 110 × 220 mm, window 35 × 90 mm',
        '2 envelopes: DL, 110 × 220 mm, window of DIN 680',
        'Posted in GB: 2 letters of at most 10 g, which pay as up to 100 g.',
        'Posted in DE: 2 letters of at most 10 g, which pay as up to 20 g.',
        'Who signs, and which letters Ada Example: 1, 2 Bea Beispiel: 3, 4',
      ].join(' '),
    );
    expect((await handbill(cwd, 'sent out/letters/combined.en.a4.cover.pdf --appeal a')).code).toBe(1);
  });

  test('tells which letters aren’t in it, and which aren’t posted', async () => {
    const members = `id,name,city,country,ownWords\nada,Ada Example,Exampleton,GB,\nbea,Bea Example,Exampleton,GB,${'word '.repeat(12_000)}\n`;
    const cwd = await makeFolder({
      ...appeal(members),
      'a/contacts.csv': `id,kind,organisation,street,postalCode,city,country,email,languages,source
example-ltd,company,Example Ltd,1 Example Road,EX1 1EX,Exampleton,GB,,en,made up for a test
only-mail,company,Only Mail Ltd,,,,GB,desk@example.org,en,made up for a test
`,
    });
    await handbill(cwd, 'letters a --senders members.csv --kind company --format pdf --combine single');
    const told = textOfPdf(join(cwd, 'out/letters/combined.en.a4.cover.pdf'));
    expect(told).toContain('Not in it, because they couldn’t be made: 2 letters.');
    expect(told).toContain('Not posted, for want of a postal address: 1 letter.');
  });
});

test('a letter too long to be laid out keeps no other back, and the run that it was to be in stays', async () => {
  const long = (words: string) => `id,name,city,country,ownWords\nada,Ada Example,Exampleton,GB,${words}\n`;
  const cwd = await makeFolder(
    appeal(`${long('')}bea,Bea Example,Exampleton,GB,${'word '.repeat(12_000)}\n`),
  );
  const line = 'letters a --senders members.csv --to example-ltd';
  const ran = await handbill(cwd, `${line} --format txt --json`);
  expect(ran.code).toBe(1);
  const told = JSON.parse(ran.stdout) as { problems: { severity: string; message: string }[] };
  const errors = told.problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^letters\/example-ltd\.en\.bea isn’t made: A paragraph has more than 10,000/),
  ]);
  expect((await listFiles(join(cwd, 'out'))).slice(1)).toEqual(['letters/example-ltd.en.ada.txt']);

  const combined = `${line} --combine duplex --out run --json`;
  expect((await handbill(cwd, combined)).code).toBe(1);
  const made = await readFolder(join(cwd, 'run/letters'));
  expect(Object.keys(made)).toHaveLength(2);
  await writeFile(join(cwd, 'members.csv'), long('word '.repeat(12_000)));
  expect((await handbill(cwd, combined)).code).toBe(1);
  expect(await readFolder(join(cwd, 'run/letters'))).toEqual(made);
});

describe('the paper that the letters take', () => {
  /** Fifty members in Germany, fifty in Britain, one in Kenya, of whom one writes two pages. */
  const many = [
    'id,name,street,postalCode,city,country,ownWords',
    ...Array.from({ length: 50 }, (_, i) => `de-${i},Bea ${i},Beispielweg ${i},10117,Berlin,DE,`),
    ...Array.from({ length: 50 }, (_, i) => `gb-${i},Ada ${i},${i} Example Road,EX1 1EX,Exampleton,GB,`),
    'ke-1,Eve Example,1 Example Road,00100,Nairobi,KE,',
  ].join('\n');

  test('is told before the first is made: pages, sheets, envelopes, weights by class of postage', async () => {
    const cwd = await makeFolder(appeal(many));
    const { stderr } = await handbill(cwd, 'letters a --senders members.csv --format pdf --lang en');
    expect(stderr.slice(0, stderr.indexOf('\n\n'))).toBe(
      `To be printed, about: 201 letters, 201 pages, 201 sheets (1.0 kg at 80 g/m²).
101 envelopes: DL, 110 × 220 mm, window of DIN 680
100 envelopes: DL, 110 × 220 mm, window 35 × 90 mm
Posted in DE: 100 letters of at most 10 g, which pay as up to 20 g.
Posted in GB: 100 letters of at most 10 g, which pay as up to 100 g.
Posted in KE: 1 letter of 10 g with the envelope.`,
    );
  });

  test('is what the files come to, with heavier paper and backs', async () => {
    const long = many.replace('DE,\nde-1', `DE,${'My brother is one of them. '.repeat(90)}\nde-1`);
    const cwd = await makeFolder(appeal(long.split('\n').slice(0, 2).join('\n')));
    const line = 'letters a --senders members.csv --to example-ltd --paper-weight 160';
    const told = async (flags: string) => JSON.parse((await handbill(cwd, `${line} ${flags} --json`)).stdout);
    const { paper, written } = await told('--format pdf');
    const pdf = openObjects(await readFile(join(cwd, 'out', written[0])));
    expect(pdf.match(/\/Type ?\/Page\b/g)?.length).toBe(2);
    expect(paper).toMatchObject({ letters: 1, pages: 2, sheets: 2, grams: 20, isEstimate: false });
    expect(paper.posted).toEqual([{ country: 'DE', grams: 25, upTo: 50, letters: 1 }]);
    expect((await told('--combine duplex --out two')).paper).toMatchObject({
      pages: 2,
      sheets: 1,
      grams: 10,
    });
  });

  test('is nothing where none goes on paper, and isn’t told quietly', async () => {
    const cwd = await makeFolder(appeal());
    const mail = await handbill(cwd, 'letters a --senders members.csv --format txt');
    expect(mail.stderr).not.toContain('To be printed');
    const quiet = await handbill(cwd, 'letters a --senders members.csv --format pdf --quiet');
    expect(quiet.stderr).toBe('');
  });
});

test('check reads a list of those who sign, plans their letters, and writes nothing', async () => {
  const cwd = await makeFolder(appeal());
  const whole = await handbill(cwd, 'check a --senders members.csv --json');
  expect(JSON.parse(whole.stdout)).toMatchObject({
    ok: true,
    files: expect.arrayContaining(['letters/kz-de.en.bea.pdf', 'letters/kz-gb.en.ada.pdf']),
  });
  await writeFile(join(cwd, 'members.csv'), MEMBERS.replace('Berlin,DE', 'Berlin,Nowhere'));
  const faulty = await handbill(cwd, 'check a --senders members.csv');
  expect(faulty).toMatchObject({ code: 1 });
  expect(faulty.stderr).toMatch(/members\.csv:3:\d+ {2}error/);
  expect((await listFiles(cwd)).some((file) => file.startsWith('out/'))).toBe(false);
});

test.each(['csv', 'yaml'])(
  'a list of senders or signatories without a row in %s says so, with its file',
  async (end) => {
    const [head = ''] = MEMBERS.split('\n');
    const cwd = await makeFolder({ ...appeal(), [`none.${end}`]: end === 'csv' ? `${head}\n` : '[]\n' });
    for (const flag of ['--senders', '--signatories']) {
      const { code, stdout } = await handbill(cwd, `letters a ${flag} none.${end} --json`);
      expect(code).toBe(1);
      expect(JSON.parse(stdout).problems).toMatchObject([
        { code: 'csv-empty', at: { file: `none.${end}`, line: 1 } },
      ]);
    }
  },
);

test.each([0x200b, 0xfeff, 0x2060, 0xad])(
  'what nobody sees, U+%x, is taken out of names and addresses of a list',
  async (code) => {
    const unseen = String.fromCodePoint(code);
    const [head = '', row = ''] = MEMBERS.split('\n');
    const csv = `${head}\n${row.replace('Example,', `Exam${unseen}ple${unseen},`).replace('Exampleton', `Example${unseen}ton`)}\n`;
    const yaml = `- {id: ada, name: "A${unseen}da Example", city: "Example${unseen}ton", country: GB}\n`;
    const vcf = `BEGIN:VCARD\nVERSION:4.0\nUID:ada\nFN:Ada Exam${unseen}ple\nADR:;;3 Road;Example${unseen}ton;;EX1 1EX;GB\nEND:VCARD\n`;
    const cwd = await makeFolder({ ...appeal(csv), 'members.yaml': yaml, 'members.vcf': vcf });
    for (const end of ['csv', 'yaml', 'vcf']) {
      await handbill(cwd, `letters a --senders members.${end} --format txt --to example-ltd --out ${end}`);
      const [file = ''] = (await listFiles(join(cwd, end))).filter((name) => name.endsWith('.txt'));
      const letter = await readFile(join(cwd, end, file), 'utf8');
      expect(letter).toContain('Ada Example');
      expect(letter).toContain('Exampleton');
      expect(letter).not.toContain(unseen);
    }
  },
);

test('a formula in place of a name or an address is a faulty row; one that is a text is read as it', async () => {
  const csv = `id,name,street,postalCode,city,country,ownWords
a,"=HYPERLINK(""https://example.org"",""Ada"")",1 Road,EX1 1EX,Exampleton,GB,
b,Bea,+CONCAT(A1),EX1 1EX,Exampleton,GB,
c,Eve,1 Road,"=""EX1 1EX""",Exampleton,GB,-1 is what we got
`;
  const cwd = await makeFolder(appeal(csv));
  const line = 'letters a --senders members.csv --format txt --to example-ltd';
  const { code, stdout } = await handbill(cwd, `${line} --json`);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).problems).toMatchObject([
    { message: expect.stringContaining('formula in column 2'), at: { file: 'members.csv', line: 2 } },
    { message: expect.stringContaining('formula in column 3'), at: { file: 'members.csv', line: 3 } },
  ]);
  await handbill(cwd, `${line} --skip-faulty`);
  const letter = await readFile(join(cwd, 'out/letters/example-ltd.en.c.txt'), 'utf8');
  expect(letter).toMatch(/EX1 1EX/);
  expect(letter).not.toContain('="');
});

test('a postal code in a number’s form is read as its digits with a notice; a rounded one is a faulty row', async () => {
  const rows = ['a,Ada,1.0115E+04', 'b,Bea,10117.0', 'c,Eve,1.01E+04', 'd,Dan,10119'];
  const csv = `id,name,postalCode,street,city,country\n${rows.map((row) => `${row},Weg 1,Berlin,DE\n`).join('')}`;
  const cwd = await makeFolder(appeal(csv));
  const line = 'letters a --senders members.csv --format txt --to example-ltd --skip-faulty --json';
  const { problems } = JSON.parse((await handbill(cwd, line)).stdout);
  const of = (wanted: string) => problems.filter(({ code }: { code: string }) => code === wanted);
  expect(of('bad-postal-code')).toMatchObject([{ severity: 'notice', at: { file: 'members.csv', line: 2 } }]);
  expect(of('csv-syntax')).toMatchObject([{ message: expect.stringContaining('column 3'), at: { line: 4 } }]);
  const letter = (id: string) => readFile(join(cwd, `out/letters/example-ltd.en.${id}.txt`), 'utf8');
  expect(await letter('a')).toContain('10115 Berlin');
  expect(await letter('b')).toContain('10117 Berlin');
  await expect(letter('c')).rejects.toThrow();
});
