import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder, readFolder } from '../folder.ts';
import { runProgram } from './program.ts';

const LINE = 'letters a --format txt,pdf --out out --date 2026-05-02'.split(' ');
const plain = { PATH: process.env.PATH };
/** A shell in which the program runs with a stream closed or full. */
const shell = (line: string) => ['sh', '-c', line, 'sh'];

/** Odd surroundings, by what they are called, and how the program may end in them. */
const SURROUNDINGS: readonly (readonly [
  string,
  {
    readonly env?: NodeJS.ProcessEnv;
    readonly through?: readonly string[];
    readonly codes?: readonly number[];
  },
])[] = [
  ['no environment at all', { env: {} }],
  ['a home that isn’t there', { env: { ...plain, HOME: '/nowhere/at/all', XDG_CONFIG_HOME: '/nowhere' } }],
  ['no home', { env: plain }],
  ['a temporary folder that isn’t there', { env: { ...plain, TMPDIR: '/nowhere/tmp' } }],
  ['a locale that nobody knows', { env: { ...plain, LC_ALL: 'xx_XX.nothing', LANG: '\n../..' } }],
  ['the locale C', { env: { ...plain, LC_ALL: 'C', LANG: 'C' } }],
  ['one column', { env: { ...plain, COLUMNS: '1', LINES: '0' } }],
  ['columns that are no number', { env: { ...plain, COLUMNS: 'x'.repeat(10_000) } }],
  ['a time zone that nobody knows', { env: { ...plain, TZ: '../../etc/passwd' } }],
  [
    'variables that other programs set',
    { env: { ...plain, CI: '1', FORCE_COLOR: '3', NO_COLOR: '1', TERM: 'dumb' } },
  ],
  ['an epoch for builds', { env: { ...plain, SOURCE_DATE_EPOCH: '-1' } }],
  ['standard input closed', { through: shell('exec "$@" <&-') }],
  ['standard output closed', { through: shell('exec "$@" >&-'), codes: [0, 1] }],
  ['standard error closed', { through: shell('exec "$@" 2>&-'), codes: [0, 1] }],
  ['all three closed', { through: shell('exec "$@" <&- >&- 2>&-'), codes: [0, 1] }],
  ['whoever reads is gone', { through: shell('"$@" | true'), codes: [0] }],
  ['standard output full', { through: shell('exec "$@" >/dev/full'), codes: [1] }],
  ['standard input without end', { through: shell('exec "$@" </dev/zero') }],
];

test.each(SURROUNDINGS)(
  'letters come out whole, or it is told: %s',
  async (_, { env, through = [], codes = [0] }) => {
    const cwd = await makeFolder(smallAppeal('a'));
    const { code, stderr } = await runProgram(cwd, LINE, { env: env ?? process.env }, through);
    expect(codes, stderr).toContain(code);
    expect(stderr).not.toMatch(/defect|\n\s+at /);
    if (code !== 0) return;
    expect(await readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8')).toContain('Release them');
  },
);

test('the same bytes come out in each of them', async () => {
  const bytes = async (env: NodeJS.ProcessEnv) => {
    const cwd = await makeFolder(smallAppeal('a'));
    await runProgram(cwd, LINE, { env });
    return readFolder(join(cwd, 'out'));
  };
  const usual = await bytes(process.env);
  for (const [, { env }] of SURROUNDINGS)
    if (env && !env.SOURCE_DATE_EPOCH) expect(await bytes(env)).toEqual(usual);
});
