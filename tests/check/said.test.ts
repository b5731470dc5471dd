import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

/** What a check asks about a fact of 22 July 2026, a Wednesday, whose text this is. */
async function asked(text: string, asSaid = ''): Promise<string[]> {
  const cwd = await makeFolder(
    smallAppeal('a', {
      'facts.csv': `id,date,text.en,sources,asSaid\nfact-1,2026-07-22,"${text}",source-1,${asSaid}\n`,
    }),
  );
  const { stdout } = await handbill(cwd, 'facts check a --date 2026-07-23 --json');
  const { problems } = JSON.parse(stdout) as { problems: { code: string; message: string }[] };
  return problems
    .filter(({ code }) => ['weekday-mismatch', 'wrong-number'].includes(code))
    .map(({ message }) => message);
}

test('a weekday is held against the day beside it, with its month or without', async () => {
  expect(await asked('They were held on Wednesday 22 and tried on Wednesday, 22 July.')).toEqual([]);
  expect(await asked('They were held on Tuesday 22.')).toEqual([
    '“Tuesday 22” in the text of the fact fact-1 (en): that day is a Wednesday.',
  ]);
  expect(await asked('They were held on Tuesday 22 July.'), 'told once').toHaveLength(1);
  expect(await asked('The trial began on Tuesday 22:00.')).toEqual([]);
});

test('what stands as its source says it is questioned no more, whatever else is', async () => {
  const text = 'On Tuesday 22, or Wednesday 22, they were charged under Article 174 of Code 14.';
  expect(await asked(text)).toHaveLength(3);
  expect(await asked(text, 'Tuesday 22;174')).toEqual([
    '14 in the text of the fact fact-1 (en) is no figure of the fact.',
  ]);
  expect(await asked('Article 1174 was used.', '174'), 'a part of another number').toHaveLength(1);
});

test('a number that somebody said counts nothing brings no warning', async () => {
  const cwd = await makeFolder({
    'answers.yaml': `title: Free the strikers
issuer: Our union
lang: en
fact.1.text: They were charged under Article 174 of the code, 12 strikers in all.
fact.1.date: 2026-05-01
fact.1.source: Our union
fact.1.figure.174.unit: ""
fact.1.figure.12.unit: strikers
demand.1.text: Release them
to.1.who: Example Ltd
`,
  });
  await handbill(cwd, 'init a --answers answers.yaml --date 2026-05-02');
  const [head, row] = (await readFile(join(cwd, 'a/facts.csv'), 'utf8')).split('\n');
  expect(head).toContain(',asSaid,');
  expect(row).toContain('Article 174 of the code, {strikers} in all.');
  const { stdout } = await handbill(cwd, 'facts check a --date 2026-05-02 --json');
  expect(stdout).not.toContain('wrong-number');
  const added = await handbill(cwd, [
    ...'add fact a --date 2026-05-02 --when 2026-05-01 --source source-1 --unit'.split(' '),
    '',
    '--what',
    'Room 317 was searched.',
  ]);
  expect(added.code).toBe(0);
  expect(await readFile(join(cwd, 'a/facts.csv'), 'utf8')).toMatch(/Room 317 was searched\..*,317,/);
});

test.each([
  ['در ۲۰ خرداد ۱۳۹۲ کارگران بازداشت شدند.', []],
  ['در ۱۳۹۲/۰۳/۲۰ کارگران بازداشت شدند.', []],
  ['در ۱۱ اردیبهشت ۱۴ کارگر بازداشت شدند.', ['14']],
])('a day of the Iranian calendar counts nothing: %s', async (text, counted) => {
  const cwd = await makeFolder({
    'answers.yaml': `title: کارگران را آزاد کنید
issuer: سندیکا
lang: fa
fact.1.text: ${text}
fact.1.date: 2013-06-10
fact.1.source: سندیکا
demand.1.text: آزادی
to.1.who: Example Ltd
`,
  });
  await handbill(cwd, 'init a --answers answers.yaml --date 2013-06-11');
  const { stdout } = await handbill(cwd, 'facts check a --date 2013-06-11 --json');
  const { problems } = JSON.parse(stdout) as { problems: { code: string; message: string }[] };
  const wrong = problems.filter(({ code }) => code === 'wrong-number').map(({ message }) => message);
  expect(wrong.map((message) => /^\p{Nd}+/u.exec(message)?.[0])).toEqual(counted);
});
