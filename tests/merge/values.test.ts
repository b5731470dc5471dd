import { describe, expect, test } from 'vitest';
import { writeText } from '../../src/write/text.ts';
import { appeal, campaign, company, embassy, job, mergeBody, textOf } from './fixture.ts';

const NASTY = [
  '**strong** *soft* _low_',
  '<b>html</b> &amp; &#42;',
  '{{appeal.title}} {{{x}}} {{> letterhead}}',
  '`code` ~~~ ```',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '[link](javascript:alert(1)) ![p](x.png)',
  '::: imprint',
  '\u{E000}0\u{E001}',
  'a \\ b',
  '    indented',
  '| a | b |',
  '---',
];

describe('a value is never markup', () => {
  test.each(NASTY)('%s prints as it is', (value) => {
    const { document, problems } = mergeBody('x {{ownWords}} y', { ownWords: value });
    expect(problems).toEqual([]);
    expect(document?.blocks).toHaveLength(1);
    const [block] = document!.blocks;
    expect(block?.kind).toBe('paragraph');
    expect(block?.kind === 'paragraph' && textOf(block.content)).toBe(`x ${value} y`);
  });

  test.each(NASTY)('%s alone in a paragraph, a heading and a list', (value) => {
    const { document } = mergeBody('{{ownWords}}\n\n# {{ownWords}}\n\n- {{ownWords}}', { ownWords: value });
    expect(document?.blocks.map((block) => [block.kind, block.role])).toEqual([
      ['paragraph', 'body'],
      ['heading', 'body'],
      ['list', 'body'],
    ]);
    expect(writeText(document!, {}).split(value.trim())).toHaveLength(4);
  });

  test.each(NASTY)('%s as a fact, a demand and a title', (value) => {
    const own = {
      ...campaign,
      appeal: { ...appeal, title: { en: value }, demands: [{ id: 'a', text: { en: value } }] },
      facts: [{ ...campaign.facts[0]!, text: { en: value }, figures: [] }],
    };
    const { document } = mergeBody('{{appeal.title}}\n\n{{fact "shots"}}\n\n{{demands}}', { campaign: own });
    expect(document?.blocks).toMatchObject([
      { kind: 'paragraph', content: [{ text: value }] },
      { kind: 'paragraph', content: [{ text: /[.!?;]$/.test(value) ? value : `${value}.` }] },
      // Demands are printed alike: each begins with a capital.
      { kind: 'list', items: [[{ text: value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }]] },
    ]);
  });
});

test('a value’s own line breaks are kept, whatever their kind', () => {
  const { document } = mergeBody('{{ownWords}}', { ownWords: 'a\nb\r\nc\u2028d' });
  expect(document?.blocks[0]).toMatchObject({
    content: ['a', 'b', 'c', 'd'].flatMap((text, i) => [
      ...(i > 0 ? [{ kind: 'break' }] : []),
      { kind: 'text', text, isolate: true },
    ]),
  });
});

test('values from the data keep their direction to themselves; texts of the document’s language don’t', () => {
  const { document } = mergeBody('{{target.organisation}} {{appeal.title}}', { target: company });
  expect(document?.blocks[0]).toMatchObject({
    content: [
      { text: 'The Mill Ltd', isolate: true },
      { text: ' ' },
      { kind: 'text', text: 'Stand by the mill workers' },
    ],
  });
  expect(document?.blocks[0]).not.toHaveProperty('content.2.isolate');
});

test('a name in another language says so', () => {
  const { document } = mergeBody('{{target.organisation}}', { target: embassy });
  expect(document?.blocks[0]).toMatchObject({
    content: [{ text: 'Botschaft von Beispielland', language: 'de', isolate: true }],
  });
});

test('strong, emphasis and links of the template go over the values in them', () => {
  const { document } = mergeBody('**{{ownWords}}** *b* [c {{ownWords}}]({{appeal.url}})', { ownWords: '*' });
  expect(document?.blocks[0]).toMatchObject({
    content: [
      { text: '*', strong: true },
      { text: ' ' },
      { text: 'b', emphasis: true },
      { text: ' ' },
      { text: 'c ', href: 'https://example.org/mill' },
      { text: '*', href: 'https://example.org/mill' },
    ],
  });
});

test('a link that a value would lead elsewhere is no link', () => {
  const { document } = mergeBody('[go]({{ownWords}})', { ownWords: 'javascript:alert(1)' });
  expect(document?.blocks[0]).toEqual({
    kind: 'paragraph',
    role: 'body',
    content: [{ kind: 'text', text: 'go' }],
  });
});

test('helpers’ blocks divide a paragraph, and stand in its role', () => {
  const { document } = mergeBody('::: demands\nWe demand:\n{{demands named=false}}\nNow.\n:::');
  expect(document?.blocks.map(({ kind, role }) => [kind, role])).toEqual([
    ['paragraph', 'demands'],
    ['list', 'demands'],
    ['paragraph', 'demands'],
  ]);
});

test('only a value’s own fields are seen', () => {
  const sender = JSON.parse('{"name": "x", "__proto__": {"city": "Leaked"}, "constructor": "y"}');
  const { document } = mergeBody('{{#if sender.city}}{{sender.city}}{{else}}none{{/if}}', { sender });
  expect(writeText(document!, {})).toBe('none\n');
  expect(mergeBody('{{sender.constructor}}', { sender }).problems).toMatchObject([{ code: 'template-data' }]);
  expect(mergeBody('{{appeal.__proto__}}').problems).toMatchObject([{ code: 'template-data' }]);
});

test('a full stop after an abbreviation that ends the value is the same stop', () => {
  const { document } = mergeBody('{{ownWords}}.', {
    ...job(),
    material: 'leaflet',
    kind: 'test',
    ownWords: '2011 г.',
  });
  expect(writeText(document!, {})).toBe('2011 г.\n');
});

test('the place of a date has a direction of its own, in letters of every direction', () => {
  const { document } = mergeBody('{{dateline}}', { sender: { name: 'Jo', city: 'Berlin', country: 'DE' } });
  const [block] = document!.blocks;
  expect(block?.kind === 'paragraph' && block.content[0]).toMatchObject({ text: 'Berlin', isolate: true });
});
