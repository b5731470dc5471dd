import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseTextDocument } from '../../src/read/arrived.ts';
import { parsePicture } from '../../src/read/picture.ts';
import { readXml } from '../../src/read/xml.ts';
import { openZipOf } from '../../src/read/zip.ts';
import { inOwnPlace } from '../../src/write/office/paragraphs.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';
import { jpegFile, SECRET } from '../read/pictures.ts';

const flat = (text: string) => text.replace(/[\s_]+/g, ' ').trim();

async function makeAll(command: readonly string[], name: string) {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, [...command, '--format', 'docx,odt,txt', '--out', 'o']);
  expect(ran).toMatchObject({ code: 0 });
  const read = (ending: string) => readFile(join(cwd, `o/${name}.${ending}`));
  return { docx: await read('docx'), odt: await read('odt'), txt: (await read('txt')).toString('utf8') };
}

/** A part of a document, as text. */
const partOf = async (file: Buffer, name: string) =>
  (await (await openZipOf(file, name)).unpack(name))!.toString('utf8');

const WHOM: Readonly<Record<string, string>> = { de: 'kz-de-berlin', ar: 'kz-sa-riyadh' };
const letters = (language: string) =>
  makeAll(['letters', '--to', WHOM[language]!, '--lang', language], `letters/${WHOM[language]}.${language}`);

test.each(['de', 'ar'])(
  'a letter in %s: whole XML, each sentence of the text, the same bytes again',
  async (language) => {
    const [made, again] = [await letters(language), await letters(language)];
    for (const form of ['docx', 'odt'] as const) {
      expect(made[form].equals(again[form])).toBe(true);
      const packed = await openZipOf(made[form], form);
      for (const name of packed.names)
        if (/\.(?:xml|rels)$/.test(name)) readXml((await packed.unpack(name))!, name, {});
      const { text } = await parseTextDocument(made[form], form);
      const parts = made.txt
        .split('\n\n')
        .slice(2, -2)
        .flatMap((part) => part.split(/\n(?=[\d٠-٩]+\. )/));
      const sentences = parts.flatMap((part) =>
        flat(part.replace(/^[\d٠-٩]+\. +/, '')).split(/(?<=[.!?؟]) /),
      );
      for (const sentence of sentences) expect(flat(text)).toContain(sentence);
    }
  },
);

test('styles have names, runs their language, what is read from the right says so', async () => {
  const { docx, odt } = await letters('ar');
  const document = (await (await openZipOf(docx, 'docx')).unpack('word/document.xml'))!.toString('utf8');
  const styles = (await (await openZipOf(odt, 'odt')).unpack('styles.xml'))!.toString('utf8');
  expect(document).toContain('<w:pStyle w:val="HandbillRecipient"/><w:framePr');
  expect(document).toContain('<w:bidi/>');
  expect(document).toContain('<w:rtl/><w:lang w:val="ar"');
  expect(styles).toContain('style:display-name="Handbill Recipient"');
  expect(styles).toContain('style:writing-mode="rl-tb"');
});

test('over the window stands who writes, once; items of lists are marked by their style', async () => {
  const cwd = await makeFolder({ 'sender.json': JSON.stringify(SENDER) });
  const made = ['letters', '--to', 'kz-de-berlin', '--lang', 'de', '--sender', 'sender.json'];
  expect(await handbill(cwd, [...made, '--format', 'docx,odt', '--out', 'o'])).toMatchObject({ code: 0 });
  const read = (form: string) => readFile(join(cwd, `o/letters/kz-de-berlin.de.${form}`));
  const document = await partOf(await read('docx'), 'word/document.xml');
  const line = /<w:pStyle w:val="HandbillReturnLine"\/>.*?<\/w:p>/.exec(document)![0];
  expect(line.replace(/<[^>]+>/g, '')).toBe('A. Beispiel · 1 Beispielweg · 10115 Berlin');
  expect(await partOf(await read('odt'), 'content.xml')).toContain('Handbill_20_Return_20_Line');
  expect(document).toContain('<w:pStyle w:val="HandbillNumberedList"/>');
  expect(await partOf(await read('docx'), 'word/styles.xml')).toMatch(
    /w:styleId="HandbillNumberedList">.*?<w:numPr><w:numId w:val="900"\/>/,
  );
});

const SENDER = {
  name: 'A. Beispiel',
  street: '1 Beispielweg',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  email: 'a@example.org',
};

test('a leaflet shows its picture and its code, each with an alternative text, as PNG without more', async () => {
  const small = smallAppeal('a');
  const images = `images:\n  - { id: rally, file: rally.jpg, alt: { en: 'The "rally" & march' }, credit: A. Example }\n`;
  const cwd = await makeFolder({
    ...small,
    'a/appeal.yaml': `${small['a/appeal.yaml']}${images}`,
    'a/rally.jpg': jpegFile(160, 90, 3),
  });
  const ran = await handbill(cwd, 'leaflets a --kind picket --format docx,odt --out o');
  expect(ran).toMatchObject({ code: 0 });
  const docx = await readFile(join(cwd, 'o/leaflets/picket.en.docx'));
  const odt = await readFile(join(cwd, 'o/leaflets/picket.en.odt'));
  const document = await partOf(docx, 'word/document.xml');
  expect(document).toContain('descr="The &quot;rally&quot; &amp; march"');
  expect(await partOf(odt, 'content.xml')).toContain(
    '<svg:title>The &quot;rally&quot; &amp; march</svg:title>',
  );
  for (const [file, name] of [
    [docx, 'word/media/handbill1.png'],
    [odt, 'Pictures/handbill1.png'],
  ] as const) {
    const png = (await (await openZipOf(file, name)).unpack(name))!;
    expect((await parsePicture(png)).image).toMatchObject({ width: 160, height: 90 });
    expect(png.includes(SECRET)).toBe(false);
  }
});

test('the code of the example’s leaflet reads as its address, beside the part before it', async () => {
  const leaflet = await makeAll(['leaflets', '--kind', 'picket', '--lang', 'en'], 'leaflets/picket.en');
  const document = await partOf(leaflet.docx, 'word/document.xml');
  const address = /descr="QR: (https[^"]+)"/.exec(document)![1];
  expect(leaflet.txt).toContain(address);
  const heading = /<w:pStyle w:val="HandbillHeading"\/>(?:(?!<w:pStyle).)*?<wp:anchor/s;
  expect(document).toMatch(heading);
  expect(await partOf(leaflet.odt, 'content.xml')).toContain(`<svg:title>QR: ${address}</svg:title>`);
});

test('in a text from the right a telephone number stays in its order, and what follows a name behind it', () => {
  const value = (text: string) => inOwnPlace({ kind: 'text', text, isolate: true }, true);
  expect(value('+49 30 1234567')).toBe('\u200e+49 30 1234567\u200e\u200f');
  expect(value('Berlin')).toBe('\u200eBerlin\u200e\u200f');
  expect(['1500', 'برلين', '2026/١'].map(value)).toEqual(['1500', 'برلين', expect.anything()]);
  expect(inOwnPlace({ kind: 'text', text: 'Berlin', isolate: true }, false)).toBe('Berlin');
});

test('a petition has a table to sign in, a press release its headline', async () => {
  const petition = await makeAll(['leaflets', '--kind', 'petition', '--lang', 'en'], 'leaflets/petition.en');
  const document = (await (await openZipOf(petition.docx, 'd')).unpack('word/document.xml'))!.toString(
    'utf8',
  );
  expect(document.match(/<w:tr>/g)).toHaveLength(11);
  const release = await makeAll(
    ['leaflets', '--kind', 'press-release', '--lang', 'en'],
    'leaflets/press-release.en',
  );
  const content = (await (await openZipOf(release.odt, 'o')).unpack('content.xml'))!.toString('utf8');
  expect(content).toContain('<text:h text:style-name="Handbill_20_Headline" text:outline-level="1">');
});
