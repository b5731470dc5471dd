import { existsSync } from 'node:fs';
import { appendFile, cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCommand } from '../../src/commands/make.ts';
import type { DocumentOptions } from '../../src/commands/material.ts';
import { prepareFor } from '../../src/commands/plan.ts';
import { hashRun } from '../../src/plan/inputs.ts';
import { settingsOf } from '../../src/plan/settings.ts';
import type { Io } from '../../src/terminal/io.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder, makeTemporary, writeFiles } from '../folder.ts';

let cwd: string;
let remove: () => Promise<void>;
let plain: string;

/** Two fonts of letters that the bundled ones lack. */
const FONTS = ['Regular', 'Bold'].map((cut) => `/usr/share/fonts/truetype/noto/NotoSansBengali-${cut}.ttf`);
const hasFonts = FONTS.every((path) => existsSync(path));

beforeAll(async () => {
  ({ path: cwd, remove } = await makeTemporary());
  const files = smallAppeal('a');
  await writeFiles(cwd, {
    ...files,
    'a/appeal.yaml': `${files['a/appeal.yaml']}
images:
  - { id: strike, file: pictures/one.svg, alt: { en: A strike } }
imprint: { country: DE, printer: self, responsible: { name: A. Example, address: 1 Example Road }, publisher: { name: Our union, address: 1 Example Road } }
materials: [letters, picket]
`,
    'a/pictures/one.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    'a/fonts/own.ttf': 'no font yet',
    'a/templates/partials/own.md': 'A partial.',
    'sender.json': '{ "name": "A. Example", "country": "GB" }',
    'senders.csv': 'id,name,country\none,A. Example,GB\n',
    'list.csv': Buffer.from('id,name,country,town\none,Ä. Example,GB,X\n', 'latin1'),
    'faulty.csv': 'id,name,country\none,A. Example,GB\ntwo,,GB\n',
  });
  await Promise.all([
    cp(join(cwd, 'a/contacts.csv'), join(cwd, 'contacts.csv')),
    cp(join(cwd, 'a/events.csv'), join(cwd, 'events.csv')),
    cp(join(cwd, 'a/facts.csv'), join(cwd, 'facts.csv')),
  ]);
  await appendFile(join(cwd, 'facts.csv'), '\n');
  await appendFile(join(cwd, 'contacts.csv'), '\n');
  await appendFile(join(cwd, 'events.csv'), '\n');
  plain = await hashWith();
});
afterAll(() => remove());

const io = (): Io => ({
  stdout: { write: () => undefined },
  stderr: { write: () => undefined },
  cwd,
  env: {},
  now: new Date(2026, 0, 1, 12),
  isTTY: false,
});

const command = (take?: (options: DocumentOptions) => void): Command =>
  makeCommand({ io: io(), exitCode: 0 }).action(function (this: Command) {
    take?.(this.opts<DocumentOptions>());
  });

/** The hash of a run with these flags of `make`. */
async function hashWith(flags: readonly string[] = []): Promise<string> {
  let options: DocumentOptions | undefined;
  await command((given) => {
    options = given;
  }).parseAsync([...flags], { from: 'user' });
  const { input, problems } = await prepareFor(io(), options!, 'a', undefined);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return hashRun(input!);
}

/** Flags that say where and how files are put, not what they are. */
const NOT_SHAPING = [
  'out',
  'force',
  'check',
  'dry-run',
  'shard',
  'watch',
  'workers',
  'combine',
  'json',
  'quiet',
  'no-input',
  'paper-weight',
  'debug',
  'reporter',
  'strict',
  'ui-lang',
];

/** A list of senders, which some flags say how to read. */
const LIST = ['--senders', 'list.csv'];

/** Each other flag with a value that isn't the one it has when left out. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  all: ['--country', 'GB', '--all'],
  attach: ['--format', 'eml', '--attach'],
  bleed: ['--bleed', '3'],
  channel: ['--channel', 'post'],
  city: ['--country', 'GB', '--city', 'Exampleton'],
  contacts: ['--contacts', 'contacts.csv'],
  country: ['--country', 'GB'],
  date: ['--date', '2026-02-01'],
  duplex: ['--duplex', 'short'],
  'each-event': ['--each-event'],
  events: ['--events', 'events.csv'],
  facts: ['--facts', 'facts.csv'],
  fold: ['--fold', 'booklet'],
  for: ['--for', 'print-shop'],
  format: ['--format', 'txt'],
  gutter: ['--gutter', '7'],
  kind: ['--kind', 'picket'],
  lang: ['--lang', 'en'],
  'large-print': ['--large-print'],
  layout: ['--layout', 'us'],
  letterhead: ['--letterhead', 'a/pictures/one.svg'],
  'no-imprint': ['--no-imprint'],
  'no-marks': ['--no-marks'],
  notes: ['--notes'],
  'own-words': ['--own-words', 'We know them.'],
  paper: ['--paper', 'a5'],
  screen: ['--screen', 'dots'],
  sender: ['--sender', 'sender.json'],
  senders: ['--senders', 'senders.csv'],
  map: [...LIST, '--map', 'role=town'],
  set: [...LIST, '--set', 'region=Kent'],
  encoding: [...LIST, '--encoding', 'koi8-r'],
  signatories: ['--signatories', 'senders.csv'],
  'skip-faulty': ['--senders', 'faulty.csv', '--skip-faulty'],
  sheet: ['--sheet', 'a3'],
  'show-window': ['--show-window'],
  spot: ['--spot', 'red'],
  style: ['--style', 'notice'],
  to: ['--to', 'company'],
  up: ['--up', '2'],
};

describe('the hash of a run', () => {
  const names = makeCommand({ io: io(), exitCode: 0 }).options.map(({ long }) => long!.slice(2));

  test('is the same for the same', async () => {
    expect(await hashWith()).toBe(plain);
  });

  test.each(names.filter((name) => !NOT_SHAPING.includes(name)))('is another with --%s', async (name) => {
    expect(FLAGS, `no value to try for --${name}: add it to FLAGS, or to NOT_SHAPING`).toHaveProperty([name]);
    const isOfList = FLAGS[name]!.slice(0, 2).join() === LIST.join();
    expect(await hashWith(FLAGS[name])).not.toBe(isOfList ? await hashWith(LIST) : plain);
  });

  test.each([
    'appeal.yaml',
    'facts.csv',
    'contacts.csv',
    'events.csv',
    'pictures/one.svg',
    'fonts/own.ttf',
    'templates/partials/own.md',
  ])('is another after a change of %s', async (name) => {
    const path = join(cwd, 'a', name);
    const text = await readFile(path, 'utf8');
    await writeFiles(cwd, { [`a/${name}`]: name.endsWith('.svg') ? text.replace('h9', 'h5') : `${text}\n` });
    try {
      expect(await hashWith()).not.toBe(plain);
    } finally {
      await writeFiles(cwd, { [`a/${name}`]: text });
    }
  });
});

test('a file is shaped by the settings that reach it', () => {
  const settings = { sheets: {} as never, screen: 'none', date: '2026', layout: 'us', notes: true } as const;
  expect(settingsOf({ material: 'letter', format: 'txt' }, settings)).toEqual({
    date: '2026',
    notes: true,
    ownWords: undefined,
  });
  expect(settingsOf({ material: 'letter', format: 'pdf' }, settings)).toMatchObject({ layout: 'us' });
  expect(settingsOf({ material: 'leaflet', format: 'pdf' }, settings)).not.toHaveProperty('sheets');
});

const reason = hasFonts ? '' : ` (skipped: no ${FONTS[0]})`;
test.skipIf(!hasFonts)(
  `make sees that a font of the appeal changed, and writes what is set in it${reason}`,
  async () => {
    const folder = await makeFolder(smallAppeal('a', {}));
    const facts = join(folder, 'a/facts.csv');
    await writeFiles(folder, {
      'a/facts.csv': (await readFile(facts, 'utf8')).replace('twelve strikers', 'twelve strikers (ধর্মঘট)'),
    });
    const fonts = FONTS.map((name) => readFile(name));
    const [regular, other] = await Promise.all(fonts);
    await writeFiles(folder, { 'a/fonts/own.ttf': regular! });
    const make = () =>
      handbill(folder, 'make a --json').then(
        ({ stdout }) => JSON.parse(stdout) as { written: string[]; unchanged: string[] },
      );
    const first = await make();
    expect(first.written.length).toBeGreaterThan(0);
    expect((await make()).written).toEqual([]);
    await rm(join(folder, 'a/fonts/own.ttf'));
    await writeFiles(folder, { 'a/fonts/own.ttf': other! });
    expect((await make()).written.filter((path) => path.endsWith('.pdf')).length).toBeGreaterThan(0);
  },
);
