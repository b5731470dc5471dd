import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';

/** Made-up offices, with letters that the encodings write differently, and what spreadsheets like to take away: a zero. */
const ROWS = Array.from(
  { length: 30 },
  (_, i) =>
    `Größe & Söhne ${i} GmbH,Äußere Straße ${i},0106${i % 10},Düsseldorf,Deutschland,café${i}@example.org`,
);
const TABLE = `Firma,Straße,PLZ,Ort,Land,E-Mail\n${ROWS.join('\n')}\n`;

/** Numbers of LibreOffice for what it writes CSV in; each with semicolons, as people there have it. */
const ENCODINGS = {
  'utf-8': 76,
  'utf-16': 65535,
  'windows-1252': 1,
  'iso-8859-15': 22,
  macintosh: 2,
  cp850: 4,
};

describeWith(['libreoffice'], 'a table that LibreOffice saves', () => {
  test('gives the same contacts as .ods, .xlsx and CSV in six encodings', { timeout: 300_000 }, async () => {
    const cwd = await makeFolder({ 'table.csv': TABLE });
    const profile = `-env:UserInstallation=file://${join(cwd, 'profile')}`;
    // The sign between columns, that around texts, the encoding, the first line, and each column as text.
    const save = (form: string, file: string, folder: string, read: readonly string[] = []) =>
      execFileSync(
        'libreoffice',
        [
          profile,
          '--headless',
          ...read,
          '--convert-to',
          form,
          '--outdir',
          join(cwd, folder),
          join(cwd, file),
        ],
        { stdio: 'ignore' },
      );
    const asText = '--infilter=CSV:44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2';
    save('ods', 'table.csv', 'book', [asText]);
    save('xlsx', 'book/table.ods', 'book');
    const lists = ['table.csv', 'book/table.ods', 'book/table.xlsx'];
    for (const [name, number] of Object.entries(ENCODINGS)) {
      save(`csv:Text - txt - csv (StarCalc):59,34,${number},1`, 'book/table.ods', name);
      lists.push(`${name}/table.csv`);
    }
    const contacts = new Map<string, string>();
    for (const list of lists) {
      // Under one name in folders of their own: each contact says which file it is from.
      const folder = `in-${contacts.size}`;
      await mkdir(join(cwd, folder));
      const name = `list.${list.split('.').at(-1)}`;
      await copyFile(join(cwd, list), join(cwd, folder, name));
      const ran = await handbill(
        cwd,
        `contacts import ${folder}/${name} --out-file ${folder}.csv --yes --json`,
      );
      expect(JSON.parse(ran.stdout), list).toMatchObject({ read: 30, imported: 30, rejected: 0 });
      contacts.set(list, (await readFile(join(cwd, `${folder}.csv`), 'utf8')).replace(/list\.\w+/g, 'list'));
    }
    // Windows-1252 and ISO 8859-15 differ in signs only that no address here has.
    const saved = Object.keys(ENCODINGS).map((name) => readFile(join(cwd, name, 'table.csv'), 'latin1'));
    expect(new Set(await Promise.all(saved)).size).toBe(5);
    const [first, ...others] = contacts;
    expect(first![1]).toContain('Äußere Straße 0');
    expect(first![1]).toContain('01060');
    expect(first![1]).toContain('café0@example.org');
    for (const [list, text] of others) expect(text, list).toBe(first![1]);
  });
});
