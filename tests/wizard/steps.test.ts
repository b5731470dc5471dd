import { describe, expect, test } from 'vitest';
import { initCommand } from '../../src/commands/init.ts';
import { quickCommand } from '../../src/commands/quick.ts';
import type { Campaign } from '../../src/model/campaign.ts';
import { readCatalogue } from '../../src/terminal/texts.ts';
import type { EditedFiles } from '../../src/wizard/editable.ts';
import { listEditable } from '../../src/wizard/list-editable.ts';
import { quickLetter } from '../../src/wizard/quick.ts';
import * as read from '../../src/wizard/readings.ts';
import type { Script, Step } from '../../src/wizard/script.ts';
import { NEW_APPEAL } from '../../src/wizard/steps.ts';
import { campaign } from '../merge/fixture.ts';

const sink = { write: () => true };
const session = {
  io: { stdout: sink, stderr: sink, cwd: '/', env: {}, now: new Date(0), isTTY: false },
  exitCode: 0,
};

/** What a question says: itself, and what it lets choose where that isn't made of answers. */
function saidBy({ ask, askAgain, choices }: Step): string[] {
  const named: string[] = Array.isArray(choices) ? choices.map(({ name }) => name) : [];
  return [ask, ...(askAgain === undefined ? [] : [askAgain]), ...named];
}

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
    expect(steps.flatMap(saidBy).filter((text) => !(text in texts))).toEqual([]);
  });
});

test.each(['es', 'fr', 'de', 'ru'] as const)(
  'edit asks in %s, and what it lets choose is said so',
  (language) => {
    const { texts } = readCatalogue(language);
    const people = [{ id: 'person-1', name: { en: 'A. Example' } }];
    const told = { ...campaign, appeal: { ...campaign.appeal, people } } as unknown as Campaign;
    const own = [
      ...campaign.appeal.voices.map(({ text }) => text.en),
      ...campaign.appeal.targets,
      'The Mill Ltd',
    ];
    const all = listEditable(told, { sender: undefined } as unknown as EditedFiles, 'en');
    expect(all.map(({ section }) => section)).toContain('Those it is about');
    const said = all.flatMap(({ step, section }) => [section, ...saidBy(step)]);
    expect([...new Set(said)].filter((text) => !(text in texts || own.includes(text)))).toEqual([]);
  },
);

test('to whom a demand is put is understood in words; ids stay as they are', () => {
  const world = { today: '2026-11-29', language: 'en' };
  const put = (typed: string) => read.addressees(typed, new Map([['firm-s-a.city', '']]), '', world).value;
  expect(put('embajada, empresa')).toBe('embassy; company');
  expect(put('Botschaft; Unternehmen')).toBe('embassy; company');
  expect(put('ambassade ; entreprise')).toBe('embassy; company');
  expect(put('посольство; компания')).toBe('embassy; company');
  expect(put('firm-s-a; embassy; other-firm-sa')).toBe('firm-s-a; embassy; other-firm-sa');
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
