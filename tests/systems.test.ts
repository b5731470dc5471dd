import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { makeId } from '../src/check/contact-id.ts';
import { isLanguageTag } from '../src/model/text.ts';
import { isId } from '../src/model/values.ts';
import { systemFontFolders } from '../src/terminal/font-folders.ts';
import { type FileSystem, removeFile, takePlace } from '../src/write/take-place.ts';
import { handbill } from './commands/run.ts';
import { smallAppeal } from './commands/small-appeal.ts';
import { makeFolder, readFolder } from './folder.ts';
import { LINES } from './nodes.ts';

const topic = (name: string) => readFileSync(`templates/help/${name}.txt`, 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
const SENDER = '{\n  "name": "Ada Example",\n  "city": "Exampleton",\n  "country": "GB"\n}\n';

/** The tests that stand for a row of `handbill help systems`, by how the row begins. */
const ROWS: Readonly<Record<string, () => void>> = {
  'Folders are parted by a backslash': () => {
    test('messages name files with slashes, and what lies on another drive lies outside', async () => {
      vi.doMock('node:path', () => ({ ...win32, default: win32 }));
      const { fileFrom } = await import('../src/terminal/report.ts');
      const { liesIn } = await import('../src/model/place.ts');
      const { outputPath } = await import('../src/write/files.ts');
      expect(fileFrom('C:\\strike', 'C:\\strike\\out\\letters\\a.en.pdf')).toBe('out/letters/a.en.pdf');
      expect(fileFrom('C:\\strike\\out', 'C:\\strike\\facts.csv')).toBe('../facts.csv');
      const inside = ['C:\\out', 'C:\\out\\a\\b', 'c:\\OUT\\a', 'C:\\out\\..a'];
      expect(inside.map((path) => liesIn('C:\\out', path))).toEqual([true, true, true, true]);
      const outside = ['C:\\outer', 'C:\\', 'D:\\out\\a', '\\\\server\\out'];
      expect(outside.map((path) => liesIn('C:\\out', path))).toEqual([false, false, false, false]);
      expect(outputPath('C:\\out', 'letters/a.en.pdf')).toBe('C:\\out\\letters\\a.en.pdf');
      for (const path of ['..\\a', '../a', 'D:\\a', 'a/../../b']) {
        expect(() => outputPath('C:\\out', path)).toThrow(/outside/);
      }
    });
  },
  'Windows keeps some names': () => {
    test('no id is one, given or made', () => {
      const kept = ['con', 'prn', 'aux', 'nul', 'com1', 'com9', 'lpt1', 'a.', 'a ', '.', 'a:b', 'a?', 'a"'];
      expect(kept.filter(isId)).toEqual([]);
      const draft = { organisation: 'AUX', kind: 'company', country: 'FR' } as const;
      expect(isId(makeId(draft as never, () => false))).toBe(true);
    });

    test('no file of the package has one', () => {
      const bad = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)|[<>:"|?*\\]|[. ](\/|$)/i;
      expect(git('ls-files').filter((file) => bad.test(file))).toEqual([]);
    });
  },
  'Capital and small letters are the same': () => {
    test('no two ids or languages differ in that alone, nor two files of the package', () => {
      expect(['Example', 'exAmple'].filter(isId)).toEqual([]);
      expect(['pt-br', 'PT-BR', 'zh-hans', 'EN'].filter(isLanguageTag)).toEqual([]);
      const files = git('ls-files').map((file) => file.toLowerCase());
      expect(new Set(files).size).toBe(files.length);
    });
  },
  'Windows keeps the place of a file': () => {
    const open = (code: string) => Object.assign(new Error(code), { code });
    /** A system on which a file stays open for so many tries. */
    const system = (tries: number, code: string, isWindows = true) => {
      const waits: number[] = [];
      let left = tries;
      const work = () => {
        left -= 1;
        if (left >= 0) throw open(code);
      };
      const there: FileSystem = { isWindows, rename: work, remove: work, wait: (ms) => void waits.push(ms) };
      return { there, waits };
    };

    test.each(['EPERM', 'EACCES', 'EBUSY'])('%s: it is waited for', async (code) => {
      const folder = await makeFolder({ a: '', b: '' });
      for (const act of [
        takePlace.bind(null, join(folder, 'a'), join(folder, 'b')),
        removeFile.bind(null, join(folder, 'b')),
      ]) {
        const { there, waits } = system(3, code);
        act(there);
        expect(waits).toHaveLength(3);
      }
    });

    test('a file that stays open is told as that, after two seconds', async () => {
      const folder = await makeFolder({ a: '', b: '' });
      const { there, waits } = system(100, 'EPERM');
      expect(() => takePlace(join(folder, 'a'), join(folder, 'b'), there)).toThrow(
        expect.objectContaining({ code: 'EBUSY' }),
      );
      const sum = waits.reduce((total, wait) => total + wait, 0);
      expect(sum).toBeGreaterThan(1500);
      expect(sum).toBeLessThan(2500);
    });

    test('a folder in the way, and a refusal on other systems, are told at once', async () => {
      const folder = await makeFolder({ a: '', 'b/c': '' });
      for (const [to, isWindows] of [
        ['b', true],
        ['a', false],
      ] as const) {
        const { there, waits } = system(100, 'EPERM', isWindows);
        expect(() => takePlace(join(folder, 'a'), join(folder, to), there)).toThrow(
          expect.objectContaining({ code: 'EPERM' }),
        );
        expect(waits).toEqual([]);
      }
    });
  },
  'Folders can’t be told to reach the disk': () => {
    test('data files are written all the same', async () => {
      const folder = await makeFolder({ 'a.csv': 'old' });
      vi.doMock('node:fs', async (real) => {
        const fs = await real<typeof import('node:fs')>();
        const openSync = (...args: Parameters<typeof fs.openSync>) => {
          if (args[1] === 'r') throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
          return fs.openSync(...args);
        };
        return { ...fs, openSync };
      });
      const { writeTogether } = await import('../src/write/together.ts');
      writeTogether(
        new Map([
          [join(folder, 'a.csv'), 'new'],
          [join(folder, 'b.csv'), 'more'],
        ]),
        folder,
      );
      expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('new');
      expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv']);
    });
  },
  'A killed run leaves its lock behind': () => {
    test('where a process can’t be told from the next of its number, the file to delete is named', async () => {
      vi.doMock('node:fs', async (real) => {
        const fs = await real<typeof import('node:fs')>();
        const readFile = (...args: Parameters<typeof fs.readFileSync>) => {
          if (String(args[0]).startsWith('/proc/'))
            throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
          return fs.readFileSync(...args);
        };
        return { ...fs, readFileSync: readFile };
      });
      const { HOLDER } = await import('../src/write/holder.ts');
      const { whileLocked } = await import('../src/write/lock.ts');
      // A killed run whose number another process, here the parent of this one, has by now.
      const left = `.handbill-run-${HOLDER.replace(/^\d+/, String(process.ppid))}`;
      const folder = await makeFolder({ [left]: '' });
      const options = { what: 'The folder', hint: 'folder-in-use/again', patience: 0 } as const;
      await expect(whileLocked(folder, 'handbill', async () => 1, options)).rejects.toMatchObject({
        problems: [{ code: 'folder-in-use', hint: expect.stringContaining(`delete ${left} in that folder`) }],
      });
    });
  },
  'Closing the window, Ctrl-C': () => {
    // What then lies there is tried in tests/torture/faults.test.ts.
    test('the signals of all three are listened to', () => {
      const edge = readFileSync('src/cli.ts', 'utf8');
      expect(/const ENDS = \[(.*)\]/.exec(edge)?.[1]).toBe("'SIGINT', 'SIGTERM', 'SIGHUP'");
    });
  },
  '%TEMP% and $TMPDIR are never used': () => {
    test('nothing in the program asks for them', () => {
      const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) =>
        f.endsWith('.ts'),
      );
      const asking = files.filter((f) =>
        /tmpdir|\bTEMP\b|\bTMP(DIR)?\b/.test(readFileSync(join('src', f), 'utf8')),
      );
      expect(asking).toEqual([]);
    });
  },
  'Where > is used in PowerShell 5': () => {
    test('what it made of a list is read as the list', async () => {
      const folder = await makeFolder({ ...smallAppeal('a'), ...smallAppeal('b') });
      const { stdout } = await handbill(folder, 'contacts list a --csv');
      const utf16 = Buffer.from(`\uFEFF${stdout.replaceAll('\n', '\r\n')}`, 'utf16le');
      await writeFile(join(folder, 'list.csv'), utf16);
      const listed = async (of: string) => (await handbill(folder, `contacts list ${of} --csv`)).stdout;
      await writeFile(join(folder, 'b/contacts.csv'), utf16);
      expect(await listed('b')).toBe(await listed('a'));
    });
  },
  'Files saved with Windows’ line ends': () => {
    const files = {
      ...smallAppeal('a'),
      'a/sender.json': SENDER,
      'a/templates/letter/company.en.md': readFileSync('templates/letter/company.en.md', 'utf8'),
      'a/templates/words/en.yaml': readFileSync('templates/words/en.yaml', 'utf8'),
    };
    const saved = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );

    test('give the same bytes', async () => {
      const [plain, windows] = [await makeFolder(files), await makeFolder(saved)];
      const made = [];
      for (const folder of [plain, windows]) {
        expect(await handbill(folder, 'make a --sender a/sender.json --quiet')).toMatchObject({
          code: 0,
          stderr: '',
        });
        const { 'handbill-manifest.json': _, ...documents } = await readFolder(join(folder, 'out'));
        made.push(documents);
      }
      expect(Object.keys(made[0]!).length).toBeGreaterThan(4);
      expect(made[1]).toEqual(made[0]);
    });

    test('keep their line ends and their mark when they are changed', async () => {
      const folder = await makeFolder({ ...saved, 'list.csv': 'Name;City\nOther Ltd;Exampleton\n' });
      const lines = [
        'contacts import list.csv --appeal a',
        'facts correct what-happened a --status confirmed --source https://example.org/ --source-title News',
      ];
      for (const line of lines) expect(await handbill(folder, line), line).toMatchObject({ code: 0 });
      const changed = ['a/contacts.csv', 'a/facts.csv', 'a/appeal.yaml'];
      for (const name of changed) {
        const text = await readFile(join(folder, name), 'utf8');
        expect(text, name).not.toBe(saved[name]);
        expect(text.startsWith('\uFEFF'), name).toBe(true);
        expect(text.replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/);
      }
    });
  },
  'Fonts lie elsewhere': () => {
    test('each system’s folders are known, those of the person too', () => {
      const windows = systemFontFolders('win32', { WINDIR: 'D:\\Win', LOCALAPPDATA: 'D:\\Ada' });
      expect(windows.map((path) => path.replaceAll('/', '\\'))).toEqual([
        'D:\\Win\\Fonts',
        'D:\\Ada\\Microsoft\\Windows\\Fonts',
      ]);
      expect(systemFontFolders('darwin', { HOME: '/Users/ada' })).toContain('/Users/ada/Library/Fonts');
      expect(systemFontFolders('linux', { HOME: '/home/ada' })).toContain('/home/ada/.local/share/fonts');
    });
  },
};

beforeEach(() => void vi.resetModules());
afterEach(() => {
  vi.doUnmock('node:path');
  vi.doUnmock('node:fs');
});

for (const [row, tests] of Object.entries(ROWS)) describe(row, tests);

test('each row of the help has its tests, and each of these a row', () => {
  const rows = topic('systems')
    .replaceAll("'", '’')
    .split('\n')
    .filter((line) => line.startsWith('- '));
  const known = Object.keys(ROWS);
  expect(rows.map((row) => known.find((name) => row.slice(2).startsWith(name)) ?? row)).toEqual(known);
});

test('help ci prints a matrix of three systems and every line of Node', () => {
  const text = topic('ci');
  const workflow = parse(text.slice(text.indexOf('name: test'))) as {
    jobs: { test: { strategy: { matrix: { os: string[]; node: number[] } } } };
  };
  const { os, node } = workflow.jobs.test.strategy.matrix;
  expect(os.map((name) => name.replace('-latest', '')).sort()).toEqual(['macos', 'ubuntu', 'windows']);
  expect(node.map(String)).toEqual(LINES);
});
