import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { handbill } from './run.ts';

/** A page with a bar of a colour at the top and, where it is asked for, one more at the foot or in the window. */
const svg = (colour: string, ...bars: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><rect x="20" y="10" width="170" height="25" fill="${colour}"/>${bars.join('')}</svg>`;
const FOOT = '<rect x="20" y="270" width="170" height="17"/>';
const WINDOW = '<rect x="30" y="50" width="40" height="3"/>';

const SENDER = {
  name: 'Gewerkschaft Beispiel',
  organisation: 'Ortsgruppe Musterstadt',
  street: 'Beispielstraße 12',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  email: 'mail@example.org',
  writes: 'we',
};
const LETTER = ['letters', '--to', 'kz-de-berlin', '--lang', 'de', '--sender', 'sender.json', '--out', 'o'];
const PDF = 'o/letters/kz-de-berlin.de.pdf';

const folderWith = (letterhead: unknown, files: Readonly<Record<string, string>>) =>
  makeFolder({ 'sender.json': JSON.stringify({ ...SENDER, letterhead }), ...files });

const messagesOf = (stdout: string): readonly { wording?: string; code: string; file?: string }[] =>
  (JSON.parse(stdout) as { problems: { code: string; message: string; file?: string }[] }).problems;

describeWith(['pdftotext', 'pdfimages', 'qpdf'], 'the PDF', () => {
  /** Each word of the first page with its place, in millimetres. */
  const wordsOf = (file: string) => {
    const html = execFileSync('pdftotext', ['-bbox', '-l', '1', file, '-'], { encoding: 'utf8' });
    const mm = (points: string) => (Number(points) * 25.4) / 72;
    return [...html.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
      ([, x, top, bottom, word]) => ({ word, x: mm(x!), top: mm(top!), bottom: mm(bottom!) }),
    );
  };

  test('a letterhead lies under the first page; its text keeps to the window, the margins, and isn’t set twice', async () => {
    const cwd = await folderWith({ picture: 'head.svg', bottom: 30 }, { 'head.svg': svg('#c00', FOOT) });
    const plain = await folderWith(undefined, {});
    for (const folder of [cwd, plain]) expect(await handbill(folder, LETTER)).toMatchObject({ code: 0 });
    const [words, others] = [wordsOf(join(cwd, PDF)), wordsOf(join(plain, PDF))];
    const of = (all: typeof words, name: string) => all.find(({ word }) => word === name);
    expect(of(words, 'Nordendstraße')).toEqual(of(others, 'Nordendstraße'));
    expect(of(others, 'mail@example.org')).toBeDefined();
    expect(of(words, 'mail@example.org')).toBeUndefined();
    // In the line over the address, and in the signature.
    expect(words.filter(({ word }) => word === 'Gewerkschaft').length).toBeGreaterThan(0);
    expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThan(267 + 2);
    const images = execFileSync('pdfimages', ['-list', join(cwd, PDF)], { encoding: 'utf8' });
    expect(images.trim().split('\n').slice(2)).toHaveLength(1);
    expect(images).toMatch(/ 1 +0 image .* rgb /);
    const open = execFileSync('qpdf', ['--qdf', '--object-streams=disable', join(cwd, PDF), '-'], {
      encoding: 'latin1',
      maxBuffer: 1e8,
    });
    expect(open).toMatch(/pdfuaid:part/);
    expect(open).not.toMatch(/\/S \/Figure/);
    expect(open).toMatch(/\/Artifact (?:<<.*>>\s+BDC|BMC)\s+q [\d. -]+ cm \/Image-letterhead Do Q/);
  });
});

test('another picture under the same name makes letters again, and the same picture doesn’t', async () => {
  const cwd = await folderWith('head.svg', { 'head.svg': svg('#c00') });
  const run = async () => JSON.parse((await handbill(cwd, [...LETTER, '--json'])).stdout);
  const first = await run();
  expect(first.written).toHaveLength(2);
  expect(await run()).toMatchObject({
    written: [],
    unchanged: expect.arrayContaining(['letters/kz-de-berlin.de.pdf']),
  });
  await writeFile(join(cwd, 'head.svg'), svg('#00c'));
  expect(await run()).toMatchObject({
    written: ['letters/kz-de-berlin.de.pdf'],
    changes: { 'letters/kz-de-berlin.de.pdf': ['letterhead'] },
  });
  const [one, two] = await Promise.all(
    ['one', 'two'].map(async (out) => {
      await handbill(cwd, [...LETTER.slice(0, -1), out]);
      return readFile(join(cwd, out, 'letters/kz-de-berlin.de.pdf'));
    }),
  );
  expect(one!.equals(two!)).toBe(true);
});

test('ink in the window and under the text is told; what is pale is a watermark', async () => {
  const told = async (picture: string, letterhead: unknown = 'head.svg') => {
    const cwd = await folderWith(letterhead, { 'head.svg': picture });
    const { stdout } = await handbill(cwd, [...LETTER, '--json', '--format', 'pdf']);
    return messagesOf(stdout)
      .map((problem) => JSON.stringify(problem))
      .filter((text) => text.includes('letterhead'));
  };
  const mark = '<rect x="30" y="110" width="140" height="140" fill="#ddd"/>';
  // The notice of the example stands over the bar: a bar below it.
  const page = (...bars: readonly string[]) =>
    svg('#fff', '<rect x="20" y="14" width="170" height="20"/>', ...bars);
  expect(await told(page(mark))).toEqual([]);
  expect(await told(page(WINDOW))).toEqual([expect.stringContaining('window')]);
  expect(await told(page('<rect x="20" y="230" width="170" height="40"/>'))).toEqual([
    expect.stringContaining('help letterhead'),
  ]);
});

test.each([
  ['a picture that isn’t there', 'none.png', {}, 'file-not-found'],
  ['a broken one', 'head.png', { 'head.png': '\u0089PNG but nothing more' }, 'picture-'],
  [
    'one that would load another',
    'head.svg',
    {
      'head.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="file:///etc/passwd"/></svg>',
    },
    'picture-',
  ],
  ['a margin that is none', { picture: 'head.svg', top: 'wide' }, {}, 'wrong-type'],
  ['a margin wider than paper', { picture: 'head.svg', top: 2000 }, {}, 'bad-value'],
] as const)('%s is told, and nothing is made', async (_, letterhead, files, code) => {
  const cwd = await folderWith(letterhead, files);
  const { code: exit, stdout } = await handbill(cwd, [...LETTER, '--json']);
  expect(exit).toBe(1);
  expect(messagesOf(stdout).some((problem) => problem.code.startsWith(code))).toBe(true);
});
