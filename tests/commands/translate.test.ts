import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { po } from 'gettext-parser';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { handbill } from './run.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await makeFolder();
  await cp('data/zhanaozen', join(cwd, 'a'), { recursive: true });
});

const read = (name: string) => readFile(join(cwd, name), 'utf8');

async function exportTo(name: string, language: string): Promise<string> {
  expect(await handbill(cwd, `translate export a --lang ${language} --to ${name}`)).toMatchObject({
    code: 0,
  });
  return read(name);
}

/** States of the texts in one language, by id. */
async function statesIn(language: string): Promise<Map<string, string>> {
  const { stdout } = await handbill(cwd, `translate status a --lang ${language} --json`);
  const { texts } = JSON.parse(stdout) as { texts: Record<string, string>[] };
  return new Map(texts.map((text) => [text.id!, text[language]!]));
}

test('status is a table of languages at 80 columns', async () => {
  const { code, stdout } = await handbill(cwd, 'translate status a');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^LANGUAGE +ORIGINAL +REVIEWED +DRAFT +STALE +MISSING\nen +\d+$/m);
  expect(stdout).toMatch(/^kk +\d+$/m);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('an export names the place and the placeholders of each text, and is the same each time', async () => {
  const text = await exportTo('kk.po', 'kk');
  expect(text).toContain(`#: a/facts.csv:3
#. {killed}: a figure with who says so; keep it as it is.
#, fuzzy
msgctxt "fact/killed/text"
msgid "Many workers were killed: {killed}."
msgstr "Көптеген жұмысшы өлтірілді: {killed}."
`);
  expect(await exportTo('again.po', 'kk')).toBe(text);
});

test('what is exported comes back unchanged through gettext-parser, and changes nothing', async () => {
  const text = await exportTo('kk.po', 'kk');
  const compiled = new TextDecoder().decode(po.compile(po.parse(text, { validation: true })));
  expect(compiled).toBe(text);
  await writeFile(join(cwd, 'kk.po'), compiled);
  const before = [await read('a/appeal.yaml'), await read('a/facts.csv')];
  expect(await handbill(cwd, 'translate import kk.po a')).toMatchObject({
    code: 0,
    stdout: '0 texts in kk taken over.\n',
  });
  expect([await read('a/appeal.yaml'), await read('a/facts.csv')]).toEqual(before);
});

describeWith(['msgfmt'], 'gettext', () => {
  test('takes the file, with nothing to complain of', async () => {
    await exportTo('kk.po', 'kk');
    await exportTo('it.po', 'it');
    for (const name of ['kk.po', 'it.po'])
      await promisify(execFile)('msgfmt', ['--check', '-o', '/dev/null', join(cwd, name)]);
  });
});

test('reviewed texts come back with who read them and what they translate; the data file keeps its shape', async () => {
  const text = await exportTo('kk.po', 'kk');
  await writeFile(
    join(cwd, 'kk.po'),
    text.replaceAll('#, fuzzy\n', '').replace('Көптеген жұмысшы өлтірілді', 'Жұмысшылардың көбі өлтірілді'),
  );
  const before = await read('a/appeal.yaml');
  const ran = await handbill(cwd, ['translate', 'import', 'kk.po', 'a', '--by', 'Ada Example']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const after = await read('a/appeal.yaml');
  expect(after).toMatch(
    /^ {2}kk: \{ text: "Шұғыл: .*", review: reviewed, of: [0-9a-f]{12}, by: Ada Example \}$/m,
  );
  const others = (yaml: string) => yaml.split('\n').filter((line) => !/^ +kk: /.test(line));
  expect(others(after)).toEqual(others(before));
  expect((await read('a/facts.csv')).split('\n')[0]).toMatch(/,text\.kk\.review,text\.kk\.of,text\.kk\.by/);
  const states = await statesIn('kk');
  expect([...states].filter(([id, state]) => state !== 'reviewed' && !id.includes('/unit/'))).toEqual([]);
  expect((await exportTo('kk2.po', 'kk')).split('\n')).toEqual(
    expect.arrayContaining(['msgstr "Жұмысшылардың көбі өлтірілді: {killed}."']),
  );
});

test('a reviewed translation is stale once its original changes, and it is told at its line', async () => {
  const text = await exportTo('kk.po', 'kk');
  await writeFile(join(cwd, 'kk.po'), text.replaceAll('#, fuzzy\n', ''));
  await handbill(cwd, 'translate import kk.po a');
  const head = await read('a/appeal.yaml');
  await writeFile(
    join(cwd, 'a/appeal.yaml'),
    head.replace('Stop the massacre of workers', 'Stop the massacre'),
  );
  expect((await statesIn('kk')).get('demand/stop-massacre')).toBe('stale');
  const line = head.split('\n').findIndex((l) => l.includes('Жұмысшыларды қыруды тоқтату')) + 1;
  const check = await handbill(cwd, 'make a --lang kk --format txt --dry-run --json');
  expect(JSON.parse(check.stdout).problems).toContainEqual(
    expect.objectContaining({ code: 'stale-translation', at: { file: 'a/appeal.yaml', line, column: 11 } }),
  );
  // What was translated from the old wording stays stale when it comes back late.
  const late = await handbill(cwd, 'translate import kk.po a --json');
  expect(JSON.parse(late.stdout)).toMatchObject({
    ok: true,
    taken: 0,
    problems: [{ code: 'stale-translation' }],
  });
});

test('a language that is new: texts are added beside the others', async () => {
  const text = await exportTo('nl.po', 'nl');
  const filled = text.replace(/(msgid "Shot for striking"\nmsgstr )""/, '$1"Beschoten om een staking"');
  await writeFile(
    join(cwd, 'nl.po'),
    filled.replace(/(msgid "one: [^"]*"\nmsgstr )""/, '$1"one: arbeider; other: arbeiders"'),
  );
  expect(await handbill(cwd, 'translate import nl.po a')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^2 texts in nl/),
  });
  expect(await read('a/appeal.yaml')).toMatch(
    /^ {2}nl: \{ text: Beschoten om een staking, review: reviewed, of: /m,
  );
  expect(await read('a/facts.csv')).toContain('one: arbeider; other: arbeiders');
});

describe('a file is read as other programs write it', () => {
  const HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: LANGUAGE\\n"\n\n';
  const importOf = async (text: string) => {
    await writeFile(join(cwd, 'x.po'), text);
    const { code, stdout } = await handbill(cwd, 'translate import x.po a --json');
    return { code, ...(JSON.parse(stdout) as { language: string; taken: number; problems: object[] }) };
  };

  test.each([
    ['kk_KZ', 'kk'],
    ['kk_KZ.UTF-8', 'kk'],
    ['zh_CN', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['sr@latin', 'sr-Latn'],
    ['nl_NL', 'nl'],
    ['pt_AO', 'pt-AO'],
  ])('its language %s is %s', async (named, language) => {
    expect(await importOf(HEAD.replace('LANGUAGE', named))).toMatchObject({ code: 0, language, taken: 0 });
  });

  test('letters as codes of their bytes, lines that end as on Windows, contexts on lines of their own', async () => {
    const message = [
      'msgctxt ""',
      '"demand/"',
      '"inquiry"',
      'msgid "Allow an independent inquiry into the killings"',
      'msgstr "\\323\\230\\xd0\\xb4\\321\\226\\320\\273 \\\\303 \\"x\\""',
      '',
      '#~ msgctxt "demand/gone"',
      '#~ msgid "Gone"',
      '#~ msgstr "Gone"',
    ];
    const po = `${HEAD.replace('LANGUAGE', 'kk')}${message.join('\n')}\n`.replaceAll('\n', '\r\n');
    const ran = await importOf(po);
    expect(ran).toMatchObject({ code: 0, language: 'kk', taken: 1 });
    expect(await read('a/appeal.yaml')).toContain('Әділ \\\\303 \\"x\\"');
    const lost = po.replace('\\\\303', '{lost}');
    expect((await importOf(lost)).problems).toContainEqual(
      expect.objectContaining({ code: 'placeholder', at: { file: 'x.po', line: 4 } }),
    );
  });

  test('what was made from an older wording is taken as that, and a guess from another text isn’t taken', async () => {
    const fuzzy = (previous: string) =>
      `${HEAD.replace('LANGUAGE', 'kk')}#, c-format, fuzzy\n${previous}msgctxt "demand/inquiry"\nmsgid "Allow an independent inquiry into the killings"\nmsgstr "Тергеу"\n`;
    const guess = fuzzy('#| msgctxt "demand/other"\n#| msgid "An inquiry"\n');
    expect(await importOf(guess)).toMatchObject({ code: 0, taken: 0, problems: [] });
    const older = fuzzy('#| msgctxt "demand/inquiry"\n#| msgid ""\n#| "An "\n#| "inquiry"\n');
    expect(await importOf(older)).toMatchObject({
      code: 0,
      taken: 1,
      problems: [{ code: 'stale-translation' }],
    });
    expect((await statesIn('kk')).get('demand/inquiry')).toBe('stale');
  });
});

describe('what is wrong with a file is told at its line, and nothing is taken', () => {
  test.each([
    ['a lost placeholder', 'өлтірілді: {killed}.', 'өлтірілді.', 'placeholder', 'fact/killed/text'],
    ['another placeholder', 'өлтірілді: {killed}.', 'өлтірілді: {kiled}.', 'placeholder', 'fact/killed/text'],
    [
      'a string that has no end',
      'msgstr "Ереуілге оқ атылды"',
      'msgstr "Ереуілге оқ атылды',
      'po-syntax',
      undefined,
    ],
  ])('%s', async (_, was, now, code, id) => {
    const text = await exportTo('kk.po', 'kk');
    const wrong = text.replace(was, now);
    expect(wrong).not.toBe(text);
    await writeFile(join(cwd, 'kk.po'), wrong);
    const before = await read('a/facts.csv');
    const ran = await handbill(cwd, 'translate import kk.po a --json');
    expect(ran.code).toBe(1);
    const line = id === undefined ? undefined : text.split('\n').indexOf(`msgctxt "${id}"`) + 1;
    expect(JSON.parse(ran.stdout).problems).toContainEqual(
      expect.objectContaining({ code, at: line === undefined ? { file: 'kk.po' } : { file: 'kk.po', line } }),
    );
    expect(await read('a/facts.csv')).toBe(before);
  });

  test('a text that is gone is left out', async () => {
    const text = await exportTo('kk.po', 'kk');
    await writeFile(join(cwd, 'kk.po'), text.replaceAll('demand/inquiry', 'demand/gone'));
    const ran = await handbill(cwd, 'translate import kk.po a --json');
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: true, problems: [{ code: 'unknown-reference' }] });
  });
});

/** How PO writes what a raw file can't hold. */
const codes = new Map([
  ['\r', '\\r'],
  ['\0', '\\000'],
]);

test.each(['\r', '\u202E', '\u2028', '\0', '\u0085'])(
  'a translation with %j in it is refused with its line',
  async (character) => {
    const text = await exportTo('kk.po', 'kk');
    const bad = text.replace(
      'msgstr "Көптеген',
      () => `msgstr "Көпт${codes.get(character) ?? character}еген`,
    );
    await writeFile(join(cwd, 'kk.po'), bad);
    const before = await read('a/facts.csv');
    const { code, stderr } = await handbill(cwd, 'translate import kk.po a');
    const id = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    expect(code).toBe(1);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(new RegExp(`kk\\.po:\\d+.*U\\+${id}`));
    expect(await read('a/facts.csv')).toBe(before);
  },
);

test('a translation with isolates, which Arabic needs around a name in other letters, is taken with a warning', async () => {
  const text = await exportTo('kk.po', 'kk');
  await writeFile(join(cwd, 'kk.po'), text.replace('msgstr "Көптеген', 'msgstr "\u2068Көптеген\u2069'));
  const { stdout } = await handbill(cwd, 'translate import kk.po a --json');
  const { problems } = JSON.parse(stdout);
  expect(problems.filter(({ code }: { code: string }) => code === 'hidden-character')).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('U+2068') },
    { severity: 'warning', message: expect.stringContaining('U+2069') },
  ]);
  expect(problems.some(({ severity }: { severity: string }) => severity === 'error')).toBe(false);
});

test('XML that begins with a comment or a document type is read as XLIFF, not as PO', async () => {
  await writeFile(join(cwd, 'kk.xlf'), '<!-- by hand --><html></html>');
  const { code, stderr } = await handbill(cwd, 'translate import kk.xlf a');
  expect(code).toBe(1);
  expect(stderr).toContain('XLIFF');
});
