import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { makeFolder } from '../folder.ts';
import { HAS_NOTO, NOTO, NOTO_CJK } from '../layout/noto.ts';
import { sharedPath } from '../shared.ts';
import { handbill } from './run.ts';

/** Appeals on which printing once failed. They are no part of handbill: where they aren't, the tests are skipped. */
const cases = sharedPath('cases');

const FONTS = { fontFolders: [NOTO, NOTO_CJK] };

const appealsIn = (folder: string): string[] => {
  const place = join(cases, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('appeal.yaml'))
    .map((path) => join(folder, path, '..'))
    .sort();
};

interface Told {
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** A copy whose words have the labels that were added since, in English. */
async function copyOf(appeal: string): Promise<string> {
  const cwd = await makeFolder({});
  cpSync(join(cases, appeal), join(cwd, 'a'), { recursive: true });
  const own = join(cwd, 'a/templates/words');
  const { labels } = parse(readFileSync('templates/words/en.yaml', 'utf8'));
  for (const name of existsSync(own) ? readdirSync(own) : []) {
    const words = parse(readFileSync(join(own, name), 'utf8'));
    writeFileSync(join(own, name), stringify({ ...words, labels: { ...labels, ...words.labels } }));
  }
  return cwd;
}

describe.skipIf(!existsSync(cases) || !HAS_NOTO)(
  'appeals on which printing failed (skipped where ../shared is missing, or without Debian’s Noto fonts)',
  () => {
    test.each([...appealsIn('print'), ...appealsIn('scripts')])(
      '%s',
      { timeout: 240_000 },
      async (appeal) => {
        const cwd = await copyOf(appeal);
        // A5 can't hold the long one, which is told; what it has is made on A4 and A3.
        const line = 'make a --paper a4,a3 --up 1 --format pdf --date 2026-05-02 --json';
        const ran = await handbill(cwd, line, FONTS);
        const { problems } = JSON.parse(ran.stdout) as Told;
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(problems.filter(({ code }) => code === 'proof').map(({ message }) => message)).toEqual([]);
        expect(ran.code).toBe(0);
      },
    );

    const senders = existsSync(join(cases, 'print'))
      ? ['02-din-a-letterhead', '03-signature-split'].map((name) => join(cases, 'print', name, 'sender.json'))
      : [];
    test.each(senders)('letters of %s', { timeout: 240_000 }, async (sender) => {
      const cwd = await makeFolder({});
      for (const layout of ['din-a', 'din-b']) {
        const line = [
          'letters',
          '--to',
          'co-citic-group',
          '--lang',
          'en',
          '--format',
          'pdf',
          '--layout',
          layout,
        ];
        const ran = await handbill(cwd, [...line, '--sender', sender, '--json', '--out', layout]);
        const { problems } = JSON.parse(ran.stdout) as Told;
        expect(problems.filter(({ code, severity }) => code === 'proof' || severity === 'error')).toEqual([]);
      }
    });
  },
);
