import { expect, test } from 'vitest';
import { makeKey } from '../../src/pack/minisign.ts';
import { formatPack, isPackable, parsePack } from '../../src/pack/pack.ts';
import { storeZip } from '../../src/write/office/stored-zip.ts';
import { makeZip } from '../read/zips.ts';

const FILES = new Map([
  ['facts.csv', Buffer.from('id,text.en\na,A\n')],
  ['appeal.yaml', Buffer.from('id: strike\n')],
]);
const DAY = '2026-05-01';

const refusal = async (bytes: Uint8Array) => {
  const error = await parsePack(Buffer.from(bytes), 'x.zip').then(
    () => undefined,
    (cause: Error & { problems?: readonly { code: string }[] }) => cause,
  );
  return error?.problems?.map(({ code }) => code);
};

test('what goes in comes out, by name, whoever put it in which order', async () => {
  const key = makeKey();
  const bytes = formatPack('strike', FILES, { key, day: DAY });
  expect(formatPack('strike', new Map([...FILES].reverse()), { key, day: DAY })).toEqual(bytes);
  const pack = await parsePack(Buffer.from(bytes), 'x.zip');
  expect([...pack.files.keys()]).toEqual(['appeal.yaml', 'facts.csv']);
  expect(pack).toMatchObject({ appeal: 'strike', signed: { day: DAY } });
  expect(pack.signed!.key.key).toEqual(key.key);
});

test.each([true, false])('each flipped byte is refused: signed %s', async (isSigned) => {
  const bytes = Buffer.from(formatPack('strike', FILES, isSigned ? { key: makeKey(), day: DAY } : undefined));
  const passed: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const other = Buffer.from(bytes);
    other[at]! ^= 1 << (at % 8);
    const codes = await refusal(other);
    if (!codes?.every((code) => /^(?:pack-broken|file-unreadable|too-large)$/.test(code))) passed.push(at);
  }
  expect(passed).toEqual([]);
});

test.each([
  '../facts.csv',
  '/facts.csv',
  'C:/facts.csv',
  'sender.json',
  'members.csv',
  'outbox.csv',
  '.gitignore',
  'templates/../facts.csv',
  'templates/.hidden/a.md',
  'templates/site/act.js',
  'pictures\\a.png',
  'pictures/con.png',
  'pictures/a /b.png',
  `pictures/${'a'.repeat(300)}.png`,
  'facts.csv\0.png',
  'handbill-opened.zip',
  'pictures/e\u0301.png',
])('%j goes in and comes out of no pack', async (name) => {
  expect(isPackable(name)).toBe(false);
  expect(await refusal(formatPack('strike', new Map([...FILES, [name, Buffer.from('x')]])))).toBeDefined();
});

test('two names that are one on some disks are refused, and so is what else claims to be a pack', async () => {
  const png = Buffer.from('x');
  const doubled = new Map([...FILES, ['a/B.png', png], ['a/b.png', png]]);
  expect(await refusal(formatPack('strike', doubled))).toEqual(['pack-broken']);
  expect(await refusal(formatPack('../strike', FILES))).toEqual(['pack-broken']);
  expect(await refusal(storeZip(FILES))).toEqual(['pack-broken']);
  expect(await refusal(Buffer.from('PK'))).toEqual(['file-unreadable']);
  const many = new Map(Array.from({ length: 1100 }, (_, i) => [`p/${i}.png`, png] as const));
  expect(await refusal(formatPack('strike', many))).toEqual(['too-large']);
});

test('what is packed in it is no more than the pack: a bomb isn’t unpacked', async () => {
  const bomb = makeZip({
    'handbill-pack.json': '{ "handbill": 1, "appeal": "strike" }',
    'us.svg': new Uint8Array(1 << 20),
  });
  await expect(parsePack(bomb, 'bomb.zip')).rejects.toMatchObject({
    problems: [{ code: 'too-large', at: { file: 'bomb.zip' } }],
  });
});
