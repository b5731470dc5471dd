import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const ADA = card('N:Example;Ada;;;', 'FN:Ada Example', 'ADR:;;3 Example Road;Exampleton;;EX1 1EX;GB');
const GROUP = card('X-ADDRESSBOOKSERVER-KIND:group', 'FN:Choir');

test('a group among cards keeps no letter back, and columns that no card has aren’t told', async () => {
  const cwd = await makeFolder({ ...smallAppeal('a'), 'cards.vcf': GROUP + ADA });
  const { code, stderr } = await handbill(cwd, 'letters a --senders cards.vcf --to company --format txt');
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/cards\.vcf:1\s+notice\s+Not taken: the card is that of a group/);
  expect(stderr).not.toMatch(/column|organisation\./);
  expect((await listFiles(`${cwd}/out/letters`)).filter((name) => name.endsWith('.txt'))).toHaveLength(1);
});

test('who has a home and a firm in their card writes from home, as themselves', async () => {
  const both = card(
    'N:Other;Bo;;;',
    'FN:Bo Other',
    'ORG:Example Works AG;Stores',
    'ADR;TYPE=WORK;TYPE=pref:;;9 Works Road;Exampleton;;EX9 9EX;GB',
    'ADR;TYPE=HOME:;;1 Home Lane;Exampleton;;EX2 2EX;GB',
    'TITLE:Storekeeper',
  );
  const branch = card(
    'FN:Cy Third',
    'N:Third;Cy;;;',
    'ORG:Our branch',
    'ADR:;;4 Hall Road;Exampleton;;EX4 4EX;GB',
  );
  const cwd = await makeFolder({ ...smallAppeal('a'), 'cards.vcf': both + branch });
  await handbill(cwd, 'letters a --senders cards.vcf --to company --format txt');
  const files = (await listFiles(cwd)).filter((name) => /letters\/.*\.txt$/.test(name));
  const [bo, cy] = await Promise.all(files.map((name) => readFile(join(cwd, name), 'utf8')));
  expect(bo).toContain('Bo Other\n1 Home Lane\n');
  expect(bo).not.toMatch(/Works|Stores|Storekeeper/);
  expect(cy).toContain('Our branch\nCy Third\n4 Hall Road\n');
});

test('cards as programs write them sign as people are called: without N, with a name in quoted-printable, broken', async () => {
  const cards = [
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:K=C3=\r\n=B6nig;Ana;;;\r\nADR;HOME;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Stra=C3=9Fe =\r\n5;Halle;;06108;Germany\r\nEND:VCARD\r\n',
    card('FN:Only Name', 'ADR:;;6 Example Road;Exampleton;;EX1 1EX;GB'),
    card('ORG:Our union;', 'N:;;;;', 'ADR:;;7 Example Road;Exampleton;;EX1 1EX;GB'),
    card(
      'N:Fourth;Di;;;',
      'X-ODD;A="open:b',
      'item1.ADR;type=HOME:;;8 Example Road;Exampleton;;EX1 1EX;GB',
      'item1.X-ABADR:gb',
      'EMAIL:not an address',
    ),
  ];
  const cwd = await makeFolder({ ...smallAppeal('a'), 'cards.vcf': cards.join('') });
  const ran = await handbill(cwd, 'letters a --senders cards.vcf --to company --format txt');
  expect(ran.code, ran.stderr).toBe(0);
  const files = (await listFiles(cwd)).filter((name) => /letters\/.*\.txt$/.test(name));
  const heads = await Promise.all(
    files.map(async (name) => (await readFile(join(cwd, name), 'utf8')).split('\n').slice(0, 2).join(', ')),
  );
  expect(heads.sort()).toEqual([
    'Ana König, Straße 5',
    'Di Fourth, 8 Example Road',
    'Only Name, 6 Example Road',
    'Our union, 7 Example Road',
  ]);
});

test('of a table with both addresses too', async () => {
  const head =
    'First Name,Last Name,Company,Job Title,Business Street,Business City,Business Postal Code,Business Country/Region,Home Street,Home City,Home Postal Code,Home Country/Region';
  const bo =
    'Bo,Other,Works AG,Storekeeper,9 Works Road,Exampleton,EX9 9EX,United Kingdom,1 Home Lane,Exampleton,EX2 2EX,United Kingdom';
  const cy = 'Cy,Third,Our branch,Secretary,4 Hall Road,Exampleton,EX4 4EX,United Kingdom,,,,';
  const cwd = await makeFolder({ ...smallAppeal('a'), 'members.csv': `${head}\n${bo}\n${cy}\n` });
  await handbill(cwd, 'letters a --senders members.csv --to company --format txt');
  const files = (await listFiles(cwd)).filter((name) => /letters\/.*\.txt$/.test(name));
  const [first, second] = await Promise.all(files.map((name) => readFile(join(cwd, name), 'utf8')));
  expect(first).toContain('Bo Other\n1 Home Lane\n');
  expect(first).not.toMatch(/Works|Storekeeper/);
  expect(second).toContain('Our branch\nCy Third\n4 Hall Road\n');
});

test('what programs write for nothing isn’t printed as a name or a street', async () => {
  const rows = [
    'Ada Example,N/A,EX1 1EX,Exampleton,GB',
    'NULL,2 Example Road,EX1 1EX,Exampleton,GB',
    'Cy Null,3 Example Road,,Windhoek,NA',
  ];
  const list = `Name,Street,Postcode,City,Country\n${rows.join('\n')}\n`;
  const cwd = await makeFolder({ ...smallAppeal('a'), 'members.csv': list });
  const line = 'letters a --senders members.csv --to company --format txt --skip-faulty';
  const ran = await handbill(cwd, line);
  expect(ran.stderr).toMatch(/members\.csv:3:\d+\s+warning\s+name is missing/);
  const files = (await listFiles(cwd)).filter((name) => /letters\/.*\.txt$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(cwd, name), 'utf8')));
  expect(texts).toHaveLength(2);
  expect(texts.join('')).not.toMatch(/N\/A|NULL/);
  expect(texts.join('')).toContain('Cy Null\n3 Example Road\n');
});
