import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedMeanwhile } from '../../src/commands/edited.ts';
import type { Editable } from '../../src/wizard/editable.ts';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const EVENTS = `id,kind,date,time,place,city,calledBy,source
picket-1,picket,2026-12-08,18:00,Gate,Berlin,Our union,Our union
picket-2,picket,2026-12-09,18:00,Gate,Berlin,Our union,Our union
`;

/** A small appeal in a folder with a blank, with two events. */
async function strike() {
  const cwd = await makeFolder(smallAppeal('my strike', { 'events.csv': EVENTS }));
  const file = (name: string) => join(cwd, 'my strike', name);
  const read = (name: string) => readFile(file(name), 'utf8');
  const edit = (...options: string[]) => handbill(cwd, ['edit', 'my strike', ...options]);
  return { cwd, file, read, edit };
}

describe('edit', () => {
  test('changes the values that are named, and nothing else; comments stay; undo brings each byte of the appeal back', async () => {
    const { read, edit } = await strike();
    const names = ['appeal.yaml', 'facts.csv', 'contacts.csv', 'events.csv', 'sender.json'];
    const before = await Promise.all(names.map(read));
    const ran = await edit(
      ...[
        '--set',
        'title=Free all strikers',
        '--set',
        'actBefore=31 May 2026',
        '--set',
        'headline=Free them!',
      ],
      ...['--set', 'what-happened.date=2 May 2025', '--set', 'what-happened.source=A paper, 3 May 2025'],
      ...['--set', 'demand-1.of=embassy; company', '--set', 'example-ltd.city=Otherton'],
      ...['--set', 'picket-1.time=7 pm', '--set', 'sender.city=Secretville'],
    );
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).not.toContain('Secretville');
    const after = await Promise.all(names.map(read));
    const [head, facts, contacts, events, sender] = after;
    expect(head).toContain('title:\n  en: Free all strikers\n');
    expect(head).toContain('headline: { en: Free them! }'.replace('Free them!', '"Free them!"'));
    expect(head).toContain('actBefore: 2026-05-31');
    expect(head).toContain('of: [embassy, company]');
    expect(head).toContain('title: "A paper, 3 May 2025"');
    expect(head!.match(/^#.*$/gm)).toEqual(before[0]!.match(/^#.*$/gm));
    expect(facts).toBe(before[1]!.replace('2026-05-01', '2025-05-02').replace(',source-1', ',source-2'));
    expect(contacts).toBe(before[2]!.replace('Exampleton,GB', 'Otherton,GB'));
    expect(events).toBe(EVENTS.replace('18:00', '19:00'));
    expect(JSON.parse(sender!)).toMatchObject({ city: 'Secretville' });
    const undone = await edit('--undo');
    expect([undone.code, undone.stderr]).toEqual([0, '']);
    // What stood in sender.json is kept nowhere, as git may take in the record.
    expect(await Promise.all(names.map(read))).toEqual([...before.slice(0, 4), sender]);
    expect(await read('undo.json')).not.toMatch(/sender|Secretville/);
    await edit('--undo');
    expect(await Promise.all(names.map(read))).toEqual(after);
  });

  test('what somebody has changed since is not taken back', async () => {
    const { file, read, edit } = await strike();
    await edit('--set', 'title=Free all strikers');
    await writeFile(file('appeal.yaml'), `${await read('appeal.yaml')}# mine\n`);
    const undone = await edit('--undo');
    expect([undone.code, undone.stderr]).toEqual([
      2,
      'handbill: edit: appeal.yaml was changed since; nothing is taken back\n',
    ]);
    expect(await read('appeal.yaml')).toMatch(/all strikers[\s\S]*# mine\n$/);
  });

  test('takes things out, wherever they stand; what was printed is withdrawn instead', async () => {
    const { read, edit } = await strike();
    const ran = await edit(
      '--remove',
      'picket-1',
      '--remove',
      'embassy',
      '--set',
      'picket-2.place=A new place',
    );
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(await read('events.csv')).toBe(
      EVENTS.replace(/^picket-1.*\n/m, '').replace('Gate', 'A new place'),
    );
    expect(await read('appeal.yaml')).toContain('targets: [company]');
    const refused = await edit('--remove', 'what-happened');
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining('facts correct what-happened'),
    ]);
  });

  test('what would make an error is refused, and nothing is written', async () => {
    const { read, edit } = await strike();
    const before = await read('appeal.yaml');
    expect((await edit('--set', 'issued=the day after')).code).toBe(1);
    expect((await edit('--set', 'state.is=won')).code).toBe(1);
    expect(await read('appeal.yaml')).toBe(before);
    const won = await edit(
      '--set',
      'state.is=won',
      '--set',
      'state.since=2026-05-09',
      '--set',
      'state.source=Our union',
    );
    expect([won.code, won.stderr]).toEqual([0, '']);
    expect(await read('appeal.yaml')).toMatch(/state: \{ is: won, since: 2026-05-09, source: source-2 \}/);
  });

  test('without a terminal it tells what there is to change; names that are wrong are asked back', async () => {
    const { edit } = await strike();
    const told = await edit();
    expect(told.stdout).toContain('  title=Free the strikers\n');
    expect(told.stdout).toContain('  sender.name=…\n');
    const wrong = await edit('--set', 'titel=x');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean title?')]);
    const dry = await edit('--set', 'title=Other', '--dry-run');
    expect(dry.stdout).toContain('would change');
  });
});

test('a file gives the values too, and an appeal in one file is edited where it stands', async () => {
  const one = {
    id: 'lone',
    title: { en: 'Free them' },
    summary: { en: 'They were jailed.' },
    issuer: { name: 'Our union' },
    issued: '2026-05-02',
    languages: ['en'],
    sources: [{ id: 's', title: 'Our union' }],
    facts: [{ id: 'f', text: { en: 'They were jailed.' }, sources: ['s'] }],
  };
  const cwd = await makeFolder({
    'lone/one.json': JSON.stringify(one),
    'values.yaml': 'title: Free them all\nf.date: 1 May 2026\n',
    'wrong.yaml': 'titel: x\n',
  });
  const ran = await handbill(cwd, 'edit lone/one.json --answers values.yaml --date 2026-05-03');
  expect(ran).toMatchObject({ code: 0 });
  const written = JSON.parse(await readFile(join(cwd, 'lone/one.json'), 'utf8'));
  expect(written).toEqual({
    ...one,
    title: { en: 'Free them all' },
    facts: [{ ...one.facts[0], date: '2026-05-01' }],
  });
  const wrong = await handbill(cwd, 'edit lone/one.json --answers wrong.yaml');
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('title') });
});

test('of what a person saw, nothing is written over that somebody else has written since', () => {
  const of = (values: Record<string, string>, part: 'head' | 'sender' = 'head') =>
    Object.entries(values).map(([key, value]): Editable => {
      const place = { part, path: [key] };
      return { key, value, section: '', step: { name: key, ask: '' }, place };
    });
  const seen = of({ title: 'Old', issuer: 'Us', summary: 'A', 'demand-1.text': 'Go' });
  const now = of({ title: 'New', issuer: 'Us', summary: 'B' });
  const told = (edits: Record<string, string>) =>
    changedMeanwhile(new Map(Object.entries(edits)), seen, now).map(({ message }) => message);
  expect(told({ issuer: 'You', summary: 'B' })).toEqual([]);
  expect(told({ title: 'Mine' })).toEqual([expect.stringContaining('changed title: it is “New”')]);
  expect(told({ 'demand-1.text': 'Come' })).toEqual([
    expect.stringContaining('taken out demand-1.text, which was “Go”'),
  ]);
  const [sender] = changedMeanwhile(
    new Map([['sender.city', 'Here']]),
    of({ 'sender.city': 'Secretville' }, 'sender'),
    of({ 'sender.city': 'Hiddenton' }, 'sender'),
  );
  expect(sender!.message).toContain('it is “…”');
});
