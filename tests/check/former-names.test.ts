import { expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { parsePart } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';

const source = (file: string, text: string) => ({ file, text, sha256: '' });

/** Words of a text that are told as misspelt where a name was corrected, with what is meant. */
function misspeltIn(language: string, text: string, { was, now }: { was: string; now: string }): string[] {
  const head = parseStructured(
    source(
      'appeal.yaml',
      JSON.stringify({
        id: 'a',
        title: { [language]: 'T' },
        summary: { [language]: 'S' },
        issuer: { name: 'U' },
        issued: '2026-05-02',
        languages: [language],
        sources: [{ id: 's', title: 'T' }],
        people: [{ id: 'p', name: { [language]: now }, source: 's', publish: 'yes' }],
      }),
    ),
  );
  const facts = parsePart(source('facts.csv', `id,text.${language},sources\na,"${text}",s\n`), 'facts');
  const corrections = parsePart(
    source(
      'corrections.csv',
      `person,language,date,was,now,source\np,${language},2026-05-02,${was},${now},s\n`,
    ),
    'corrections',
  );
  const { problems } = checkAppeal({ head, facts, corrections }, { today: '2026-05-03', detailed: true });
  return problems
    .filter(({ code }) => code === 'misspelt-name')
    .map(({ values }) => `${String(values?.word)}: ${String(values?.meant)}`);
}

test.each([
  ['ru', 'Задержали Наталью Образцову.', 'Наталья Образцова', 'Наталия Образцова', ['Наталью: Наталия']],
  ['uk', 'Засуджено Ольгу Зразкову.', 'Ольга Зразкова', 'Олена Зразкова', ['Ольгу: Олена']],
  ['pl', 'Aresztowano Annę Przykładową.', 'Anna Przykładowa', 'Hanna Przykładowa', ['Annę: Hanna']],
  ['ru', 'Задержали Наталию Образцову.', 'Наталья Образцова', 'Наталия Образцова', []],
])(
  'in %s, a name as it was before a correction is told in every case: %s',
  (language, text, was, now, said) => {
    expect(misspeltIn(language, text, { was, now })).toEqual(said);
  },
);
