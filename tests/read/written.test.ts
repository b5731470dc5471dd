import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPart } from '../../src/read/appeal.ts';
import { makeFolder } from '../folder.ts';

async function read(name: string, text: string) {
  const folder = await makeFolder({});
  const file = join(folder, name);
  await writeFile(file, text);
  return readPart(file, name.startsWith('facts') ? 'facts' : 'events');
}

test('days and times of events are read as people write them', async () => {
  const { data, told } = await read(
    'events.csv',
    'id,date,time,country\na,1. Mai 2026,17.30 Uhr,DE\nb,2 мая 2026 г.,9:00,KZ\nc,5/3/2026,5 PM,US\nd,5/4/2026,17h,FR\n',
  );
  expect(data).toMatchObject([
    { date: '2026-05-01', time: '17:30' },
    { date: '2026-05-02', time: '09:00' },
    { date: '2026-05-03', time: '17:00' },
    { date: '2026-04-05', time: '17:00' },
  ]);
  expect(told).toMatchObject([
    {
      severity: 'notice',
      wording: 'bad-date/order',
      values: { found: '"5/3/2026"', day: '2026-05-03' },
      at: { line: 4 },
    },
  ]);
});

test('one date that shows its order tells how the others of its table are read', async () => {
  const { data } = await read('facts.csv', 'id,date,saidOn,value\na,5/1/2026,5/20/2026,3\nb,6/1/2026,,4\n');
  expect(data).toMatchObject([
    { date: '2026-05-01', figures: [{ claims: [{ asOf: '2026-05-20' }] }] },
    { date: '2026-06-01' },
  ]);
});

test('a date that may be two days stays as it stands', async () => {
  const { data, told } = await read('facts.csv', 'id,date\na,5/1/2026\n');
  expect(data).toMatchObject([{ date: '5/1/2026' }]);
  expect(told).toEqual([]);
});
