import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ADDED } from '../../src/commands/added-kinds.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>';

/** Runs a command line that a person types, with quoted words in it. */
function typed(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

/** An appeal that its own flags made, in a folder whose name has a blank. */
async function strike(): Promise<string> {
  const cwd = await makeFolder();
  const made = await handbill(cwd, [
    ...['init', 'my strike', '--title', 'Free the strikers', '--issuer', 'Our union', '--when', '1 May 2025'],
    ...['--what', 'On 1 May the police arrested 12 strikers.', '--source', 'Our union, 2 May 2025'],
    ...['--demand', 'Release them; Drop the charges', '--to', 'Example Ltd'],
    ...['--to-address', '1 Example Road, 10115 Berlin, Germany'],
  ]);
  expect(made.code).toBe(0);
  await writeFile(join(cwd, 'my strike/p.svg'), SVG);
  return cwd;
}

const LINES = {
  fact: 'add fact "my strike" --what "On 2 May 30 people were fined." --when "2 May 2025" --source "Our union, 2 May 2025" --unit people --voice "according to the union"',
  figure:
    'add figure "my strike" --fact fact-1 --number 12 --unit strikers --voice "according to the police" --said-on "3 May 2025" --source "The police"',
  person:
    'add person "my strike" --name "Ana Example" --role chair --publish yes --source "Our union, 2 May 2025"',
  demand: 'add demand "my strike" --demand "Pay the wages; Talk"',
  target: 'add target "my strike" --to "Ministry of Labour" --to-address "Berlin, Germany" --to kz-de-berlin',
  event:
    'add event "my strike" --event picket --event-date "8 Dec 2026" --event-time "6 pm" --event-place Gate --event-city Berlin',
  language: 'add language German "my strike"',
  picture: 'add picture "my strike" --file p.svg --alt Gate',
  source: 'add source "my strike" --source "A paper, 3 May 2025" --url example.org/x',
} as const satisfies Record<(typeof ADDED)[number], string>;

test('everything can be added, what was there stays as it was, and what is told next can be typed', async () => {
  const cwd = await strike();
  const file = (name: string) => readFile(join(cwd, 'my strike', name), 'utf8');
  const before = await file('appeal.yaml');
  const comments = before.match(/^#.*$/gm)!;
  // A language that lacks texts is an error of what would print them: it comes last.
  for (const kind of [...ADDED.filter((one) => one !== 'language'), 'language'] as const) {
    const ran = await handbill(cwd, typed(LINES[kind]));
    expect([kind, ran.code, ran.stderr]).toEqual([kind, 0, '']);
    const [, next = ''] = /(?:Next|Then): handbill (.*)\n$/.exec(ran.stdout) ?? [];
    expect(next).not.toBe('');
    if (kind !== 'language') expect((await handbill(cwd, typed(next))).code).toBe(0);
  }
  const head = await file('appeal.yaml');
  expect(head.match(/^#.*$/gm)).toEqual(comments);
  expect(head).toContain('en: "Drop the charges"');
  expect(head).toContain('text: { en: Pay the wages }');
  expect(head).toContain('targets: [example-ltd, ministry-of-labour, kz-de-berlin]');
  expect(head).toContain('url: https://example.org/x');
  expect((await file('facts.csv')).split('\n').slice(1, 3)).toEqual([
    'fact-1,event,2025-05-01,,On 1 May the police arrested {strikers}.,source-1,reported,strikers,strikers,12,voice-2,2025-05-03,source-2',
    'fact-2,,2025-05-02,,On 2 May {people} were fined.,source-1,,people,people,30,voice-1,,source-1',
  ]);
  expect(await file('events.csv')).toContain(
    'event-1,picket,2026-12-08,18:00,,Gate,,Berlin,Our union,Our union',
  );
  const made = await handbill(cwd, ['make', 'my strike', '--lang', 'en']);
  expect(made.code).toBe(0);
});

test('a language is added in one step: named, with its texts; what lacks and what stays is told once', async () => {
  const cwd = await strike();
  const asked = await handbill(cwd, typed('letters "my strike" --lang de'));
  expect(asked.stderr).toContain(`To add it: handbill add language de 'my strike'`);
  const added = await handbill(cwd, typed('add language deutsch "my strike"'));
  // By what can't be made without it: the summary stands on leaflets alone.
  expect(added.stdout).toMatch(/\nMissing in letters(, \w+)*: appeal\/title, /);
  const summary = /\nMissing in (.*): .*appeal\/summary/.exec(added.stdout)?.[1];
  expect(summary ?? 'leaflets').not.toContain('letters');
  expect(added.stdout).toContain('Stays as it is in the other language: “Our union”');
  const po = join(cwd, 'my strike/de.po');
  const text = (await readFile(po, 'utf8')).replace(/msgstr ""\n(?=\n|$)/g, (found, at) =>
    at < 10 ? found : 'msgstr "Wort"\n',
  );
  await writeFile(po, text);
  const next = /Then: handbill (.*)\n/.exec(added.stdout)![1]!;
  expect(await handbill(cwd, typed(next))).toMatchObject({ code: 0 });
  const letters = await handbill(cwd, typed('letters "my strike" --lang de,en --format txt'));
  expect(letters.code).toBe(0);
  expect((await listFiles(join(cwd, 'out/letters'))).length).toBe(1);
  const head = await readFile(join(cwd, 'my strike/appeal.yaml'), 'utf8');
  expect(head.match(/tag: de/g)).toHaveLength(1);
});

test('a language that no target reads is told to make no letter alone, with a command that makes one in both', async () => {
  const cwd = await makeFolder(smallAppeal('strike'));
  const added = await handbill(cwd, 'add language fr strike');
  expect(added.stdout).toContain('No target reads fr');
  const po = join(cwd, 'strike/fr.po');
  await writeFile(po, (await readFile(po, 'utf8')).replaceAll(/msgstr ""\n(?=\n|$)/g, 'msgstr "Mot"\n'));
  await handbill(cwd, 'translate import strike/fr.po strike');
  const command = /in both: handbill (.*)\n/.exec(added.stdout)![1]!;
  expect(await handbill(cwd, `${command} --format txt`)).toMatchObject({ code: 0 });
  expect((await listFiles(join(cwd, 'out/letters'))).length).toBeGreaterThan(0);
  const read = await handbill(cwd, 'add language en strike');
  expect(read.stdout).not.toContain('No target reads');
});

test('texts that are imported in a new language make it one of the appeal', async () => {
  const cwd = await makeFolder(smallAppeal('strike'));
  await handbill(cwd, 'translate export strike --lang fr --to fr.po');
  const po = await readFile(join(cwd, 'fr.po'), 'utf8');
  await writeFile(join(cwd, 'fr.po'), po.replaceAll(/msgstr ""\n(?=\n)/g, 'msgstr "Mot"\n'));
  expect((await handbill(cwd, 'translate import fr.po strike')).code).toBe(0);
  expect(await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8')).toContain('- tag: fr');
  expect((await handbill(cwd, 'translate status strike')).stdout).toMatch(/^fr /m);
});

test.each([
  [
    'en',
    'On 1 May the police arrested twelve strikers.',
    'strikers',
    'On 1 May the police arrested {strikers}.',
  ],
  ['es', 'Doce huelguistas fueron detenidos.', 'huelguistas', '{huelguistas} fueron detenidos.'],
])('a number in words becomes a figure as one in digits does: %s', async (language, what, unit, told) => {
  const cwd = await makeFolder({});
  const init = [
    'init',
    'strike',
    '--lang',
    language,
    '--title',
    'T',
    '--issuer',
    'U',
    '--when',
    '1 May 2025',
  ];
  const to = ['--to', 'Example Ltd', '--to-address', '1 Example Road, 10115 Berlin, Germany'];
  await handbill(cwd, [...init, '--what', what, '--source', 'U', '--demand', 'D', ...to]);
  const ran = await handbill(
    cwd,
    typed(`add figure strike --fact fact-1 --number 12 --unit ${unit} --voice "according to U"`),
  );
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  expect(await readFile(join(cwd, 'strike/facts.csv'), 'utf8')).toContain(told);
});

test('where no fact tells a number, no figure is made of one', async () => {
  const files = smallAppeal('strike');
  const facts = files['strike/facts.csv']!.replace('twelve strikers', 'strikers');
  const cwd = await makeFolder({ ...files, 'strike/facts.csv': facts });
  const ran = await handbill(cwd, 'add figure strike');
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('no fact tells a number') });
});

test.each([
  ['add figure strike', 'add figure without questions needs --unit'],
  ['add fact strike', 'add fact without questions needs --what, --source'],
  ['add language gibberishh strike', 'expected a language such as English or en'],
  ['add event strike --event picket --event-date never --event-place x --event-city y', 'expected a date'],
])('what is wrong is told, and nothing is written: %s', async (line, message) => {
  const cwd = await makeFolder(smallAppeal('strike'));
  const before = await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8');
  const ran = await handbill(cwd, line);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8')).toBe(before);
});

test.each([
  [['person', '--name', '', '--source', 'Us'], 'add person without questions needs --name'],
  [['person', '--name', 'A. Example', '--source', '  '], 'add person without questions needs --source'],
  [['source', '--source', ''], 'add source without questions needs --source'],
  [['picture', '--file', 'us.svg', '--alt', ' '], 'add picture without questions needs --alt'],
  [['fact', '--what', '', '--source', 'Us'], 'add fact without questions needs --what'],
  [['fact', '--what', 'They were fined.', '--source', ''], 'add fact without questions needs --source'],
  [['demand', '--demand', ''], 'add demand without questions needs --demand'],
  [['target', '--to', '', '--to-kind', 'union'], 'add target without questions needs --to'],
])('an empty answer is none where one is needed: add %j', async ([kind, ...flags], message) => {
  const cwd = await makeFolder(smallAppeal('strike'));
  const before = await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8');
  const ran = await handbill(cwd, ['add', kind!, 'strike', '--no-input', ...flags]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8')).toBe(before);
});

test.each([
  'fact',
  'demand',
  'person',
  'target',
  'event',
  'picture',
  'source',
  'figure',
  'language',
] as const)('what add %s did is taken back byte by byte', async (kind) => {
  const cwd = await strike();
  const folder = join(cwd, 'my strike');
  // A table that isn't there yet is none of what was before either.
  if (kind === 'event') await rm(join(folder, 'events.csv'));
  const tables = ['appeal.yaml', 'facts.csv', 'contacts.csv'];
  const read = () => Promise.all(tables.map((name) => readFile(join(folder, name), 'utf8')));
  const before = await read();
  const line = typed(LINES[kind]);
  const added = await handbill(cwd, [...line, '--no-input']);
  expect(added.code).toBe(0);
  if (kind !== 'language')
    expect(added.stdout).toContain("To take it back: handbill edit 'my strike' --undo");
  const undone = await handbill(cwd, ['edit', 'my strike', '--undo']);
  expect([undone.code, undone.stderr]).toEqual([0, '']);
  expect(await read()).toEqual(before);
  if (kind === 'event') expect(await readFile(join(folder, 'events.csv'), 'utf8')).toMatch(/^id,.*\n$/);
});

const OTHERS =
  '--other-value 36 --other-voice "according to the union" --other-source "Our union, 2 May 2025"';

test('two sources give different numbers of the same thing: at once, or the second later, in a table and in a list', async () => {
  const cwd = await strike();
  const folder = join(cwd, 'my strike');
  const line = `add figure "my strike" --fact fact-1 --number 12 --unit strikers --voice "according to the police" ${OTHERS}`;
  expect(await handbill(cwd, typed(line))).toMatchObject({ code: 0, stderr: '' });
  const facts = await readFile(join(folder, 'facts.csv'), 'utf8');
  expect(facts).toContain('disputed');
  const letter = async () => {
    await handbill(cwd, typed('letters "my strike" --format txt --out out --force'));
    return (await readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8')).replace(/\s+/g, ' ');
  };
  const both = '12 strikers according to the police and 36 according to the union';
  expect(await letter()).toContain(both);
  await handbill(cwd, typed('edit "my strike" --undo'));
  // The number that stands there alone needs a voice as soon as another one speaks.
  await handbill(cwd, typed('add figure "my strike" --fact fact-1 --number 12 --unit strikers'));
  const nameless = await handbill(
    cwd,
    typed(`add figure "my strike" --fact fact-1 --number strikers ${OTHERS}`),
  );
  expect([nameless.code, nameless.stderr]).toEqual([
    2,
    'handbill: add figure without questions needs --voice\n',
  ]);
  const second = `add figure "my strike" --fact fact-1 --number strikers --voice "according to the police" ${OTHERS}`;
  expect(await handbill(cwd, typed(second))).toMatchObject({ code: 0, stderr: '' });
  expect(await letter()).toContain(both);
  // The same where the facts are a list.
  const figure = {
    quantity: 'strikers',
    unit: { en: 'strikers' },
    claims: [{ value: '12', source: 'source-1' }],
  };
  const list = [
    { id: 'fact-1', text: { en: 'They arrested {strikers}.' }, sources: ['source-1'], figures: [figure] },
  ];
  await rm(join(folder, 'facts.csv'));
  await writeFile(join(folder, 'facts.json'), JSON.stringify(list, null, 2));
  expect(await handbill(cwd, typed(second))).toMatchObject({ code: 0, stderr: '' });
  expect(await letter()).toContain(both);
});

test('numbers, who says them, and words that stay as said are changed by edit', async () => {
  const cwd = await strike();
  await handbill(
    cwd,
    typed(
      `add figure "my strike" --fact fact-1 --number 12 --unit strikers --voice "according to the police" ${OTHERS}`,
    ),
  );
  const edit = (...values: string[]) =>
    handbill(cwd, ['edit', 'my strike', ...values.flatMap((value) => ['--set', value])]);
  const ran = await edit(
    'fact-1/strikers-2.value=1,037',
    'fact-1/strikers-2.saidOn=3 May 2025',
    'fact-1.asSaid=1 May',
  );
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const facts = await readFile(join(cwd, 'my strike/facts.csv'), 'utf8');
  expect(facts).toMatch(/,1037,voice-2,2025-05-03,/);
  expect(facts).toMatch(/,12,voice-1,,/);
  expect(facts).toContain('1 May');
  const wrong = await edit('fact-1/strikers-1.value=many men');
  expect(wrong.stderr.replace(/\s+/g, ' ')).toContain('expected a number such as 11');
});
