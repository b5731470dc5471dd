import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { listFiles, makeFolder, makeTemporary, readFolder } from '../folder.ts';
import { jpegFile, pngFile, SECRET } from '../read/pictures.ts';
import { drawSome } from './draw.ts';
import { start } from './program.ts';
import { isLong, tally, testLong } from './tally.ts';
import { PEOPLE, runIn } from './worlds.ts';

/** What nobody but the reader of a letter may see. */
const SENDER = {
  name: 'Zora Quednau',
  street: '7 Quednau Lane',
  postalCode: 'QZ7 7ZQ',
  city: 'Quednauton',
  country: 'GB',
  email: 'zora.quednau@example.org',
  phone: '+44 20 7946 0777',
};
const OF_SENDER = /Quednau|QZ7 7ZQ|7946 ?0777/i;

const IMAGES = `
images:
  - { id: rally, file: rally.jpg, alt: { en: The rally }, credit: A. Example, rights: CC BY 4.0 }
  - { id: ours, file: ours.png, role: logo, alt: { en: Our union } }
`;

function filesOf(): Record<string, string | Uint8Array> {
  const small = smallAppeal('a');
  return {
    ...small,
    'a/appeal.yaml': `${small['a/appeal.yaml']}materials: [letters, picket]\n${IMAGES}`,
    'a/rally.jpg': jpegFile(640, 360, 3),
    'a/ours.png': pngFile(300, 300),
    'a/events.csv':
      'id,kind,title.en,date,time,timeZone,place,city,source\np,picket,Picket,2026-05-09,18:00,Europe/London,Embassy,London,made up for a test\n',
    'me.json': JSON.stringify(SENDER),
    'members.csv': `id,name,street,postalCode,city,country\nm-1,${SENDER.name},${SENDER.street},${SENDER.postalCode},${SENDER.city},GB\n`,
  };
}

const DAY = ['--date', '2026-05-02', '--json', '--quiet'];
/** Everything that writes or tells. */
const COMMANDS: readonly (readonly string[])[] = [
  ['make', 'a', '--sender', 'me.json', '--format', 'pdf,txt,eml', '--attach', ...DAY],
  ['make', 'a', '--senders', 'members.csv', '--format', 'txt', '--out', 'many', ...DAY],
  ['letters', 'a', '--combine', 'duplex', '--out', 'stack', ...DAY],
  ['site', 'a', '--url', 'https://example.org/', ...DAY],
  ['contacts', 'labels', 'a', ...DAY],
  ['contacts', 'export', 'a', '--format', 'vcard'],
  ['preview', 'a', '--contact-sheet', 'sheet.pdf', '--sender', 'me.json', ...DAY],
  ['translate', 'export', 'a', '--lang', 'de'],
  ['check', 'a', '--sender', 'me.json', ...DAY],
  ['status', 'a', ...DAY],
  ['facts', 'list', 'a', ...DAY],
];

/** In the short form, one that writes. */
const TRIED = isLong
  ? drawSome(COMMANDS, 5, 'commands')
  : [['letters', 'a', '--sender', 'me.json', '--format', 'txt,eml', ...DAY]];
const TOLD = ['', ' --json', ' --reporter github', ' --reporter junit', ' --reporter sarif', ' --debug'];

/** A file's bytes as they can be searched: as they are, what is compressed in them, and what mails hold as base64. */
function opened(bytes: Buffer): string {
  const parts = [bytes.toString('latin1'), bytes.toString('utf8')];
  for (const at of streamsOf(parts[0]!)) {
    try {
      parts.push(inflateSync(bytes.subarray(at), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // It is compressed in another way, or not at all.
    }
  }
  for (const [block] of parts[0]!.matchAll(/(?:[A-Za-z0-9+/]{60,76}\r?\n){4,}[A-Za-z0-9+/=]*/g)) {
    const inner = Buffer.from(block, 'base64');
    if (inner.subarray(0, 4).toString() === '%PDF') parts.push(opened(inner));
  }
  // Texts of a PDF's dictionaries are UTF-16.
  return parts.join('\n').replaceAll('\0', '');
}

function streamsOf(text: string): number[] {
  return [...text.matchAll(/stream\r?\n|IDAT/g)].map(({ 0: mark, index }) => index + mark.length);
}

test('two people on two machines make the same, to the byte, and nothing tells who they are', {
  timeout: 600_000,
}, async () => {
  const { path, remove } = await makeTemporary();
  onTestFinished(remove);
  const results = [];
  for (const { folder, ...world } of PEOPLE) {
    const cwd = join(path, folder);
    for (const [name, content] of Object.entries(filesOf())) {
      await mkdir(join(cwd, name, '..'), { recursive: true });
      await writeFile(join(cwd, name), content);
    }
    const told: Record<string, string> = {};
    for (const args of TRIED) {
      const { code, stdout, stderr } = await runIn(world, cwd, args);
      expect({ args, code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({
        args,
        code: 0,
        stderr: '',
      });
      told[args.join(' ')] = stdout + stderr;
    }
    results.push({ told, files: await readFolder(cwd), cwd });
  }
  const [one, two] = results as [(typeof results)[number], (typeof results)[number]];
  expect(two.told).toEqual(one.told);
  expect(two.files).toEqual(one.files);
  const marks = new RegExp([...PEOPLE.flatMap((person) => person.marks), path].join('|'), 'i');
  const made = Object.keys(one.files).filter((file) => !(file in filesOf()));
  expect(JSON.stringify(one.told)).not.toMatch(marks);
  expect(JSON.stringify(one.told)).not.toMatch(OF_SENDER);
  // The other's files are the same.
  for (const file of made) {
    const text = opened(await readFile(join(one.cwd, file)));
    expect(marks.exec(text)?.[0], file).toBeUndefined();
    // Of the pictures nothing is left but what they show.
    expect(text.includes(SECRET), file).toBe(false);
    // The sender stands in letters, and on the sheet that shows them.
    if (!/(^|\/)letters\/|^sheet\.pdf$/.test(file)) expect(OF_SENDER.exec(text)?.[0], file).toBeUndefined();
  }
  tally({ part: 'privacy', what: 'files of two people', cases: made.length, survived: made.length });
});

testLong('another sender changes letters, and nothing else', { timeout: 300_000 }, async () => {
  const cwd = await makeFolder(filesOf());
  const line = (out: string, file: string) =>
    `make a --date 2026-05-02 --sender ${file} --out ${out} --quiet`;
  await writeFile(join(cwd, 'you.json'), JSON.stringify({ ...SENDER, name: 'Other', street: 'Elsewhere 1' }));
  expect(await handbill(cwd, line('one', 'me.json'))).toMatchObject({ code: 0 });
  expect(await handbill(cwd, line('two', 'you.json'))).toMatchObject({ code: 0 });
  const [one, two] = [await readFolder(join(cwd, 'one')), await readFolder(join(cwd, 'two'))];
  expect(Object.keys(one)).toEqual(Object.keys(two));
  const differing = Object.keys(one).filter((path) => one[path] !== two[path]);
  expect(differing.filter((path) => !path.startsWith('letters/'))).toEqual(['handbill-manifest.json']);
  expect(await readFile(join(cwd, 'one/handbill-manifest.json'), 'utf8')).not.toMatch(OF_SENDER);
});

test('a killed run leaves the sender in nothing but letters', { timeout: 60_000 }, async () => {
  const cwd = await makeFolder(filesOf());
  const args = ['make', 'a', '--sender', 'me.json', '--format', 'txt', '--quiet'];
  const { child, ended } = start(cwd, args);
  const timer = setInterval(async () => {
    const there = await listFiles(join(cwd, 'out'));
    if (there.some((file) => file.includes('staging/'))) child.kill('SIGKILL');
  }, 1);
  await ended;
  clearInterval(timer);
  for (const file of await listFiles(join(cwd, 'out'))) {
    if (/(^|\/)letters\//.test(file)) continue;
    expect(await readFile(join(cwd, 'out', file), 'utf8'), file).not.toMatch(OF_SENDER);
  }
});

describe('what is wrong with a sender is told without what stands there', () => {
  const wrong: Record<string, string> = {
    'values.json': JSON.stringify({
      ...SENDER,
      email: 'quednau at home',
      country: 'Quednauland',
      gender: 'quednau',
    }),
    'keys.json': JSON.stringify({ name: 'x', 'Zora Quednau': 'x', imprint: { quednau: 'Quednau' } }),
    'types.json': JSON.stringify({ name: ['Zora Quednau'], street: { quednau: 1 } }),
    'broken.json': '{ "name": "Zora Quednau", "street": Quednau Lane }',
    'doubled.json': '{ "Quednau": 1, "Quednau": 2 }',
    'broken.yaml': 'name: Zora Quednau\n  street: "7 Quednau\n',
    'tag.yaml': 'name: !quednau Zora\n',
    'list.yaml': '- Zora Quednau\n',
    'values.csv': 'id,name,country,email\nZora Quednau,Zora Quednau,Quednauland,quednau@\nm,,GB,\n',
    'doubled.csv': 'id,name,country\nquednau,Zora Quednau,GB\nquednau,Zora Quednau,GB\n',
    'headless.csv': 'Zora Quednau,7 Quednau Lane,7 Quednau Lane\nx,y,z\n',
    'columns.csv': 'id,name,country,Shoe size\nm,Zora,GB,Quednau\n',
    'quote.csv': 'id,name,country\nm,Zora "Quednau" x,GB\n',
    'open.csv': 'id,name,country\nm,"Zora Quednau,GB\n',
    'wide.csv': 'id,name,country\nm,Zora Quednau,GB,7 Quednau Lane\n',
  };
  // A column that nobody needs is told, and a quote within a name is one.
  const FORGIVEN = ['columns.csv', 'quote.csv'];
  test.each(Object.keys(wrong))('%s', async (file) => {
    const cwd = await makeFolder({ ...smallAppeal('a'), [file]: wrong[file]! });
    const option = file.endsWith('.csv') ? '--senders' : '--sender';
    for (const told of drawSome(TOLD, 2, file)) {
      const ran = await handbill(cwd, `make a ${option} ${file} --format txt${told}`);
      expect(ran.code).toBe(FORGIVEN.includes(file) ? 0 : 1);
      if (file !== 'quote.csv') expect(ran.stdout + ran.stderr).toContain(file);
      expect(ran.stdout + ran.stderr).not.toMatch(/quednau/i);
    }
    tally({ part: 'privacy', what: 'wrong senders', cases: 1, survived: 1 });
  });
});

test('init keeps sender and members out of git', async () => {
  const cwd = await makeFolder();
  const flags = [
    '--title',
    'T',
    '--issuer',
    'I',
    '--lang',
    'en',
    '--what',
    'W.',
    '--source',
    'S',
    '--demand',
    'D',
    '--to',
    'Example Ltd',
  ];
  expect(await handbill(cwd, ['init', 'a', '--no-input', '--to-kind', 'company', ...flags])).toMatchObject({
    code: 0,
  });
  const ignored = (await readFile(join(cwd, 'a/.gitignore'), 'utf8')).split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['sender.json', 'members.*', '*.rejected.csv', 'out/']));
});

/** People whom the appeal has, and nobody decided to name: one is in prison, and is written to. */
const HIDDEN = `people:
  - { id: p-1, name: { en: Natalia Secretina }, role: { en: chair of the union }, source: source-1, publish: no }
  - { id: p-2, name: { en: Ivan Grainov }, source: source-1, publish: initials }
  - { id: p-3, name: { en: Kim Hiddenova }, source: source-1, publish: initials }
  - { id: p-4, name: { en: Lee Unaskedova }, source: source-1 }
`;

test('page, feed, calendar, pictures and records name nobody who is not to be named; letters name their addressee', {
  timeout: 300_000,
}, async () => {
  const all = filesOf();
  const cwd = await makeFolder({
    ...all,
    'a/appeal.yaml': `${String(all['a/appeal.yaml']).replace('targets: [', 'targets: [prisoner, ')}${HIDDEN}`,
    'a/contacts.csv': `${String(all['a/contacts.csv'])}p-three,prisoner,"Hiddenova, Kim",1 Prison Way,EX1 1EX,Exampleton,GB,en,made up for a test\n`,
  });
  const site = await handbill(cwd, 'site a --url https://example.org/ --date 2026-05-02 --out web');
  expect(site).toMatchObject({ code: 0, stderr: expect.stringMatching(/p-three is left off\s+the page/) });
  expect(await handbill(cwd, 'make a --date 2026-05-02 --sender me.json')).toMatchObject({ code: 0 });
  const names = /Secretina|Grainov|Hiddenova|Unaskedova/;
  const made = [...(await listFiles(join(cwd, 'web'))), ...(await listFiles(join(cwd, 'out')))];
  expect(made).toContain('site/en/feed.xml');
  expect(made).toContain('site/en/events.ics');
  expect(made).toContain('letters/p-three.en.txt');
  for (const file of await listFiles(cwd)) {
    if (!/^(web|out)\//.test(file) || /^out\/letters\/p-three\./.test(file)) continue;
    expect(names.exec(opened(await readFile(join(cwd, file))))?.[0], file).toBeUndefined();
  }
  expect(await readFile(join(cwd, 'out/letters/p-three.en.txt'), 'utf8')).toContain('Hiddenova');
  const pack = await handbill(cwd, 'pack a --out packs');
  expect(pack.stderr.replace(/\s+/g, ' ')).toContain('nobody decided to name in public: p-1, p-2, p-3, p-4');
  expect(pack.stdout + pack.stderr).not.toMatch(names);
});
