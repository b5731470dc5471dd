import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { type Person, sitDown } from './tmux.ts';

const LONG = 120_000;

/** Answers one question after the other: waits for each, then types, then presses Enter. */
async function tell(person: Person, dialogue: readonly (readonly [question: string, answer?: string])[]) {
  for (const [question, answer] of dialogue) {
    await person.sees(question);
    if (answer) person.type(answer);
    person.type('Enter');
  }
}

const OWN_APPEAL = [
  ['What is the appeal called?', 'Free the strikers'],
  ['Who issues it?', 'Our union'],
  ['In which language do you write it'],
  ['What happened?', 'On 1 May 2026 the police arrested 12 strikers in Exampleton.'],
  ['When?', '2026-05-01'],
  ['Where?', 'Exampleton'],
  ['Where can this be read', 'Our union, 2 May 2026'],
  ['Web address of that source'],
  ['12 of what?'],
  ['Who says 12?', 'according to the police'],
  ['Since when do they say so?', '2026-05-02'],
  ['Does anybody give another number?'],
  ['What else happened?'],
  ['What do you demand?', 'Release them'],
  ['What else do you demand?'],
] as const;

describeWith(['tmux'], 'at a terminal', () => {
  test('handbill alone leads to a letter in four questions', { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder, { env: { NO_COLOR: '1' } });
    person.type('handbill', 'Enter');
    await tell(person, [
      ['Write one letter, in four questions'],
      ['In which country do you live?', 'Germ'],
      ['Did you mean DE (Germany)?', 'any'],
      ['Your name', 'A. Example'],
      ['Your address', '1 Example Road, 12345 Exampleton'],
      ['In which language?'],
    ]);
    await person.sees('Your letter: kz-de-berlin.de.pdf');
    expect(person.screen()).toContain('history, not for sending');
    expect(person.screen(true)).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*3\\d`));
    expect(await listFiles(folder)).toEqual(['kz-de-berlin.de.pdf']);
    expect(person.presses()).toBeLessThan(80);
  });

  test('from nothing to the first letter of an appeal; the README shows how it ends', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder);
    person.type('handbill init --date 2026-05-03', 'Enter');
    await tell(person, OWN_APPEAL);
    await person.sees('Whom should people write to?');
    person.type('Germany');
    await person.sees('❯ Embassy of the Republic of Kazakhstan, Berlin');
    person.type('Enter');
    await tell(person, [
      ['Whom else?'],
      ['Is there a picket'],
      ['Which further languages'],
      ['Who signs the letters?'],
      ['Your street', '1 Example Road'],
      ['Your postal code', '12345'],
      ['Your city', 'Exampleton'],
      ['Your country', 'Deutschland'],
      ['All is answered.'],
    ]);
    await person.sees('Everything else:');
    await person.sees('\nmy-appeal/out\n$');
    expect(await listFiles(join(folder, 'my-appeal'))).toEqual([
      ...['.gitignore', 'README.txt', 'appeal.yaml', 'contacts.csv', 'events.csv', 'facts.csv'],
      ...['out/letters/kz-de-berlin.en.pdf', 'sender.json'],
    ]);
    const screen = person.screen().replace(/ +$/gm, '');
    const end = screen.slice(screen.indexOf('✔ Your city'), screen.lastIndexOf('\n$'));
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(`\n${end}\n`);
  });

  test('a wrong answer is told as check tells it; back, stop, and on where it stopped', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder);
    person.type('handbill init', 'Enter');
    await tell(person, [...OWN_APPEAL.slice(0, 4), ['When?', '31.4.2026']]);
    await person.sees('date: expected a date such as 2011-12-16');
    person.type(...Array.from({ length: 9 }, () => 'BSpace'), '<', 'Enter');
    await person.sees('(On 1 May 2026');
    person.type('Escape');
    await person.sees('(en)');
    person.type('Enter');
    await person.sees('When?');
    person.type('C-c');
    await person.sees('Go on with: handbill init my-appeal');
    expect(await readFile(join(folder, 'my-appeal/draft.yaml'), 'utf8')).toContain('issuer: "Our union"\n');
    person.type('clear; handbill', 'Enter');
    await tell(person, [['Go on with the appeal that you began in my-appeal'], ['When?', '2026-05-01']]);
    await person.sees('Where?');
    expect(person.screen()).not.toContain('What is the appeal called?');
  });

  test('60 columns: whole words; pasted lines are one answer', { timeout: LONG }, async () => {
    const person = sitDown(await makeFolder(), { columns: 60 });
    person.type('handbill init strike', 'Enter');
    await person.sees('What is the appeal called?');
    person.paste('Free the\n\nstrikers\n');
    person.type('Enter');
    await tell(person, OWN_APPEAL.slice(1, 4));
    const screen = await person.sees('When?');
    expect(screen).toContain('What is the appeal called? Free the strikers\n');
    expect(screen).toContain('In which language do you write it (en, es, fr, de, ru,\n');
  });

  test('with --no-input nothing is asked, and the flags are named', { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder);
    person.type('handbill init --no-input', 'Enter');
    await person.sees('init without questions needs --title, --issuer, --what');
    person.type('clear; handbill --no-input', 'Enter');
    await person.sees('Usage: handbill');
    expect(existsSync(join(folder, 'my-appeal'))).toBe(false);
  });
});
