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
