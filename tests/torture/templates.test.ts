import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AddressObject, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates } from '../../src/merge/template.ts';
import type { Block } from '../../src/model/block.ts';
import type { TemplateFile } from '../../src/model/template.ts';
import { parseTemplate } from '../../src/read/templates.ts';
import { writeEml } from '../../src/write/eml.ts';
import { writeHtml } from '../../src/write/html.ts';
import { campaign, company, embassy, job, mergeBody, template } from '../merge/fixture.ts';
import { mutatedText } from './mutations.ts';
import { tryReader } from './trial.ts';

const read = (name: string): TemplateFile => {
  const file = `templates/${name}.md`;
  return parseTemplate(name, { file, text: readFileSync(file, 'utf8'), sha256: '' });
};
const partials = readdirSync('templates/partials').map((name) => read(`partials/${name.slice(0, -3)}`));
/** What templates are merged for, by their names. */
const JOBS = new Map([
  ['letter/embassy.en', job({ target: embassy })],
  ['letter/company.de', job({ kind: 'company', language: 'de', target: company })],
  ['leaflet/picket', job({ material: 'leaflet', kind: 'picket' })],
  ['leaflet/petition', job({ material: 'leaflet', kind: 'petition' })],
]);
const TEST = job({ material: 'leaflet', kind: 'test' });

describe('templates from others', { timeout: 300_000 }, () => {
  test('with anything changed in them', () =>
    tryReader({
      what: 'templates',
      cases: 800,
      inputs: fc
        .constantFrom(...JOBS.keys())
        .chain((name) =>
          fc.tuple(fc.constant(name), mutatedText([readFileSync(`templates/${name}.md`, 'utf8')])),
        ),
      read: ([name, text]) => {
        const file = parseTemplate(name, { file: 'x.md', text, sha256: '' });
        return mergeDocument({ ...JOBS.get(name)!, templates: gatherTemplates([file, ...partials]) })
          .problems;
      },
    }));

  test.each([
    ...[
      'constructor',
      '__proto__',
      'appeal.constructor',
      'appeal.__proto__.polluted',
      'this.constructor.name',
    ],
    ...[
      'toString',
      'appeal.title.toString',
      'valueOf',
      '__lookupGetter__',
      '__defineGetter__',
      'hasOwnProperty',
    ],
    ...[
      'lookup appeal "constructor"',
      'lookup this "__proto__"',
      'log "x"',
      'helperMissing',
      'blockHelperMissing',
    ],
    ...['process', 'process.env.HOME', 'require "fs"', 'import "fs"', 'global', 'globalThis', 'Function "x"'],
    ...[
      'now',
      'Date',
      'random',
      'Math.random',
      '@root.constructor',
      '@root',
      '@global',
      '@data',
      '@partial-block',
    ],
    ...[
      'run',
      '@run',
      '@run.helpers',
      'get this 0',
      'print 0',
      '../../..',
      'fetch "https://example.org"',
      'env',
    ],
    ...[
      '> ../../etc/passwd',
      '> /etc/passwd',
      '> (lookup . "x")',
      '#> layout',
      '* inline "x"',
      '#* inline "x"',
    ],
    ...[
      '> constructor',
      '> __proto__',
      '#with this as |x|',
      '#each events as |e i|',
      '{appeal.title}',
      '& appeal.title',
    ],
    ...['#constructor', '#helperMissing x', '#blockHelperMissing x', '#with constructor', '#each __proto__'],
  ])('{{%s}} reaches nothing but the data', (name) => {
    const end = name.startsWith('#') ? `{{/${/^#[>*]?\s*(\S+)/.exec(name)![1]}}}` : '';
    const { document, problems } = mergeBody(`before {{${name}}}x${end} after`);
    const text = JSON.stringify(document?.blocks ?? []);
    if (/^[{&] ?appeal/.test(name)) expect(problems).toEqual([]);
    else expect(problems.map(({ severity, at }) => [severity, at?.line])).toContainEqual(['error', 7]);
    expect(text).not.toMatch(/function|native code|\[object|HOME/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('raw blocks are refused', () => {
    const { problems } = mergeBody('{{{{raw}}}} {{x}} {{{{/raw}}}}');
    expect(problems.length).toBeGreaterThan(0);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org',
  ])('a link to %s is refused in a template and no link in a value', (url) => {
    expect(mergeBody(`[text](${url})`).problems).toMatchObject([{ code: 'template-syntax' }]);
    const { document } = mergeBody('[text]({{ownWords}})', { ownWords: url });
    expect(JSON.stringify(document?.blocks)).not.toContain('href');
    expect(writeHtml(document!.blocks).toString()).not.toContain('<a ');
  });

  /** Kinds, roles and levels: what a document is made of besides its words. */
  const shapeOf = (blocks: readonly Block[] | undefined) =>
    blocks?.map((block) => [
      block.kind,
      block.role,
      'level' in block ? block.level : '',
      'items' in block ? block.items.length : '',
      'content' in block
        ? block.content.some((span) => span.kind === 'text' && (span.strong || span.emphasis || span.href))
        : '',
    ]);
  const frame = template(
    'leaflet/test',
    '# {{appeal.title}}\n\nA {{ownWords}} b\n\n::: note\n- {{target.holder}}\n- x\n:::\n\n{{sender.name}}',
  );
  const mergeValues = (words: string, name: string) =>
    mergeDocument({
      ...TEST,
      ownWords: words,
      target: { ...embassy, holder: words },
      sender: { name, country: 'DE' },
      campaign: { ...campaign, appeal: { ...campaign.appeal, title: { en: words } } },
      templates: gatherTemplates([frame]),
    }).document?.blocks;
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '```',
          '---',
          '\n\n',
          '\n# ',
          '\n- ',
          '::: demands',
          '\n:::\n',
          '**',
          '_',
          '<b>',
          '{{x}}',
          '{{/if}}',
        ),
        fc.constantFrom(
          '[a](http://x.y)',
          '\\',
          '`',
          '> ',
          '| a |',
          '\u{e000}0\u{e001}',
          '\u{e002}',
          '&amp;',
          '1. ',
          '\t',
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => `a${parts.join('')}a`);

  test('whatever a value holds, it is a value: the structure stays', () => {
    const plain = shapeOf(mergeValues('a', 'a'));
    return tryReader({
      what: 'values',
      cases: 2_000,
      inputs: fc.tuple(hostile, hostile),
      read: ([words, name]) => expect(shapeOf(mergeValues(words, name))).toEqual(plain),
    });
  });

  test('nor does it become a header of a mail, an address more, or an end of its text', () => {
    const body = '::: subject\n{{appeal.title}}\n:::\n\n{{ownWords}}';
    const templates = gatherTemplates([template('leaflet/test', body)]);
    return tryReader({
      what: 'values in mails',
      cases: 500,
      inputs: fc.tuple(
        fc.oneof(
          hostile,
          fc.constantFrom('a\r\nBcc: x@example.org', 'a\n\nbody', 'a\u2028Bcc: x@example.org'),
        ),
        hostile,
      ),
      read: async ([words, name]) => {
        const title = { ...campaign, appeal: { ...campaign.appeal, title: { en: words } } };
        const { document } = mergeDocument({
          ...{ ...TEST, ownWords: words, campaign: title },
          templates,
        });
        const bytes = await writeEml([document!], {
          to: ['to@example.org'],
          from: { name, email: 'from@example.org' },
        });
        const mail = await simpleParser(Buffer.from(bytes));
        const names = [...mail.headers.keys()].sort();
        expect(names).toEqual(
          [
            'content-transfer-encoding',
            'content-type',
            'from',
            'mime-version',
            'subject',
            'to',
            'x-unsent',
          ].filter((n) => names.includes(n)),
        );
        expect((mail.to as AddressObject).value.map(({ address }) => address)).toEqual(['to@example.org']);
        expect(mail.from?.value.map(({ address }) => address)).toEqual(['from@example.org']);
        expect(mail.attachments).toEqual([]);
        expect(mail.subject).not.toMatch(/[\r\n]/);
      },
    });
  });
});
