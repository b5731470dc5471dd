import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { sharedPath } from '../shared.ts';
import { describeWith } from '../tools.ts';
import { sitDown } from './tmux.ts';

const LONG = 300_000;
/** The founding text, where it lies beside handbill. */
const FOUNDING = sharedPath('appeals/zhanaozen-2011.txt');

const OLDER = `Free the strikers!

Exampleton, 2 May 2026

On 1 May 2026 the police stormed the camp. According to the police, 3 people were injured; according to the union, 27 people.

We demand:
- the release of all strikers

Please write letters of protest to the Embassy of Kazakhstan.

Strike Solidarity Committee
`;
const NEWER = OLDER.replace('27 people', '31 people').replace(
  'strikers\n\nPlease',
  'strikers\n- an inquiry\n\nPlease',
);

describeWith(['tmux'], 'a text that arrives, at a terminal of 80 columns and 24 rows', () => {
  test.skipIf(!existsSync(FOUNDING))(
    'the founding text, pasted, is a letter in less than five minutes: a key for each thing that was found (skipped where ../shared is missing)',
    { timeout: LONG },
    async () => {
      const folder = await makeFolder();
      const person = sitDown(folder, { rows: 24 });
      const begun = Date.now();
      person.type('handbill init', 'Enter');
      await person.sees('What is it about');
      person.paste(readFileSync(FOUNDING, 'utf8'));
      const first = await person.sees('line 1: ');
      const all = Number(/\s1\/(\d+) line 1/.exec(first)?.[1]);
      for (let n = 2; n <= all; n += 1) {
        person.type('Enter');
        await person.sees(`${n}/${all} `);
      }
      person.type('Enter');
      await person.sees('Your first letter: my-appeal/out/letters/');
      const took = (Date.now() - begun) / 1000;
      const presses = person.presses();
      console.info(`${all} things, ${presses} keys, ${took.toFixed(0)} s of waiting`);
      // Three seconds to hold each thing against the text, and what handbill itself takes.
      expect(all * 3 + took).toBeLessThan(300);
      expect(presses).toBe('handbill init'.length + 2 + all);
      expect((await listFiles(folder)).filter((file) => file.endsWith('.pdf'))).toHaveLength(1);
      const facts = await readFile(join(folder, 'my-appeal/facts.csv'), 'utf8');
      expect(facts).toContain('11,,voice-1');
      expect(facts).toContain('70,,voice-2');
    },
  );

  test('a newer text: the new demand is confirmed, the number corrected', { timeout: LONG }, async () => {
    const folder = await makeFolder({ 'older.txt': OLDER, 'newer.txt': NEWER });
    const person = sitDown(folder, { rows: 24 });
    person.type('handbill init strike --from older.txt --no-input && clear', 'Enter');
    person.type('sed -i "/^unread:/,/^$/d" strike/appeal.yaml && clear', 'Enter');
    person.type('handbill init strike --update newer.txt', 'Enter');
    await person.sees('A demand · an inquiry');
    person.type('Enter');
    await person.sees('people (according to the union) was 27, is 31');
    person.type('Enter');
    const screen = await person.sees('Next: handbill status strike');
    expect(screen).toContain('1 new things and 1 corrections were taken from newer.txt.');
    const read = (name: string) => readFile(join(folder, 'strike', name), 'utf8');
    expect(await read('corrections.csv')).toMatch(/people,voice-2,2026-05-02,27,,source-1,31/);
    expect(await read('facts.csv')).toMatch(/people,,31,voice-2,2026-05-02/);
    expect(await read('appeal.yaml')).not.toContain('unread:');
  });

  test('the password of a key is asked twice, and stands nowhere on the screen', {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const person = sitDown(folder, { rows: 24 });
    person.type('handbill key union.key', 'Enter');
    await person.sees('Password of the key');
    person.type('correct horse', 'Enter');
    await person.sees('The same once more');
    person.type('correct horse', 'Enter');
    await person.sees('Your public key is');
    expect(person.screen()).not.toContain('horse');
    expect((await stat(join(folder, 'union.key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'union.key'), 'utf8')).toContain('encrypted secret key');
  });
});
