import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLanguageTag } from '../../src/model/text.ts';
import { id } from '../../src/model/values.ts';
import { basePath } from '../../src/plan/jobs.ts';
import { writeOutput } from '../../src/write/files.ts';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { embassy } from '../merge/fixture.ts';
import { pngFile } from '../read/pictures.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** Names that Linux, macOS or Windows take for something else, for a name that is there already, or not at all. */
const NAMES = [
  ...['con', 'CON', 'nul', 'nul.txt', 'aux', 'prn', 'com1', 'lpt9', 'COM¹', 'com1.pdf', 'conin$'],
  ...[
    'a.',
    'a ',
    ' a',
    'a.b',
    'a:b',
    'a:$DATA',
    'c:',
    'c:a',
    '..',
    '.',
    '../a',
    'a/../b',
    'a/b',
    '/etc/a',
    '~',
  ],
  ...[
    '\\\\host\\share',
    'a\\b',
    '-a',
    'a--b',
    '',
    'A',
    'Ä',
    'é',
    'e\u0301',
    'ﬁ',
    'a\u202eb',
    'a\u200bb',
    'a\0',
    'a\nb',
  ],
  ...[
    '*',
    '?',
    'a|b',
    '"a"',
    '<a>',
    '%2e%2e',
    '$(id)',
    '`id`',
    'a'.repeat(65),
    'ä'.repeat(64),
    '😀',
    'İ',
    'ı',
  ],
];

test.each(NAMES)('%j is no id, so it never becomes the name of a file', (name) => {
  expect(id.safeParse(name).success).toBe(false);
});

test.each(['aux', 'con', 'nul', 'prn', 'EN', 'zh-hans', 'en/..', 'en.', `x-${'a'.repeat(200)}`])(
  '%s is no language that names files',
  (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  },
);

test('the longest names fit into 255 bytes', () => {
  const longest = 'a'.repeat(64);
  const tag = 'x'.repeat(35);
  const path = basePath({
    material: 'letter',
    kind: 'embassy',
    language: tag,
    second: tag,
    target: { ...embassy, id: longest },
    sender: { id: longest, name: 'A', country: 'DE' },
  });
  const name = `${path.split('/')[1]}.large.pdf`;
  expect(Buffer.byteLength(name)).toBeLessThan(255);
});

test.each([
  ['languages', 'appeal.yaml', 'languages:\n', 'languages:\n  - en\n'],
  ['contacts', 'contacts.csv', 'xx-embassy,', 'example-ltd,'],
])('two %s of one name are told, and nothing is overwritten', async (_, name, was, now) => {
  const files = smallAppeal('appeal');
  const text = files[`appeal/${name}`]!;
  expect(text).toContain(was);
  const cwd = await makeFolder({ ...files, [`appeal/${name}`]: text.replace(was, now) });
  const { code, stderr } = await handbill(cwd, 'make appeal --format txt');
  expect(code).toBe(1);
  expect(stderr).toMatch(/stands here twice|already/);
  expect(await listFiles(join(cwd, 'out'))).toEqual([]);
});

test('what would lie outside is refused, whatever way it goes', async () => {
  const cwd = await makeFolder({ 'out/a': 'a', 'secret/x': 'x' });
  await symlink(join(cwd, 'secret'), join(cwd, 'out/link'));
  for (const path of ['../x', '/tmp/x', 'a/../../x', 'link/x', 'link/new/x', '..', '../out2/x']) {
    const writing = writeOutput(join(cwd, 'out'), path, 'new');
    await expect(writing, path).rejects.toMatchObject({ problems: [{ code: 'write-failed' }] });
  }
  expect(await listFiles(cwd)).toEqual(['out/a', 'secret/x']);
});

test('a link in place of a file is replaced, never followed', async () => {
  const cwd = await makeFolder({ ...smallAppeal('appeal'), secret: 'secret' });
  await mkdir(join(cwd, 'out/letters'), { recursive: true });
  await symlink(join(cwd, 'secret'), join(cwd, 'out/letters/xx-embassy.en.txt'));
  await handbill(cwd, 'letters appeal --format txt --force');
  expect((await readFolder(cwd)).secret).toBe(
    (await readFolder(await makeFolder({ secret: 'secret' }))).secret,
  );
});

test.each([
  ['/', 2, /root of the disk/],
  ['HOME', 2, /home folder/],
  ['appeal', 2, /folder of the appeal itself/],
  ['file', 1, /a file stands where a folder is\s+needed/],
])('--out %s', async (out, code, message) => {
  const cwd = await makeFolder({ ...smallAppeal('appeal'), file: 'x', 'home/x': 'x' });
  const before = await readFolder(cwd);
  const named = out === 'HOME' ? join(cwd, 'home') : out;
  const ran = await handbill(cwd, ['make', 'appeal', '--format', 'txt', '--out', named], {
    env: { HOME: join(cwd, 'home') },
  });
  expect({ code: ran.code, after: await readFolder(cwd) }).toEqual({ code, after: before });
  expect(ran.stderr).toMatch(message);
});

test('a picture that links to one outside of the appeal is not printed', async () => {
  const cwd = await makeFolder({ ...smallAppeal('appeal'), 'private.png': pngFile(9, 9) });
  await symlink(join(cwd, 'private.png'), join(cwd, 'appeal/p.png'));
  const head = smallAppeal('appeal')['appeal/appeal.yaml'];
  await writeFile(
    join(cwd, 'appeal/appeal.yaml'),
    `${head}\nimages:\n  - { id: p, file: p.png, alt: { en: x } }\n`,
  );
  const { code, stderr } = await handbill(cwd, 'make appeal');
  expect({ code, files: await listFiles(join(cwd, 'out')) }).toEqual({ code: 1, files: [] });
  expect(stderr.replace(/\s+/g, ' ')).toContain('leads out of the folder');
});

test('a manifest that names files elsewhere removes none of them', async () => {
  const cwd = await makeFolder({ precious: 'x' });
  const entry = { sha256: (await readFolder(cwd)).precious, inputs: 'one' };
  const manifest = { handbill: '0.1.0', appeal: 'x', inputs: { one: {} }, files: { '../precious': entry } };
  await mkdir(join(cwd, 'out'));
  await writeFile(join(cwd, 'out/handbill-manifest.json'), JSON.stringify(manifest));
  const { code } = await handbill(cwd, 'clean --force');
  expect(code).toBe(0);
  expect(await listFiles(cwd)).toEqual(['precious']);
});
