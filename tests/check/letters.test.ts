import { expect, test } from 'vitest';
import { isEmail } from '../../src/model/values.ts';
import { handbill } from '../commands/run.ts';
import { makeFolder } from '../folder.ts';

test.each(['info@müller.example', 'почта@пример.рф', 'a.b+c@example.org', 'a@xn--mller-kva.example'])(
  '%s is an e-mail address',
  (text) => expect(isEmail(text)).toBe(true),
);

test.each([
  'a@b',
  'a b@example.org',
  'a@b..de',
  '.a@example.org',
  'a..b@example.org',
  'a@-b.de',
  'a@b.c\u202Ed',
])('%j is none', (text) => expect(isEmail(text)).toBe(false));

test('a letter that was lost on the way is told, wherever it stands', async () => {
  const contacts = 'id,kind,organisation,country,languages,source\na,company,M\uFFFDller GmbH,DE,de,test\n';
  const cwd = await makeFolder({ 'c.csv': contacts });
  const { problems } = JSON.parse((await handbill(cwd, 'contacts check c.csv --json')).stdout);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'lost-character', at: expect.objectContaining({ line: 2, column: 11 }) }),
  );
});

test('in a list that is imported, and in one of senders', async () => {
  const cwd = await makeFolder({
    'list.csv': 'organisation,city\nM\uFFFDller GmbH,Berlin\n',
    'members.csv': 'name,city,country\nM\uFFFDller,Berlin,DE\n',
  });
  const codes = async (command: string) =>
    JSON.parse((await handbill(cwd, `${command} --json`)).stdout).problems.map(
      ({ code }: { code: string }) => code,
    );
  expect(await codes('contacts import list.csv --out-file c.csv --yes')).toContain('lost-character');
  expect(await codes('letters --senders members.csv --to embassy --format txt')).toContain('lost-character');
});
