import { expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { parsePart } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';

/** What is found in an appeal with these texts, by severity and message. */
function findIn(texts: { text: string; title?: string; language?: string }, figure = 'strikers,strikers,12') {
  const { text, title = 'A title', language = 'en' } = texts;
  const source = (file: string, content: string) => ({ file, text: content, sha256: '' });
  const head = parseStructured(
    source(
      'appeal.yaml',
      JSON.stringify({
        id: 'a',
        title: { [language]: title },
        summary: { [language]: 'S' },
        issuer: { name: 'Our union' },
        issued: '2026-05-02',
        languages: [language],
        sources: [{ id: 's', title: 'T' }],
      }),
    ),
  );
  const table = `id,date,text.${language},sources,quantity,unit.${language},value,saidIn\na,2026-05-01,"${text}",s,${figure},s\n`;
  const facts = parsePart(source('facts.csv', table), 'facts');
  const { problems } = checkAppeal({ head, facts }, { today: '2026-05-03', detailed: true });
  return problems
    .filter(({ code }) =>
      ['unknown-reference', 'wrong-number', 'retyped-figure', 'unvoiced-figure'].includes(code),
    )
    .filter(({ wording }) => wording !== 'unvoiced-figure/alone')
    .map((problem) => ({
      severity: problem.severity,
      message: problem.message,
      hint: problem.hint,
      at: problem.at,
    }));
}

test('a figure that the fact hasn’t is an error at its place, with the one that is meant', () => {
  const [found, ...more] = findIn({ text: '{strikres} were arrested.' });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ severity: 'error', at: { file: 'facts.csv', line: 2 } });
  expect(JSON.stringify(found)).toContain('strikres');
  expect(JSON.stringify(found)).toContain('Did you mean strikers?');
});

test.each(['{strikers} were', '{strikers one: was; other: were} held'])('%s is one', (text) => {
  expect(findIn({ text })).toEqual([]);
});

test('braces in a text that takes no figures are an error: they would be printed', () => {
  const [found] = findIn({ text: '{strikers} were arrested.', title: 'Free the {strikers}' });
  expect(found).toMatchObject({ severity: 'error' });
  expect(JSON.stringify(found)).toContain('would be printed as it stands');
});

test.each([
  ['en', '{strikers} must go by 31 December.'],
  ['en', '{strikers} must go by 31/12/2026.'],
  ['fr', '{strikers} doivent partir avant le 31 décembre.'],
  ['de', '{strikers} müssen bis zum 31. Dezember gehen.'],
  ['es', '{strikers} deben irse antes del 31 de diciembre.'],
  ['pt', '{strikers} devem sair até 31 de dezembro.'],
  ['it', '{strikers} entro il 31 dicembre.'],
  ['ru', '{strikers} до 31 декабря.'],
  ['uk', '{strikers} до 31 грудня.'],
  ['pl', '{strikers} do 31 grudnia.'],
  ['zh-Hans', '{strikers}，12月31日前。'],
])('a day of a date counts nothing, in %s: %s', (language, text) => {
  expect(findIn({ text, language })).toEqual([]);
});

test.each([
  ['en', 'In all seventeen strikers were arrested.', 'seventeen'],
  ['es', 'Diecisiete huelguistas fueron detenidos.', 'Diecisiete'],
  ['ru', 'Арестованы семнадцать рабочих.', 'семнадцать'],
  ['de', 'Siebzehn Streikende wurden verhaftet.', 'Siebzehn'],
])('a number in words that nobody vouches for is told, in %s: %s', (language, text, word) => {
  const [found] = findIn({ text, language });
  expect(found).toMatchObject({ severity: 'notice' });
  expect(JSON.stringify(found)).toContain(word);
});

test('hundreds in a title are the figure that says so', () => {
  const [found] = findIn(
    { text: '{strikers} were arrested.', title: 'Free the hundreds' },
    'strikers,strikers,hundreds',
  );
  expect(JSON.stringify(found)).toContain('hundreds');
  expect(found).toMatchObject({ severity: 'warning' });
});
