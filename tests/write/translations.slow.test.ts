import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PoFile, parsePo } from '../../src/read/po.ts';
import { parseXliff } from '../../src/read/xliff.ts';
import { formatPo, type PoEntry } from '../../src/write/po.ts';
import { formatXliff } from '../../src/write/xliff.ts';
import { makeFolder } from '../folder.ts';
import { startDice } from '../plan/generated.ts';
import { describeWith } from '../tools.ts';

const LETTERS = 'workers |Жаңаөзен|Łódź|扎瑙津|العمال|हिरासत|𝔘|–|’|\u00a0|\u202f| ';
const SIGNS = '{killed}|{{label "x"}}|"|\\|\n|\t|%d|%|<b>|&amp;|]]>|#, fuzzy|msgid ""|\\n|~|=';
const PIECES = `${LETTERS}|${SIGNS}`.split('|');
const head = { project: 'strike', language: 'kk', original: 'en' };

/** Texts as nobody would write them, the same in every run. */
function entriesOf(seed: number): PoEntry[] {
  const random = startDice(seed);
  const text = () =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () => PIECES[Math.floor(random() * PIECES.length)]);
  // msgfmt takes a translation only if it begins and ends its lines as the original does.
  const sound = (parts: readonly (string | undefined)[]) => parts.join('').replace(/^\n+|\n+$/g, '_');
  return Array.from({ length: 300 }, (_, i) => ({
    id: `fact/f${i}/text`,
    original: `${i}${sound(text())}`,
    translation: random() < 0.2 ? '' : sound(text()),
    note: text().join(''),
    reference: `facts.csv:${i}`,
    fuzzy: random() < 0.3,
  }));
}

/** What an entry is once it was read back: what isn't translated can't be told to be a draft in PO. */
function told({ messages }: PoFile) {
  return messages.map(({ line: _, madeFrom: __, fuzzy, ...message }) => ({
    ...message,
    fuzzy: fuzzy && message.translation !== '',
  }));
}

const expected = (entries: readonly PoEntry[]) =>
  entries.map(({ id, original, translation, fuzzy }) => ({
    id,
    original,
    translation,
    fuzzy: fuzzy && translation !== '',
  }));

const source = (text: string) => ({ file: 'x', text, sha256: '' });

describeWith(
  ['/usr/bin/python3', 'msgfmt', 'msgcat', 'msgmerge'],
  'files of translators, through programs of others',
  () => {
    test.each([1, 2, 3, 4, 5])('PO comes back from msgcat as it went (%i)', async (seed) => {
      const entries = entriesOf(seed);
      const file = join(await makeFolder({ 'a.po': formatPo(head, entries) }), 'a.po');
      for (const way of ['--no-wrap', '--width=40', '--sort-output', '--escape']) {
        const back = told(parsePo(source(execFileSync('msgcat', [way, file], { encoding: 'utf8' }))));
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(back.sort(byId)).toEqual(expected(entries).sort(byId));
      }
    });

    test('msgmerge keeps what a fuzzy text was made from, and its guesses from other texts are nobody’s', async () => {
      const entry = (id: string, original: string, translation = ''): PoEntry => ({
        id,
        original,
        translation,
        fuzzy: false,
      });
      const before = [
        entry('fact/a/text', 'Twelve of the strikers were arrested', 'On iki grevci tutuklandı'),
        entry('fact/gone/text', 'Nothing of this is left', 'Bundan bir şey kalmadı'),
      ];
      const now = [
        entry('fact/a/text', 'Twenty of the strikers were arrested'),
        entry('fact/b/text', 'Nothing of this was left'),
      ];
      const folder = await makeFolder({ 'a.po': formatPo(head, before), 'b.pot': formatPo(head, now) });
      const merge = ['--previous', '--quiet', 'a.po', 'b.pot'];
      const { messages } = parsePo(
        source(execFileSync('msgmerge', merge, { cwd: folder, encoding: 'utf8' })),
      );
      const fuzzy = { fuzzy: true, line: expect.any(Number) };
      expect(messages).toEqual([
        {
          id: 'fact/a/text',
          original: now[0]!.original,
          translation: before[0]!.translation,
          madeFrom: before[0]!.original,
          ...fuzzy,
        },
        {
          id: 'fact/b/text',
          original: now[1]!.original,
          translation: '',
          madeFrom: before[1]!.original,
          ...fuzzy,
        },
      ]);
    });

    test('PO compiled by msgfmt gives Python each translation', async () => {
      const entries = entriesOf(6);
      const folder = await makeFolder({
        'a.po': formatPo(head, entries),
        'a.json': JSON.stringify(entries.map(({ id, original }) => [id, original])),
      });
      execFileSync('msgfmt', ['--use-fuzzy', '-o', 'a.mo', 'a.po'], { cwd: folder });
      const code = `import gettext, json
t = gettext.GNUTranslations(open("a.mo", "rb"))
print(json.dumps([t.pgettext(i, o) for i, o in json.load(open("a.json", encoding="utf-8"))]))`;
      const said = JSON.parse(
        execFileSync('/usr/bin/python3', ['-c', code], { cwd: folder, encoding: 'utf8' }),
      );
      expect(said).toEqual(entries.map(({ original, translation }) => translation || original));
    });

    test.each([7, 8, 9])('XLIFF comes back from Python’s XML as it went (%i)', async (seed) => {
      const entries = entriesOf(seed);
      const folder = await makeFolder({ 'a.xlf': formatXliff(head, entries) });
      const code = `import xml.etree.ElementTree as x
t = x.parse("a.xlf")
for u in t.iter("{urn:oasis:names:tc:xliff:document:2.0}unit"):
  assert u.get("name")
t.write("c.xlf", encoding="us-ascii")
x.register_namespace("", "urn:oasis:names:tc:xliff:document:2.0")
t.write("b.xlf", encoding="utf-8", xml_declaration=True)`;
      execFileSync('/usr/bin/python3', ['-c', code], { cwd: folder });
      const plain = parseXliff(source(readFileSync(join(folder, 'b.xlf'), 'utf8')));
      expect(told(plain)).toEqual(expected(entries));
      expect(plain.language).toBe('kk');
      // Without a default namespace each name has a prefix.
      expect(told(parseXliff(source(readFileSync(join(folder, 'c.xlf'), 'utf8'))))).toEqual(
        expected(entries),
      );
    });
  },
);
