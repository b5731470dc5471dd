import { expect, test } from 'vitest';
import { understandRow } from '../../src/check/foreign-contact.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { ForeignRow } from '../../src/read/foreign.ts';
import { readVcards } from '../../src/read/vcard.ts';
import { englishOf } from '../../src/wordings.ts';
import { formatVcards } from '../../src/write/vcard.ts';

async function cards(text: string): Promise<ForeignRow[]> {
  const rows: ForeignRow[] = [];
  const pieces = (async function* () {
    yield text;
  })();
  for await (const row of readVcards(pieces)) rows.push(row);
  return rows;
}
const card = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
const one = async (version: string, ...lines: string[]) => {
  const [row] = await cards(card(version, ...lines));
  expect(row!.broken).toBeUndefined();
  return Object.fromEntries(row!.cells);
};

test('cards of groups are no contacts, and are told', async () => {
  for (const kind of ['X-ADDRESSBOOKSERVER-KIND:group', 'KIND:group'])
    expect(englishOf((await cards(card('4.0', kind, 'FN:Embassies')))[0]!.broken!)).toContain('group');
});

test('what address books say for themselves is no id and no kind; a fax that a label names is one', async () => {
  const apple = await one(
    '3.0',
    'FN:Example Works',
    'item1.TEL;type=pref:+44 20 7946 0000',
    'item1.X-ABLabel:_$!<HomeFAX>!$_',
    'item2.TEL:+44 20 7946 0001',
    'item2.X-ABLabel:Desk',
    'CATEGORIES:myContacts',
    'UID:4C2D1F3A-1111-2222-3333-444455556666',
  );
  expect(apple).toEqual({
    organisation: 'Example Works',
    fax: '+44 20 7946 0000',
    phone: '+44 20 7946 0001',
  });
  expect(await one('4.0', 'FN:Example Works', 'UID:example-works', 'CATEGORIES:company')).toMatchObject({
    id: 'example-works',
    kind: 'company',
  });
});

test('quoted-printable that names no encoding is read as the card is written', async () => {
  const latin = await one(
    '2.1',
    'FN;quoted-printable:Ma=DF und Gr=F6=DFe GmbH',
    'ADR;WORK;ENCODING=QUOTED-PRINTABLE:;;Stra=DFe 1;M=FCnchen;;80331;Germany',
  );
  expect(latin).toMatchObject({ organisation: 'Maß und Größe GmbH', street: 'Straße 1', city: 'München' });
  const utf8 = await one('2.1', 'FN;QUOTED-PRINTABLE:Ma=C3=9F GmbH');
  expect(utf8.organisation).toBe('Maß GmbH');
});

test('a letter whose bytes a folded line divides is put together; a space of the text stays', async () => {
  const folded = ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=97=D0=B0=D0=B2=D0=BE=D0=', ' =B4'];
  expect((await one('2.1', ...folded)).organisation).toBe('Завод');
  expect((await one('2.1', 'FN;ENCODING=QUOTED-PRINTABLE:Example=', ' Works')).organisation).toBe(
    'Example Works',
  );
});

test('a value that a program broke with a blank line is one, and a bad property keeps none of the others back', async () => {
  const broken = await one('3.0', 'FN:Gabor Bela', '', 'Works-Gyongy Kft', 'TEL;TYPE=CELL:+36 30 123 1234');
  expect(broken).toMatchObject({ organisation: 'Gabor Bela, Works-Gyongy Kft', phone: '+36 30 123 1234' });
  const bad = await one('3.0', 'FN:Example Ltd', 'X-BAD;=:=";', 'EMAIL:a@example.org');
  expect(bad).toMatchObject({ organisation: 'Example Ltd', email: 'a@example.org' });
  expect(bad.notes).toContain('X-BAD');
});

test('extension, gender, language, an address of the web without its scheme', async () => {
  const cells = await one(
    '4.0',
    ...['FN:Ann Example', 'ORG:Example Union', 'GENDER:F', 'LANG;PREF=1:de', 'LANG;PREF=2:fr'],
    ...['TEL;VALUE=uri:tel:+49-30-1234567;ext=12', 'URL:example.org/contact', 'URL:https://other.example'],
  );
  const { draft } = understandRow(new Map(Object.entries(cells).map(([k, v]) => [k as never, [v]])));
  expect(draft).toMatchObject({
    holder: 'Ann Example',
    gender: 'female',
    languages: ['de', 'fr'],
    phone: ['+49301234567 ext. 12'],
    website: 'http://example.org/contact',
  });
});

const WHOLE: Contact = {
  id: 'kz-de-berlin',
  kind: 'embassy',
  roles: ['employer', 'owner'],
  organisation: { en: 'Embassy, of Kazakhstan; made up', 'zh-Hans': '大使馆' },
  represents: 'KZ',
  accredited: ['DE', 'LI'],
  office: 'ambassador',
  holder: 'Ann Example',
  gender: 'female',
  street: 'Beispielstraße 1; Hof',
  postalCode: '13156',
  city: 'Berlin',
  region: 'Berlin',
  country: 'DE',
  addressLatin: ['One, two', 'three'],
  phone: ['+4930470071', '+4930470072'],
  fax: ['+4930470073'],
  email: ['a@example.org', 'b@example.org'],
  website: 'https://example.org/a?b=c,d',
  form: 'https://example.org/form',
  languages: ['de', 'ru'],
  source: 'made up; for a test, \\ and "more"',
  seen: '2026-05-01',
  verified: { on: '2026-05-02', by: 'us', how: 'by telephone' },
  defunct: '2026-06',
  wikidata: 'Q1',
  notes: 'two\nlines; and a comma,',
};

test('all that is known of a contact is exported as 4.0, and comes back as it was', async () => {
  const text = formatVcards([WHOLE], () => 'Embassy of Kazakhstan; made up');
  expect(text).toContain('VERSION:4.0');
  const [row] = await cards(text);
  const understood = understandRow(new Map([...row!.cells].map(([k, v]) => [k as never, [v]])));
  expect(understood).toEqual({ draft: WHOLE, left: [] });
});
