import { describe, expect, test } from 'vitest';
import { initCommand } from '../../src/commands/init.ts';
import { quickCommand } from '../../src/commands/quick.ts';
import { readCatalogue } from '../../src/terminal/texts.ts';
import { quickLetter } from '../../src/wizard/quick.ts';
import * as read from '../../src/wizard/readings.ts';
import type { Script, Step } from '../../src/wizard/script.ts';
import { NEW_APPEAL } from '../../src/wizard/steps.ts';

const sink = { write: () => true };
const session = {
  io: { stdout: sink, stderr: sink, cwd: '/', env: {}, now: new Date(0), isTTY: false },
  exitCode: 0,
};

function stepsOf(script: Script): Step[] {
  return script.flatMap((part) => ('group' in part ? stepsOf(part.steps) : [part]));
}

describe.each([
  ['init', NEW_APPEAL, initCommand(session)],
  ['quick', quickLetter(() => []), quickCommand(session)],
] as const)('%s', (_, script, command) => {
  const steps = stepsOf(script);

  test('has a flag for every question', () => {
    const flags = command.options.map(({ long }) => long);
    // What somebody is called who is in no list is what --to says.
    const asked = steps.filter(({ name }) => name !== 'organisation');
    expect(asked.filter(({ flag }) => !flags.includes(`--${flag}`)).map(({ name }) => name)).toEqual([]);
  });

  test.each(['es', 'fr', 'de', 'ru'] as const)('asks in %s', (language) => {
    const { texts } = readCatalogue(language);
    const said = steps.flatMap(({ ask, askAgain = [], choices }) => [
      ask,
      askAgain,
      Array.isArray(choices) ? choices.map(({ name }) => name) : [],
    ]);
    expect(said.flat(2).filter((text) => !(text in texts))).toEqual([]);
  });
});

test('“yesterday” in a source is the day that it was, in the language of the appeal', () => {
  const world = { today: '2026-11-29', language: 'en' };
  const source = (typed: string, lang: string) =>
    read.source(typed, new Map([['lang', lang]]), '', world).value;
  expect(source('Our union, yesterday', 'en')).toBe('Our union, November 28, 2026');
  expect(source('Gewerkschaft, gestern', 'de')).toBe('Gewerkschaft, 28. November 2026');
  expect(source('Our union, 2 May 2026', 'en')).toBe('Our union, 2 May 2026');
  expect(source('Today', 'en')).toBe('Today');
});
