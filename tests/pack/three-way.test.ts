import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeText } from '../../src/pack/merge-text.ts';
import { formatRows } from '../../src/write/csv.ts';

const COLUMNS = ['id', 'text.en', 'text.fr', 'status'] as const;
type Row = Readonly<Record<string, string>>;

/** A word that a version writes; versions never write the same one by chance. */
const word = (by: string) => fc.nat(99).map((n) => `${by} ${n}`);

/** What somebody does to a list of rows: changes cells, takes rows out, adds rows and a column. */
const doing = (by: string) =>
  fc.record({
    cells: fc.array(fc.tuple(fc.nat(7), fc.constantFrom(...COLUMNS.slice(1)), word(by)), { maxLength: 5 }),
    gone: fc.array(fc.nat(7), { maxLength: 2 }),
    added: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
    column: fc.boolean(),
  });

type Doing = typeof doing extends (by: string) => fc.Arbitrary<infer T> ? T : never;

const BASE: readonly Row[] = Array.from({ length: 8 }, (_, i) => ({
  id: `fact-${i}`,
  'text.en': `What happened, no. ${i}: "he said"`,
  status: 'reported',
}));

function doneBy(by: string, { cells, gone, added, column }: Doing): Row[] {
  const rows = BASE.map((row, i) => ({
    ...row,
    ...Object.fromEntries(cells.filter(([at]) => at === i).map(([, name, text]) => [name, text])),
    ...(column && i % 2 === 0 ? { [`text.${by}`]: `${by}, ${i}` } : {}),
  })).filter((_, i) => !gone.includes(i));
  return [...rows, ...added.map((n) => ({ id: `${by}-${n}`, 'text.en': `${by} adds\n${n}` }))];
}

const FORMS = {
  'facts.csv': (rows: readonly Row[]) => {
    const columns = [...new Set([...COLUMNS, ...rows.flatMap(Object.keys)])];
    return formatRows([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
  },
  'facts.json': (rows: readonly Row[]) => `${JSON.stringify(rows, null, 2)}\n`,
  'facts.yaml': (rows: readonly Row[]) =>
    `# facts\n${
      rows
        .map((row) =>
          Object.entries(row)
            .map(([key, text], i) => `${i === 0 ? '- ' : '  '}${key}: ${JSON.stringify(text)}`)
            .join('\n'),
        )
        .join('\n') || '[]'
    }\n`,
} as const;

/** The rows of a file, by id. */
function rowsOf(name: string, text: string): Map<string, Row> {
  // Against nothing, all that a version has comes in as a change.
  const empty = name.endsWith('.csv') ? `${COLUMNS.join()}\n` : '[]\n';
  const { changes } = mergeText(name, { base: empty, mine: empty, theirs: text }, 'mine');
  return new Map(changes.map(({ now }) => [(now as Row).id!, now as Row]));
}

test.each(Object.keys(FORMS) as (keyof typeof FORMS)[])(
  '67 times, 201 in all forms, two change %s at random: nothing is lost, and what both changed is told',
  (name) => {
    const form = FORMS[name];
    fc.assert(
      fc.property(doing('mine'), doing('theirs'), (ours, others) => {
        const [mine, theirs] = [doneBy('mine', ours), doneBy('theirs', others)];
        const texts = { base: form(BASE), mine: form(mine), theirs: form(theirs) };
        const { text, conflicts } = mergeText(name, texts, 'mine');
        const merged = rowsOf(name, text);
        const [a, b] = [mine, theirs].map((rows) => new Map(rows.map((row) => [row.id!, row])));
        const told = new Set(conflicts.map((conflict) => conflict.name.join('/')));
        for (const id of new Set([...a!.keys(), ...b!.keys(), ...BASE.map((row) => row.id!)])) {
          const was = BASE.find((row) => row.id === id);
          const [own, other, now] = [a!.get(id), b!.get(id), merged.get(id)];
          if (told.has(id)) {
            // One took out what the other changed.
            expect([own, other]).toContain(undefined);
            expect(now).toEqual(own);
            continue;
          }
          if (was && (!own || !other)) {
            expect(now).toBeUndefined();
            continue;
          }
          for (const column of new Set([own, other, was].flatMap((row) => Object.keys(row ?? {})))) {
            const cells = [was, own ?? was, other ?? was].map((row) => row?.[column]);
            const [before, x, y] =
              own && other ? cells : [undefined, (own ?? other)![column], (own ?? other)![column]];
            const isBoth = x !== before && y !== before && x !== y;
            expect(told.has(`${id}/${column}`)).toBe(isBoth);
            expect(now?.[column]).toBe(isBoth ? x : x === before ? y : x);
          }
        }
        expect(told.size).toBe(conflicts.length);
      }),
      { numRuns: 67, seed: 25 },
    );
  },
);

test('one’s own comments, order and line ends stay where the pack changes something else', () => {
  const base = 'id: strike\r\ntitle: Free them # as printed\r\nsources:\r\n  - id: a\r\n    title: A\r\n';
  const mine = base.replace('strike\r\n', 'strike\r\n# ours: ask Ana first\r\n');
  const theirs = `${base.replace('Free them', 'Free all of them')}  - id: b\r\n    title: B\r\n`;
  expect(mergeText('appeal.yaml', { base, mine, theirs }, 'mine')).toEqual({
    text: `${mine.replace('Free them', 'Free all of them')}  - id: b\r\n    title: B\r\n`,
    changes: [
      { name: ['title'], was: 'Free them', now: 'Free all of them' },
      { name: ['sources', 'b'], was: undefined, now: { id: 'b', title: 'B' } },
    ],
    conflicts: [],
  });
});

test('claims of two voices are rows of their own; the same voice in two ways is a conflict', () => {
  const head = 'id,quantity,value,voice,text.en\n';
  const base = `${head}killed,killed,11,official,"Killed: {killed}."\nkilled,killed,70,unofficial,\n`;
  const mine = base
    .replace('11', '13')
    .replace('text.en', 'text.en,text.fr')
    .replace('."\n', '.",Tués\n')
    .replace('unofficial,\n', 'unofficial,,\n');
  const theirs = base.replace('11', '14').replace('70', '73');
  const merged = mergeText('facts.csv', { base, mine, theirs }, 'mine');
  expect(merged.conflicts).toEqual([{ name: ['killed killed official', 'value'], mine: '13', theirs: '14' }]);
  expect(merged.text).toBe(mine.replace('70', '73'));
  expect(mergeText('facts.csv', { base, mine, theirs }, 'theirs').text).toBe(
    mine.replace('13', '14').replace('70', '73'),
  );
});
