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

/** Long enough to fill each line of the head. */
const SENDER = {
  name: 'Gewerkschaft Beispielsektion der Erdöl- und Chemiearbeiter, Ortsgruppe Musterstadt',
  organisation: 'Beispielverband',
  street: 'Beispielstraße 12',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  email: 'mail@example.org',
  phone: '+49 30 1234567',
  writes: 'we',
};

/** Letters with a word of their address: the longest texts, and one that is read from the right. */
const LETTERS = [
  ['kz-de-berlin.de', 'Nordendstraße'],
  ['kz-fr-paris.fr', 'FRANKREICH'],
  ['kz-gb-london.ru', 'LONDON'],
  ['kz-gb-london.kk', 'LONDON'],
  ['kz-sa-riyadh.ar', 'SAUDI-ARABIEN'],
] as const;

describeWith(['libreoffice', 'pdftotext', 'pdfinfo'], 'LibreOffice', () => {
  test.each(['docx', 'odt'])(
    'opens letters as %s: one page each, the address in the window, whoever writes',
    { timeout: 300_000 },
    async (form) => {
      const cwd = await makeFolder({ 'sender.json': JSON.stringify(SENDER) });
      const [ids, languages] = [0, 1].map((part) =>
        [...new Set(LETTERS.map(([name]) => name.split('.')[part]!))].join(','),
      );
      const asked = ['letters', '--to', ids!, '--lang', languages!, '--sender', 'sender.json'];
      const made = await handbill(cwd, [...asked, '--format', `pdf,${form}`, '--out', 'o']);
      expect(made).toMatchObject({ code: 0 });
      const files = LETTERS.map(([name]) => join(cwd, `o/letters/${name}.${form}`));
      const profile = `-env:UserInstallation=file://${join(cwd, 'profile')}`;
      const convert = ['--headless', '--convert-to', 'pdf', '--outdir', cwd];
      execFileSync('libreoffice', [profile, ...convert, ...files], { stdio: 'ignore' });
      for (const [name, word] of LETTERS) {
        const printed = join(cwd, `${name}.pdf`);
        const pages = /Pages: +(\d+)/.exec(execFileSync('pdfinfo', [printed], { encoding: 'utf8' }))?.[1];
        const ours = placeOf(join(cwd, `o/letters/${name}.pdf`), word);
        const theirs = placeOf(printed, word);
        const isNear = Math.abs(ours.x - theirs.x) < 1 && Math.abs(ours.y - theirs.y) < 1;
        expect({ name, pages, isNear, ours, theirs }).toEqual({
          name,
          pages: '1',
          isNear: true,
          ours,
          theirs,
        });
      }
      const text = execFileSync('pdftotext', [join(cwd, 'kz-de-berlin.de.pdf'), '-'], { encoding: 'utf8' });
      expect(text.replace(/\s+/g, ' ')).toContain('Eine unabhängige Untersuchung der Tötungen');
      expect(text).toContain('+49 30 1234567');
    },
  );

  test.each(['docx', 'odt'])(
    'opens papers as %s: as many pages as the PDF has, the code with them',
    { timeout: 300_000 },
    async (form) => {
      const cwd = await makeFolder();
      const kinds = ['picket', 'solidarity', 'petition', 'press-release', 'resolution'];
      const asked = ['leaflets', '--kind', kinds.join(','), '--lang', 'en,ar', '--paper', 'a4'];
      expect(await handbill(cwd, [...asked, '--format', `pdf,${form}`, '--out', 'o'])).toMatchObject({
        code: 0,
      });
      const names = kinds.flatMap((kind) => [`${kind}.en`, `${kind}.ar`]);
      const files = names.map((name) => join(cwd, `o/leaflets/${name}.${form}`));
      const profile = `-env:UserInstallation=file://${join(cwd, 'profile')}`;
      const convert = ['--headless', '--convert-to', 'pdf', '--outdir', cwd];
      execFileSync('libreoffice', [profile, ...convert, ...files], { stdio: 'ignore' });
      const pagesOf = (file: string) =>
        Number(/Pages: +(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
      const counts = (pathOf: (name: string) => string) =>
        Object.fromEntries(names.map((name) => [name, pagesOf(pathOf(name))]));
      const ours = counts((name) => join(cwd, `o/leaflets/${name}.a4.pdf`));
      expect(counts((name) => join(cwd, `${name}.pdf`))).toEqual(ours);
    },
  );
});
