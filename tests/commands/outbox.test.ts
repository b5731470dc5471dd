import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { UI_LANGUAGES } from '../../src/terminal/texts.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const FACTS = `id,role,date,text.en,sources,status,quantity,unit.en,value,voice,saidOn,saidIn
what-happened,event,2026-05-01,There were {arrested}.,source-1,reported,arrested,strikers arrested,12,union,2026-05-01,source-1
`;

const MEMBERS = `id,name,street,postalCode,city,country
ada,Ada Example,3 Example Road,EX1 1EX,Exampleton,GB
bo,Bo Example,4 Example Road,EX1 1EX,Exampleton,GB
`;

/** A small appeal with a figure, its letters made on 2 May. */
async function written(changes: Record<string, string> = {}): Promise<string> {
  const files = smallAppeal('a', { 'facts.csv': FACTS, ...changes });
  const head = `${files['a/appeal.yaml']!.replace('# voices:', 'voices: [{ id: union, text: { en: according to the union } }]')}`;
  const cwd = await makeFolder({ ...files, 'a/appeal.yaml': head });
  expect(await handbill(cwd, 'make a --out a/out --date 2026-05-02')).toMatchObject({ code: 0 });
  return cwd;
}

const outbox = async (cwd: string) =>
  (await readFile(join(cwd, 'a/outbox.csv'), 'utf8')).trimEnd().split('\n');
const EMBASSY = 'a/out/letters/xx-embassy.en.pdf';
const COMPANY = 'a/out/letters/example-ltd.en.txt';

test('what is sent is noted once for an edition, with what it told; the appeal is found around the file', async () => {
  const cwd = await written();
  expect(await handbill(cwd, `sent ${EMBASSY} --date 2026-05-03`)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Noted in a/outbox.csv: 1 letter sent.'),
  });
  const [head, row] = await outbox(cwd);
  expect(head).toBe('contact,sender,language,edition,followUp,by,sent,answered,file,told');
  expect(row).toMatch(
    /^xx-embassy,,en,[0-9a-f]{8},,post,2026-05-03,,letters\/xx-embassy\.en\.pdf,demand\/demand-1; fact\/what-happened; figure\/what-happened\.arrested\/union=12$/,
  );
  const again = await handbill(cwd, `sent ${EMBASSY} ${EMBASSY.replace('pdf', 'txt')} --by fax`);
  expect(again).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('was sent this edition on 2026-05-03'),
  });
  expect(await outbox(cwd)).toHaveLength(2);
  expect(await handbill(cwd, `sent ${EMBASSY} --by fax --again`)).toMatchObject({ code: 0 });
  expect(await outbox(cwd)).toHaveLength(3);
});

test('nobody gets a letter twice for one edition, unless it is asked for or the facts are others', async () => {
  const cwd = await written();
  await handbill(cwd, `sent ${EMBASSY} --date 2026-05-03`);
  const letters = async (more = '') => {
    const out = `out-${Math.random()}`;
    const made = await handbill(cwd, `letters a --format txt --out ${out} --date 2026-05-04 ${more}`);
    expect(made.code, made.stderr).toBe(0);
    return { files: (await listFiles(join(cwd, out, 'letters'))).sort(), ...made };
  };
  const rest = await letters();
  expect(rest.files).toEqual(['example-ltd.en.txt']);
  expect(rest.stderr).toContain('xx-embassy has been sent this letter');
  expect((await letters('--again')).files).toEqual(['example-ltd.en.txt', 'xx-embassy.en.txt']);
  expect(
    await handbill(
      cwd,
      'facts correct arrested a --voice union --value 13 --source source-1 --date 2026-05-04',
    ),
  ).toMatchObject({ code: 0 });
  expect((await letters()).files).toEqual(['example-ltd.en.txt', 'xx-embassy.en.txt']);
  // make makes all that there is, whatever was sent.
  const made = await handbill(cwd, 'make a --out all --format txt --date 2026-05-04');
  expect(made.code).toBe(0);
  expect(await listFiles(join(cwd, 'all/letters'))).toHaveLength(2);
});

test('status tells who is still to be written to, who has not answered, and what was sent and is wrong now', async () => {
  const cwd = await written();
  const status = async (day: string) => {
    const { stdout } = await handbill(cwd, `status a --out a/out --date ${day}`);
    return stdout;
  };
  expect(await status('2026-05-03')).not.toContain('written to');
  await handbill(cwd, `sent ${EMBASSY} --date 2026-05-03`);
  expect(await status('2026-05-04')).toContain(
    '1 letter sent, 0 answered.\nStill to be written to: example-ltd\n',
  );
  await handbill(
    cwd,
    'facts correct arrested a --voice union --value 13 --source source-1 --date 2026-05-04',
  );
  const later = (await status('2026-06-01')).replace(/\s+/g, ' ');
  expect(later).toContain('No answer for 21 days: xx-embassy (2026-05-03).');
  expect(later).toContain(
    'xx-embassy (2026-05-03, post): figure what-happened.arrested/union was 12, now 13',
  );
  const { stdout } = await handbill(cwd, 'status a --out a/out --date 2026-06-01 --json');
  expect(JSON.parse(stdout).outbox).toMatchObject({ sent: 1, answered: 0, unsent: ['example-ltd'] });
});

test('who did not answer is asked again, in a letter that says so; who answered is not', async () => {
  const cwd = await written();
  await handbill(cwd, `sent ${EMBASSY} --date 2026-05-03`);
  await handbill(cwd, `sent ${COMPANY} --by email --date 2026-05-03`);
  expect(await handbill(cwd, `sent ${COMPANY} --answered 2026-05-20`)).toMatchObject({ code: 0 });
  const early = await handbill(cwd, 'letters a --follow-up --out a/out --date 2026-05-10');
  expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('less than 21 days ago') });
  const asked = await handbill(cwd, 'letters a --follow-up --out a/out --date 2026-05-30');
  expect(asked.code, asked.stderr).toBe(0);
  const files = (await listFiles(join(cwd, 'a/out/letters'))).filter((file) => file.includes('follow-up'));
  expect(files.sort()).toEqual(['xx-embassy.follow-up.en.pdf', 'xx-embassy.follow-up.en.txt']);
  const text = (await readFile(join(cwd, 'a/out/letters/xx-embassy.follow-up.en.txt'), 'utf8')).replace(
    /\s+/g,
    ' ',
  );
  expect(text).toContain('We wrote to you about these events on 3 May 2026, and have had no answer');
  expect(text).toContain('Release them');
  // A whole run leaves it, and it is noted as what it is.
  expect(await handbill(cwd, 'make a --out a/out --date 2026-05-30')).toMatchObject({ code: 0 });
  const note = await handbill(cwd, 'sent a/out/letters/xx-embassy.follow-up.en.pdf --date 2026-05-31');
  expect(note).toMatchObject({ code: 0 });
  expect((await outbox(cwd)).at(-1)).toMatch(/^xx-embassy,,en,[0-9a-f]{8},true,post,2026-05-31,/);
  const twice = await handbill(cwd, 'letters a --follow-up --out a/out --date 2026-06-30');
  expect(twice.stderr).toContain('xx-embassy has been sent this letter');
  // The answer counts for both.
  await handbill(cwd, 'sent a/out/letters/xx-embassy.follow-up.en.pdf --answered 2026-06-10');
  expect((await outbox(cwd)).filter((row) => row.includes(',2026-06-10,'))).toHaveLength(2);
});

test('the calendar beside it reminds of letters without an answer, and of the last day', async () => {
  const cwd = await written();
  await handbill(cwd, `sent ${EMBASSY} ${COMPANY} --by post --date 2026-05-03`);
  const events = async () => {
    const text = await readFile(join(cwd, 'a/outbox.ics'), 'utf8');
    return new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => [
        String(event.getFirstPropertyValue('dtstart')),
        String(event.getFirstPropertyValue('summary')),
      ]);
  };
  expect(await events()).toEqual([['2026-05-24', 'No answer to 2 letters: xx-embassy, example-ltd']]);
  await handbill(cwd, `sent ${EMBASSY} --answered 2026-05-10`);
  expect(await events()).toEqual([['2026-05-24', 'No answer to 1 letter: example-ltd']]);
});

test.each([
  ['a file that is none of ours', 'sent a/appeal.yaml', 'No letter that handbill wrote'],
  [
    'an answer to nothing',
    `sent ${EMBASSY} --answered 2026-05-20`,
    'No letter to xx-embassy is noted as sent',
  ],
  ['a day that is none', `sent ${EMBASSY} --date 2026-5-3`, '--date: expected a day'],
  ['a way that the file leaves open', `sent ${COMPANY}`, 'isn’t clear from its file'],
])('%s: refused, and nothing is written', async (_, line, message) => {
  const cwd = await written();
  const { code, stderr } = await handbill(cwd, line);
  expect(code).toBeGreaterThan(0);
  expect(stderr).toContain(message);
  expect(await listFiles(join(cwd, 'a'))).not.toContain('outbox.csv');
});

test('a row that is damaged is told with its line, and nothing of it is shown', async () => {
  const cwd = await written();
  await handbill(cwd, `sent ${EMBASSY}`);
  const path = join(cwd, 'a/outbox.csv');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(',post,', ',secretly,'));
  for (const line of ['letters a', 'status a', `sent ${COMPANY} --by post`]) {
    const { code, stderr } = await handbill(cwd, line);
    expect([line, code]).toEqual([line, 1]);
    expect(stderr).toContain('outbox.csv:2');
    expect(stderr).not.toContain('secretly');
  }
});

test('an outbox that a spreadsheet saved is read, and goes on as it is', async () => {
  const cwd = await written();
  await handbill(cwd, `sent ${EMBASSY} --date 2026-05-03`);
  const path = join(cwd, 'a/outbox.csv');
  const saved = (await readFile(path, 'utf8'))
    .replace(/(?<!;) ?,/g, ',')
    .replace(/^(.*?,.*?,.*?,.*?,.*?,.*?,)2026-05-03/m, '$13.5.2026')
    .replaceAll('\n', '\r\n');
  await writeFile(path, `\uFEFF${saved}`);
  expect(await handbill(cwd, `sent ${COMPANY} --by post --date 2026-05-04`)).toMatchObject({ code: 0 });
  const rows = await outbox(cwd);
  expect(rows).toHaveLength(3);
  const { stdout } = await handbill(cwd, 'status a --out a/out --date 2026-06-30 --json');
  expect(JSON.parse(stdout).outbox).toMatchObject({ sent: 2, unsent: [] });
});

test('noted by several at once, while an earlier row is edited: each letter has its row, once', async () => {
  const cwd = await written();
  await handbill(cwd, `sent ${EMBASSY} --date 2026-05-03`);
  const lines = [
    `sent ${COMPANY} --by post --date 2026-05-04`,
    `sent ${COMPANY} --by post --date 2026-05-04`,
    `sent ${EMBASSY} --answered 2026-05-04`,
    `sent ${EMBASSY} --again --by fax --date 2026-05-04`,
  ];
  const done = await Promise.all(lines.map((line) => handbill(cwd, line)));
  expect(done.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const rows = await outbox(cwd);
  expect(rows.filter((row) => row.startsWith('example-ltd,'))).toHaveLength(1);
  expect(rows.filter((row) => row.startsWith('xx-embassy,'))).toHaveLength(2);
  expect(rows.find((row) => row.includes(',post,2026-05-03,2026-05-04,'))).toBeDefined();
  const left = (await listFiles(join(cwd, 'a'))).filter((file) => file.startsWith('.handbill'));
  expect(left).toEqual([]);
});

test('a print run is noted as the letters in it: each of each sender once, and none is printed again', async () => {
  const cwd = await written({ 'members.csv': MEMBERS });
  const print = 'letters a --senders a/members.csv --combine duplex --out a/out --date 2026-05-02';
  expect(await handbill(cwd, print)).toMatchObject({ code: 0 });
  const run = 'a/out/letters/combined.en.a4.pdf';
  const note = `sent ${run} --by post --date 2026-05-03`;
  expect((await handbill(cwd, `${note} --dry-run`)).stdout).toContain('4 letters.');
  expect(await handbill(cwd, `sent ${run} --to xx-embassy --date 2026-05-03`)).toMatchObject({ code: 0 });
  expect(await handbill(cwd, note)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2 letters sent'),
  });
  const rows = (await outbox(cwd)).slice(1).map((row) => row.split(','));
  expect(rows.map((cells) => cells.slice(0, 3).join(' '))).toEqual([
    'xx-embassy ada en',
    'xx-embassy bo en',
    'example-ltd ada en',
    'example-ltd bo en',
  ]);
  for (const cells of rows) {
    expect(cells.slice(4, 9)).toEqual(['', 'post', '2026-05-03', '', 'letters/combined.en.a4.pdf']);
    expect(cells[9]).toContain('figure/what-happened.arrested/union=12');
  }
  // The edition is that of the letter by itself: nobody gets it again, in whichever form.
  const single = await handbill(cwd, 'letters a --senders a/members.csv --out one --date 2026-05-04');
  expect(single.stderr).toContain('has been sent this letter');
  expect(await listFiles(join(cwd, 'one')).catch(() => [])).toEqual([]);
  // Who answered is named, and only they are asked after no more.
  expect(await handbill(cwd, `sent ${run} --answered 2026-05-20`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--to example-ltd'),
  });
  expect(await handbill(cwd, `sent ${run} --to nobody --answered 2026-05-20`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('None of the letters named is to nobody'),
  });
  expect(await handbill(cwd, `sent ${run} --to xx-embassy --answered 2026-05-20`)).toMatchObject({ code: 0 });
  const asking = `${print.replace('a/out', 'asked').replace('05-02', '06-01')} --follow-up`;
  expect(await handbill(cwd, asking)).toMatchObject({ code: 0 });
  expect(
    await handbill(cwd, 'sent asked/letters/combined.en.a4.pdf --appeal a --by post --date 2026-06-01'),
  ).toMatchObject({ code: 0, stdout: expect.stringContaining('2 letters sent') });
  expect((await outbox(cwd)).slice(-2).map((row) => row.slice(0, 30))).toEqual([
    expect.stringMatching(/^example-ltd,ada,en,/),
    expect.stringMatching(/^example-ltd,bo,en,/),
  ]);
  expect((await outbox(cwd)).at(-1)).toContain(',true,post,2026-06-01,');
});

test('a print run of which handbill knows no letters is told of, with what to do', async () => {
  const cwd = await written();
  expect(await handbill(cwd, 'letters a --combine single --out a/out --date 2026-05-02')).toMatchObject({
    code: 0,
  });
  const path = join(cwd, 'a/out/handbill-manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.files['letters/combined.en.a4.pdf'].letters = undefined;
  await writeFile(path, JSON.stringify(manifest));
  expect(await handbill(cwd, 'sent a/out/letters/combined.en.a4.pdf')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No print run whose letters'),
  });
});

test('git is told of where it would take the outbox in', async () => {
  const cwd = await written();
  const git = async (args: readonly string[]) => ({
    code: args[0] === 'check-ignore' ? 1 : 0,
    stdout: '',
    stderr: '',
  });
  const { stderr } = await handbill(cwd, `sent ${EMBASSY}`, { git });
  expect(stderr).toContain('git will take in outbox.csv');
  expect(await readFile(join(cwd, 'a/.gitignore'), 'utf8')).toContain('outbox.*\n');
});

test('a letterhead of one’s own that doesn’t say it is told of, instead of the first letter again', async () => {
  const cwd = await written({ 'templates/partials/signature.md': '::: closing\n{{closing}}\n:::\n' });
  await handbill(cwd, `sent ${EMBASSY} --date 2026-05-03`);
  const { code, stderr } = await handbill(cwd, 'letters a --follow-up --out a/out --date 2026-06-30');
  expect(code).toBe(1);
  // Where its lines break goes by the length of paths.
  expect(stderr.replace(/\s+/g, ' ')).toContain('doesn’t say that there was no answer');
});

test('the interface has its words in each language', async () => {
  const cwd = await written();
  for (const language of UI_LANGUAGES.slice(1)) {
    const { stdout } = await handbill(cwd, `sent ${EMBASSY} --dry-run --ui-lang ${language}`);
    expect(stdout, language).not.toContain('Noted in');
  }
});
