import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { jpegFile, SECRET } from '../read/pictures.ts';
import { hasTool } from '../tools.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const run = promisify(execFile);
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10H0z"/></svg>';
const IMAGES = `
images:
  - { id: rally, file: rally.jpg, alt: { en: The rally }, credit: A. Example, rights: CC BY 4.0 }
  - { id: ours, file: logo.svg, role: logo, alt: { en: Our union } }
`;

function appealWith(images: string, files: Record<string, string | Uint8Array>) {
  const small = smallAppeal('a');
  return { ...small, 'a/appeal.yaml': `${small['a/appeal.yaml']}${images}`, ...files };
}

test.skipIf(!hasTool('pdfimages') || !hasTool('qpdf'))(
  'a leaflet shows picture and logo, with credit and alternative text, and nothing else of their files',
  async () => {
    const files = { 'a/rally.jpg': jpegFile(1600, 900, 3), 'a/logo.svg': LOGO };
    const cwd = await makeFolder(appealWith(IMAGES, files));
    const ran = await handbill(cwd, 'leaflets a --paper a5 --up 1 --screen dots --format pdf');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const pdf = join(cwd, 'out/leaflets/picket.en.a5.pdf');
    const { stdout: images } = await run('pdfimages', ['-list', pdf]);
    // Photograph and logo, with two lines of heads.
    expect(images.trim().split('\n')).toHaveLength(4);
    expect(images).toMatch(/gray +1 +1 /);
    const { stdout: text } = await run('pdftotext', [pdf, '-']);
    expect(text).toContain('A. Example, CC BY 4.0');
    const { stdout: open } = await run('qpdf', ['--qdf', '--object-streams=disable', pdf, '-'], {
      encoding: 'latin1',
      maxBuffer: 1e8,
    });
    expect(open).not.toContain(SECRET);
    expect(open).not.toMatch(/Exif|ICC_PROFILE|ICCBased/);
    for (const alt of ['The rally', 'Our union']) {
      const hex = Buffer.from(`\ufeff${alt}`, 'utf16le').swap16().toString('hex');
      expect(open.includes(`(${alt})`) || open.toLowerCase().includes(hex)).toBe(true);
    }
    expect(await readFile(pdf, 'latin1')).not.toContain(SECRET);
  },
);

test('a picture that is too coarse for its size is warned of', async () => {
  const files = { 'a/rally.jpg': jpegFile(160, 90, 1), 'a/logo.svg': LOGO };
  const cwd = await makeFolder(appealWith(IMAGES, files));
  const ran = await handbill(cwd, 'leaflets a --paper a5 --up 1 --format pdf --json');
  expect(JSON.parse(ran.stdout).problems).toContainEqual(
    expect.objectContaining({ code: 'picture-coarse', severity: 'warning' }),
  );
});

test.each([
  ['file: rally.jpg', {}, 'file-not-found'],
  ['file: ../rally.jpg', {}, 'bad-value'],
  ['file: /etc/passwd', {}, 'bad-value'],
  ['file: rally.svg', { 'a/rally.svg': '<svg viewBox="0 0 1 1"><script/></svg>' }, 'picture-unsafe'],
])('%s: an error at its line, and nothing written', async (file, files, code) => {
  const images = `\nimages:\n  - { id: rally, ${file}, alt: { en: The rally } }\n`;
  const cwd = await makeFolder(appealWith(images, files));
  const ran = await handbill(cwd, 'leaflets a --json');
  expect(ran.code).toBe(1);
  const found = JSON.parse(ran.stdout).problems.find((p: { code: string }) => p.code === code);
  expect(found).toMatchObject({ severity: 'error', at: { file: expect.stringContaining('appeal.yaml') } });
});
