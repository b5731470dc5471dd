import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';

/** Where a word stands on the first page, in millimetres. */
function placeOf(file: string, word: string): { x: number; y: number } {
  const html = execFileSync('pdftotext', ['-bbox', '-l', '1', file, '-'], { encoding: 'utf8' });
  const found = new RegExp(
    `xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="[\\d.]+" yMax="([\\d.]+)">${word}[ <]`,
  ).exec(html);
  const mm = (points: number) => (points * 25.4) / 72;
  return { x: mm(Number(found?.[1])), y: mm((Number(found?.[2]) + Number(found?.[3])) / 2) };
}

describeWith(['libreoffice', 'pdftotext', 'pdfinfo'], 'LibreOffice', () => {
  test.each(['docx', 'odt'])(
    'opens a letter as %s: one page, the address in the window',
    { timeout: 180_000 },
    async (form) => {
      const cwd = await makeFolder();
      const made = [
        'letters',
        '--to',
        'kz-de-berlin',
        '--lang',
        'de',
        '--format',
        `pdf,${form}`,
        '--out',
        'o',
      ];
      expect(await handbill(cwd, made)).toMatchObject({ code: 0 });
      const file = join(cwd, `o/letters/kz-de-berlin.de.${form}`);
      const profile = `-env:UserInstallation=file://${join(cwd, 'profile')}`;
      execFileSync('libreoffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', cwd, file], {
        stdio: 'ignore',
      });
      const printed = join(cwd, 'kz-de-berlin.de.pdf');
      expect(execFileSync('pdfinfo', [printed], { encoding: 'utf8' })).toMatch(/Pages: +1\n/);
      const ours = placeOf(join(cwd, 'o/letters/kz-de-berlin.de.pdf'), 'Nordendstraße');
      const theirs = placeOf(printed, 'Nordendstraße');
      expect(Math.abs(ours.x - theirs.x)).toBeLessThan(1);
      expect(Math.abs(ours.y - theirs.y)).toBeLessThan(1);
      const text = execFileSync('pdftotext', [printed, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
      expect(text).toContain('Eine unabhängige Untersuchung der Tötungen');
    },
  );
});
