import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates } from '../../src/merge/template.ts';
import { LEAFLET_KINDS } from '../../src/model/material.ts';
import { writeText } from '../../src/write/text.ts';
import {
  appeal,
  bundledTemplates,
  campaign,
  company,
  embassy,
  facts,
  firstText,
  job,
  mergeBody,
  template,
} from './fixture.ts';

const sender = {
  name: 'Jo Sample',
  organisation: 'Branch One',
  role: 'Secretary',
  street: '3 Sample Road',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
  email: 'jo@example.org',
  ownWords: 'I work at a mill myself.',
};

/** The code of the edition changes with every word of the templates. */
const withoutCode = (text: string) => text.replace(/(\d{4}-\d\d-\d\d\s)[0-9a-f]{3,6}\b/g, '$1code');

describe('golden texts', () => {
  test.each([
    ['embassy.en', { kind: 'embassy', target: embassy, sender }],
    ['embassy.de', { kind: 'embassy', target: embassy, language: 'de' }],
    ['company.en', { kind: 'company', target: company }],
    ['union.en', { kind: 'union', target: { ...company, kind: 'union' as const } }],
    ['ministry.en', { kind: 'ministry', target: { ...embassy, kind: 'ministry' as const } }],
  ])('letter %s', async (name, parts) => {
    const { document, problems } = mergeDocument({
      ...job(parts),
      templates: bundledTemplates(`letter/${name}`),
    });
    expect(problems).toEqual([]);
    await expect(writeText(document!, {})).toMatchFileSnapshot(`../golden/merge/letter-${name}.txt`);
  });

  test.each(LEAFLET_KINDS.filter((kind) => kind !== 'thanks'))('leaflet %s', async (kind) => {
    const { document, problems } = mergeDocument({
      ...job({ material: 'leaflet', kind }),
      templates: bundledTemplates(`leaflet/${kind}`),
    });
    expect(problems).toEqual([]);
    await expect(withoutCode(writeText(document!, {}))).toMatchFileSnapshot(
      `../golden/merge/leaflet-${kind}.en.txt`,
    );
  });
});

test('paper for the public bears nothing of the name of the appeal’s folder, which its id is', () => {
  for (const kind of LEAFLET_KINDS) {
    const { document } = mergeDocument({
      ...job({ material: 'leaflet', kind }),
      templates: bundledTemplates(`leaflet/${kind}`),
    });
    expect(writeText(document!, {}), kind).not.toContain('mill-strike');
  }
});

test('every bundled template is without a problem, and belongs to its file', () => {
  const names = readdirSync('templates', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -3));
  const set = bundledTemplates(...names.filter((name) => !name.startsWith('partials/')));
  expect(names.length).toBeGreaterThan(50);
  expect(names.flatMap((name) => set.find(name)!.problems)).toEqual([]);
});

test('a company gets its own demands, and neither facts about others nor what was withdrawn', () => {
  const { document } = mergeBody('{{facts "event"}}\n\n{{demands}}', { target: company });
  const text = writeText(document!, {});
  expect(text).not.toContain('police');
  expect(text).not.toContain('rumour');
  expect(text).not.toContain('inquiry');
  expect(text).toContain('- Pay what is owed\n- Talks with the union');
});

test('the template of the language goes before the neutral one', () => {
  const templates = gatherTemplates([
    template('leaflet/test', 'neutral'),
    template('leaflet/test.de', 'deutsch'),
  ]);
  const text = (language: string) =>
    writeText(
      mergeDocument({ ...job({ material: 'leaflet', kind: 'test', language }), templates }).document!,
      {},
    );
  expect([text('de'), text('en')]).toEqual(['deutsch\n', 'neutral\n']);
});

test('a kind without a template is a problem that names the nearest', () => {
  const templates = gatherTemplates([template('letter/embassy.en', 'x')]);
  const { document, problems } = mergeDocument({ ...job({ kind: 'embasy' }), templates });
  expect(document).toBeUndefined();
  expect(problems).toMatchObject([
    { code: 'template-not-found', message: 'There is no template letter/embasy.en.' },
  ]);
  expect(problems[0]?.hint).toContain('letter/embassy.en');
});

test('reads tells all that went in, once, in order', () => {
  const templates = gatherTemplates([
    template('letter/embassy.en', '{{> top}}\n\n{{facts "event"}}\n\n{{demands}}\n\n{{fact "shots"}}'),
    template('partials/top', '{{sender.name}}'),
  ]);
  const { document } = mergeDocument({ ...job({ target: embassy, sender }), templates });
  expect(document?.reads.map(({ name }) => name)).toEqual([
    'template/letter/embassy.en.md',
    'template/partials/top.md',
    'words/en',
    'contact/xx-gb',
    'sender',
    'fact/shots',
    'unit/shots.killed',
    'figure/shots.killed/official',
    'voice/official',
    'figure/shots.killed/unofficial',
    'voice/unofficial',
    'fact/state-only',
    'demand/inquiry',
    'demand/talks',
    'appeal/title',
    'appeal/issuer',
  ]);
});

test('events are read only where a template names them', () => {
  const names = (body: string) => mergeBody(body).document?.reads.map(({ name }) => name);
  expect(names('{{#each events}}{{when}}{{/each}}')).toContain('event/gate');
  expect(names('none')).not.toContain('event/gate');
});

test('where the appeal names a fallback, its text is marked with its language', () => {
  const { document } = mergeBody('{{fact "state-only"}}', { language: 'de' });
  expect(document?.blocks).toEqual([
    {
      kind: 'paragraph',
      role: 'body',
      content: [{ kind: 'text', text: 'The state sent police.', language: 'en' }],
    },
  ]);
});

test('with notes, each fact bears the numbers of its sources, which are listed with their addresses', () => {
  const withUrl = appeal.sources.map((s) =>
    s.id === 'paper' ? { ...s, url: 'https://example.org/gazette' } : s,
  );
  const noted = { ...campaign, appeal: { ...appeal, sources: withUrl } };
  const parts = { campaign: noted, notes: true };
  expect(firstText('{{facts "event"}}', parts)).toBe(
    'On 1 May 2021 a picket at the mill was shot at: 11 dead according to official data and 70 according to ' +
      'unofficial data.\u00a0[1] The state sent police.\u00a0[2]',
  );
  expect(firstText('{{fact "state-only"}} {{fact "strike"}} {{sources}}', parts)).toMatch(
    /^The state sent police\.\u00a0\[1\] Since .*\.\u00a0\[2\] \[1\] “The Mill Gazette”, 4 May 2021, https:\/\/example\.org\/gazette; \[2\] Millers’ Union, “Appeal”, 3 May 2021$/,
  );
});

test('with notes, the copy of a source in an archive stands behind its address', () => {
  const copy = 'https://web.archive.org/web/2021/https://example.org/gazette';
  const archived = { url: 'https://example.org/gazette', archived: copy };
  const sources = appeal.sources.map((s) => (s.id === 'paper' ? { ...s, ...archived } : s));
  const noted = { campaign: { ...campaign, appeal: { ...appeal, sources } } };
  const text = '{{fact "state-only"}} {{sources}}';
  expect(firstText(text, { ...noted, notes: true })).toContain(`https://example.org/gazette, ${copy}`);
  expect(firstText(text, noted)).not.toContain(copy);
});

test('sources that are to be short are publishers and days', () => {
  expect(firstText('{{fact "shots"}} {{sources short=true}}')).toMatch(/data\. Millers’ Union, 3 May 2021$/);
});

test('merging the same twice gives the same', () => {
  const templates = bundledTemplates('letter/embassy.en');
  const merge = () => mergeDocument({ ...job({ target: embassy }), templates });
  expect(merge()).toEqual(merge());
});

test('a fact that lacks its text is a problem at the template’s line, not an empty sentence', () => {
  const [first] = facts;
  const { problems } = mergeBody('a\n\n{{facts "event"}}', {
    campaign: { ...campaign, languages: [], facts: [{ ...first!, text: { fr: 'Tirs.' } }] },
  });
  expect(problems).toMatchObject([
    { code: 'template-data', at: { file: 'leaflet/test.md', line: 9, column: 1 } },
  ]);
});
