import { expect, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { person } from '../../src/model/appeal.ts';
import type { Correction } from '../../src/model/correction.ts';
import { writeText } from '../../src/write/text.ts';
import { bundledTemplates, campaign, facts, job } from './fixture.ts';

const figure: Correction = {
  fact: 'shots',
  figure: 'killed',
  voice: 'official',
  date: '2021-05-03',
  was: '1',
  now: '11',
  source: 'appeal',
};
const corrections: Correction[] = [
  figure,
  { fact: 'rumour', date: '2021-05-04', was: 'reported', now: 'withdrawn', source: 'paper' },
  { person: 'baker', language: 'de', date: '2021-05-04', was: 'Beker', now: 'Bäker', source: 'paper' },
  { person: 'baker', language: 'Latn', date: '2021-05-05', was: 'Bayker', now: 'Baker', source: 'paper' },
  { fact: 'shots', date: '2021-05-05', was: 'reported', now: 'disputed', source: 'paper' },
  { ...figure, date: '2021-06-20', was: '11', now: '99' },
];
const people = [
  person.parse({ id: 'baker', name: { de: 'Bäker', Latn: 'Baker' }, sources: ['paper'], publish: 'yes' }),
];

/** The section of corrections on the page of an appeal, and all of the page. */
function mergePage(language: string, found = corrections) {
  const { document, problems } = mergeDocument({
    ...job({
      material: 'page',
      kind: 'appeal',
      language,
      campaign: { ...campaign, facts, corrections: found, appeal: { ...campaign.appeal, people } },
    }),
    templates: bundledTemplates('page/appeal'),
  });
  expect(problems).toEqual([]);
  return writeText(document!, { columns: 100 });
}

test('the page tells what was set right by its day, newest first, as its language says it', () => {
  expect(mergePage('en')).toContain(`Corrections

- 5 May 2021
  Baker
  before: Bayker
- 4 May 2021
  withdrawn: A rumour.
- 3 May 2021
  11 dead according to official data
  before: 1
`);
  expect(mergePage('de').replaceAll('\u00a0', ' ')).toContain(`Berichtigungen

- 4. Mai 2021
  Bäker
  zuvor: Beker
- 4. Mai 2021
  zurückgezogen: A rumour.
- 3. Mai 2021
  nach amtlichen Angaben 11 Tote
  zuvor: 1
`);
});

test('without corrections there is no heading for them', () => {
  expect(mergePage('en', [])).not.toMatch(/corrections/i);
});

test('facts can be listed, one a line', () => {
  expect(
    mergePage('en', []),
  ).toContain(`- On 1 May 2021 a picket at the mill was shot at: 11 dead according to official data and 70
  according to unofficial data.
- The state sent police.
`);
});
