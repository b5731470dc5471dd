import { expect, test } from 'vitest';
import { COMMANDS as LISTED } from '../src/commands/list.ts';
import { handbill } from './commands/run.ts';

test('no command: where to begin, and every command', async () => {
  const { code, stdout, stderr } = await handbill('/', '');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Where to begin:\n {2}handbill make/);
  for (const command of ['make', 'init', 'letters', 'leaflets', 'check', 'contacts', 'templates', 'schema']) {
    expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  }
});

test('the version is that of the package', async () => {
  expect(await handbill('/', '--version')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

const COMMANDS = [
  'make',
  'letters',
  'leaflets',
  'check',
  'contacts',
  'contacts list',
  'templates',
  'templates list',
  'templates show',
  'schema',
  'fonts',
  'init',
  'status',
  'facts list',
  'facts show',
  'facts log',
  'facts diff',
  'facts check',
  'facts correct',
  'translate status',
  'translate export',
  'translate import',
  'words try',
  'pack',
  'open',
  'key',
  'clean',
  'manifest',
  'manifest merge',
];

test.each(COMMANDS)('the help of %s begins with examples and keeps to 80 columns', async (command) => {
  const { code, stdout } = await handbill('/', `${command} --help`);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Examples:\n {2}handbill ${command}`));
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test.each([
  ['lettrs', "unknown command 'lettrs'\n(Did you mean letters?)"],
  ['contacts lst', '(Did you mean list?)'],
  ['make --sendr x', '(Did you mean --sender?)'],
  ['leaflets --kind piket', 'Did you mean picket?'],
  ['init x --title y', 'init without questions needs --issuer, --what, --source, --demand, --to'],
  ['letters --layout din-c', 'Allowed choices are din-b'],
  ['leaflets --format', 'argument missing'],
  ['schema', "missing required argument 'part'"],
  ['schema appeel', 'Allowed choices are appeal'],
  ['make a b', 'too many arguments'],
  ['make --date 1.5.2026', '--date: expected a day such as 2026-05-01, found "1.5.2026"'],
])('wrong use ends with 2 and says what was expected: %s', async (line, message) => {
  const { code, stdout, stderr } = await handbill('/', line);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^handbill: /);
  expect(stderr).toContain(message);
});

test.each([
  'yesterday',
  '-1',
  '253402300800', // the year 10000
  '999999999999',
  '99999999999999',
])('SOURCE_DATE_EPOCH of %s is wrong use', async (epoch) => {
  const ran = await handbill('/', 'check', { env: { SOURCE_DATE_EPOCH: epoch } });
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('SOURCE_DATE_EPOCH') });
});

test('a defect ends with 3 and one line; --debug shows where', async () => {
  const broken = {
    get SOURCE_DATE_EPOCH(): string {
      throw new TypeError('boom');
    },
  };
  const ran = await handbill('/', 'check', { env: broken });
  expect(ran.code).toBe(3);
  expect(ran.stderr).toBe('handbill: a defect of handbill, not of your data: boom (--debug shows where)\n');
  expect((await handbill('/', 'check --debug', { env: broken })).stderr).toMatch(/boom[\s\S]*\n {4}at /);
});

test('what the program’s help says of a command is what the command says of itself', async () => {
  for (const { name, args, summary, load } of LISTED) {
    const command = (await load())({ io: undefined as never, exitCode: 0 });
    const own = command.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`));
    expect([command.name(), command.summary(), own.join(' ')]).toEqual([name, summary, args ?? '']);
  }
});
