import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { words } from '../../src/model/words.ts';
import { parsePo } from '../../src/read/po.ts';
import { parseXliff } from '../../src/read/xliff.ts';
import { formatXliff } from '../../src/write/xliff.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const source = (text: string, file = 'x.po') => ({ file, text, sha256: '' });

describe('a language that handbill has no words in', () => {
  test.each([
    ['ro', 'it', 'ianuarie', 'ltr'],
    ['sw', 'en', 'Januari', 'ltr'],
    ['bn', 'hi', 'জানু', 'ltr'],
    ['ka', 'ru', 'იანვარი', 'ltr'],
    ['ur', 'fa', 'جنوری', 'rtl'],
  ])(
    '%s begins beside %s, with its own months, and goes to a page',
    async (tag, near, january, direction) => {
      const files = smallAppeal('strike', {});
      files['strike/appeal.yaml'] = files['strike/appeal.yaml']!.replace(
        '\nlanguages:\n',
        `\nlanguages:\n  - { tag: ${tag}, fallback: en, review: draft }\n`,
      );
      const cwd = await makeFolder(files);
      const lacking = await handbill(cwd, 'check strike');
      expect(lacking.stderr).toContain(`handbill translate new ${tag} strike`);
      const ran = await handbill(cwd, `translate new ${tag} strike --json`);
      expect(JSON.parse(ran.stdout)).toMatchObject({ language: tag, near });
      const text = await readFile(join(cwd, `strike/templates/words/${tag}.yaml`), 'utf8');
      const made = words.parse(parse(text, { schema: 'failsafe' }));
      expect(made).toMatchObject({ language: tag, direction, review: 'draft' });
      expect(made.dates!.months[0]!.startsWith(january)).toBe(true);
      const tried = await handbill(cwd, `words try ${tag} --appeal strike --json`);
      expect(JSON.stringify(JSON.parse(tried.stdout))).toContain(made.dates!.months[4]!);
      const page = await handbill(cwd, `make strike --lang ${tag} --format txt --out out`);
      expect(page.code).toBe(0);
      expect((await listFiles(join(cwd, 'out'))).some((file) => file.includes(`.${tag}.`))).toBe(true);
      const again = await handbill(cwd, `translate new ${tag} strike`);
      expect(again.code).toBe(1);
      expect(await readFile(join(cwd, `strike/templates/words/${tag}.yaml`), 'utf8')).toBe(text);
    },
  );

  test.each(['po', 'xliff'])(
    'its phrases go to translators as %s and come back to their places',
    async (format) => {
      const cwd = await makeFolder(smallAppeal('strike', {}));
      await handbill(cwd, 'translate new ro strike');
      const file = `ro.${format}`;
      await handbill(cwd, `translate export strike --words ro --format ${format} --to ${file}`);
      const text = await readFile(join(cwd, file), 'utf8');
      const { messages } = format === 'po' ? parsePo(source(text)) : parseXliff(source(text));
      expect(messages.length).toBeGreaterThan(250);
      expect(messages.every(({ translation }) => translation === '')).toBe(true);
      const said = messages.map((message) => ({
        ...message,
        // Each letter of a word is another, what stands in braces stays.
        translation: message.original
          .split(/(\{\{[^}]*\}\}|\{[^}]*\})/)
          .map((part, i) => (i % 2 === 1 ? part : part.replace(/\p{L}/gu, 'ă')))
          .join(''),
        note: undefined,
        reference: undefined,
        fuzzy: false,
      }));
      const head = { project: 'x', language: 'ro', original: 'en' };
      const back =
        format === 'po'
          ? (await import('../../src/write/po.ts')).formatPo(head, said)
          : formatXliff(head, said);
      await writeFile(join(cwd, file), back);
      const taken = await handbill(cwd, `translate import ${file} strike`);
      expect(taken.stderr).toBe('');
      expect(taken.stdout).toContain(`texts in ro taken over`);
      const status = await handbill(cwd, 'translate status strike --words ro --json');
      expect(JSON.parse(status.stdout).english).toEqual([]);
      const own = parse(await readFile(join(cwd, 'strike/templates/words/ro.yaml'), 'utf8'));
      expect(own.labels['we-demand']).toBe('ăă ăăăăăă');
      expect(words.safeParse(own).error?.issues ?? []).toEqual([]);
      expect(await readFile(join(cwd, 'strike/templates/letter/company.ro.md'), 'utf8')).toMatch(/ăă ăăă/);
      expect((await handbill(cwd, `translate import ${file} strike`)).stdout).toMatch(/^0 texts in ro/);
    },
  );

  test('a translation without its places is refused, and nothing is written', async () => {
    const cwd = await makeFolder(smallAppeal('strike', {}));
    await handbill(cwd, 'translate new ro strike');
    const before = await readFile(join(cwd, 'strike/templates/words/ro.yaml'), 'utf8');
    const entry = {
      id: 'words/labels/page-of',
      original: 'Page {n} of {total}',
      translation: 'Pagina {n}',
      fuzzy: false,
    };
    await writeFile(
      join(cwd, 'ro.xlf'),
      formatXliff({ project: 'x', language: 'ro', original: 'en' }, [entry]),
    );
    const ran = await handbill(cwd, 'translate import ro.xlf strike');
    expect(ran.code).toBe(1);
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain('expected {n} {total}');
    expect(await readFile(join(cwd, 'strike/templates/words/ro.yaml'), 'utf8')).toBe(before);
  });

  test('files that come with handbill aren’t begun anew', async () => {
    const cwd = await makeFolder(smallAppeal('strike', {}));
    expect((await handbill(cwd, 'translate new de strike')).code).toBe(1);
    expect((await handbill(cwd, 'translate new nonsense-tag strike')).code).toBe(2);
  });
});

describe('XLIFF', () => {
  const texts = [
    'a < b & "c" > d',
    '{killed} – ]]>',
    ' leading\n\tand trailing ',
    'bell\u0007 nul\u0000',
    'carriage\r\nreturn',
    '𝔘 \ud800 lone',
    'العربية عربي',
    '<script>&amp;</script>',
  ];

  test('gives every text back as it was, with its state', () => {
    const entries = texts.flatMap((original, i) =>
      ['', ...texts].map((translation, k) => ({
        id: `t/${i}-${k}`,
        original,
        translation,
        note: original,
        reference: 'a b:1',
        fuzzy: (i + k) % 2 === 0,
      })),
    );
    const { language, messages } = parseXliff(
      source(formatXliff({ project: 'p\n"', language: 'kk', original: 'en' }, entries)),
    );
    expect(language).toBe('kk');
    expect(messages.map(({ id, original, translation }) => ({ id, original, translation }))).toEqual(
      entries.map(({ id, original, translation }) => ({ id, original, translation })),
    );
    for (const [i, { fuzzy, translation }] of entries.entries())
      expect(messages[i]!.fuzzy).toBe(fuzzy || translation === '');
  });

  test('what a tool cut into segments is one text again', () => {
    const xml = `<xliff version="2.1" trgLang="de"><file><unit name="a"><segment state="final"><source>One. </source><target>Eins. </target></segment><ignorable><source> </source></ignorable><segment state="reviewed"><source>Two.</source><target><pc id="1">Zwei.</pc></target></segment></unit></file></xliff>`;
    expect(parseXliff(source(xml)).messages).toEqual([
      { id: 'a', original: 'One.  Two.', translation: 'Eins. Zwei.', fuzzy: false, line: 1 },
    ]);
  });

  test('what a translation memory proposes is no translation', () => {
    const match = '<m:matches><m:match><source>Two.</source><target>Deux.</target></m:match></m:matches>';
    const xml = `<xliff version="2.0" trgLang="de"><file><unit name="a">${match}<segment state="final"><source>One.</source><target>Eins.</target></segment></unit></file></xliff>`;
    expect(parseXliff(source(xml)).messages).toMatchObject([{ original: 'One.', translation: 'Eins.' }]);
  });

  test.each([
    [
      'entities of its own',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff version="2.0"><unit name="a"><source>&b;</source></unit></xliff>',
    ],
    [
      'a file that it would read',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="2.0"><unit name="a"><source>&a;</source></unit></xliff>',
    ],
    ['another version', '<xliff version="1.2"><file/></xliff>'],
    ['an end that is missing', '<xliff version="2.0"><file>'],
    ['another document', '<?xml version="1.0"?><html/>'],
  ])('refuses %s', (_, xml) => {
    expect(() => parseXliff(source(xml, 'x.xlf'))).toThrow();
  });
});
