import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../src/commands/command-names.ts';
import { COMMANDS } from '../src/commands/list.ts';
import { listUnused, sources } from './sources.ts';

/** What each floor may import besides its own files. A trailing slash names a whole folder. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'cli.ts': ['commands/', 'terminal/', 'engine.ts'],
  'commands/': [
    'preview/',
    'batch/',
    'import/',
    'pack/',
    'wizard/',
    'plan/',
    'write/',
    'layout/',
    'merge/',
    'check/',
    'read/',
    'terminal/',
    'model/',
    'problems.ts',
    'wordings.ts',
    'wordings/',
    'engine.ts',
  ],
  'preview/': [
    'plan/',
    'write/',
    'layout/',
    'model/',
    'problems.ts',
    'wordings.ts',
    'wordings/',
    'engine.ts',
  ],
  'batch/': ['plan/', 'write/', 'layout/', 'model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'import/': ['write/', 'check/', 'read/', 'model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'pack/': ['write/', 'read/', 'model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'wizard/': ['write/', 'check/', 'read/', 'model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'plan/': [
    'layout/',
    'merge/',
    'check/',
    'read/',
    'model/',
    'problems.ts',
    'wordings.ts',
    'wordings/',
    'engine.ts',
  ],
  'write/': ['layout/fonts.ts', 'model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'layout/': ['model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'merge/': ['model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'check/': ['read/', 'model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'read/': ['model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'terminal/': ['model/', 'problems.ts', 'wordings.ts', 'wordings/', 'engine.ts'],
  'model/': ['problems.ts', 'engine.ts'],
  'problems.ts': [],
  'wordings.ts': ['wordings/', 'problems.ts'],
  'wordings/': ['problems.ts'],
  'engine.ts': ['model/memory.ts'],
  'rolldown.config.ts': ['build/'],
  'build/': [
    'layout/bundled-fonts.ts',
    'layout/hyphenation.ts',
    'merge/markdown-check.ts',
    'model/',
    'read/',
    'check/',
    'problems.ts',
  ],
};

/** Where each outside library may be imported. */
const LIBRARY_HOME: Record<string, readonly string[]> = {
  commander: ['cli.ts', 'commands/'],
  zod: ['model/', 'check/', 'commands/schema.ts'],
  inquirer: ['terminal/prompts.ts'],
  chalk: ['terminal/report.ts'],
  '@noble/hashes': ['pack/minisign.ts'],
  'csv-parse': ['read/csv.ts', 'read/csv-rows.ts'],
  'iconv-lite': ['read/encoding.ts', 'read/guess-encoding.ts'],
  chardet: ['read/guess-encoding.ts'],
  yauzl: ['read/zip.ts'],
  sax: ['read/xml.ts'],
  'libphonenumber-js': ['check/phones.ts'],
  'postcode-validator': ['check/postal-codes.ts'],
  nodemailer: ['write/eml.ts'],
  'any-ascii': ['check/latin-letters.ts'],
  yaml: ['read/structured.ts', 'write/edit-structured.ts'],
  'gettext-parser': ['read/po.ts', 'write/po.ts'],
  handlebars: ['merge/'],
  'mdast-util-from-markdown': ['merge/'],
  'fastest-levenshtein': ['model/nearest.ts'],
  pdfkit: ['write/pdf/file.ts'],
  pngjs: ['read/', 'write/'],
  'ical.js': ['read/', 'write/'],
  '@resvg/resvg-wasm': ['model/svg-pixels.ts'],
  harfbuzzjs: ['layout/', 'write/pdf/subset.ts'],
  'bidi-js': ['layout/'],
  linebreak: ['layout/'],
  hyphen: ['layout/'],
  piscina: ['batch/'],
  qrcode: ['layout/qr.ts'],
  'jpeg-js': ['read/picture-jpeg.ts'],
  'fast-xml-parser': ['read/picture-svg.ts'],
};

function floorOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/') + 1) : file;
}

/** What the process itself has to know: whose turn a folder is, and which folders it has swept. */
const STATE_OF_PROCESS: readonly string[] = ['write/lock.ts queues', 'write/temporary.ts swept'];

const isUnder = (file: string, place: string) =>
  file === place || (place.endsWith('/') && file.startsWith(place));

test('the floors are those of the table', () => {
  const floors = new Set(sources.map(({ file }) => floorOf(file)));
  expect([...floors].filter((floor) => !(floor in MAY_IMPORT))).toEqual([]);
});

describe.each(Object.keys(MAY_IMPORT))('%s', (floor) => {
  test('imports only what lies below it', () => {
    const wrong = sources
      .filter(({ file }) => floorOf(file) === floor)
      .flatMap(({ file, imports }) => imports.map((name) => [file, name] as const))
      .filter(([, name]) => name.endsWith('.ts') && floorOf(name) !== floor)
      .filter(([, name]) => !MAY_IMPORT[floor]!.some((place) => isUnder(name, place)))
      .map(([file, name]) => `${file} imports ${name}`);
    expect(wrong).toEqual([]);
  });
});

test('each outside library has one home', () => {
  const wrong = sources.flatMap(({ file, imports }) =>
    imports
      .map((name) =>
        Object.keys(LIBRARY_HOME).find((library) => name === library || name.startsWith(`${library}/`)),
      )
      .filter(
        (library) => library !== undefined && !LIBRARY_HOME[library]!.some((place) => isUnder(file, place)),
      )
      .map((library) => `${file} imports ${library}`),
  );
  expect(wrong).toEqual([]);
});

test('only the edge reads the clock, the environment, the current folder and the terminal', () => {
  const outside =
    /\bprocess\.(?:env|cwd|argv|std(?:in|out|err)|exit|exitCode|platform|hrtime)\b|\bDate\.now\b|new Date\(\)|\bconsole\.|\bMath\.random\b|\.resolvedOptions\(\)\.locale\b/;
  const wrong = sources
    .filter(({ file }) => file !== 'cli.ts')
    .flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, i) => (outside.test(line) ? [`${file}:${i + 1}`] : [])),
    );
  expect(wrong).toEqual([]);
});

test('nothing ends the process in the middle, and no sort depends on the locale of the machine', () => {
  const wrong =
    /process\.exit\(|\.localeCompare\(|\.toLocale\w+\(\)|Intl\.\w+\(\)(?!\.resolvedOptions\(\)\.locale\b)/;
  expect(sources.filter(({ text }) => wrong.test(text)).map(({ file }) => file)).toEqual([]);
});

test('no function is over 60 lines or takes over five parameters', () => {
  const functions = sources.flatMap(({ file, functions }) =>
    functions.map(({ name, line, lines, params }) => ({ id: `${file} ${name}`, line, lines, params })),
  );
  const long = functions.filter(({ lines }) => lines > 60);
  const wide = functions.filter(({ params }) => params > 5);
  expect({ long, wide }).toEqual({ long: [], wide: [] });
});

/** Files whose lists that are put on the stack have a fixed length or a short one. */
const SHORT_LISTS = [
  'read/svg-cost.ts max',
  'read/svg-cost.ts min',
  'read/csv-rows.ts max',
  'read/head.ts max',
  'import/text/figures.ts max',
  'wizard/readings.ts max',
  'commands/sending.ts max',
  'commands/summary.ts max',
];

test('no list that may be long is put on the stack, which holds some 120,000 items: append() takes any number', () => {
  // A document that is laid out is bounded.
  const unbounded = sources.filter(({ file }) => !/^(?:layout|write\/pdf|build)\//.test(file));
  const spread = unbounded.flatMap(({ file, spreadInto }) =>
    spreadInto
      .filter((name) => /^(?:push|unshift|splice|max|min|append|from\w+)$/.test(name))
      .map((name) => `${file} ${name}`),
  );
  expect([...new Set(spread)].filter((one) => !SHORT_LISTS.includes(one))).toEqual([]);
});

test('what is kept from one call to the next is kept by model/memory', () => {
  const kept = sources.flatMap(({ file, keeps }) => keeps.map((name) => `${file} ${name}`));
  expect(kept.filter((one) => !STATE_OF_PROCESS.includes(one))).toEqual([]);
});

test('what a file gives to others has a docstring', () => {
  const bare = sources.flatMap(({ file, exported }) =>
    exported.filter(({ documented }) => !documented).map(({ name }) => `${file} ${name}`),
  );
  expect(bare).toEqual([]);
});

test('what no other file names is not exported', () => {
  // What starts the program names the one.
  expect(listUnused()).toEqual(['cli.ts run']);
});

test('no file imports itself by way of others, for a value or for a type', () => {
  const imports = new Map(sources.map(({ file, imports }) => [file, imports]));
  const circleFrom = (start: string): string[] | undefined => {
    const before = new Map<string, string>();
    const waiting = [start];
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      for (const next of imports.get(file) ?? []) {
        if (next === start) {
          const way = [file];
          while (way[0] !== start) way.unshift(before.get(way[0]!)!);
          return [...way, start];
        }
        if (before.has(next)) continue;
        before.set(next, file);
        waiting.push(next);
      }
    }
    return undefined;
  };
  const circles = sources.flatMap(({ file }) => circleFrom(file)?.join(' → ') ?? []);
  expect(circles).toEqual([]);
});

test('each subcommand is listed under its name, in the order of the help', () => {
  expect(COMMANDS.map(({ name }) => name)).toEqual(COMMAND_NAMES);
});
