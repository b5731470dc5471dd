import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const ANSWERS = [
  ['--title', 'Free the "strikers": now!'],
  ['--issuer', 'Our union'],
  ['--what', 'On 1 May 2026 twelve strikers, all of them welders, were arrested.'],
  ['--when', '2026-05-01'],
  ['--source', 'Our union, leaflet of 2 May 2026'],
  ['--demand', 'Release them'],
  ['--demand', 'Drop the charges'],
  ['--to', 'Société Exemple, S.A.'],
  ['--to-kind', 'company'],
].flat();

test('flags make a whole folder of plain files', async () => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS]);
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('Next: handbill make strike') });
  expect(await listFiles(join(cwd, 'strike'))).toEqual([
    '.gitignore',
    'README.txt',
    'appeal.yaml',
    'contacts.csv',
    'events.csv',
    'facts.csv',
    'sender.json',
  ]);
  const contacts = await readFile(join(cwd, 'strike/contacts.csv'), 'utf8');
  expect(contacts).toContain('societe-exemple-s-a,company,"Société Exemple, S.A.",');
});

test('a day of issue that nobody gave is told, and how a further language is added', async () => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS, '--languages', 'de,fr']);
  expect(ran.stdout).toMatch(/Day of issue: \d{4}-\d\d-\d\d, today/);
  expect(ran.stdout).toContain('handbill add language fr strike');
  const typed = await handbill(cwd, ['add', 'language', 'fr', 'strike', '--no-input']);
  expect(typed.code).not.toBe(2);
  const [line = ''] = /handbill edit strike --set issued=2026-05-01/.exec(ran.stdout) ?? [];
  expect(await handbill(cwd, line.replace('handbill ', ''))).toMatchObject({ code: 0 });
  expect(await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8')).toContain('issued: 2026-05-01');
  const given = await handbill(cwd, ['init', 'other', ...ANSWERS, '--date', '2026-05-02']);
  expect(given.stdout).not.toContain('Day of issue');
});

test('an appeal that is there already is not touched', async () => {
  const cwd = await makeFolder({ 'strike/appeal.json': '{}' });
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('strike holds an appeal already') });
  expect(await listFiles(cwd)).toEqual(['strike/appeal.json']);
});

test('a .gitignore that a person wrote stays as it is', async () => {
  const cwd = await makeFolder({ 'strike/.gitignore': '*.bak\n' });
  expect(await handbill(cwd, ['init', 'strike', ...ANSWERS])).toMatchObject({ code: 0 });
  expect(await readFile(join(cwd, 'strike/.gitignore'), 'utf8')).toBe('*.bak\n');
});

test.each([
  [['--when', 'some day'], '--when: expected a date'],
  [['--lang', 'the usual one'], '--lang: expected a language tag'],
  [['--to-kind', 'shop'], '--to-kind: there is no "shop"'],
  [['--to-country', 'Atlantis'], '--to-country: expected a country'],
])('a wrong answer is told before anything is written: %s', async (wrong, message) => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS, ...wrong]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(await listFiles(cwd)).toEqual([]);
});

test('countries may be named, known contacts chosen, a number told with who says so', async () => {
  const cwd = await makeFolder();
  const [title, issuer] = [ANSWERS.slice(0, 2), ANSWERS.slice(2, 4)];
  const line = [
    ...[...title, ...issuer, '--what', 'On 1 May 12 strikers were arrested.', '--when', '2026-05-01'],
    ...['--source', 'Our union', '--unit', 'strikers', '--voice', 'according to the police'],
    ...[
      '--demand',
      'Release them',
      '--to',
      'kz-de-berlin',
      '--to',
      'Example Ltd',
      '--to-country',
      'Allemagne',
    ],
    ...[
      '--event',
      'picket',
      '--event-date',
      '2026-05-08',
      '--event-place',
      'Embassy',
      '--event-city',
      'Berlin',
    ],
  ];
  const ran = await handbill(cwd, ['init', 'strike', ...line]);
  expect(ran).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('example-ltd is taken for company, after its name.'),
  });
  const file = (name: string) => readFile(join(cwd, 'strike', name), 'utf8');
  expect(await file('facts.csv')).toContain(
    'On 1 May {strikers} were arrested.,source-1,reported,strikers,strikers,12,voice-1,,source-1\n',
  );
  expect(await file('appeal.yaml')).toContain('targets: [kz-de-berlin, example-ltd]');
  expect(await file('contacts.csv')).toMatch(/Nordendstraße.*\nexample-ltd,company,Example Ltd,/s);
  expect(await file('events.csv')).toContain(
    'event-1,picket,2026-05-08,,,Embassy,,Berlin,Our union,Our union',
  );
  expect((await handbill(cwd, 'check strike --date 2026-05-03')).code).toBe(0);
});

test.each(['title', 'issuer', 'what', 'source', 'to'])(
  'a needed answer that is empty, as of a variable that isn’t set, is asked for: --%s',
  async (flag) => {
    const cwd = await makeFolder();
    const given = { title: 'Strike', issuer: 'Us', what: 'Fined.', source: 'Us', demand: 'Go', to: 'Firm' };
    const flags = Object.entries({ ...given, [flag]: '' }).flatMap(([name, text]) => [`--${name}`, text]);
    const ran = await handbill(cwd, ['init', 'strike', '--no-input', '--to-kind', 'company', ...flags]);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(`needs --${flag}`) });
    expect(await listFiles(cwd)).toEqual([]);
  },
);

test('a file answers everything too; what is missing is named by its flag', async () => {
  const cwd = await makeFolder({ 'a.yaml': 'title: "Free them"\nfact.1.text: "They were arrested."\n' });
  const short = await handbill(cwd, 'init strike --answers a.yaml --issuer us');
  expect(short.stderr).toBe('handbill: init without questions needs --source, --demand, --to\n');
  const whole = await handbill(
    cwd,
    'init strike --answers a.yaml --issuer us --source us --demand x --to Firm',
  );
  expect(whole.code).toBe(0);
  await writeFile(join(cwd, 'b.yaml'), 'fact.1.text: "They struck."\nfact.1.date: "31.4.2026"\n');
  const late = await handbill(
    cwd,
    'init other --answers b.yaml --title x --issuer us --source us --demand x --to y',
  );
  expect(late).toMatchObject({ code: 2, stderr: expect.stringContaining('fact.1.date: expected a date') });
  expect(await listFiles(join(cwd, 'other'))).toEqual([]);
  await writeFile(join(cwd, 'a.yaml'), 'title: [Free, them]\n');
  const wrong = await handbill(cwd, 'init other --answers a.yaml');
  expect(wrong).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('a.yaml:1:8  error  Expected an answer'),
  });
});

test.each([
  ['Embassy of Belarus, London', 'embassy', 'BY'],
  ['Prison No. 3', 'prison', ''],
  ['The people in charge', 'authority', ''],
])('whoever has no kind gets the letter with the demands: %s', async (name, kind, state) => {
  const cwd = await makeFolder();
  const flags = ANSWERS.slice(0, -4);
  const ran = await handbill(cwd, [
    'init',
    'strike',
    ...flags,
    '--to',
    name,
    '--to-languages',
    'en',
    '--json',
  ]);
  expect(ran.code).toBe(0);
  const problems: { code: string; message: string }[] = JSON.parse(ran.stdout).problems;
  expect(problems).toMatchObject([{ severity: 'notice', code: 'kind-from-name' }]);
  expect(problems[0]!.message).toContain(kind);
  const contacts = await readFile(join(cwd, 'strike/contacts.csv'), 'utf8');
  expect(contacts).toContain(`,${kind},`);
  if (state !== '') expect(contacts).toContain(`,${state},`);
  await handbill(cwd, 'letters strike --format txt');
  const [letter = ''] = (await listFiles(join(cwd, 'out/letters'))).filter((file) => file.endsWith('.txt'));
  const text = await readFile(join(cwd, 'out/letters', letter), 'utf8');
  expect(text).toContain('Release them');
  expect(text).not.toMatch(/not alone|solidarity/);
});

test.each([
  [['--voice', 'according to the police'], '--voice: needs what the number counts, such as --unit "people"'],
  [['--unit', 'people', '--other-value', '900', '--other-voice', 'as the union says'], 'needs --voice'],
])('figures and voices that no question takes are told: %s', async (flags, message) => {
  const cwd = await makeFolder();
  const what = ['--what', 'More than 1000 people have lost their work.'];
  const own = [...ANSWERS.slice(0, 4), ...what, ...ANSWERS.slice(6)];
  const ran = await handbill(cwd, ['init', 'strike', ...own, ...flags]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(await listFiles(cwd)).toEqual([]);
});

test('UK is understood as GB, EU is refused with what is meant', async () => {
  const cwd = await makeFolder();
  expect((await handbill(cwd, ['init', 'uk', ...ANSWERS, '--to-country', 'UK'])).code).toBe(0);
  expect(await readFile(join(cwd, 'uk/contacts.csv'), 'utf8')).toContain(',GB,');
  const eu = await handbill(cwd, ['init', 'eu', ...ANSWERS, '--to-country', 'EU']);
  expect(eu).toMatchObject({ code: 2, stderr: expect.stringContaining('EU is the European Union') });
});

test('a file of answers may use the names of the options, and names that nobody asks for are told', async () => {
  const file = [
    'title: "Free the strikers"',
    'issuer: "Our union"',
    'lang: "English"',
    'what: "On 1 May 2026 twelve strikers were arrested."',
    'when: "1 May 2026"',
    'source: "Our union"',
    'demand: ["Release them", "Drop the charges"]',
    'to: "Example Ltd"',
    'to-address: "1 Example Road, 10115 Berlin, Germany, office@example.org"',
  ].join('\n');
  const cwd = await makeFolder({
    'a.yaml': file,
    'b.yaml': `${file}\nsumary: "x"\ndemmand: "y"`,
    'c.yaml': `${file}\nevent.1.date: "2026-12-05"`,
  });
  expect(await handbill(cwd, 'init strike --answers a.yaml')).toMatchObject({ code: 0 });
  const read = (name: string) => readFile(join(cwd, 'strike', name), 'utf8');
  expect(await read('facts.csv')).toContain(',2026-05-01,');
  expect(await read('appeal.yaml')).toContain('text:\n      en: "Drop the charges"');
  expect(await read('contacts.csv')).toContain(
    'example-ltd,company,Example Ltd,1 Example Road,10115,Berlin,DE,office@example.org,',
  );
  const unknown = await handbill(cwd, 'init other --answers b.yaml');
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain('There is no question "sumary".');
  expect(unknown.stderr).toMatch(/There is no question "demmand".*\n.*Did you mean demand\?/);
  const lost = await handbill(cwd, 'init other --answers c.yaml');
  expect(lost.stderr).toContain('event.1.date answers no question that the other answers lead to.');
  expect(await listFiles(join(cwd, 'other'))).toEqual([]);
});

test('comments and the guide are in the language of whoever made the appeal, texts in its own', async () => {
  for (const language of ['es', 'fr', 'de', 'ru'] as const) {
    const cwd = await makeFolder();
    const { code } = await handbill(cwd, ['init', 'strike', ...ANSWERS, '--ui-lang', language]);
    expect(code).toBe(0);
    const [head, guide] = await Promise.all(
      ['appeal.yaml', 'README.txt'].map((file) => readFile(join(cwd, 'strike', file), 'utf8')),
    );
    const comments = head!.split('\n').filter((line) => line.startsWith('# ') && !/^#\s+(-|\w+:)/.test(line));
    expect(comments.length).toBeGreaterThan(8);
    const english = /\b(the|where|this|each|and|those|who)\b/i;
    const unquoted = (text: string) => text.replace(/\{[^}]*\}/g, '');
    expect(comments.filter((line) => english.test(unquoted(line)))).toEqual([]);
    expect(english.exec(unquoted(guide!))?.[0]).toBeUndefined();
    expect((await handbill(cwd, 'check strike')).code).toBe(0);
    // What the guide names can be typed as it stands, in the folder it lies in.
    const named = [...guide!.matchAll(/^ +handbill (\w+ \..*)$/gm)].map(([, line]) => line!);
    expect(named).toEqual(['check .', 'make .', 'letters . --sender sender.json']);
    const inside = join(cwd, 'strike');
    for (const line of named) expect((await handbill(inside, line)).code, line).toBe(0);
  }
});

test('the language of the appeal among further ones adds none', async () => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS, '--languages', 'en, fr']);
  expect(ran.stdout).not.toContain('add language en');
  const head = await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8');
  expect(head.match(/tag: "en"/g)).toHaveLength(1);
  expect(head).toContain('# - { tag: "fr"');
});

test('what a newcomer tells without stops stands whole on the leaflet, and its headline once', async () => {
  const facts = [
    'The chair was sentenced',
    'Dozens were fined',
    'The pay was stopped',
    'Two shops were shut',
  ];
  const lines = facts.flatMap((text, i) => [
    `fact.${i + 1}.text: ${text}`,
    `fact.${i + 1}.source: Our union`,
  ]);
  const cwd = await makeFolder({
    'a.yaml': `title: Free the strikers\nissuer: Our union\nlang: en\n${lines.join('\n')}\ndemand.1.text: release them\nto.1.who: Example Ltd\nevent.1.kind: picket\nevent.1.date: 2026-05-08\nevent.1.place: Gate\nevent.1.city: Exampleton\n`,
  });
  await handbill(cwd, 'init strike --answers a.yaml');
  expect(await handbill(cwd, 'leaflets strike --kind picket --format txt')).toMatchObject({ code: 0 });
  const text = (await readFile(join(cwd, 'out/leaflets/picket.en.txt'), 'utf8')).replace(/\s+/g, ' ');
  expect(text.match(/free the strikers/gi)).toHaveLength(1);
  for (const fact of facts) expect(text).toContain(`${fact}.`);
  expect(text).not.toMatch(/How it came to this/);
});

test('where all sources name their day, the newest is the day of issue, and is what pages say they know', async () => {
  const cwd = await makeFolder();
  const told = ['--title', 'Free them', '--issuer', 'Our union', '--what', 'They were arrested.'];
  const rest = ['--demand', 'Release them', '--to', 'Example Ltd', '--to-kind', 'company'];
  const init = (name: string, source: string, ...more: string[]) =>
    handbill(cwd, ['init', name, ...told, ...rest, '--source', source, ...more]);
  const ran = await init('strike', 'The Paper, May 2, 2023');
  expect(ran.stdout).toContain('Day of issue: 2023-05-02, the newest of its sources.');
  expect(await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8')).toContain('issued: 2023-05-02');
  const leaflet = await handbill(cwd, 'leaflets strike --kind solidarity --format txt --out out');
  expect(leaflet.code).toBe(0);
  const text = await readFile(join(cwd, 'out/leaflets/solidarity.en.txt'), 'utf8');
  expect(text).toContain('As of 2 May 2023');
  // Nobody can tell when that was known: today, as far as whoever writes says.
  expect((await init('other', 'Our union')).stdout).toMatch(/Day of issue: \d{4}-\d\d-\d\d, today/);
  expect((await init('third', 'The Paper, 2 May 2023', '--date', '2023-05-09')).stdout).not.toContain(
    'Day of issue',
  );
});
