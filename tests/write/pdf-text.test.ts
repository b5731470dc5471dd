import { expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { setParagraph } from '../../src/layout/paragraph.ts';
import { retagDocument } from '../../src/layout/retag.ts';
import { LETTER_STEPS, letterStyles } from '../../src/layout/styles/letter.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import { openForEmbedding } from '../../src/write/pdf/embedded-font.ts';
import { setBeside, setRun } from '../../src/write/pdf/runs.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { letter, paragraph } from '../layout/documents.ts';
import { describeWith, runOnFile } from '../tools.ts';
import { PdfReader, type PdfValue, textOf } from './pdf-reader.ts';
import { documentOf, PARAGRAPH, runOf } from './sample.ts';
import { ARABIC, combine, layLetter } from './samples.ts';
import { TaggedFile } from './tagged-file.ts';

const fonts = await openFonts();

const KAZAKH =
  'Жаңаөзен қаласындағы мұнайшылардың ереуілі: үкімет адамдарды атқылады, «ӘҒҚҢӨҰҮҺІ» әріптері бүтін көшіріледі.';
const GERMAN =
  'Donaudampfschifffahrtsgesellschaft und Gewerkschaftsversammlung, Kundgebungsteilnehmerinnen und Arbeiterselbstverwaltung in offiziellen Verlautbarungen der Regierungskommission.';

/** The text of a file in one line, without what only tells right from left. */
const flat = (text: Buffer) =>
  text
    .toString('utf8')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

const readers = {
  pdftotext: (pdf: Uint8Array) => flat(runOnFile('pdftotext', (file) => [file, '-'], pdf)),
  mutool: (pdf: Uint8Array) => flat(runOnFile('mutool', (file) => ['draw', '-q', '-F', 'txt', file], pdf)),
};

describeWith(['pdftotext', 'mutool', 'pdffonts', 'qpdf'], 'text that comes back', () => {
  test.each(Object.entries(readers))('%s reads Kazakh whole', (_, read) => {
    const doc = { ...letter({ body: [paragraph('body', KAZAKH)] }), language: 'kk' };
    expect(read(writePdf(layLetter(doc), fonts))).toContain(KAZAKH);
  });

  test('pdftotext reads Arabic in logical order, Latin names and numbers with it', () => {
    const text = readers.pdftotext(writePdf(layLetter(ARABIC), fonts));
    for (const words of [
      'سفارة كازاخستان',
      'عاملا في مدينة',
      'Zhanaozen',
      'المئات بجروح',
      'وأعلنت حالة الطوارئ في المدينة',
      'أوقفوا القتل',
      'سراح Natalia Sokolova',
    ])
      expect(text).toContain(words);
  });

  test('hyphens at line ends are seen but not copied', () => {
    const style = { ...letterStyles(LETTER_STEPS[0]!).text, hyphenate: true };
    const lines = setParagraph([{ kind: 'text', text: GERMAN }], style, 150, {
      fonts,
      language: 'de',
      direction: 'ltr',
    });
    const items = lines.flatMap(({ runs }, i) =>
      runs.map((run) => ({ ...run, y: 20 * (i + 1), tag: PARAGRAPH })),
    );
    const hyphens = items.filter(({ glyphs, text }) => glyphs.some(({ cluster }) => cluster >= text.length));
    expect(hyphens.length).toBeGreaterThan(0);
    const pdf = writePdf(documentOf(items, { language: 'de' }), fonts);
    expect(structureText(new TaggedFile(pdf))).toBe(GERMAN);
    expect(readers.pdftotext(pdf).replaceAll(' ', '')).toContain(GERMAN.replaceAll(' ', ''));
  });

  test('lines of a paragraph end with a space that has no width, and say nothing beside their letters', () => {
    const long = Array.from({ length: 12 }, () => 'The strike was banned.').join(' ');
    const pdf = writePdf(layLetter({ ...letter(), blocks: [paragraph('body', long)] }), fonts);
    const file = new PdfReader(pdf);
    expect(file.pages.map((page) => file.content(page)).join('')).not.toContain('ActualText');
    expect(runOnFile('pdfinfo', (path) => ['-struct-text', path], pdf).toString()).toContain(`"${long}"`);
    for (const read of Object.values(readers)) expect(read(pdf)).toContain(long);
  });

  test('the structure has a space between the lines of an address', () => {
    const text = structureText(new TaggedFile(writePdf(layLetter(letter()), fonts)));
    expect(text).toContain('Embassy of Kazakhstan The Ambassador 1 Example Square London');
  });

  test('every font is embedded as a subset with its characters', () => {
    for (const doc of [letter(), ARABIC]) {
      const lines = runOnFile('pdffonts', (file) => [file], writePdf(layLetter(doc), fonts))
        .toString()
        .trim()
        .split('\n');
      for (const line of lines.slice(2))
        expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
    }
  });
});

/** Text of a letter in each script whose glyphs don't stand for one character each, with vowels, ligatures and stacks. */
const COPIED = [
  ['ar', 'وهبوا عقلاً وضميرًا، ولا يُعرَّض أيٌّ منهم للتعذيب؛ إلى العمّال المضربين تحيّةً'],
  ['fa', 'کلیهٔ کارگران اعتصاب‌کننده آزادند، قانوناً پژوهش گچ می‌چینیم'],
  ['ur', 'حصولِ انصاف کے لیے ہڑتال پر بیٹھے ٹھیک چھ مزدوروں کا موثّر مطالبہ'],
  ['he', 'כל בני אדם נולדו בני חורין, שָׁלוֹם לעובדים'],
  ['yo', 'Ẹ̀tọ́ lọ́nà kọ̀ọ̀kan, gbọdọ̀ ṣe Ẹ̀kọ́'],
  ['vi', 'Quyền của người lao động được bảo vệ'],
] as const;

describeWith(['pdftotext', 'mutool', 'qpdf'], 'text that is copied', () => {
  const laid = (language: string, value: string) => {
    const direction = /^(?:ar|fa|ur|he)$/.test(language) ? ('rtl' as const) : ('ltr' as const);
    const parts = { sender: [], recipient: [], date: [], end: [], body: [paragraph('body', value)] };
    const blocks = letter(parts).blocks.filter(({ role, kind }) => role === 'body' && kind === 'paragraph');
    return writePdf(layLetter({ ...letter(parts), blocks, language, direction }), fonts);
  };
  // Readers that know no ActualText, pdf.js among them, put together what the codes tell and turn round lines from right to left.
  test.each(COPIED)('%s: the codes alone tell it', (language, value) => {
    const file = new TaggedFile(laid(language, value));
    const told = file
      .contentInOrder()
      .flatMap(({ runs }) => [...runs.join('')].filter((c) => c !== '\u200b'));
    const isRtl = /^(?:ar|fa|ur|he)$/.test(language);
    const marks = (text: string) => text.normalize('NFC').replace(/[\s\u200c]/g, '');
    expect(marks((isRtl ? told.reverse() : told).join(''))).toContain(marks(value));
  });

  test('numbers and names in an Arabic line stand in the order of the page, spaces and all, the dots behind', () => {
    const text = 'في 16 ديسمبر 2011 قتل 11 عاملا في مدينة Zhanaozen، كتبت';
    const told = new TaggedFile(laid('ar', text))
      .contentInOrder()
      .flatMap(({ runs }) => runs)
      .join('');
    // pdf.js turns round what is in one font, and drops spaces at its ends that tell nothing more; PDFium ends a line
    // where a dot stands higher or lower.
    const [letters = '', dots = ''] = told.split(/(?=\u200b)/u, 2);
    const turned = (part: string) => [...part].reverse().join('');
    expect(letters).toBe(
      `${turned('في # ديسمبر & قتل % عاملا في مدينة \u200f')}Zhanaozen${turned('، كتبت')}`
        .replace('#', '16')
        .replace('&', '2011')
        .replace('%', '11'),
    );
    expect(dots).not.toBe('');
    expect(told.slice(letters.length)).toMatch(/^\u200b+We demand:$/u);
  });

  test('a space between two values is one of the font around them', async () => {
    const book = await openFonts();
    const values = ['قتل.', ' ', 'فصل.'].map(
      (value) => ({ kind: 'text', text: value, isolate: value !== ' ' }) as const,
    );
    const context = { fonts: book, language: 'ar', direction: 'rtl' as const };
    const [line] = setParagraph(values, letterStyles(LETTER_STEPS[0]!).text, 400, context);
    expect(new Set(line!.runs.map(({ font }) => font)).size).toBe(1);
  });

  // It tells an opening and a closing of direction around each sign, with the signs turned round.
  const signs = (text: string) =>
    text.replace(/\u202a([^\u202a-\u202c\p{L}]*)\u202c/gu, (_, t: string) => [...t].reverse().join(''));
  test.each(COPIED)('%s: poppler reads it', (language, value) => {
    const read = signs(runOnFile('pdftotext', (file) => [file, '-'], laid(language, value)).toString());
    expect(flat(Buffer.from(read)).normalize('NFC')).toContain(value.normalize('NFC'));
  });

  test('a code that another text of the file has is another one', () => {
    const run = {
      ...runOf(fonts, 'عقلاً', { font: 'serif-arab-400', direction: 'rtl' }),
      direction: 'rtl' as const,
    };
    const font = openForEmbedding(fonts.files.get('serif-arab-400')!);
    const set = setRun(run, font);
    expect(set.codes.size).toBeGreaterThan(2);
    const taken = new Map([...set.codes].map(([code, { glyph }]) => [code, { glyph, text: 'x' }]));
    const beside = setBeside(run, font, taken);
    expect([...beside.codes.keys()].filter((code) => taken.has(code))).toEqual([]);
    expect([...beside.codes.values()]).toEqual([...set.codes.values()]);
  });
});

/** The text of a file by its structure: marked content in reading order, with `ActualText` and `ToUnicode`. */
function structureText(file: TaggedFile): string {
  return file
    .contentInOrder()
    .map(({ properties, runs }) => {
      const actual = /\/ActualText ?<feff([0-9a-f]*)>/.exec(properties)?.[1];
      if (actual !== undefined) return Buffer.from(actual, 'hex').swap16().toString('utf16le');
      return runs.join('');
    })
    .join('');
}

describeWith(['qpdf'], 'metadata', () => {
  test('XMP and the information dictionary tell the same; dates at midnight', () => {
    const paged = { ...layLetter(letter()), title: 'Протест & <R>', author: 'KRAS' };
    const file = new TaggedFile(writePdf(paged, fonts));
    expect(file.text(file.info['/Title'])).toBe('Протест & <R>');
    expect(file.metadata).toContain('<rdf:li xml:lang="x-default">Протест &amp; &lt;R&gt;</rdf:li>');
    expect(file.metadata).toContain('<dc:creator><rdf:Seq><rdf:li>KRAS</rdf:li>');
    expect(file.metadata).toContain('<xmp:CreateDate>2011-12-19T00:00:00Z</xmp:CreateDate>');
    expect(file.text(file.info['/CreationDate'])).toBe('D:20111219000000Z');
  });

  test('a file that breaks PDF/UA doesn’t claim it', () => {
    const paged = layLetter(letter());
    const bad = [
      { ...paged, title: ' ' },
      retagDocument(paged, (tag) => (tag.type === 'H1' ? { ...tag, type: 'H2' } : tag)),
      retagDocument(paged, (tag) => (tag.type === 'H1' ? { type: 'Figure' } : tag)),
    ];
    const claim = '<pdfuaid:part>';
    expect(new TaggedFile(writePdf(paged, fonts)).metadata).toContain(claim);
    for (const doc of bad) expect(new TaggedFile(writePdf(doc, fonts)).metadata).not.toContain(claim);
  });

  test('a document written from right to left says so', () => {
    const reader = new PdfReader(writePdf(layLetter(ARABIC), fonts));
    const { catalog } = reader;
    expect(reader.dict(catalog['/ViewerPreferences'])).toMatchObject({ '/Direction': '/R2L' });
    expect(textOf(catalog['/Lang'])).toBe('ar');
  });
});

describeWith(['qpdf', 'pdftotext'], 'a print run', () => {
  const two = letter({ body: Array.from({ length: 12 }, () => paragraph('body', GERMAN)) });

  test('has every letter on a sheet of its own, an outline, page labels, and each font once', async () => {
    const docs = [letter(), two, letter()].map(layLetter);
    const file = new TaggedFile(await combine(docs));
    expect(docs.map(({ pages }) => pages.length)).toEqual([1, 2, 1]);
    expect(file.pages).toHaveLength(6);
    const blank = file.painted.map((painted) => painted.length === 0);
    expect(blank).toEqual([false, true, false, false, false, true]);
    const destinations: PdfValue[] = [];
    for (let at = file.dict(file.catalog['/Outlines'])['/First']; at; at = file.dict(at)['/Next'])
      destinations.push(file.array(file.dict(at)['/Dest'])[0]!);
    expect(destinations).toEqual([file.pages[0], file.pages[2], file.pages[4]]);
    const labels = file.array(file.dict(file.catalog['/PageLabels'])['/Nums']);
    expect(labels).toEqual([
      0,
      { '/P': 'u:1.', '/S': '/D' },
      2,
      { '/P': 'u:2.', '/S': '/D' },
      4,
      { '/P': 'u:3.', '/S': '/D' },
    ]);
    const names = file.find((dict) => dict['/Type'] === '/FontDescriptor');
    expect(names.length).toBe(file.fonts.length);
    expect(file.elements.filter(({ type }) => type === 'Sect')).toHaveLength(3);
  });

  test('stores what the letters share once', async () => {
    const doc = layLetter(two);
    const streams = async (docs: readonly PagedDocument[]) => {
      const file = new TaggedFile(await combine(docs));
      return new Set(file.pages.flatMap((page) => file.array(file.dict(page)['/Contents']))).size;
    };
    // Each page begins with a stream of its own.
    expect(await streams([doc, doc, doc, doc])).toBe((await streams([doc])) + 3 * doc.pages.length);
  });
});
