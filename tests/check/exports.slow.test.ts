import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mapMemberColumns, memberFieldOf } from '../../src/check/member-columns.ts';
import { checkMembers } from '../../src/check/members.ts';
import { readSenders } from '../../src/read/senders.ts';
import { makeFolder } from '../folder.ts';
import { EXPORTS } from './export-forms.ts';

const ROWS = 2000;
const FAULTS = 30;

/** The row of each planted fault, from 0, far apart and near, first and last. */
const PLANTED = Array.from({ length: FAULTS }, (_, i) => Math.min(ROWS - 1, i < 3 ? i : i * 69 + (i % 7)));

/** Spoils a row, one way after the other; tells the code of what must be said of it. */
function spoil(head: readonly string[], cells: string[], i: number): string {
  const fields = mapMemberColumns(head, new Map());
  const at = (...wanted: string[]) =>
    head.flatMap((column, n) => (wanted.includes(fields.get(column) ?? '') ? [n] : []));
  const way = i % 3;
  if (way === 0) {
    cells.push('one too many');
    return 'csv-syntax';
  }
  if (way === 1) {
    for (const n of at('country')) cells[n] = 'Ruritania';
    return 'bad-country';
  }
  for (const n of at('name', 'firstName', 'lastName')) cells[n] = cells[n] ? `${cells[n]}\uFFFD` : '';
  return 'lost-character';
}

test.each(Object.entries(EXPORTS))(
  'of 2,000 rows of %s each of 30 faults is told at its row',
  async (_, { head, row }) => {
    const told = new Map<number, string>();
    const lines = Array.from({ length: ROWS }, (_, i) => {
      const cells = row.map((cell) => cell.replace('Größler', `Größler ${i}`).replace(/^7$/, String(i)));
      const n = PLANTED.indexOf(i);
      if (n >= 0) told.set(i + 2, spoil(head, cells, n));
      return cells.map((cell) => `"${cell}"`).join(',');
    });
    const cwd = await makeFolder({
      'list.csv': [head.map((h) => `"${h}"`).join(','), ...lines, ''].join('\r\n'),
    });
    const isKnown = (name: string) => memberFieldOf(name) !== undefined;
    const list = await readSenders(join(cwd, 'list.csv'), { isKnown, places: true });
    const { members, faulty, problems } = await checkMembers(list, { skipFaulty: true });
    const errors = problems.filter(({ severity }) => severity !== 'notice');
    expect(errors.map(({ at, code }) => [at?.line, code])).toEqual([...told].sort(([a], [b]) => a - b));
    expect(faulty).toHaveLength(FAULTS);
    expect(members).toHaveLength(ROWS - FAULTS);
  },
);
