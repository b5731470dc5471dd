import { expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { listWrongDays } from '../../src/check/numbers.ts';
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

// 13 May 2026 is a Wednesday.
test.each([
  ['ru', 'В среду, 13 мая', 'В пятницу, 13 мая', 'среда'],
  ['uk', 'У середу, 13 травня', 'У п’ятницю, 13 травня', 'середа'],
  ['uk', "Із п'ятниці, 15 травня", "Із п'ятниці, 13 травня", 'середа'],
  ['pl', 'W środę, 13 maja', 'W sobotę, 13 maja', 'środa'],
  ['cs', 'Ve středu 13. května', 'V sobotu 13. května', 'středa'],
  ['pt', 'Na quarta, 13 de maio', 'Na sexta-feira, 13 de maio', 'quarta-feira'],
  ['de', 'Am Mittwoch, den 13. Mai', 'Am Freitag, den 13. Mai', 'Mittwoch'],
  ['es', 'El miércoles 13 de mayo', 'El viernes 13 de mayo', 'miércoles'],
])('a weekday in the case that its preposition asks for, in %s: %s', (language, right, wrong, day) => {
  expect(listWrongDays(right, language, '2026-05-02')).toEqual([]);
  expect(listWrongDays(wrong, language, '2026-05-02')).toMatchObject([{ right: day }]);
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
