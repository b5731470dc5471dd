import { expect, test } from 'vitest';
import { TOPICS } from '../../src/commands/help.ts';
import { handbill } from './run.ts';

test('topics are listed, and each has a text of at most 80 columns', async () => {
  const { stdout: list } = await handbill('/', 'help topics');
  for (const name of Object.keys(TOPICS)) {
    expect(list).toContain(`handbill help ${name}`);
    const { code, stdout } = await handbill('/', ['help', name]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${name.toUpperCase()}\\n`, 'm'));
    const topic = stdout.slice(stdout.indexOf(`${name.toUpperCase()}\n`));
    expect(topic.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
});

test('help of a command and of its subcommand begins with examples', async () => {
  expect((await handbill('/', 'help make')).stdout).toMatch(/^Examples:\n {2}handbill make\n/);
  expect((await handbill('/', 'help contacts list')).stdout).toMatch(
    /^Examples:\n {2}handbill contacts list\n/,
  );
});

test('an unknown name is wrong use, with the nearest', async () => {
  const { code, stderr } = await handbill('/', 'help printng');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'handbill: help: there is nothing called "printng". Did you mean printing?\n',
  });
});

test('commands that the topics name exist', async () => {
  for (const name of Object.keys(TOPICS)) {
    const { stdout } = await handbill('/', ['help', name]);
    for (const [, command] of stdout.matchAll(/^ {2}handbill (\w+)/gm)) {
      expect((await handbill('/', [command!, '--help'])).code, command).toBe(0);
    }
  }
});
