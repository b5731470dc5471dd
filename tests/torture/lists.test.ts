import { Readable } from 'node:stream';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, test } from 'vitest';
import type { ContactColumn } from '../../src/check/contact-columns.ts';
import { understandRow } from '../../src/check/foreign-contact.ts';
import { chooseSource } from '../../src/import/source.ts';
import { openForeignList } from '../../src/read/foreign-list.ts';
import { readVcards } from '../../src/read/vcard.ts';
import { mutatedBytes, mutatedText } from './mutations.ts';
import { placeFor, tryReader } from './trial.ts';

const VCARDS = [
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Embassy\r\nORG:Embassy of X;Consular\r\nADR;TYPE=WORK:;;1 Road;Town;;1;GB\r\n' +
    'TEL;TYPE=FAX:+44 20 1\r\nEMAIL:a@example.org\r\nNOTE:long\r\n  line\\, goes on\r\nEND:VCARD\r\n',
  'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=90;=\n=D0=91\nTEL;WORK;FAX:1\nEND:VCARD\n',
  'BEGIN:VCARD\nVERSION:4.0\nFN:X\nitem1.URL;PREF=1:https://example.org\nLANG:de\nUID:urn:uuid:1\nEND:VCARD\n',
];
const TABLES = [
  'id;organisation;Straße;PLZ;Ort;country;email;languages\na;Botschaft;Weg 1;10117;Berlin;DE;a@example.org;de\n',
  'operator,operatorISO,jurisdictions,country,countryISO,city,address,phone,email,website,type,QID\n' +
    'Kazakhstan,KZ,Germany|Berlin,Germany,DE,Berlin,"Nordendstr. 14",+49 30 1,,,embassy,http://www.wikidata.org/entity/Q1\n',
  'Name\tAddress\tPhone\nÉcole\t1, rue X\t+33 1\n',
];
const LISTS = ['{"contacts": [{"id": "a", "organisation": {"en": "X"}, "email": ["a@example.org"]}]}'];

const encoded = [
  ...TABLES.flatMap((text) =>
    ['utf-8', 'utf-16le', 'windows-1252'].map((name) =>
      iconv.encode(text, name, { addBOM: name === 'utf-16le' }),
    ),
  ),
  ...[...VCARDS, ...LISTS].map((text) => Buffer.from(text)),
];

describe('lists of contacts from elsewhere', { timeout: 300_000 }, () => {
  test('vCard', () =>
    tryReader({
      what: 'vCard',
      cases: 10_000,
      inputs: mutatedText(VCARDS),
      read: async (text) => {
        const pieces = [text.slice(0, 100), text.slice(100)];
        for await (const row of readVcards(Readable.from(pieces)))
          understandRow(new Map([...row.cells].map(([name, value]) => [name as ContactColumn, [value]])));
      },
    }));

  test('tables and lists in any encoding', async () => {
    const place = await placeFor();
    await tryReader({
      what: 'tables and lists in any encoding',
      cases: 600,
      inputs: fc.tuple(
        mutatedBytes(encoded),
        fc.constantFrom(undefined, undefined, undefined, 'utf-16be', 'shift_jis', 'koi8-r'),
      ),
      read: async ([bytes, encoding]) => {
        await place.write({ list: bytes });
        const list = await openForeignList(place.file('list'), { encoding, isKnown: () => false });
        const source = chooseSource(list, { map: new Map(), defaults: new Map([['languages', 'en']]) });
        for await (const row of list.rows()) {
          source.understand(row);
          source.formulas(row);
        }
      },
    });
  });
});
