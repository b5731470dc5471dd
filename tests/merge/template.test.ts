import { describe, expect, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates } from '../../src/merge/template.ts';
import { embassy, job, mergeBody, placesOf, template } from './fixture.ts';

/** The body of these templates begins on line 7 of their file. */
describe('what is wrong with a template is told at its line and column', () => {
  test.each([
    ['{{#if example}}x', 'template-syntax 7:undefined', /not closed|no end/],
    ['a\n\n{{#if example}}x{{/each}}', 'template-syntax 9:4', /closed by/],
    ['{{nobody}}', 'template-data 7:3', /nobody/],
    ['a {{appeal.titel}}', 'template-data 7:5', /"title"/],
    ['{{figur "killed"}}', 'template-helper 7:1', /"figure"/],
    ['{{figure}}', 'template-helper 7:1', /takes one value/],
    ['{{demands "x"}}', 'template-helper 7:1', /takes no value/],
    ['{{facts "evnt"}}', 'template-helper 7:9', /"event"/],
    ['{{facts "event" shrt=true}}', 'template-helper 7:17', /"short"/],
    ['{{label "we-demnd"}}', 'template-helper 7:9', /"we-demand"/],
    ['{{closing "kind"}}', 'template-helper 7:11', /closing/],
    ['{{#loop events}}x{{/loop}}', 'template-helper 7:1', /if, unless, each, with/],
    ['{{#each appeal}}x{{/each}}', 'template-data 7:9', /demands, actions, events/],
    ['{{#each events}}{{wen}}{{/each}}', 'template-data 7:19', /"when"/],
    ['{{#each events}}{{appeal.title}}{{/each}}', 'template-data 7:19', /\.\.\/appeal/],
    ['{{#if example}}{{else}}{{appeal.no}}{{/if}}', 'template-data 7:26', /no/],
    ['{{appeal}}', 'template-data 7:1', /title/],
    ['{{target.fax}}', 'template-data 7:1', /list/],
    ['{{../x}}', 'template-data 7:3', /blocks/],
    ['{{@root.appeal.title}}', 'template-data 7:3', /@index/],
    ['{{> leterhead}}', 'template-not-found 7:1', /leterhead/],
    ['{{> (lookup . "x")}}', 'template-syntax 7:1', /takes no values/],
    ['{{> top x=1}}', 'template-syntax 7:1', /takes no values/],
    ['{{#> top}}x{{/top}}', 'template-syntax 7:1', /no use/],
    ['{{date (figure "x")}}', 'template-syntax 7:8', /call inside/],
    ['{{#each events as |e|}}{{e.when}}{{/each}}', 'template-syntax 7:1', /one value/],
    ['{{log "x"}}', 'template-helper 7:1', /no helper/],
    ['{{lookup appeal "title"}}', 'template-helper 7:1', /no helper/],
    ['<b>x</b>', 'template-syntax 7:1', /HTML/],
    ['x\n\n![a](b.png)', 'template-syntax 9:1', /picture/],
    ['x `y`', 'template-syntax 7:3', /backticks/],
    ['```\nx\n```', 'template-syntax 7:1', /Code/],
    ['> x', 'template-syntax 7:1', /quotation/],
    ['| a | b |\n|---|---|\n| c | d |', 'template-syntax 8:1', /table/],
    ['x\n\n***', 'template-syntax 9:1', /rule/],
    ['#### x', 'template-syntax 7:1', /three levels/],
    ['- a\n  - b', 'template-syntax 7:1', /item/],
    ['[x](file:///etc/passwd)', 'template-syntax 7:1', /lead/],
    ['[x](javascript:alert(1))', 'template-syntax 7:1', /lead/],
    ['<ftp://example.org>', 'template-syntax 7:1', /lead/],
    ['::: headlin\nx\n:::', 'template-syntax 7:5', /"headline"/],
    ['::: headline\nx', 'template-syntax 7:1', /isn’t closed/],
    ['x\n:::', 'template-syntax 8:1', /closes nothing/],
    ['::: headline and more\nx', 'template-syntax 7:1', /names a role/],
  ])('%j', (body, place, words) => {
    const { document, problems } = mergeBody(body);
    expect(document).toBeUndefined();
    expect(placesOf(problems)).toContain(place);
    expect(problems.map((p) => `${p.message} ${p.hint}`).join('\n')).toMatch(words);
    expect(problems.every((p) => p.severity === 'error' && p.at?.file === 'leaflet/test.md')).toBe(true);
  });
});

test('all is told at once, of branches that aren’t taken too', () => {
  const { problems } = mergeBody(
    '{{appeal.titel}}\n\n{{#if example}}\n{{figur "x"}}\n{{/if}}\n\n<br>\n\n::: no\n:::\n{{> gone}}',
  );
  expect(placesOf(problems)).toEqual([
    'template-data 7:3',
    'template-helper 10:1',
    'template-not-found 17:1',
    'template-syntax 15:5',
    'template-syntax 13:1',
  ]);
});

test('all values that are missing are told at once, where they stand, in partials too', () => {
  const templates = gatherTemplates([
    template(
      'letter/embassy.en',
      'a\n\n{{> top}}\n\n{{sender.name}} {{target.email}}'.replace(
        '{{target.email}}',
        '{{list target.email}}',
      ),
    ),
    template('partials/top', '{{target.street}}\n{{target.holder}}'),
  ]);
  const { document, problems } = mergeDocument({ ...job({ target: embassy }), templates });
  expect(document).toBeUndefined();
  expect(problems.map((p) => [p.code, p.at?.file, p.at?.line])).toEqual([
    ['template-data', 'partials/top.md', 8],
    ['template-data', 'letter/embassy.en.md', 11],
    ['template-data', 'letter/embassy.en.md', 11],
  ]);
  expect(problems[0]?.hint).toContain('{{#if target.holder}}');
});

test('an optional value is asked for with #if', () => {
  expect(mergeBody('x{{#if sender}} {{sender.name}}{{/if}}').problems).toEqual([]);
  expect(mergeBody('x{{#unless sender}} y{{/unless}}').problems).toEqual([]);
});

test.each([
  ['{{fact "shot"}}', /"shots"/],
  ['{{fact "rumour"}}', /withdrawn/],
  ['{{figure "kiled"}}', /"killed"/],
  ['{{figure "killed" voice="oficial"}}', /"official"/],
  ['{{date "1 May"}}', /no date/],
  ['{{number "many"}}', /no number/],
])('%s: the data has no such thing', (body, words) => {
  const { problems } = mergeBody(`x\n${body}`);
  expect(placesOf(problems)).toEqual(['template-data 8:1']);
  expect(`${problems[0]?.message} ${problems[0]?.hint}`).toMatch(words);
});

test.each([
  [{ material: 'letter', kind: 'test' }, /material: letter/],
  [{ material: 'leaflet', kind: 'other' }, /kind: other/],
  [{ material: 'leaflet' }, /no kind/],
  [{ material: 'leaflet', kind: 'test', language: 'de' }, /language: de/],
  [{ material: 'leaflet', kind: 'test', review: 'good' }, /review: good/],
  [{ material: 'leaflet', kind: 'test', laguage: 'x' }, /"laguage"/],
])('front matter %j is not that of leaflet/test', (front, words) => {
  const templates = gatherTemplates([template('leaflet/test', 'x', front as Record<string, string>)]);
  const { problems } = mergeDocument({ ...job({ material: 'leaflet', kind: 'test' }), templates });
  expect(placesOf(problems)).toEqual(['template-front-matter 1:undefined']);
  expect(problems[0]?.message).toMatch(words);
});

test('a partial that contains itself is a problem, not an endless run', () => {
  const templates = [template('partials/a', '{{> b}}'), template('partials/b', '{{> a}}')];
  const { problems } = mergeBody('{{> a}}', {}, templates);
  expect(problems).toMatchObject([
    { code: 'template-syntax', message: expect.stringContaining('partials/a → partials/b → partials/a') },
  ]);
});

test('loops inside loops end', () => {
  const loops = Array.from({ length: 12 }, (_, depth) => `{{#each ${'../'.repeat(depth)}demands}}`);
  const { problems } = mergeBody(`${loops.join('')}{{text}}${'{{/each}}'.repeat(12)}`);
  expect(problems).toMatchObject([{ code: 'too-large', at: { line: 7 } }]);
});

test('a partial sees the whole document, inside a loop too', () => {
  const { problems } = mergeBody('{{#each events}}{{> top}}{{/each}}', {}, [
    template('partials/top', '{{appeal.title}}'),
  ]);
  expect(problems).toEqual([]);
});

test('what a template uses can be listed', () => {
  const templates = gatherTemplates([
    template(
      'leaflet/test',
      '{{#each events}}{{when}}{{/each}}{{appeal.title}}{{label "source"}}{{demands}}{{> top}}',
    ),
    template('partials/top', 'x'),
  ]);
  expect(templates.find('leaflet/test')?.uses).toEqual({
    fields: ['events', 'events[].when', 'appeal.title'],
    helpers: ['label', 'demands'],
    labels: ['source'],
    partials: ['top'],
  });
});
