import { execFile, execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallAppeal } from './commands/small-appeal.ts';
import { listFiles, makeTemporary, readFolder, writeFiles } from './folder.ts';
import { OTHER_NODES, WITHOUT_NODES } from './nodes.ts';
import { installInto, type Packed, packInto } from './packed.ts';

const run = promisify(execFile);
const MB = 1_000_000;

let temporary: Awaited<ReturnType<typeof makeTemporary>>;
let packed: Packed;
/** The folder that it is installed in, with a space in its name. */
let home: string;
let printed: string;

beforeAll(async () => {
  temporary = await makeTemporary();
  packed = await packInto(temporary.path);
  home = join(temporary.path, 'an empty folder');
  printed = await installInto(home, packed);
}, 300_000);
afterAll(() => temporary.remove());

describe('the packed package', () => {
  /** Files that the build makes; the hash in a name is that of what is in the file. */
  const BUILT =
    /^dist\/(LICENSES\.txt|fonts\/[\w-]+\.(ttf|txt)|program\/((cli|worker|pool-worker|[\w.-]+-[\w-]{8})\.js|hyphen\/[\w-]+\.json\.br|[\w-]+\.wasm(\.br)?|missions\.txt\.br|press\.icc\.br|parsed\.json))$/;

  test('holds what git knows and the build makes, and nothing that is for working on it', () => {
    const known = execFileSync('git', ['ls-files', 'bin', 'data', 'templates'], { encoding: 'utf8' })
      .split('\n')
      .filter(
        (file) =>
          !['', 'data/missions/missions.txt', 'data/colour/press.icc'].includes(file) &&
          !file.endsWith('.png'),
      );
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !BUILT.test(path)).sort()).toEqual(
      [...known, 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'].sort(),
    );
    expect(paths.filter((path) => BUILT.test(path)).length).toBeGreaterThan(100);
  });

  test('has at most 6.4 MB, and 20 MB once it is unpacked', () => {
    // 0.12 of them are the index of which missions stand where, in its smallest form; 0.1 words that no run parses any more.
    expect(packed.size).toBeLessThan(6.4 * MB);
    expect(packed.unpackedSize).toBeLessThan(20 * MB);
  });

  test('depends on nothing and runs nothing when it is installed; that of the repository comes back', async () => {
    const own = JSON.parse(packed.before);
    const { scripts, dependencies, devDependencies, ...rest } = own;
    expect([scripts, dependencies, devDependencies].every((part) => part !== undefined)).toBe(true);
    const theirs = await readFile(join(home, 'node_modules', 'handbill', 'package.json'), 'utf8');
    expect(JSON.parse(theirs)).toEqual(rest);
    expect(packed.after).toBe(packed.before);
  });

  test('is the same bytes whenever it is packed', { timeout: 120_000 }, async () => {
    const again = await makeTemporary();
    const { integrity } = await packInto(again.path).finally(again.remove);
    expect(integrity).toBe(packed.integrity);
  });

  test('is all that is installed, without a warning', async () => {
    expect(printed).toMatch(/added 1 package/);
    expect(printed).not.toMatch(/warn/i);
    const names = await readdir(join(home, 'node_modules'));
    expect(names.filter((name) => !name.startsWith('.'))).toEqual(['handbill']);
  });

  test('can’t be published with the dependencies of the repository', () => {
    const repository = join(temporary.path, 'repository');
    const publish = () =>
      execFileSync('npm', ['publish', '--dry-run'], { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
    expect(publish).toThrow(/npm publish handbill-\d+\.\d+\.\d+\.tgz/);
  });
});

test('npx makes the example in an empty folder', { timeout: 300_000 }, async () => {
  const { stdout } = await run('npx', ['--offline', 'handbill', 'make', '--lang', 'en,kk'], { cwd: home });
  expect(stdout).toContain('Next: print out/');
  const files = await listFiles(join(home, 'out'));
  expect(files).toContain('leaflets/picket.kk.a5.pdf');
  expect(files).toContain('handbill-manifest.json');
});

/** What somebody does who has just installed it, by the command. */
const LINES = [
  'quick --country DE --name Ada --address Exampleton --lang de',
  'init strike --title Strike --issuer Union --what Arrested. --when 2026-05-01 --source Union --demand Release --to Example --to-kind company',
  'make strike --out strike/out',
  'letters my-appeal --senders members.csv --workers 2 --format pdf,txt,eml --out members',
  'site my-appeal --out site',
  'preview my-appeal --contact-sheet pages.pdf',
  'contacts import list.csv card.vcf --appeal my-appeal',
  'translate export my-appeal --lang de --to de.po',
];
const FILES = {
  ...smallAppeal('my-appeal'),
  'members.csv':
    'id,name,street,postalCode,city,country\n' +
    ['ada', 'bea', 'cem'].map((id) => `${id},${id} Example,3 Example Road,EX1 1EX,Exampleton,GB\n`).join(''),
  // Neither can be read as UTF-8: tables of encodings go along.
  'list.csv': Buffer.from(
    'Name;Straße;Ort;Land\nBeispiel GmbH;Beispielweg 1;Beispielstadt;Deutschland\n',
    'latin1',
  ),
  'card.vcf': 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Example Co\r\nORG:Example Co\r\nEND:VCARD\r\n',
};
const ENV = {
  ...process.env,
  SOURCE_DATE_EPOCH: '1777766400',
  LC_ALL: 'C.UTF-8',
  NO_COLOR: '1',
  NODE_OPTIONS: '',
};

/** What lines print and write, in a folder of their own. */
async function runLines(node: string, program: string, lines: readonly string[] = LINES) {
  const folder = await makeTemporary();
  try {
    await writeFiles(folder.path, FILES);
    const ran: { line: string; code: number; stdout: string; isQuiet: boolean }[] = [];
    for (const line of lines) {
      const started = run(node, [program, ...line.split(' ')], { cwd: folder.path, env: ENV });
      const ended = await started.then(
        ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
        ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
      );
      // What it says of its own data names where that lies.
      const isQuiet = !/defect|\(node:|^\s+at /im.test(ended.stderr);
      ran.push({ line, code: ended.code, stdout: ended.stdout, isQuiet });
    }
    return { ran, files: await readFolder(folder.path) };
  } finally {
    await folder.remove();
  }
}

describe('installed', () => {
  const shim = 'node_modules/handbill/bin/handbill.js';
  /** Those that open the most that lies beside the program: threads, WebAssembly, fonts, patterns. */
  const OPENING = LINES.filter((line) => /^(letters my-appeal|site|contacts|quick)/.test(line));
  let ours: Awaited<ReturnType<typeof runLines>>;
  let opened: Awaited<ReturnType<typeof runLines>>;
  beforeAll(async () => {
    ours = await runLines(process.execPath, join(home, shim));
    opened = await runLines(process.execPath, join(home, shim), OPENING);
  }, 300_000);

  test('its commands do what they are for', () => {
    expect(ours.ran.map(({ line, code, isQuiet }) => ({ line, code, isQuiet }))).toEqual(
      LINES.map((line) => ({ line, code: 0, isQuiet: true })),
    );
    const made = Object.keys(ours.files);
    for (const file of [
      'strike/out/letters/example.en.pdf',
      'members/letters/example-ltd.en.bea.pdf',
      'site/site/index.html',
      'pages.pdf',
      'de.po',
    ]) {
      expect(made).toContain(file);
    }
  });

  test.skipIf(WITHOUT_NODES !== '').each(OTHER_NODES)(
    `on Node $version it does the same${WITHOUT_NODES}`,
    { timeout: 300_000 },
    async ({ program }) => {
      expect(await runLines(program, join(home, shim))).toEqual(ours);
    },
  );

  test('the preview shows a page', { timeout: 60_000 }, async () => {
    const cwd = join(temporary.path, 'preview');
    await writeFiles(cwd, FILES);
    const child = spawn(process.execPath, [join(home, shim), 'preview', 'my-appeal'], { cwd, env: ENV });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        const look = (text: Buffer) => {
          const found = /http:\/\/\S+/.exec(String(text));
          if (found) resolve(found[0]);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.on('exit', (code) => reject(new Error(`preview ended with ${code}`)));
      });
      expect(await (await fetch(address)).text()).toContain('<html');
    } finally {
      child.kill();
    }
  });

  test.each([
    ['linked, as npm link does', 'link/node_modules/handbill'],
    ['in the store of pnpm', 'store/node_modules/.pnpm/handbill@0.2.0/node_modules/handbill'],
    ['in the cache of Yarn', 'cache/yarn/v6/npm-handbill-0.2.0-0123abcd-integrity/node_modules/handbill'],
    ['under a name that isn’t ASCII and has a #, ? and %', 'Фонд #1 ?/100% ok/handbill'],
  ])('%s it does the same', { timeout: 300_000 }, async (_, place) => {
    const installed = join(home, 'node_modules', 'handbill');
    const lies = join(temporary.path, place);
    await mkdir(dirname(lies), { recursive: true });
    let from = lies;
    if (place.startsWith('link')) await symlink(installed, lies);
    else await cp(installed, lies, { recursive: true });
    if (place.startsWith('store')) {
      from = join(temporary.path, 'store/node_modules/handbill');
      await symlink('.pnpm/handbill@0.2.0/node_modules/handbill', from);
    }
    expect(await runLines(process.execPath, join(from, 'bin/handbill.js'), OPENING)).toEqual(opened);
  });
});
