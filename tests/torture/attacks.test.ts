import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { listFiles, makeTemporary, readFolder, writeFiles } from '../folder.ts';
import { ATTACKS, type Attack } from './attacks.ts';
import { tryReader } from './trial.ts';

/** What no terminal is to be given: controls but the ends of lines, and what turns the direction of letters. */
const UNSHOWN = /(?![\t\n]|\r\n)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Gives the commands what somebody hands over: they end as they may, and nothing beside their folder changes. */
async function attack({ files, lines }: Attack): Promise<void> {
  const { path, remove } = await makeTemporary();
  try {
    const cwd = join(path, 'work');
    await mkdir(cwd);
    await writeFiles(path, { 'keep.txt': 'kept', 'keep/.git/config': 'kept' });
    await writeFiles(cwd, files);
    const before = await outside(path);
    for (const line of lines) {
      const { code, stdout, stderr } = await handbill(cwd, line, { isShown: !isForPrograms(line) });
      const said = `${JSON.stringify(line)}: ${stderr.slice(0, 1500)}`;
      expect([0, 1, 2], said).toContain(code);
      expect(stderr, said).not.toMatch(/defect|\n\s+at \S+ \(|undefined|\[object /);
      expect(UNSHOWN.exec(stderr)?.index, said).toBeUndefined();
      if (line.includes('csv')) expectNoFormulas(stdout);
      if (!isForPrograms(line)) expect(UNSHOWN.exec(stdout)?.index, `${said}${stdout}`).toBeUndefined();
      if (line[0] === 'clean' && 'out/mine.txt' in files)
        expect(await readFile(join(cwd, 'out/mine.txt'), 'utf8')).toBe('mine');
    }
    expect(await outside(path)).toEqual(before);
    await expectHarmless(cwd);
  } finally {
    await remove();
  }
}

/** True for what goes into a file or another program. */
function isForPrograms(line: readonly string[]): boolean {
  return line.includes('export') || line.includes('schema');
}

/** Everything beside the folder in which commands run. */
async function outside(path: string) {
  const hashes = Object.entries(await readFolder(path)).filter(([name]) => !name.startsWith('work/'));
  return [hashes, (await readdir(path)).sort()];
}

function expectNoFormulas(csv: string): void {
  const cells = (parse(csv, { relax_column_count: true, bom: true }) as string[][]).flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
}

/** What was written asks for nothing elsewhere, and runs nothing. */
async function expectHarmless(cwd: string): Promise<void> {
  for (const file of await listFiles(cwd)) {
    if (!/^(?:out|web)\//.test(file)) continue;
    const bytes = await readFile(join(cwd, file));
    if (file.endsWith('.pdf')) {
      expect(pdfText(bytes), file).not.toMatch(
        /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToR)\b|\/URI \((?!https?:|mailto:)/,
      );
      continue;
    }
    const text = bytes.toString('utf8');
    if (file.endsWith('.html')) {
      expect(text, file).not.toMatch(
        /<(?:script>x|img src=x)|(?:href|src|action)="?\s*(?:javascript|data:text|vbscript)/i,
      );
      for (const [, json = ''] of text.matchAll(
        /<script type="application\/(?:ld\+)?json"[^>]*>(.*?)<\/script>/gs,
      ))
        expect(() => JSON.parse(json), file).not.toThrow();
    }
    if (/\.(?:xml|rss|atom)$/.test(file)) expect(text, file).not.toMatch(/<script|]]>\s*<script/);
    if (file.endsWith('.ics')) expect(text, file).not.toMatch(/^(?:BEGIN:VALARM|ATTACH)/m);
    if (file.endsWith('.eml')) expect(text.split(/\r?\n\r?\n/)[0], file).not.toMatch(/^Bcc: a@example/im);
  }
}

/** A PDF with its streams unpacked. */
function pdfText(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const unpacked = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length), { finishFlush: 2 }).toString('latin1');
    } catch {
      return '';
    }
  });
  return [
    text.replace(/stream\r?\n[\s\S]*?endstream/g, ''),
    ...unpacked.filter((part) => /^\d+ \d+ /.test(part)),
  ].join('\n');
}

test.each(Object.entries(ATTACKS))('%s', { timeout: 3_600_000 }, (what, { cases, attacks }) =>
  tryReader({ what, cases, seconds: 3000, inputs: attacks, read: attack }),
);
