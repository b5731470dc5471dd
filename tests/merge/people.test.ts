import { expect, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { type Person, person } from '../../src/model/appeal.ts';
import type { Contact } from '../../src/model/contact.ts';
import { writeText } from '../../src/write/text.ts';
import { bundledTemplates, campaign, embassy, job, mergeBody } from './fixture.ts';

const miller = { id: 'miller', name: { Latn: 'Natalia Mill', Cyrl: 'Наталия Мил' }, sources: ['paper'] };

function merge(
  people: readonly object[],
  { kind = 'embassy', language = 'en', target = embassy as Contact | undefined, material = 'letter' } = {},
) {
  const found: Person[] = people.map((one) => person.parse(one));
  const { document, problems } = mergeDocument({
    ...job({
      material: material as 'letter',
      kind,
      language,
      target,
      campaign: { ...campaign, appeal: { ...campaign.appeal, people: found } },
    }),
    templates: bundledTemplates(material === 'letter' ? `letter/${kind}.${language}` : `${material}/${kind}`),
  });
  expect(problems).toEqual([]);
  return writeText(document!, { columns: 200 });
}

test('nobody is named whom nobody decided to name', () => {
  expect(merge([miller])).not.toContain('Mill,');
  expect(merge([miller])).not.toContain('Natalia');
  expect(merge([{ ...miller, publish: 'no' }])).not.toContain('Natalia');
});

test('letters and leaflets name who is to be named, with what is known of them and its source', () => {
  const named = [
    { ...miller, publish: 'yes', role: { en: 'chair of the union', de: 'Vorsitzende' } },
    { id: 'two', name: { Latn: 'Ivan Grain' }, publish: 'initials' },
  ];
  expect(merge(named)).toContain('We name Natalia Mill (chair of the union) and I. G.');
  expect(merge(named)).not.toContain('Ivan');
  expect(merge(named)).toContain('The Mill Gazette');
  expect(merge(named, { language: 'de' })).toContain('Wir nennen Natalia Mill (Vorsitzende) und I. G.');
  expect(merge(named, { kind: 'picket', material: 'leaflet', target: undefined })).toContain(
    'We name Natalia Mill',
  );
  expect(merge(named, { kind: 'appeal', material: 'page', target: undefined })).toMatch(
    /Who it is about\n\n- Natalia Mill, chair of the union\n- I\. G\./,
  );
});

test('a name is withheld from those whom it doesn’t concern, and when it is withdrawn', () => {
  expect(merge([{ ...miller, publish: 'yes', concerns: ['company'] }])).not.toContain('Natalia');
  expect(merge([{ ...miller, publish: 'yes', status: 'withdrawn' }])).not.toContain('Natalia');
});

test('a template of one’s own can go through the people, in the spelling of its language', () => {
  const people = [person.parse({ ...miller, publish: 'yes' })];
  const appeal = { ...campaign.appeal, people };
  const { document, problems } = mergeBody('{{#each people}}\n- {{name}}\n{{/each}}', {
    language: 'ru',
    campaign: { ...campaign, appeal, languages: [{ tag: 'ru', review: 'draft', fallback: 'en' }] },
  });
  expect(problems).toEqual([]);
  expect(writeText(document!, { columns: 72 })).toContain('Наталия Мил');
  expect(document!.reads.map(({ name }) => name)).toContain('person/miller');
});
