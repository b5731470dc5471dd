import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addItem, removeItem, setAll, setKeys } from '../../src/write/edit-structured.ts';

const YAML = `# The head.
id: a   # an id
list:
  - { id: one, n: 1 }   # flow
  - id: two
    n: 2   # keep
    text: |
      several
      lines

# The end.
last: x
`;
const JSON_TEXT = `{
  "id": "a",
  "list": [
    { "id": "one", "n": 1 },
    {
      "id": "two",
      "n": 2
    }
  ]
}
`;

describe.each([
  ['YAML', YAML],
  ['JSON', JSON_TEXT],
])('%s', (_, text) => {
  test.each([
    [['list', 0], { n: '3' }],
    [['list', 1], { n: '3', note: 'of: two' }],
    [['list', 0], { n: undefined }],
    [['list', 1], { id: undefined }],
    [['list', 1], { n: undefined, note: 'yes' }],
    [[], { id: 'b', asOf: '2021-05-01' }],
  ] as const)('keys at %j are set to %j, and everything else stays', (path, values) => {
    const before = parse(text);
    const after = parse(setKeys(text, path, values));
    const target = path.length === 0 ? before : before.list[path[1]!];
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) delete target[key];
      else target[key] = expect.anything();
    }
    expect(after).toEqual(before);
    const found = path.length === 0 ? after : after.list[path[1]!];
    for (const [key, value] of Object.entries(values)) expect(String(found[key])).toBe(String(value));
  });

  test.each([[['list']], [['more']]] as const)('an item is added to %j', (path) => {
    const after = parse(addItem(text, path, { id: 'three', title: 'A: “b”, c' }));
    expect(after[path[0]].at(-1)).toEqual({ id: 'three', title: 'A: “b”, c' });
    expect({ ...after, list: after.list.slice(0, 2), more: undefined }).toEqual({
      ...parse(text),
      more: undefined,
    });
  });
});

test('comments and order of YAML stay, byte for byte but for the value', () => {
  expect(setKeys(YAML, ['list', 1], { n: '11' })).toBe(YAML.replace('n: 2', 'n: 11'));
  expect(setKeys(YAML, ['list', 0], { n: '11' })).toBe(YAML.replace('n: 1', 'n: 11'));
  expect(addItem(YAML, ['list'], { id: 'three' })).toBe(
    YAML.replace('      lines\n', '      lines\n  - id: three\n'),
  );
});

describe('lines of a block, with comments between', () => {
  const text = `title:
  en: |
    Free them
    now
# of the day
summary: >-
  folded
  text
demands:
  # of the first
  - id: one
    text: { en: One }
  # of the second
  - id: two
    text:
      en: Two
# at the end
people: []
`;

  test('a value takes the place of all its lines, and of no comment behind them', () => {
    const changed = setKeys(setKeys(text, ['title'], { en: 'New' }), [], { summary: 'Short' });
    expect(changed).toBe(
      text.replace('|\n    Free them\n    now', 'New').replace('>-\n  folded\n  text', 'Short'),
    );
  });

  test.each([
    [0, '  - id: one\n    text: { en: One }\n'],
    [1, '  - id: two\n    text:\n      en: Two\n'],
  ])('item %i goes with its own lines', (index, lines) => {
    expect(removeItem(text, ['demands'], index)).toBe(text.replace(lines, ''));
  });
});

describe('many keys set in one reading', () => {
  const settings = [
    { path: ['list', 0, 'n'], value: 'three' },
    { path: ['list', 0, 'note'], value: 'new' },
    { path: ['list', 0, 'more'], value: 'newer' },
    { path: ['list', 1, 'n'], value: 'four' },
    { path: ['id'], value: 'b' },
    { path: ['names', 'of', 'one'], value: 'x' },
    { path: ['names', 'of', 'two'], value: 'y' },
    { path: ['id'], value: 'c' },
  ];

  test.each([
    ['YAML', YAML],
    ['JSON', JSON_TEXT],
  ])('%s: as one after the other, with the maps that are missing', (_, text) => {
    const made = parse(setAll(text, settings));
    expect(made).toMatchObject({ id: 'c', names: { of: { one: 'x', two: 'y' } } });
    expect(made.list[0]).toEqual({ id: 'one', n: 'three', note: 'new', more: 'newer' });
    expect(made.list[1]).toMatchObject({ id: 'two', n: 'four' });
    const own = settings.filter(({ path }) => path[0] === 'list');
    const oneByOne = own.reduce(
      (out, { path, value }) => setKeys(out, path.slice(0, -1), { [path.at(-1)!]: value }),
      text,
    );
    expect(setAll(text, own)).toBe(oneByOne);
  });

  test('a way through a text is refused', () => {
    expect(() => setAll(YAML, [{ path: ['id', 'x'], value: 'y' }])).toThrow('there is no map at id');
  });
});
