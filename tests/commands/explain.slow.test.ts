import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExplainedPassage } from '../../src/plan/explain.ts';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

async function explained(cwd: string, line: string): Promise<readonly ExplainedPassage[]> {
  const { code, stdout } = await handbill(cwd, `explain ${line} --json`);
  expect(code).toBe(0);
  return JSON.parse(stdout).passages;
}

/** The line of a file that a passage names. */
async function lineAt(
  cwd: string,
  { file, line }: { file: string; line?: number | undefined },
): Promise<string> {
  const path = file.startsWith('handbill:') ? file.slice('handbill:'.length) : join(cwd, file);
  return (await readFile(path, 'utf8')).split('\n')[line! - 1] ?? '';
}

/** Without spaces, and without the addresses that stand after what links to them. */
const plain = (text: string) =>
  text
    .replace(/\s<https?:[^>]*>/g, '')
    .replace(/[\s\u2066-\u2069]/g, '')
    .toLowerCase();

test.each([
  ['letters/co-citic-group.en.txt', ''],
  ['letters/kz-de-berlin.kk.txt', ''],
  ['letters/kz-at-wien.ru.txt', '--notes'],
  ['leaflets/picket.en.txt', ''],
  ['leaflets/demonstration.zh-Hans.txt', ''],
  ['leaflets/boycott.ru.txt', ''],
  ['leaflets/resolution.de.txt', ''],
  ['leaflets/press-release.fr.txt', ''],
])('every place that %s is explained by is right', async (name, flags) => {
  const cwd = await makeFolder();
  const [folder, rest = ''] = name.split('/');
  const [id = '', tag = ''] = rest.split('.');
  const choice = folder === 'letters' ? `letters --to ${id} ${flags}` : `leaflets --kind ${id}`;
  expect(await handbill(cwd, `${choice} --lang ${tag} --format txt`)).toMatchObject({ code: 0 });
  const passages = await explained(cwd, `out/${name} ${flags}`);
  expect(passages.length).toBeGreaterThan(5);
  const file = plain(await readFile(join(cwd, 'out', name), 'utf8'));
  for (const { text, template, from } of passages) {
    const line = await lineAt(cwd, template!);
    if (template!.value === undefined) expect(line).toContain(text.split(' ')[0]);
    else {
      expect(line).toMatch(new RegExp(`\\{\\{\\w* ?${template!.value}\\b`));
      expect(from, text).not.toEqual([]);
    }
    for (const { name: read, at } of from) {
      const key = read.split('/')[1]?.split('.')[0];
      if (/^(fact|contact)\//.test(read)) expect((await lineAt(cwd, at!)).split(',')[0]).toBe(key);
    }
  }
  const lines = passages.flatMap(({ text }) => text.split('\n').map(plain));
  expect(lines.filter((line) => !file.includes(line))).toEqual([]);
});
