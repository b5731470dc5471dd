import { expect, test } from 'vitest';
import { appealHead } from '../../src/model/appeal.ts';
import { writeText } from '../../src/write/text.ts';
import { campaign, company, embassy, mergeBody } from './fixture.ts';

const handedOut = { material: 'leaflet', kind: 'test', target: undefined } as const;

/** What a body prints of the demands of an appeal that addresses the embassy and the mill. */
function printed(body: string, demands?: readonly object[], targets = [embassy, company]): string {
  const appeal = demands ? appealHead.parse({ ...campaign.appeal, demands }) : campaign.appeal;
  const { document } = mergeBody(body, { ...handedOut, campaign: { ...campaign, appeal, targets } });
  return writeText(document!, {});
}

const demand = (id: string, of?: readonly string[]) => ({ id, text: { en: `Do ${id}` }, ...(of && { of }) });

test('on what is handed out demands stand under those whom they are put to, what is asked of all first', () => {
  expect(printed('{{demands}}')).toBe(
    '- Talks with the union\n\nBotschaft von Beispielland:\n\n- An independent inquiry\n\nThe Mill Ltd:\n\n- Pay what is owed\n',
  );
});

test('the names stand once where a list goes on in a later part', () => {
  const demands = [demand('a', ['embassy']), demand('b', ['the-mill']), demand('c', ['the-mill'])];
  expect(printed('{{demands limit=2}}\n\n{{demands from=3}}', demands)).toBe(
    'Botschaft von Beispielland:\n\n- Do a\n\nThe Mill Ltd:\n\n- Do b\n\n- Do c\n',
  );
});

test.each([
  ['all that the appeal addresses are asked for them', [demand('a', ['embassy', 'the-mill'])], undefined],
  ['nobody of them is addressed', [demand('a', ['ministry'])], undefined],
  ['there is but one', [demand('a', ['embassy'])], [embassy]],
  [
    'they are too many to be named',
    [demand('a', ['company'])],
    [embassy, ...Array.from({ length: 7 }, (_, i) => ({ ...company, organisation: `The Mill ${i} Ltd` }))],
  ],
])('no names stand over demands where %s', (_, demands, targets) => {
  expect(printed('{{demands}}', demands, targets)).toBe('- Do a\n');
});

test('a placard, which is looked at, leaves the names out; a letter has only the demands to its addressee', () => {
  expect(printed('{{demands named=false}}')).not.toContain('Mill Ltd');
  const { document } = mergeBody('{{demands}}', { target: company });
  expect(writeText(document!, {})).toBe('- Pay what is owed\n- Talks with the union\n');
});

test('names that a paper prints are what it has read, and no others', () => {
  const job = { ...handedOut, campaign: { ...campaign, targets: [embassy, company] } };
  const readsOf = (body: string) =>
    mergeBody(body, job).document!.reads!.flatMap(({ name }) => (name.startsWith('contact/') ? [name] : []));
  expect(readsOf('{{demands}}')).toEqual(['contact/xx-gb', 'contact/the-mill']);
  expect(readsOf('{{demands limit=2}}')).toEqual(['contact/xx-gb']);
});

test('whom a petition goes to stands in its foot where it isn’t said over the demands', () => {
  const body = '{{demands}}\n\n{{addressees unlessNamed=true}}';
  expect(printed(body, [demand('a', ['embassy']), demand('b', ['the-mill'])])).not.toContain('To be sent to');
  expect(printed(body, [demand('a', ['embassy']), demand('b')])).toContain(
    'To be sent to: Botschaft von Beispielland, The Mill Ltd',
  );
});
