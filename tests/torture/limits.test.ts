import { readFileSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBudget } from '../../src/merge/budget.ts';
import type { Block, BlockRole } from '../../src/model/block.ts';
import { parseTextDocument, readTextDocument } from '../../src/read/arrived.ts';
import { decodePicture, readPicture } from '../../src/read/picture.ts';
import { readSource } from '../../src/read/source.ts';
import { readTemplates } from '../../src/read/templates.ts';
import { readTranslations } from '../../src/read/translations.ts';
import { openZip } from '../../src/read/zip.ts';
import { makeFolder } from '../folder.ts';
import { makeZip } from '../read/zips.ts';
import { cards, jpegOfPasses, json, lines, list, merge, partial, png, svg, table } from './makers.ts';
import { survive } from './trial.ts';

/** For each row of the help on limits something that goes beyond its limit. */
const BEYOND: Readonly<Record<string, () => unknown>> = {
  'a data file': async () => readSource(await hollow('a.yaml', 65)),
  'what a sheet, document or pack holds': async () => {
    const bytes = makeZip({ a: new Uint8Array(257 << 20) });
    return (await openZip(join(await makeFolder({ 'a.xlsx': bytes }), 'a.xlsx'))).unpack('a');
  },
  'files of a folder of templates': async () =>
    (
      await readTemplates([
        `${await makeFolder(
          Object.fromEntries(
            lines(10_001, (i) => `${i} `)
              .trim()
              .split(' ')
              .map((i) => [`t/${i}.md`, '']),
          ),
        )}/t`,
      ])
    ).problems,
  'rows of a table': () => table(`id,kind\n${'\n'.repeat(300_000)}`),
  'cells of a table': () => table(`id,kind\n${`${','.repeat(900)}\n`.repeat(4000)}`),
  'columns of a table': () => table(`${lines(2000, (i) => `c${i},`)}end\n`),
  'characters of an imported row': () => list(`name,street\n"${'x'.repeat(1_100_000)}",y\n`),
  'characters of a row of the data': () => table(`id,kind\n"${'x'.repeat(1_100_000)}",y\n`),
  'a YAML or JSON file': () => json(`["${'word '.repeat(1_800_000)}"]`),
  'values of a YAML or JSON file': () => json(`[${'1,'.repeat(300_000)}1]`),
  'characters of one such value': () => json(`["${'x'.repeat(1_100_000)}"]`),
  'keys of one object': () => json(`{${lines(2000, (i) => `"k${i}":1,`)}"end":1}`),
  'levels of lists and objects': () => json('['.repeat(300) + ']'.repeat(300)),
  'characters of a vCard': () => cards(`BEGIN:VCARD\nNOTE:x\n${' folded\n'.repeat(20_000)}END:VCARD\n`),
  'a text for `init --from`': async () => readTextDocument(await hollow('a.txt', 9)),
  'characters of such a text': async () => parseTextDocument(Buffer.from('word '.repeat(61_000)), 'a.txt'),
  'elements of XML inside each other': async () =>
    readTranslations(`${await makeFolder({ 'a.xlf': `<xliff>${'<a>'.repeat(2_000_000)}` })}/a.xlf`),
  'a PO or XLIFF file': async () =>
    readTranslations(`${await makeFolder({ 'a.po': '#\n'.repeat(5_000_000) })}/a.po`),
  'a template': async () =>
    (await readTemplates([await makeFolder({ 'letter/embassy.en.md': 'x'.repeat(300_000) })])).problems,
  'blocks inside each other': () => merge(`${'{{#if example}}'.repeat(10_000)}x${'{{/if}}'.repeat(10_000)}`),
  'steps of a template': () =>
    merge(
      '{{> p0}}',
      ...Array.from({ length: 30 }, (_, i) =>
        partial(`p${i}`, i < 29 ? `{{> p${i + 1}}}{{> p${i + 1}}}` : 'x'),
      ),
    ),
  'characters that a template gives': () =>
    merge('{{> a}} '.repeat(100), partial('a', 'long words '.repeat(2000))),
  'characters of a word': () => budget(paragraph('x'.repeat(1_001))),
  'marks on a letter': () => budget(paragraph(`a${'\u0301'.repeat(33)}`)),
  'characters of a paragraph': () => budget(paragraph('words '.repeat(10_000))),
  'characters of a headline': () =>
    budget({
      kind: 'heading',
      role: 'headline',
      level: 1,
      content: [{ kind: 'text', text: 'Free them all '.repeat(150) }],
    }),
  'characters of a document': () => budget(...Array(31).fill(paragraph('words '.repeat(1_650)))),
  'items of a list': () =>
    budget({ kind: 'list', role: 'body', ordered: false, start: 1, items: Array(5_001).fill([]) }),
  'voices of a figure set large': () =>
    budget({
      kind: 'figures',
      role: 'figures' as never,
      quantity: 'x',
      phrase: [],
      entries: Array(201).fill({ value: '1', label: [] }),
    }),
  'events of a leaflet': () => budget(...Array(251).fill(paragraph('Gate 1', 'event'))),
  'a picture': async () => readPicture(await hollow('a.png', 31)),
  'pixels of a picture': () => decodePicture(png(5001, 5000, 8, 1, false, 100), 'a.png'),
  'passes of a JPEG': () => decodePicture(jpegOfPasses(300), 'a.jpg'),
  'a drawing': () => svg('<path d="M0 0h1v1z"/>'.repeat(200_000)),
  'seconds that a drawing takes': () => svg('<circle cx="5" cy="5" r="5"/>'.repeat(9_900)),
};

function paragraph(text: string, role: BlockRole = 'body'): Block {
  return { kind: 'paragraph', role, content: [{ kind: 'text', text }] };
}

function budget(...blocks: Block[]) {
  return checkBudget({
    material: 'leaflet',
    kind: 'picket',
    language: 'en',
    direction: 'ltr',
    title: 'x',
    blocks,
    reads: [],
  });
}

/** A file that says it has so many megabytes, and takes no room. */
async function hollow(name: string, megabytes: number): Promise<string> {
  const file = join(await makeFolder({ [name]: '' }), name);
  await truncate(file, megabytes * 1024 * 1024);
  return file;
}

describe('limits', () => {
  const topic = readFileSync('templates/help/limits.txt', 'utf8');
  const rows = [...topic.matchAll(/^ {2}(\S.*) {2}at most .+\n((?: {6}.+\n)+)/gm)];
  const told = new Map(rows.map(([, what = '', said = '']) => [what, said.trim().replace(/\s+/g, ' ')]));

  test('the help lists those that are held, and no others', () => {
    expect([...told.keys()]).toEqual(Object.keys(BEYOND));
  });

  test.each(Object.keys(BEYOND))('%s: the message is that of the help', async (what) => {
    const [first] = await survive(what, BEYOND[what]!);
    expect(first?.message).toContain(told.get(what));
    expect(first?.code).toMatch(/too-large$/);
  });
});
