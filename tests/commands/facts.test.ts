import { execFile } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { GitResult } from '../../src/terminal/io.ts';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const FACTS = `id,text.en,sources,quantity,unit.en,value,qualifier,voice,saidOn,saidIn,note
shots,"Shots were fired: {killed}.",source-1,killed,dead,11,,official,2026-05-01,source-1,"first count"
shots,,,killed,,70,more-than,residents,2026-05-01,source-1,
rumour,A rumour.,source-1,,,,,,,,
`;

const VOICES = `voices:
  - id: official # the ministry
    text: { en: according to official data }
  - id: residents
    text: { en: according to residents }
  - id: doctors
    text: { en: according to doctors }
`;

/** The small appeal with a disputed figure. */
function disputed(changes: Record<string, string> = {}): Record<string, string> {
  const files = smallAppeal('a', { 'facts.csv': FACTS, ...changes });
  return {
    ...files,
    'a/appeal.yaml': files['a/appeal.yaml']!.replace('sources:\n', `${VOICES}\nsources:\n`),
  };
}

async function texts(cwd: string, ...names: string[]): Promise<string[]> {
  return Promise.all(names.map((name) => readFile(join(cwd, 'a', name), 'utf8')));
}

test('list, show and log fit 80 columns, and --json tells the same', async () => {
  for (const line of ['facts list', 'facts show killed', 'facts log', 'facts diff --from 2011-12-16']) {
    const { code, stdout } = await handbill('/', line);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((l) => [...l].length > 80)).toEqual([]);
    expect(JSON.parse((await handbill('/', `${line} --json`)).stdout)).toMatchObject({ ok: true });
  }
});

test('show tells both, where a fact and a person have one id', async () => {
  const { stdout } = await handbill('/', 'facts show turbayev');
  expect(stdout).toMatch(/was killed by unknown persons[\s\S]*Cyrl: Жаксылык Турбаев/);
});

test('list tells the newest of each voice by a day', async () => {
  const killed = async (line: string) =>
    (await handbill('/', line)).stdout.match(/prosecutor-general .*/)?.[0];
  expect(await killed('facts list --date 2011-12-16')).toMatch(/2011-12-16 +10 +\(reuters/);
  expect(await killed('facts list --date 2011-12-17')).toMatch(/2011-12-17 +11 +\(rferl/);
  expect(await killed('facts list')).toMatch(/2012-01-25 +14 /);
});

test('diff tells what was said between two days', async () => {
  const { stdout } = await handbill('/', 'facts diff --from 2011-12-16 --to 2011-12-18 --json');
  expect(JSON.parse(stdout).changes).toContainEqual({
    fact: 'killed',
    figure: 'killed',
    voice: 'prosecutor-general',
    was: '10',
    now: '13',
    source: 'gifiles-2011-12-18',
  });
});

describe('correct', () => {
  test('changes the row and nothing else, and keeps what it was', async () => {
    const cwd = await makeFolder(disputed());
    const [head, before] = await texts(cwd, 'appeal.yaml', 'facts.csv');
    const ran = await handbill(cwd, [
      ...'facts correct killed a --voice official --value 13 --source source-1 --date 2026-05-03'.split(' '),
      '--reason',
      'two died, in hospital',
    ]);
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('was 11, is 13') });
    const [headNow, now, kept] = await texts(cwd, 'appeal.yaml', 'facts.csv', 'corrections.csv');
    expect(headNow).toBe(head);
    expect(now).toBe(
      before!.replace(
        '11,,official,2026-05-01,source-1,"first count"',
        '13,,official,2026-05-03,source-1,"two died, in hospital"',
      ),
    );
    expect(kept).toBe(`fact,figure,voice,date,was,wasSaidOn,wasSaidIn,now,reason,source
shots,killed,official,2026-05-03,11,2026-05-01,source-1,13,"two died, in hospital",source-1
`);
    expect((await handbill(cwd, 'facts log a')).stdout).toMatch(
      /2026-05-03 +shots\.killed\/official +11 → 13/,
    );
    expect((await handbill(cwd, 'facts list a --date 2026-05-02')).stdout).toMatch(
      /official +2026-05-01 +11 /,
    );
  });

  test('a new source is added to the appeal, and asOf follows', async () => {
    const files = disputed();
    files['a/appeal.yaml'] = files['a/appeal.yaml']!.replace(
      'issued: 2026-05-02',
      'issued: 2026-05-02\nasOf: 2026-05-02',
    );
    const cwd = await makeFolder(files);
    const line =
      'facts correct shots a --voice residents --value 80 --source https://www.example.org/news?x=1 --date 2026-05-04';
    expect(await handbill(cwd, line)).toMatchObject({ code: 0, stderr: '' });
    const [head, facts] = await texts(cwd, 'appeal.yaml', 'facts.csv');
    expect(head).toBe(
      `${files['a/appeal.yaml']!.replace('asOf: 2026-05-02', 'asOf: 2026-05-04').trimEnd()}
  - id: example-org-2026-05-04
    title: example.org
    url: "https://www.example.org/news?x=1"
    date: 2026-05-04
`,
    );
    expect(facts).toContain('shots,,,killed,,80,,residents,2026-05-04,example-org-2026-05-04,\n');
  });

  test('a voice that had said nothing gets a row below the others', async () => {
    const cwd = await makeFolder(disputed());
    const line = 'facts correct killed a --voice doctors --value 30-40 --source source-1 --date 2026-05-04';
    expect(await handbill(cwd, line)).toMatchObject({ code: 0, stderr: '' });
    const [facts, kept] = await texts(cwd, 'facts.csv', 'corrections.csv');
    expect(facts!.split('\n')[3]).toBe('shots,,,killed,,30-40,,doctors,2026-05-04,source-1,');
    expect(kept).toContain('shots,killed,doctors,2026-05-04,,,,30-40,,source-1');
  });

  test('a withdrawn fact', async () => {
    const cwd = await makeFolder(disputed());
    const line = 'facts correct rumour a --status withdrawn --source source-1 --date 2026-05-04';
    expect(await handbill(cwd, line)).toMatchObject({ code: 0, stderr: '' });
    const [facts, kept] = await texts(cwd, 'facts.csv', 'corrections.csv');
    expect(facts).toMatch(/^rumour,A rumour\.,source-1,.*,withdrawn$/m);
    expect(kept).toContain('rumour,,,2026-05-04,reported,,,withdrawn,,source-1');
  });

  test('facts as YAML, and an appeal that is one JSON file', async () => {
    const yaml = `# The facts.
- id: shots
  text: { en: "Shots were fired: {killed}." } # short
  sources: [source-1]
  figures:
    - quantity: killed
      unit: { en: dead }
      claims:
        - { value: 11, voice: official, asOf: 2026-05-01, source: source-1 } # first
        - value: 70
          qualifier: more-than
          voice: residents
          source: source-1
`;
    const { 'a/facts.csv': _, ...rest } = disputed();
    const cwd = await makeFolder({ ...rest, 'a/facts.yaml': yaml });
    const correct = (line: string) =>
      handbill(cwd, `facts correct killed ${line} --source source-1 --date 2026-05-04`);
    expect(await correct('a --voice official --value 13')).toMatchObject({ code: 0, stderr: '' });
    expect(await correct('a --voice residents --value 90')).toMatchObject({ code: 0, stderr: '' });
    expect((await texts(cwd, 'facts.yaml'))[0]).toBe(
      yaml
        .replace(
          'value: 11, voice: official, asOf: 2026-05-01',
          'value: 13, voice: official, asOf: 2026-05-04',
        )
        .replace('value: 70\n          qualifier: more-than', 'value: 90')
        .replace(
          'voice: residents\n          source: source-1',
          'voice: residents\n          source: source-1\n          asOf: 2026-05-04',
        ),
    );
    const one = await handbill(cwd, 'facts list a --json');
    expect(JSON.parse(one.stdout).facts[0].figures[0].claims).toMatchObject([
      { value: '13' },
      { value: '90' },
    ]);
  });

  test.each([
    ['facts correct killed a --value 13 --source source-1', 'add --voice, one of official, residents'],
    ['facts correct kiled a --voice official --value 13 --source source-1', 'Did you mean killed?'],
    ['facts correct killed a --voice official --value 11 --source source-1', 'is 11 already'],
    ['facts correct killed a --voice official --value many-dead --source source-1', '--value: expected 13'],
    ['facts correct killed a --voice official --value 9 --source sourse-1', 'Did you mean source-1?'],
    [
      'facts correct killed a --voice official --value 9 --source source-1 --date 2026-04-30',
      'before the day',
    ],
    ['facts correct rumour a --value 9 --source source-1', 'has no figure'],
    ['facts correct killed a --source source-1', 'needs --value or --status'],
    ['facts correct killed a --value 9 --source=', 'facts correct needs --source'],
    ['facts correct killed --value 13 --source appeal', 'the bundled example stays as it is'],
  ])('%s is wrong use', async (line, message) => {
    const cwd = await makeFolder(disputed());
    expect(await handbill(cwd, line)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  test('a voice that nobody knows is a problem at its place, and nothing is written', async () => {
    const cwd = await makeFolder(disputed());
    const ran = await handbill(cwd, 'facts correct killed a --voice ofical --value 13 --source source-1');
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('Did you mean official?') });
    expect(await texts(cwd, 'facts.csv')).toEqual([FACTS]);
  });
});

describe('names', () => {
  const PEOPLE = `people:
  - id: turbayev # strikers' spokesman
    name: { Latn: Zhaksalyk Turbaev, fr: Jaksylyk Tourbaïev }
    source: source-1 # as printed
  - id: aminov
    name: { Latn: Akzhanat Aminov }
`;
  const named = (corrections?: string) => {
    const files = smallAppeal('a', corrections === undefined ? {} : { 'corrections.csv': corrections });
    const head = files['a/appeal.yaml']!;
    return { ...files, 'a/appeal.yaml': head.replace(/^sources:/m, `${PEOPLE}sources:`) };
  };
  const CORRECT = [
    ...'facts correct turbayev a --lang Latn --date 2026-05-04 --source https://www.example.org/n'.split(' '),
    '--value',
    'Zhaksalyk Turbayev',
  ];

  test('a misspelt name is set right in its place; log, show, list and diff tell what it was', async () => {
    const cwd = await makeFolder(named());
    const [before] = await texts(cwd, 'appeal.yaml');
    expect(await handbill(cwd, CORRECT)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(
        /turbayev \(Latn\) was Zhaksalyk Turbaev, is Zhaksalyk Turbayev\.[\s\S]*Changed: a\/appeal\.yaml:\d+[\s\S]*corrections\.csv:1-2\.[\s\S]*: handbill facts check a/,
      ),
    });
    const [head, kept] = await texts(cwd, 'appeal.yaml', 'corrections.csv');
    expect(head).toContain(`  - id: turbayev # strikers' spokesman
    name: { Latn: Zhaksalyk Turbayev, fr: Jaksylyk Tourbaïev }
    asOf: 2026-05-04
    sources:
      - source-1
      - example-org-2026-05-04
  - id: aminov
`);
    expect(head!.slice(0, head!.indexOf('people:'))).toBe(before!.slice(0, before!.indexOf('people:')));
    expect(kept).toBe(`person,language,date,was,wasSaidOn,wasSaidIn,now,reason,source
turbayev,Latn,2026-05-04,Zhaksalyk Turbaev,,source-1,Zhaksalyk Turbayev,,example-org-2026-05-04
`);
    const told = /turbayev \(Latn\) +Zhaksalyk Turbaev → Zhaksalyk\s+Turbayev/;
    for (const line of ['facts log a --fact turbayev', 'facts show turbayev a'])
      expect((await handbill(cwd, line)).stdout).toMatch(/turbayev \(Latn\) +Zhaksalyk Turbaev →/);
    expect((await handbill(cwd, 'facts list a')).stdout).toMatch(/turbayev .*2026-05-04 +Zhaksalyk Turbayev/);
    expect((await handbill(cwd, 'facts list a --date 2026-05-03')).stdout).toContain('Zhaksalyk Turbaev ');
    const diff = await handbill(cwd, 'facts diff a --from 2026-05-03 --json');
    expect(JSON.parse(diff.stdout).changes).toEqual([
      {
        person: 'turbayev',
        language: 'Latn',
        was: 'Zhaksalyk Turbaev',
        now: 'Zhaksalyk Turbayev',
        source: 'example-org-2026-05-04',
      },
    ]);
    expect((await handbill(cwd, 'facts diff a --from 2026-05-03')).stdout).toMatch(told);
  });

  test('a status, and a name in a table that held figures only', async () => {
    const cwd = await makeFolder(
      named('fact,date,was,now,source\nwhat-happened,2026-05-03,disputed,reported,source-1\n'),
    );
    const line = 'facts correct aminov a --status confirmed --source source-1 --date 2026-05-04';
    expect(await handbill(cwd, line)).toMatchObject({ code: 0, stderr: '' });
    expect(await handbill(cwd, CORRECT)).toMatchObject({ code: 0, stderr: '' });
    const shown = await handbill(cwd, 'facts list a --json');
    expect(JSON.parse(shown.stdout).people).toMatchObject([
      { id: 'turbayev', status: 'reported', asOf: '2026-05-04' },
      { id: 'aminov', status: 'confirmed', source: 'source-1' },
    ]);
  });

  test.each([
    ['facts correct turbayev a --value X --source source-1', 'add --lang, one of Latn, fr'],
    ['facts correct turbayev a --lang ltn --value X --source source-1', 'has no name in ltn'],
    ['facts correct turbaev a --lang fr --value X --source source-1', 'Did you mean turbayev?'],
    ['facts correct what-happened a --lang en --status disputed --source source-1', '--lang is for names'],
    ['facts correct aminov a --voice x --value X --source source-1', 'a name has no voice'],
    ['facts correct turbayev a --status reported --source source-1', 'is reported already'],
  ])('%s is wrong use', async (line, message) => {
    const cwd = await makeFolder(named());
    expect(await handbill(cwd, line)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  test('a correction of nobody, in no language or without a known source, is told at its line', async () => {
    const cwd = await makeFolder(
      named(`person,language,date,was,now,source
turbayef,Latn,2026-05-03,A,B,source-1
turbayev,ru,2026-05-03,A,B,source-9
`),
    );
    const { code, stderr } = await handbill(cwd, 'facts list a');
    expect(code).toBe(1);
    expect(stderr).toMatch(/corrections\.csv:2:1 .*no person "turbayef"/);
    expect(stderr).toMatch(/corrections\.csv:3:10 .*no name of this person in "ru"/);
    expect(stderr).toMatch(/corrections\.csv:3:\d+ .*no source "source-9"/);
  });
});

describe('diff between revisions', () => {
  const run = promisify(execFile);
  const git = async (args: readonly string[], cwd: string): Promise<GitResult> =>
    run('git', args, { cwd }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error) => ({ code: error.code, stdout: '', stderr: error.stderr }),
    );

  test('tells what a commit changed', async () => {
    const cwd = await makeFolder(disputed());
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      [...who, 'commit', '-qm', 'one'],
    ])
      await git(args, cwd);
    await handbill(
      cwd,
      'facts correct killed a --voice official --value 13 --source source-1 --date 2026-05-03',
    );
    const { stdout } = await handbill(cwd, 'facts diff a --from HEAD --json', { git });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      changes: [{ figure: 'killed', voice: 'official', was: '11', now: '13' }],
    });
    const lost = await handbill(cwd, 'facts diff a --from HEAD~9', { git });
    expect(lost).toMatchObject({ code: 1, stderr: expect.stringContaining('HEAD~9') });
  });

  test('without git it says so', async () => {
    const cwd = await makeFolder(disputed());
    const ran = await handbill(cwd, 'facts diff a --from HEAD');
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('git was not found') });
  });
});

test('the bundled appeal can be copied and corrected', async () => {
  const cwd = await makeFolder();
  await cp('data/zhanaozen', join(cwd, 'a'), { recursive: true });
  const line =
    'facts correct killed a --voice official --value 13 --source gifiles-2011-12-18 --date 2011-12-18';
  expect(await handbill(cwd, line)).toMatchObject({ code: 0 });
  expect((await handbill(cwd, 'leaflets a --lang en,kk --quiet')).code).toBe(0);
});

test('no name of the bundled appeal is told as misspelt, in any of its languages', async () => {
  const { code, stdout } = await handbill('/', 'facts check --json');
  expect(code).toBe(0);
  const told = JSON.parse(stdout).problems as { code: string; message: string }[];
  expect(told.filter((problem) => problem.code === 'misspelt-name')).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
});

test('a correction is taken back by edit --undo, and made again by it', async () => {
  const cwd = await makeFolder(disputed());
  const names = ['appeal.yaml', 'facts.csv'];
  const before = await texts(cwd, ...names);
  const line =
    'facts correct killed a --voice official --value 13 --source https://www.example.org/ --date 2026-05-03';
  const { stdout } = await handbill(cwd, line);
  expect(stdout).toContain('To take it back: handbill edit a --undo');
  const after = await texts(cwd, ...names, 'corrections.csv');
  expect(after.slice(0, 2)).not.toEqual(before);
  expect((await handbill(cwd, 'edit a --undo')).code).toBe(0);
  expect(await texts(cwd, ...names)).toEqual(before);
  const log = await handbill(cwd, 'facts log a');
  expect([log.code, log.stderr]).toEqual([0, '']);
  expect(log.stdout).not.toContain('13');
  await handbill(cwd, 'edit a --undo');
  expect(await texts(cwd, ...names, 'corrections.csv')).toEqual(after);
});
