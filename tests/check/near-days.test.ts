import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

/** What `check` tells of a fact that says this in a language. */
async function toldOf(text: string, tag: string): Promise<readonly string[]> {
  const files = smallAppeal('strike', {
    'facts.csv': `id,role,date,text.${tag},sources,status\nwhat-happened,event,2026-05-01,"${text}",source-1,reported\n`,
  });
  const head = files['strike/appeal.yaml']!;
  const cwd = await makeFolder({
    ...files,
    'strike/appeal.yaml': head.replace(/\ben:/g, `${tag}:`).replace(/tag: "?en"?/, `tag: ${tag}`),
  });
  const { stdout } = await handbill(cwd, 'check strike --json --date 2026-05-02');
  const { problems } = JSON.parse(stdout) as { problems: { code: string; message: string }[] };
  return problems.flatMap(({ code, message }) =>
    code === 'near-day' ? (/“(.*)”/.exec(message)?.[1] ?? '') : [],
  );
}

test.each([
  ['en', 'Twelve strikers were arrested yesterday.', ['yesterday']],
  ['en', 'Last week the company dismissed twelve strikers.', ['Last week']],
  ['de', 'Heute wurden zwölf Streikende verhaftet.', ['Heute']],
  ['fr', 'Aujourd’hui douze grévistes ont été arrêtés.', ['Aujourd’hui']],
  ['es', 'Ayer fueron detenidos doce huelguistas.', ['Ayer']],
  ['ru', 'Вчера арестовали двенадцать забастовщиков.', ['Вчера']],
  ['zh-Hans', '昨天有十二名罢工者被捕。', ['昨天']],
  // A day, a part of a word, what somebody said on the day, and "the day" of Arabic are none.
  ['en', 'On 1 May 2026 twelve strikers were arrested.', []],
  ['es', 'Los ayeres de los doce huelguistas detenidos.', []],
  ['en', '“Today we strike,” said the twelve on 1 May 2026.', []],
  ['ar', 'في اليوم العالمي للعمال اعتقل اثنا عشر مضربا.', []],
])('%s: %s', async (tag, text, words) => {
  expect(await toldOf(text, tag)).toEqual(words);
});
