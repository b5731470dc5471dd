import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/problems.ts';
import { parsePart } from '../../src/read/appeal.ts';
import { decodePicture } from '../../src/read/picture.ts';
import { readSource } from '../../src/read/source.ts';
import { readTranslations } from '../../src/read/translations.ts';
import { makeFolder } from '../folder.ts';
import { jpegFile } from '../read/pictures.ts';
import { cards, json, lines, list, merge, partial, png, source, svg, table, yaml } from './makers.ts';
import { isLong } from './tally.ts';
import { survive } from './trial.ts';

/** A case: its name, how it is told, or `fine`, and how it is read; what takes long to make is made before. */
type Named = readonly [string, string, (made: Uint8Array) => unknown, make?: () => Uint8Array];

/** XLIFF with these elements in it, read. */
const translations = async (units: string) =>
  readTranslations(`${await makeFolder({ 'a.xlf': `<xliff version="2.0">${units}</xliff>` })}/a.xlf`);
const readPng = (bytes: Uint8Array) => decodePicture(bytes, 'a.png');

const WHOLE = '<rect width="99" height="99" ';
/** Drawings that would take minutes or more memory than there is, each by another way to say much in few letters. */
const DRAWINGS: readonly (readonly [string, ProblemCode | 'fine', () => string])[] = [
  ['9,900 circles as large as the drawing', 'picture-too-large', () => '<circle r="99"/>'.repeat(9_900)],
  [
    '300 gradients as large as the drawing',
    'picture-too-large',
    () =>
      `<linearGradient id="g"><stop offset="0"/><stop offset="1" stop-color="red"/></linearGradient>${`${WHOLE}fill="url(#g)"/>`.repeat(300)}`,
  ],
  [
    '80 see-through groups as large as the drawing',
    'picture-too-large',
    () => `<g opacity=".5">${WHOLE}/></g>`.repeat(80),
  ],
  ['80 small see-through groups', 'fine', () => '<g opacity=".5"><path d="M1 1h1v1z"/></g>'.repeat(80)],
  [
    'see-through by a style sheet',
    'picture-format',
    () => `<style>g{opacity:.5}</style>${'<g>'.repeat(90)}<rect width="99" height="99"/>${'</g>'.repeat(90)}`,
  ],
  [
    'patterns by a style sheet',
    'picture-too-large',
    () =>
      `<style>rect{fill:url(#p)}</style><pattern id="p" width=".1" height=".1"><path d="M0 0h4v4z"/></pattern>${`${WHOLE}/>`.repeat(200)}`,
  ],
  [
    'a pattern of a tile larger than memory',
    'picture-format',
    () =>
      `<pattern id="p" patternUnits="userSpaceOnUse" width="120" height="120"><path d="M0 0h4v4z"/></pattern>${WHOLE}fill="url(#p)"/>`,
  ],
  [
    'masks of masks by a style sheet, each used twice',
    'picture-format',
    () =>
      `<style>${lines(12, (i) => `.c${i}{mask:url(#m${i})}`)}</style>${lines(11, (i) => `<mask id="m${i}">${`${WHOLE}class="c${i + 1}"/>`.repeat(2)}</mask>`)}${WHOLE}class="c0"/>`,
  ],
  [
    'arrows at 20,000 turns',
    'picture-too-large',
    () =>
      `<marker id="m">${'<path d="M0 0h1v1z"/>'.repeat(90)}</marker><g marker-mid="url(#m)"><path d="M0 0${lines(20_000, (i) => `L${i % 9} ${i % 8}`)}"/></g>`,
  ],
  [
    'arrows by a style sheet',
    'picture-format',
    () => '<style>path{marker-mid:url(#m)}</style><marker id="m"/><path d="M0 0h9v9z"/>',
  ],
  [
    'an outline that goes up and down 100,000 times',
    'picture-too-large',
    () => `<path d="M0 0${lines(100_000, (i) => `L${i / 10_000} ${(i % 2) * 10}`)}z"/>`,
  ],
  [
    'a line drawn a million times as large',
    'picture-too-large',
    () => '<circle r="5" stroke="#000" transform="scale(1e6)"/>',
  ],
  [
    '9,000 styles for 9,000 parts',
    'picture-too-large',
    () =>
      `<style>${lines(9_000, (i) => `.c${i} .d{fill:red}`)}</style>${'<path d="M0 0h1v1z"/>'.repeat(9_000)}`,
  ],
];

/** What once did harm, or would in a program that knows less. */
const NAMED: readonly Named[] = [
  [
    'YAML: aliases of aliases',
    'yaml-syntax',
    () =>
      yaml(
        `a: &a [x, x]\n${lines(20, (i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]\n`)}`,
      ),
  ],
  ['YAML: a tag of a programming language', 'yaml-syntax', () => yaml('a: !!js/function "function () {}"')],
  ['YAML: a tag that makes bytes of text', 'yaml-syntax', () => yaml('a: !!binary aGVsbG8=')],
  ['YAML: an anchor alone', 'fine', () => expect(yaml('a: &x text').data).toEqual({ a: 'text' })],
  [
    'YAML: a merge key is a key like any other',
    'fine',
    () => expect(yaml('<<: {a: 1}').data).toEqual({ '<<': { a: '1' } }),
  ],
  [
    'YAML 1.1 makes neither merges, nor booleans of words, nor dates',
    'fine',
    () =>
      expect(yaml('%YAML 1.1\n---\n<<: {a: yes}\nb: 2011-12-16\nc: 0150\n').data).toEqual({
        '<<': { a: 'yes' },
        b: '2011-12-16',
        c: '0150',
      }),
  ],
  ['YAML: more than one document', 'yaml-syntax', () => yaml('a: 1\n---\na: 2\n')],
  ['YAML: objects inside objects', 'too-large', () => yaml('{a: '.repeat(3000))],
  ['YAML: lists by dashes', 'too-large', () => yaml('- '.repeat(50_000))],
  [
    'YAML: a hundred thousand aliases',
    'yaml-syntax',
    () => yaml(`a: &a 1\nb:\n${' - *a\n'.repeat(100_000)}`),
  ],
  [
    'JSON: __proto__ and constructor are keys',
    'fine',
    () => {
      const { data } = json('{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": 1}}');
      expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  ],
  [
    'JSON: objects as keys of objects, which grow when they are written out',
    'json-syntax',
    () => json(`${'{'.repeat(60)}"id":"x","title":{"en":"A"}`),
  ],
  ['JSON: a key twice', 'json-syntax', () => json('{"a": 1, "a": 2}')],
  [
    'JSON: objects 100,000 deep',
    'too-large',
    () => json(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  ],
  [
    'JSON: numbers stay what is written',
    'fine',
    () => expect(json('[1e999, 123456789012345678901]').data).toEqual(['1e999', '123456789012345678901']),
  ],
  ['CSV: a field of 60 MB', 'too-large', () => table(`id,kind\n"${'x'.repeat(60_000_000)}",a\n`)],
  ['CSV: a quote that is never closed', 'csv-syntax', () => table(`id,kind\n"${'x\n'.repeat(200_000)}`)],
  [
    'CSV: 20,000 facts',
    'fine',
    () =>
      void parsePart(
        source('facts.csv', `id,quantity,value\n${lines(20_000, (i) => `f${i},q,1\n`)}`),
        'facts',
      ),
  ],
  ['a list with a field of 100 MB', 'too-large', () => list(`name,street\n${'x'.repeat(100_000_000)},y\n`)],
  [
    'a list of a hundred thousand columns',
    'too-large',
    () => list(`${lines(100_000, (i) => `c${i},`)}end\n1\n`),
  ],
  [
    'a file with zero bytes',
    'encoding',
    async () => readSource(`${await makeFolder({ 'a.csv': 'id,kind\na\0b,c\n' })}/a.csv`),
  ],
  [
    'vCard: soft breaks without end',
    'too-large',
    () => cards(`BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:=\n${'xxxxxxxxxxxxxxx=\n'.repeat(200_000)}END:VCARD\n`),
  ],
  [
    'vCard: a line of 60 MB',
    'too-large',
    () => cards(`BEGIN:VCARD\nFN:${'x'.repeat(60_000_000)}\nEND:VCARD\n`),
  ],
  [
    'vCard: a picture of 10 MB is skipped',
    'fine',
    () =>
      cards(
        `BEGIN:VCARD\nVERSION:3.0\nFN:x\nPHOTO;ENCODING=b:\n${` ${'A'.repeat(74)}\n`.repeat(130_000)}END:VCARD\n`,
      ),
  ],
  [
    'PO: __proto__ as context, message and header',
    'fine',
    async () => {
      const folder = await makeFolder({
        'a.po':
          'msgid ""\nmsgstr ""\n"__proto__: x\\n"\n\nmsgctxt "__proto__"\nmsgid "polluted"\nmsgstr "yes"\n',
      });
      await readTranslations(`${folder}/a.po`);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  ],
  [
    'PO: without a header',
    'fine',
    async () =>
      expect(
        (await readTranslations(`${await makeFolder({ 'a.po': 'msgid "a"\nmsgstr "b"\n' })}/a.po`)).language,
      ).toBeUndefined(),
  ],
  [
    'PO: a character set that there isn’t',
    'fine',
    async () =>
      void (await readTranslations(
        `${await makeFolder({ 'a.po': 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=x-none\\n"\n' })}/a.po`,
      )),
  ],
  [
    'XLIFF: a hundred thousand units',
    'fine',
    () => translations(`<unit name="a"><source>b</source></unit>`.repeat(100_000)),
  ],
  ['XLIFF: two million elements in a row', 'fine', () => translations('<a/>'.repeat(2_000_000))],
  [
    'XLIFF: half a million attributes',
    'fine',
    () => translations(`<a ${lines(500_000, (i) => `a${i}="" `)}/>`),
  ],
  [
    'XLIFF: half a million characters by their codes',
    'fine',
    () => translations(`<unit name="a"><source>${'<cp hex="0"/>'.repeat(500_000)}</source></unit>`),
  ],
  [
    'XLIFF: __proto__ and constructor as names',
    'fine',
    async () => {
      await translations(
        '<unit name="__proto__"><source __proto__="x">polluted</source><target>yes</target></unit><__proto__/>',
      );
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  ],
  [
    'XLIFF: entities inside each other',
    'file-unreadable',
    async () =>
      readTranslations(
        `${await makeFolder({
          'a.xlf': `<?xml version="1.0"?><!DOCTYPE x [${lines(30, (i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`)}]><xliff version="2.0"><unit name="a"><source>&e30;</source></unit></xliff>`,
        })}/a.xlf`,
      ),
  ],
  ['PNG: 25 million pixels', 'fine', readPng, () => png(5000, 5000, 8, 4, false)],
  ['PNG: 12 million pixels of 16 bits', 'fine', readPng, () => png(3500, 3500, 16, 4, false)],
  [
    'PNG: 25 million pixels of 16 bits',
    'picture-too-large',
    readPng,
    () => png(5000, 5000, 16, 1, false, 100),
  ],
  ['PNG: 12 million pixels of 4 bits', 'fine', readPng, () => png(3500, 3500, 4, 1, false)],
  ['PNG: 25 million pixels of 1 bit', 'picture-too-large', readPng, () => png(5000, 5000, 1, 1, false, 100)],
  ['PNG: interlaced, unpacks to 500 MB', 'picture-broken', readPng, () => png(8, 8, 8, 4, true, 500_000_000)],
  ['PNG: unpacks to 500 MB', 'picture-broken', readPng, () => png(8, 8, 8, 4, false, 500_000_000)],
  ['PNG: 4 billion pixels', 'picture-too-large', readPng, () => png(65_000, 65_000, 8, 1, false, 100)],
  [
    'JPEG: 65,000 × 65,000 pixels by its head',
    'picture-too-large',
    () => {
      const bytes = jpegFile(64, 64, 1);
      const at = bytes.lastIndexOf(Buffer.from([0xff, 0xc0]));
      bytes.writeUInt16BE(65_000, at + 5);
      bytes.writeUInt16BE(65_000, at + 7);
      return decodePicture(bytes, 'a.jpg');
    },
  ],
  [
    'SVG: 100,000 groups inside each other',
    'picture-broken',
    () => svg('<g>'.repeat(100_000) + '</g>'.repeat(100_000)),
  ],
  [
    'SVG: entities of entities',
    'picture-unsafe',
    () =>
      decodePicture(
        Buffer.from('<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><svg>&c;</svg>'),
        'a.svg',
      ),
  ],
  ['SVG: use of itself', 'picture-broken', () => svg('<g id="a"><use href="#a"/></g>')],
  [
    'SVG: use of use of use',
    'picture-too-large',
    () =>
      svg(
        `<g id="a0"><path d="M0 0h9v9z"/></g>${lines(30, (i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`)}`,
      ),
  ],
  [
    'SVG: 60 see-through groups inside each other',
    'picture-format',
    () => svg(`${'<g opacity=".9">'.repeat(60)}<path d="M0 0h9v9z"/>${'</g>'.repeat(60)}`),
  ],
  [
    'SVG: a line of a million dashes',
    'picture-format',
    () => svg('<path d="M0 0L9 9" stroke="#000" stroke-dasharray=".00001"/>'),
  ],
  [
    'SVG: 100,000 attributes',
    'picture-format',
    () => svg(`<g ${lines(100_000, (i) => `a${i}="b" `)}/><path d="M0 0h9v9z"/>`),
  ],
  ...DRAWINGS.map(([what, code, drawing]): (typeof NAMED)[number] => [
    `SVG: ${what}`,
    code,
    () => svg(drawing()),
  ]),
  [
    'a template that names itself',
    'template-syntax',
    () => merge('{{> a}}', partial('a', '{{> b}}'), partial('b', '{{> a}}')),
  ],
  [
    'a template of a thousand branches',
    'too-large',
    () => merge(`{{#if example}}a${'{{else if example}}b'.repeat(5000)}{{/if}}`),
  ],
  ['a template of asterisks', 'fine', () => void merge('*a **b '.repeat(2300))],
  ['a template of open brackets', 'fine', () => void merge('['.repeat(16_000))],
  ['a template of unknown names', 'template-data', () => merge('{{x}}\n'.repeat(2600))],
  ['a template of quotations', 'template-syntax', () => merge('> x\n\n'.repeat(3000))],
  ['a template of quotations inside each other', 'template-syntax', () => merge('> '.repeat(10_000))],
];

/** Those that take more than a moment: only in the long form. */
const SLOW = new Set([
  'a template of unknown names',
  'a template of quotations',
  'CSV: 20,000 facts',
  'CSV: a field of 60 MB',
  'CSV: a quote that is never closed',
  'JSON: objects 100,000 deep',
  'PNG: 12 million pixels of 16 bits',
  'PNG: 12 million pixels of 4 bits',
  'PNG: 25 million pixels',
  'PNG: interlaced, unpacks to 500 MB',
  'PNG: unpacks to 500 MB',
  'SVG: 100,000 attributes',
  'YAML: a hundred thousand aliases',
  'YAML: lists by dashes',
  'a list of a hundred thousand columns',
  'a list with a field of 100 MB',
  'a template of quotations inside each other',
  'a template of asterisks',
  'a template of open brackets',
]);

describe('named cases', () => {
  for (const [name, code, read, make] of NAMED.filter(([name]) => isLong || !SLOW.has(name))) {
    test(`${name}: ${code}`, { timeout: 120_000 }, async () => {
      const made = make?.() ?? new Uint8Array();
      const problems = await survive(name, () => read(made));
      expect(problems[0]?.code ?? 'fine').toBe(code);
    });
  }
});
