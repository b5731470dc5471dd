import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPart } from '../../src/read/appeal.ts';
import { makeFolder } from '../folder.ts';
import { makeZip, type Rows, xlsx } from '../read/zips.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

function ods(rows: Rows): Buffer {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  return makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">${rows.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
}

const {
  'a/contacts.csv': contacts,
  'a/facts.csv': facts,
  'a/events.csv': events,
  ...head
} = smallAppeal('a');
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

const FACTS: Rows = [
  ['What happened, as we know it'],
  [],
  ['Datum', 'Text (en)', 'Quelle', 'Bemerkung der Redaktion'],
  ['1. Mai 2026', 'Twelve strikers were arrested.', 'source-1', 'check'],
];
const EVENTS: Rows = [
  ['Art', 'Tag', 'Uhrzeit', 'Treffpunkt', 'Stadt', 'Land', 'Quelle'],
  ['Kundgebung', '09.05.2026', '17.30 Uhr', 'Market Square', 'Exampleton', 'Germany', 'made up'],
];

test('facts, contacts and events of an appeal are read from spreadsheets, by what people call their columns', async () => {
  const files = {
    ...head,
    'a/facts.xlsx': xlsx({ Notes: [['Thanks to all']], List: FACTS }),
    'a/contacts.ods': ods(rowsOf(contacts!)),
    'a/events.xlsx': xlsx({ Sheet1: EVENTS }),
  };
  const cwd = await makeFolder(files);
  const ran = await handbill(cwd, 'check a --json');
  const { problems } = JSON.parse(ran.stdout);
  expect(problems[0]).toMatchObject({ severity: 'notice', code: 'unknown-key', at: { line: 3, column: 4 } });
  expect(problems.map(({ severity }: { severity: string }) => severity)).not.toContain('error');
  expect(ran.code).toBe(0);
  const shown = await handbill(cwd, 'facts list a --json');
  expect(JSON.parse(shown.stdout).facts).toMatchObject([
    { id: expect.stringMatching(/^2026-05-01-[0-9a-f]{6}$/), date: '2026-05-01' },
  ]);
});

test('a spreadsheet is read and not changed: the message names the way out', async () => {
  const before = xlsx({ Sheet1: rowsOf(facts!) });
  const made = await makeFolder({ ...head, 'a/contacts.csv': contacts!, 'a/facts.xlsx': before });
  const ran = await handbill(
    made,
    'facts correct what-happened a --status withdrawn --source source-1 --date 2026-05-04',
  );
  expect(ran.code).toBe(1);
  expect(ran.stderr.replace(/\s+/g, ' ')).toContain('handbill reads this table, and changes only CSV');
  expect(await readFile(join(made, 'a/facts.xlsx'))).toEqual(before);
});

test('two forms of one table beside each other are an error that names both', async () => {
  const cwd = await makeFolder({ ...smallAppeal('a'), 'a/facts.ods': ods(rowsOf(facts!)) });
  const ran = await handbill(cwd, 'check a');
  expect(ran.code).toBe(1);
  expect(ran.stderr.replace(/\s+/g, ' ')).toContain(
    'The folder holds facts.csv and facts.ods: expected one of them.',
  );
});

test('rows of events without ids keep theirs when they move', async () => {
  const ids = async (rows: Rows) => {
    const cwd = await makeFolder({ 'events.csv': `${rows.map((row) => row.join(';')).join('\n')}\n` });
    const { data } = await readPart(join(cwd, 'events.csv'), 'events');
    expect(data).toMatchObject([{ kind: expect.stringMatching(/^(rally|demonstration)$/) }, {}]);
    return (data as { id: string }[]).map(({ id }) => id);
  };
  const [titles, one] = EVENTS as [string[], string[]];
  const two = ['Demo', '10.05.2026', '9:00', 'Harbour', 'Exampleton', 'GB', 'made up'];
  const there = await ids([titles, one, two]);
  const moved = await ids([titles, two, one]);
  expect(new Set(there).size).toBe(2);
  expect(moved).toEqual([...there].reverse());
});
