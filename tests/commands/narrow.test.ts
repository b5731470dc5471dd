import { describe, expect, test } from 'vitest';
import { TOPICS } from '../../src/commands/help.ts';
import { COMMANDS } from '../../src/commands/list.ts';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** Lines that don't fit, but for commands, files and web addresses to be copied: those are never broken. */
const tooLong = (text: string, width: number) =>
  text
    .split('\n')
    .filter(
      (line) =>
        [...line].length > width &&
        !/^(Usage:| {2}(handbill|\{\{)| {4}--| +(- )?[\w-]+: | *(https:\/\/|www\.)\S+$)/.test(line),
    );

describe.each([40, 60])('a terminal of %i columns', (columns) => {
  test.each([
    '',
    ...COMMANDS.map(({ name }) => `${name} --help`),
    ...Object.keys(TOPICS).map((t) => `help ${t}`),
  ])('the help of “%s” fits', async (line) => {
    const { code, stdout } = await handbill('/', line, { columns });
    expect(code).toBe(0);
    expect(tooLong(stdout, columns)).toEqual([]);
  });

  test('lists and summaries fit, and lose no word', async () => {
    const list = (world = {}) => handbill('/', 'contacts list --country DE', world);
    const [narrow, wide] = await Promise.all([list({ columns }), list()]);
    expect(tooLong(narrow.stdout, columns)).toEqual([]);
    expect(narrow.stdout).toContain('kz-de-frankfurt');
    expect(narrow.stdout.replace(/\s+/g, ' ')).toContain(wide.stdout.trim().split('\n').at(-1));
  });

  test('problems fit, whatever their place', async () => {
    const cwd = await makeFolder(smallAppeal('a', { 'contacts.csv': 'id,kind,country\nx,compny,Germany\n' }));
    const { stderr } = await handbill(cwd, 'check a', { columns });
    expect(tooLong(stderr, columns)).toEqual([]);
  });
});
