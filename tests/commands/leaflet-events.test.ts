import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

type Row = readonly [id: string, kind: string, date: string, title: string];

/** The text of a leaflet of an appeal with these events, on 10 May 2026. */
async function leaflet(kind: string, rows: readonly Row[], options = '') {
  const head = 'id,kind,date,title.en,place,city,source';
  const events = rows.map((row) =>
    [...row, `Place of ${row[0]}`, 'Exampleton', 'made up for a test'].join(','),
  );
  const cwd = await makeFolder(smallAppeal('a', { 'events.csv': `${[head, ...events].join('\n')}\n` }));
  const made = await handbill(cwd, `leaflets a --kind ${kind} --format txt --date 2026-05-10 ${options}`);
  const text = await readFile(join(cwd, 'out', 'leaflets', `${kind}.en.txt`), 'utf8').catch(() => '');

  return { ...made, text };
}

const COMING: Row = ['mass-picket', 'picket', '2026-06-01', 'Picket at the gate'];
const HEARING: Row = ['hearing-day', 'hearing', '2026-06-02', 'The strikers before the court'];

test('a hearing is no demonstration to join: the heading follows the kind of the events', async () => {
  const heard = await leaflet('demonstration', [HEARING]);
  expect(heard.text).toContain('Hearing');
  expect(heard.text).not.toContain('Join the demonstration');
  const mixed = await leaflet('demonstration', [
    HEARING,
    ['fund', 'concert', '2026-06-03', 'For the strike fund'],
  ]);
  expect(mixed.text).toContain('When and where');
  const joined = await leaflet('demonstration', [['all', 'demonstration', '2026-06-01', 'Through the town']]);
  expect(joined.text).toContain('Join the demonstration');
});

test('nobody is invited to what is over', async () => {
  const { text } = await leaflet('picket', [['first-picket', 'picket', '2026-05-03', 'The first'], COMING]);
  expect(text).toContain('Place of mass-picket');
  expect(text).not.toContain('Place of first-picket');
  const over = await leaflet('picket', [['first-picket', 'picket', '2026-05-03', 'The first']]);
  expect(over.text).not.toContain('Join the picket');
});

test('a march stands where people are called into the street, and an event that stands nowhere is told', async () => {
  const rows = [COMING, HEARING, ['march', 'march', '2026-06-04', 'March for the jailed']] as const;
  const marched = await leaflet('demonstration', rows);
  expect(marched.text).toContain('Place of march');
  expect(marched.text).not.toContain('Place of mass-picket');
  const picketed = await leaflet('picket', rows);
  expect(picketed.text).not.toContain('Place of hearing-day');
  expect(picketed.stderr).toContain('The event hearing-day (hearing) stands on no leaflet');
  expect(picketed.stderr).not.toContain('The event mass-picket');
  expect((await leaflet('poster', rows, '--paper a3')).stderr).not.toContain('stands on no leaflet');
});

test('a petition says to whom it goes, and has room for the address where it goes back to', async () => {
  const { text } = await leaflet('petition', []);
  expect(text).toMatch(/To be sent to: .*Example Ltd/);
  expect(text).toContain('Embassy of Exampleland');
  expect(text).toMatch(/Return to: Our union …{10}/);
});
