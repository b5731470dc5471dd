import fc from 'fast-check';
import { makeKey } from '../../src/pack/minisign.ts';
import { formatPack } from '../../src/pack/pack.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeZip } from '../read/zips.ts';
import { mutatedBytes, mutatedText } from './mutations.ts';

/** Files that somebody hands over, and what is done with them, one command after the other. */
export interface Attack {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly lines: readonly (readonly string[])[];
}

const DAY = ['--date', '2026-05-02'];
const words = (line: string) => line.split(' ');
const APPEAL = smallAppeal('a');
const HEAD = APPEAL['a/appeal.yaml']!;

/** What breaks out of where a value stands, in one format or another. */
const TRAPS = [
  ...['=1+1', '+1+1|cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '"=1+1', "'=1+1"],
  ...[
    '</script><script>x()</script>',
    '<img src=x onerror=x()>',
    ']]><script>',
    '--><script>',
    '&#x3c;script>',
  ],
  ...[
    'javascript:x()',
    'data:text/html,<b>',
    'a\r\nBEGIN:VCARD',
    'a\r\nBcc: a@example.org',
    'a\u2028b\u2029c',
  ],
  ...[
    'a\rEMAIL:a@example.org',
    '\u202Egnp.exe',
    '\u2066a\u2069',
    '\x1b[2J\x1b]0;x\x07',
    '\x9b31m',
    'a\0b',
    'a\x08b',
  ],
  ...[
    '../../etc/passwd',
    '/etc/passwd',
    'CON',
    'NUL.txt',
    'a/../b',
    '..\\..\\a',
    `${'a'.repeat(300)}`,
    '.',
    '..',
    '~',
  ],
  ...[
    '{{constructor}}',
    '{{> self}}',
    '{killed}',
    '{',
    '}',
    '[x](javascript:x())',
    '`',
    '*',
    '# a',
    '|',
    '\\',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '%00',
    '%2e%2e%2f',
    '$(x)',
    '`x`',
    ';x',
    '&& x',
    "' || x",
    '--help',
    '-o',
  ],
  ...[
    '',
    ' ',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\u{10ffff}',
    '\u{1f600}',
    'e\u0301',
    '١٢٣',
    'a'.repeat(2000),
  ],
] as const;
const trap = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc.tuple(fc.constantFrom(...TRAPS), fc.constantFrom(...TRAPS)).map((two) => two.join(' ')),
  fc
    .tuple(fc.constantFrom('Example Ltd ', '1 Road ', 'a'), fc.constantFrom(...TRAPS))
    .map((two) => two.join('')),
);
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** One of these command lines, the same files before them. */
const one = <T>(of: fc.Arbitrary<T>, make: (value: T, trapped: string) => Attack) =>
  fc.tuple(of, trap).map(([value, trapped]) => make(value, trapped));

const MADE = words('letters a --out a/out --format txt,eml --date 2026-05-02');
const OUTBOX =
  'contact,sender,date,by,edition,file,answered\nexample-ltd,,2026-05-03,post,abc123,example-ltd.en.txt,\n';
const outbox = one(mutatedText([OUTBOX]), (text) => ({
  files: { ...APPEAL, 'a/outbox.csv': text },
  lines: [
    MADE,
    [...words('sent a/out/letters/example-ltd.en.txt --by post'), ...DAY],
    words('status a --out a/out --date 2026-06-20'),
    words('letters a --out a/out --format txt --follow-up --date 2026-07-20'),
  ],
}));

const corrections = one(
  mutatedText([
    'fact,quantity,voice,status,was,now,source,on,reason\nwhat-happened,,,withdrawn,reported,withdrawn,source-1,2026-05-03,a\n',
  ]),
  (text) => ({
    files: { ...APPEAL, 'a/corrections.csv': text },
    lines: [
      words('facts log a'),
      [...words('facts correct what-happened a --status withdrawn --source Us'), ...DAY],
    ],
  }),
);

const PO = `msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: de\\n"\n\nmsgctxt "demand/demand-1/text"\nmsgid "Release them"\nmsgstr "Lasst sie frei"\n\nmsgctxt "title"\nmsgid "Free the strikers"\nmsgstr "Freiheit"\n`;
const XLIFF = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f1" original="strike"><unit id="u1" name="title"><segment state="translated"><source>Free the strikers</source><target>Freiheit</target></segment></unit></file></xliff>`;
const translations = fc.oneof(
  one(mutatedText([PO]), (text, trapped) => ({
    files: { ...APPEAL, 'de.po': text.replace('Freiheit', JSON.stringify(trapped).slice(1, -1)) },
    lines: [words('translate import de.po a'), words('check a')],
  })),
  one(mutatedText([XLIFF]), (text, trapped) => ({
    files: {
      ...APPEAL,
      'de.xlf': text.replace(
        'Freiheit',
        trapped.replace(/[<&]/g, (c) => `&#${c.charCodeAt(0)};`),
      ),
    },
    lines: [words('translate import de.xlf a'), words('check a')],
  })),
);

const HASH = '0'.repeat(64);
const MANIFEST = JSON.stringify({
  handbill: '0.2.0',
  appeal: 'strike',
  inputs: { abc: { 'fact/what-happened': HASH.slice(32), edition: 'abc123' } },
  editions: { fff: { path: 'letters/a.en.txt', inputs: {} } },
  files: Object.fromEntries(
    [
      'letters/example-ltd.en.txt',
      '../keep.txt',
      '.git/config',
      'letters/../../keep.txt',
      'CON',
      'a\n.txt',
    ].map((path) => [
      path,
      { sha256: HASH, inputs: 'abc', own: {}, letters: [{ contact: 'x', language: 'en', inputs: 'abc' }] },
    ]),
  ),
});
const manifests = one(mutatedText([MANIFEST]), (text) => ({
  files: {
    ...APPEAL,
    'out/handbill-manifest.json': text,
    'out/handbill-manifest.1-of-2.json': text,
    'out/handbill-manifest.2-of-2.json': text.replace('example-ltd', 'other'),
    'out/letters/example-ltd.en.txt': 'mine',
    'out/mine.txt': 'mine',
  },
  lines: [
    words('manifest merge --out out'),
    words('sent out/letters/example-ltd.en.txt --appeal a --by post'),
    [...words('status a --out out --format txt'), ...DAY],
    words('explain out/letters/example-ltd.en.txt --appeal a'),
    [...words('letters a --out out --format txt'), ...DAY],
    words('clean --out out'),
  ],
}));

const ANSWERS = `title: Strike\nissuer: Us\nwhat: Arrested.\nsource: Us\ndemand: Release them\nto: Ltd\nlang: en\nto-kind: company\n`;
const answers = one(mutatedText([ANSWERS]), (text, trapped) => ({
  files: { ...APPEAL, 'x.yaml': text.replace('Strike', JSON.stringify(trapped)) },
  lines: [
    words('init b --no-input --answers x.yaml'),
    words('check b'),
    words('add fact a --no-input --answers x.yaml'),
  ],
}));

const TEMPLATE =
  '---\nmaterial: letter\nkind: company\nlanguage: en\n---\n\n{{salutation}}\n\n{{#each facts}}{{text}}\n\n{{/each}}{{> more}}\n';
const LOOPS = [
  '{{> more}}',
  '{{#each facts}}{{> more}}{{/each}}',
  '{{#with this}}{{> more}}{{/with}}',
  '{{> (lookup . "x")}}',
  'x',
];
const templates = one(
  fc.tuple(mutatedText([TEMPLATE]), fc.constantFrom(...LOOPS)),
  ([text, loop], trapped) => ({
    files: {
      ...APPEAL,
      'a/templates/letter/company.en.md': text,
      'a/templates/partials/more.md': `${loop} ${trapped}`,
      'a/templates/partials/x.md': `{{#each demands}}${'{{> y}}'.repeat(60)}{{/each}}`,
      'a/templates/partials/y.md': `${'{{> z}}'.repeat(60)}`,
      'a/templates/partials/z.md': `${'{{appeal.title}} '.repeat(60)}`,
    },
    lines: [
      [...words('letters a --format txt,pdf'), ...DAY],
      words('explain out/letters/example-ltd.en.txt --appeal a'),
    ],
  }),
);

const key = makeKey();
const inside = [
  ...Object.entries(APPEAL).filter(([name]) => /(?:yaml|facts|contacts|events)/.test(name)),
].map(([name, text]) => [name.slice(2), text] as const);
/** A pack that is signed as it should be, whatever it holds. */
const packOf = (changes: Readonly<Record<string, string | Uint8Array>>) =>
  formatPack(
    'strike',
    new Map([...inside, ...Object.entries(changes)].map(([n, t]) => [n, Buffer.from(t)])),
    {
      key,
      day: '2026-05-02',
    },
  );
const IN_PACK = [
  'appeal.yaml',
  'facts.csv',
  'contacts.csv',
  'templates/letter/company.en.md',
  'templates/words/de.yaml',
];
const packs = fc.oneof(
  one(mutatedBytes([packOf({})]), (bytes) => ({
    files: { 'p.zip': bytes },
    lines: [words('open p.zip b'), words('check b')],
  })),
  one(
    fc
      .constantFrom(...IN_PACK)
      .chain((name) => fc.tuple(fc.constant(name), mutatedText([APPEAL[`a/${name}`] ?? TEMPLATE]))),
    ([name, text], trapped) => ({
      files: {
        'p.zip': packOf({}),
        'q.zip': packOf({
          [name]: text,
          'us.svg': `<svg xmlns="http://www.w3.org/2000/svg">${trapped}</svg>`,
        }),
      },
      lines: [
        words('open p.zip b'),
        words('add demand b --no-input --demand Apologise'),
        words('open q.zip b --prefer theirs'),
        words('check b'),
      ],
    }),
  ),
);

/** Names that a pack may not hold, and such as lead to what it may not be. */
const STRANGE = [
  ...[
    '../keep.txt',
    '../../keep.txt',
    '/tmp/x.md',
    'templates/../../x.md',
    'templates/./x.md',
    'templates//x.md',
  ],
  ...[
    'a\\b.svg',
    'C:\\x.svg',
    'CON.svg',
    'templates/NUL.md',
    'us.svg ',
    'us.svg.',
    '.git/config',
    'a/.git/x.svg',
  ],
  ...[
    'sender.json',
    'members.csv',
    'outbox.csv',
    'handbill-opened.zip',
    'APPEAL.yaml',
    'Facts.csv',
    'package.json',
  ],
  ...[
    'us\u202Egnp.svg',
    'us\0.svg',
    'u\u0301s.svg',
    `${'a'.repeat(300)}.svg`,
    `${'a/'.repeat(120)}us.svg`,
    '__proto__.svg',
  ],
];
/** Packs whose list is signed as it should be, with the same entries in another form: deflated, as links, claimed. */
const FORMS: Readonly<Record<string, (pack: Buffer, name: string, content: Uint8Array) => Uint8Array>> = {
  'as it is': (pack) => pack,
  deflated: (pack) => makeZip(entriesOf(pack)),
  'with other sizes': (pack) => makeZip(entriesOf(pack), 7),
  'another beside it': (pack, name, content) => makeZip({ ...entriesOf(pack), [name]: content }),
  'as a link': (pack) => {
    const at = pack.lastIndexOf('PK\x01\x02');
    const linked = Buffer.from(pack);
    linked.writeUInt8(3, at + 5);
    linked.writeUInt32LE(0xa1ff0000, at + 38);
    return linked;
  },
};
const CONTENTS = [
  Buffer.from('/etc/passwd'),
  Buffer.alloc(8 << 20),
  Buffer.from('{{> x}}'),
  Buffer.from('\ufeff'),
];

/** Names and contents of a ZIP whose files are stored. */
function entriesOf(zip: Buffer): Record<string, Uint8Array> {
  const entries: Record<string, Uint8Array> = {};
  for (let at = 0; zip.toString('latin1', at, at + 4) === 'PK\x03\x04'; ) {
    const [size, length] = [zip.readUInt32LE(at + 22), zip.readUInt16LE(at + 26)];
    const start = at + 30 + length;
    entries[zip.toString('utf8', at + 30, start)] = zip.subarray(start, start + size);
    at = start + size;
  }
  return entries;
}

const signedBombs = fc
  .tuple(
    fc.constantFrom(...STRANGE, 'us.svg', 'facts.csv'),
    fc.constantFrom(...CONTENTS),
    fc.constantFrom(...Object.values(FORMS)),
  )
  .map(
    ([name, content, form]): Attack => ({
      files: { 'p.zip': form(Buffer.from(packOf({ [name]: content })), name, content) },
      lines: [words('open p.zip b'), words('check b')],
    }),
  );

const SECRET = `untrusted comment: minisign encrypted secret key\n${Buffer.alloc(158, 7).toString('base64')}\n`;
const keys = one(
  mutatedText([
    SECRET,
    `untrusted comment: x\n${Buffer.from(`Ed\0\0B2${'\0'.repeat(152)}`, 'latin1').toString('base64')}\n`,
  ]),
  (text, trapped) => ({
    files: { ...APPEAL, 'x.key': text, 'x.pub': text, password: `${trapped}\n`, 'p.zip': packOf({}) },
    lines: [
      words('pack a --key x.key --password-file password'),
      words('open p.zip b --key x.pub'),
      ['open', 'p.zip', 'b', '--key', trapped],
    ],
  }),
);

const names = one(trap, (name, trapped) => ({
  files: {
    ...APPEAL,
    'a/contacts.csv': APPEAL['a/contacts.csv']!.replace('example-ltd', cell(name)),
    'a/appeal.yaml': `${HEAD}images:\n  - { id: us, file: ${JSON.stringify(trapped)}, alt: { en: Us }, credit: { en: Us }, rights: ours }\n`,
  },
  lines: [
    ['check', name || 'a'],
    ['letters', 'a', '--format', 'txt', '--out', name || 'out', ...DAY],
    ['letters', 'a', '--senders', name, '--no-input'],
    ['leaflets', 'a', '--kind', 'picket', '--paper', 'a5', ...DAY],
    ['sent', name, '--appeal', 'a'],
    ['explain', name, '--appeal', 'a'],
    ['contacts', 'import', name, '--appeal', 'a', '--yes'],
    ['templates', 'copy', name, 'a'],
    ['translate', 'new', name, 'a'],
    ['schema', name],
    ['help', name],
  ],
}));

const values = one(trap, (text, trapped) => ({
  files: APPEAL,
  lines: [
    ['edit', 'a', '--no-input', '--set', `title=${text}`, '--set', `example-ltd.organisation=${trapped}`],
    ['edit', 'a', '--no-input', '--set', `${trapped}=${text}`],
    ['add', 'fact', 'a', '--no-input', '--what', text, '--when', '2026-05-01', '--source', trapped],
    ['add', 'demand', 'a', '--no-input', '--demand', text],
    ['add', 'person', 'a', '--no-input', '--name', text, '--role', trapped, '--source', 'Us'],
    ['add', 'source', 'a', '--no-input', '--source', text, '--url', trapped],
    words('check a'),
    [...words('letters a --format txt,eml'), ...DAY],
    [...words('site a --embed --out web --url https://example.org'), ...DAY],
    words('contacts export a --format csv'),
    words('contacts export a --format vcard'),
    words('translate export a --lang de'),
  ],
}));

const VALUED = ['title', 'issuer', 'what', 'org', 'street', 'place', 'url', 'email'] as const;
const outputs = one(fc.constantFrom(...VALUED), (where, trapped) => {
  const put = (field: string, otherwise: string) => (field === where ? trapped : otherwise);
  return {
    files: {
      ...APPEAL,
      'a/appeal.yaml': HEAD.replace(
        /Free the strikers/g,
        JSON.stringify(put('title', 'Free them')).slice(1, -1),
      ).replace(/Our union/, JSON.stringify(put('issuer', 'Our union')).slice(1, -1)),
      'a/facts.csv': APPEAL['a/facts.csv']!.replace(
        'On 1 May 2026 twelve strikers were arrested.',
        cell(put('what', 'Arrested.')),
      ),
      'a/contacts.csv': `id,kind,organisation,street,postalCode,city,country,languages,email,website,source\nexample-ltd,company,${cell(put('org', 'Example Ltd'))},${cell(put('street', '1 Road'))},EX1 1EX,Exampleton,GB,en,${cell(put('email', 'a@example.org'))},,us\n`,
      'a/events.csv': `id,kind,title.en,date,time,timeZone,place.en,city,calledBy,url,source\npicket-1,picket,Picket,2030-05-01,12:00,Europe/London,${cell(put('place', 'Gate'))},London,Us,${cell(put('url', 'https://example.org'))},us\n`,
    },
    lines: [
      [...words('make a --format txt,eml,pdf,docx,odt --paper a5 --up 1'), ...DAY],
      [...words('site a --embed --out web --url https://example.org'), ...DAY],
      words('contacts export a --format csv'),
      words('contacts export a --format vcard'),
      words('contacts export a --format json'),
      words('contacts list a'),
      words('facts show what-happened a'),
    ],
  };
});

/** What is attacked, with the cases of the longest form. */
export const ATTACKS: Readonly<
  Record<string, { readonly cases: number; readonly attacks: fc.Arbitrary<Attack> }>
> = {
  'records of what was sent': { cases: 250, attacks: outbox },
  corrections: { cases: 200, attacks: corrections },
  'translations, imported': { cases: 300, attacks: translations },
  'manifests and shards': { cases: 250, attacks: manifests },
  'files of answers': { cases: 200, attacks: answers },
  'an appeal’s own templates': { cases: 250, attacks: templates },
  'packs, signed as they should be': { cases: 250, attacks: packs },
  'signed packs of bombs, links and strange names': { cases: 300, attacks: signedBombs },
  keys: { cases: 200, attacks: keys },
  'names of files': { cases: 250, attacks: names },
  'what is typed': { cases: 150, attacks: values },
  'what goes out': { cases: 200, attacks: outputs },
};
