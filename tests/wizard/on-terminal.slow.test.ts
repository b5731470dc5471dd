import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
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
  ['What is it about', 'Free the strikers of Exampleton'],
  ['In which language do you write?'],
  ['Who calls for help', 'Our union'],
  ['What happened?', 'On 1 May 2026 the police arrested strikers in Exampleton.'],
  ['On which day?', '1 May 2026'],
  ['Who says so', 'Our union, 2 May 2026'],
  ['What do you demand?', 'Release them; Drop the charges'],
] as const;

const ARRIVED = `Free the strikers of Exampleton!

3 May 2026

On 1 May 2026 the police arrested 12 strikers in Exampleton, according to the union.

We demand:
- the release of all strikers
- an independent inquiry

Please write letters of protest to the Embassy of Kazakhstan.

Strike Solidarity Committee
`;

describeWith(['tmux'], 'at a terminal', () => {
  test('handbill alone leads to a letter in four questions', { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder, { env: { NO_COLOR: '1' } });
    person.type('handbill', 'Enter');
    await tell(person, [
      ['Write one letter, in four questions'],
      ['In which country do you live?', 'Germ'],
      ['Did you mean Germany? Enter once more takes it.'],
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

  test('a text pasted at the first question is taken apart, thing by thing, to the first letter', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder, { rows: 24 });
    person.type('handbill init', 'Enter');
    await person.sees('What is it about');
    person.paste(ARRIVED);
    await person.sees('1/8 line 1: Free the strikers of Exampleton!');
    for (let n = 1; n < 8; n += 1) {
      person.type('Enter');
      await person.sees(`${n + 1}/8`);
    }
    person.type('Enter');
    await person.sees('Your first letter: my-appeal/out/letters/');
    const head = await readFile(join(folder, 'my-appeal/appeal.yaml'), 'utf8');
    expect(head).toContain('the release of all strikers');
    expect(head).not.toContain('unread:');
    expect(person.presses()).toBeLessThan(30);
  });

  test('from nothing to the first letter of an appeal; the README shows how it ends', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder);
    person.type('handbill init --date 2026-05-03', 'Enter');
    await tell(person, OWN_APPEAL);
    await person.sees('Whom should people write to?');
    // Nothing of a country that nobody named is what Enter takes.
    person.type('Berlin');
    await person.sees('❯ (Berlin isn’t listed');
    person.type(...Array.from({ length: 6 }, () => 'BSpace'), 'Kazakhstan, Berlin');
    await person.sees('❯ Embassy of the Republic of Kazakhstan, Berlin');
    person.type('Enter');
    await tell(person, [
      ['Who signs the letters?', 'A. Example'],
      ['Your address', '1 Example Road, 12345 Exampleton, Deutschland'],
      ['All is answered.'],
    ]);
    expect(person.screen()).toContain('= 2026-05-01 (Friday, May 1, 2026)');
    await person.sees('Everything else:');
    await person.sees('--out my-appeal/out\n$');
    expect(await listFiles(join(folder, 'my-appeal'))).toEqual([
      ...['.gitignore', 'README.txt', 'appeal.yaml', 'contacts.csv', 'events.csv', 'facts.csv'],
      ...['out/handbill-manifest.json', 'out/letters/kz-de-berlin.en.pdf', 'sender.json'],
    ]);
    // The letter is handbill's own: what is added to the appeal changes it, and nobody is said to have edited it.
    const before = await readFile(join(folder, 'my-appeal/out/letters/kz-de-berlin.en.pdf'));
    await handbill(folder, ['add', 'demand', 'my-appeal', '--demand', 'Hold an inquiry']);
    const made = await handbill(folder, 'make my-appeal --sender my-appeal/sender.json --out my-appeal/out');
    expect(made).toMatchObject({ code: 0, stderr: expect.not.stringContaining('edited') });
    const after = await readFile(join(folder, 'my-appeal/out/letters/kz-de-berlin.en.pdf'));
    expect(after.equals(before)).toBe(false);
    const screen = person.screen().replace(/ +$/gm, '');
    const end = screen.slice(screen.indexOf('✔ Your address'), screen.lastIndexOf('\n$'));
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(`\n${end}\n`);
  });

  test('a wrong answer is told with an example; back, stop, and on where it stopped', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder);
    person.type('handbill init', 'Enter');
    await tell(person, [...OWN_APPEAL.slice(0, 4), ['On which day?', '31.4.2026']]);
    await person.sees('No day is understood in that. As in: 1 May 2026');
    person.type(...Array.from({ length: 9 }, () => 'BSpace'), '<', 'Enter');
    await person.sees('1 May 2026 the police');
    person.type('Escape');
    await person.sees('Who calls for help');
    person.type('Enter');
    await person.sees('On which day?');
    person.type('C-c');
    await person.sees('Go on with: handbill init my-appeal');
    expect(await readFile(join(folder, 'my-appeal/draft.yaml'), 'utf8')).toContain('issuer: "Our union"\n');
    person.type('clear; handbill', 'Enter');
    await tell(person, [
      ['Go on with the appeal that you began in my-appeal'],
      ['On which day?', '2027-05-01'],
    ]);
    await person.sees('is still to come. Enter once more takes it.');
    expect(person.screen()).not.toContain('What is it about');
  });

  test('keys as fast as a paste: Escape and what follows it at once, and answers ahead of their questions', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder);
    person.type('handbill init', 'Enter');
    await person.sees('What is it about');
    const raw = (text: string) => person.type(text);
    // In one go, as from somebody who knows the questions: nothing is lost, and each answer lands in its own.
    raw('Free them\rEnglish\rOur union\r');
    await person.sees('What happened?');
    raw('They were arrested.\r1 May 2026\r');
    await person.sees('Who says so');
    raw('\u001b2\r');
    await person.sees('2026-05-012');
    raw('\u007f\rThe union\r');
    await person.sees('What do you demand?');
    // Three back, and each answer lands in its own question again; emptied, and empty it stays.
    raw('\u001b\u001b\u001b\u0015They were jailed.\r\u0015\r\u0015Another union\rRelease them\r');
    await person.sees('(Enter: unknown)\n  –');
    await person.sees('Whom should people write to?');
    person.type('C-c');
    await person.sees('Go on with');
    const draft = await readFile(join(folder, 'my-appeal/draft.yaml'), 'utf8');
    expect(draft.split('\n').slice(1, -1)).toEqual([
      'title: "Free them"',
      'lang: "en"',
      'issuer: "Our union"',
      'fact.1.text: "They were jailed."',
      'fact.1.date: ""',
      'fact.1.source: "Another union"',
      'demand.1.text: "Release them"',
    ]);
  });

  test('the review of edit, in Spanish: back from everything that it opens, and nobody is asked what the appeal knows', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder(smallAppeal('my-appeal'));
    const person = sitDown(folder, { rows: 24 });
    const now = () => person.screen().split('\n? ').at(-1)!;
    const sees = async (text: string) => {
      for (let tries = 0; tries < 300 && !now().includes(text); tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(now()).toContain(text);
    };
    person.type('handbill edit my-appeal --ui-lang es', 'Enter');
    await sees('❯ escribir los cambios');
    person.type('Down', 'Enter');
    await sees('\n❯ De qué se trata, en pocas palabras: Free the strikers');
    await sees('Cómo está ahora: abierto');
    person.type('Escape');
    await sees('\n❯ De qué se trata: Free the strikers');
    // Back from the list of parts leads nowhere but there.
    person.type('Escape');
    await sees('❯ escribir los cambios');
    person.type('Down', 'Down', 'Enter');
    await sees('what-happened · Qué pasó: On 1 May');
    person.type('Up', 'Down', 'Down', 'Down', 'Down', 'Down', 'Down', 'Enter');
    await sees('¿Qué pasó? En frases enteras');
    person.type('Escape');
    await person.sees('No se ha escrito nada.');
    await sees('❯ what-happened · Qué pasó: On 1 May');
    expect(person.screen()).not.toMatch(/knownSource|\? issuer/);
  });

  test('two people edit one demand: who writes last is told what the other wrote, and writes over nothing unseen', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder(smallAppeal('strike'));
    const demand = () =>
      readFileSync(join(folder, 'strike/appeal.yaml'), 'utf8').match(/Release .*them/)?.[0];
    const person = sitDown(folder, { rows: 24 });
    person.type('handbill edit strike', 'Enter');
    await person.sees('❯ write what has changed');
    person.type('Down', 'Down', 'Down', 'Enter');
    await person.sees('❯ demand-1 · What is demanded');
    person.type('Enter');
    await person.sees('? What is demanded');
    person.type('C-u', 'Release both of them', 'Enter');
    await person.sees('What is demanded: Release both of them');
    person.type('Escape');
    await person.sees('❯ What you demand');
    const other = ['edit', 'strike', '--no-input', '--set', 'demand-1.text=Release all of them'];
    expect(await handbill(folder, other)).toMatchObject({ code: 0 });
    person.type('Up', 'Up', 'Up', 'Enter');
    await person.sees(
      '✔ Change or add something, or write what has changed\nerror  Since you were asked, somebody has',
    );
    expect(demand()).toBe('Release all of them');
    await person.sees('What you demand: Release both of them');
    person.type('Enter');
    await person.sees('“Release all of them” is now “Release both of them”');
    expect(demand()).toBe('Release both of them');
  });

  test('a translation without what stands in braces is refused where it is typed; {} is enough for it', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const told = ['--title', 'Free them', '--issuer', 'Our union', '--what', 'They jailed 12 strikers.'];
    const rest = ['--demand', 'Release them', '--to', 'Example Ltd', '--to-kind', 'company'];
    await handbill(folder, [
      'init',
      'strike',
      ...told,
      ...rest,
      '--source',
      'Our union',
      '--unit',
      'strikers',
    ]);
    const person = sitDown(folder);
    person.type('handbill add language German strike', 'Enter');
    await tell(person, [
      ['de: Free them', 'Freiheit'],
      ['de: Release them', 'Lasst sie frei'],
      ['de: They jailed {strikers}.', 'Sie sperrten 12 Streikende ein.'],
    ]);
    await person.sees('What stands in braces is needed as it is: {strikers}');
    person.type('C-u', 'Sie {} sperrten {} ein.', 'Enter');
    await person.sees(
      '{strikers}. Sie {} sperrten {} ein.\n> What stands in braces is needed as it is: {strikers}',
    );
    person.type('C-u', 'Sie sperrten {} ein.', 'Enter');
    await tell(person, [['de: strikers', 'Streikende']]);
    await person.sees('de (German): 5 texts taken over.');
    expect(await readFile(join(folder, 'strike/facts.csv'), 'utf8')).toContain(
      'Sie sperrten {strikers} ein.',
    );
  });

  test('60 columns: whole words; pasted lines are one answer', { timeout: LONG }, async () => {
    const person = sitDown(await makeFolder(), { columns: 60 });
    person.type('handbill init strike', 'Enter');
    await person.sees('What is it about');
    person.paste('Free the\n\nstrikers\n');
    person.type('Enter');
    await tell(person, OWN_APPEAL.slice(1, 4));
    const screen = await person.sees('On which day?');
    expect(screen).toContain('Free the strikers\n');
    expect(screen).toContain('In which language do you write? As in: English, Spanish\n');
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
