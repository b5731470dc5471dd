import fc from 'fast-check';

/** Bytes that break readers: ends of numbers, quotes, brackets, marks, controls. */
const TOKENS = [
  ...['\0', '\n', '\r\n', '"', "'", '\\', '{', '}', '[', ']', '<', '>', ':', ';', ',', '|', '\t', '&a', '*a'],
  ...['---', '<<: *a', '!!js/function', '__proto__', 'constructor', '{{', '}}', '{{#each', '{{> ', '```'],
  ...['1e999', '-1', '99999999999999999999', 'NaN', '=1+1', 'BEGIN:VCARD\n', '\u202e', '\u200b', '\u{1f600}'],
].map((text) => Buffer.from(text));
const NUMBERS = [
  [0xff, 0xff, 0xff, 0xff],
  [0x7f, 0xff, 0xff, 0xff],
  [0x80, 0, 0, 0],
  [0, 0, 0, 0],
  [0xff, 0xff],
].map((bytes) => Buffer.from(bytes));

/** One change at a place, which is a part of the length. */
interface Edit {
  readonly at: number;
  readonly take: number;
  readonly put: Uint8Array;
  /** How often what is put there stands there. */
  readonly times: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  take: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(2000)),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(...TOKENS),
    fc.constantFrom(...NUMBERS),
    fc.constant(new Uint8Array()),
  ),
  times: fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.nat(300)),
});

/** Valid files with bytes changed, taken out, put in or repeated; a few of them as they are. */
export function mutatedBytes(files: readonly Uint8Array[]): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(edit, { maxLength: 6 }))
    .map(([file, edits]) => edits.reduce(applyEdit, Buffer.from(file)));
}

/** The same for texts. */
export function mutatedText(texts: readonly string[]): fc.Arbitrary<string> {
  return mutatedBytes(texts.map((text) => Buffer.from(text))).map((bytes) => bytes.toString('utf8'));
}

function applyEdit(bytes: Buffer<ArrayBuffer>, { at, take, put, times }: Edit): Buffer<ArrayBuffer> {
  const start = Math.floor(at * bytes.length);
  const repeated = Buffer.concat(Array.from({ length: times }, () => put));
  return Buffer.concat([bytes.subarray(0, start), repeated, bytes.subarray(start + take)]);
}

/** Values that stand where another kind of value was expected. */
const VALUES: readonly unknown[] = [
  ...[null, true, [], {}, '', ' ', '\0', '../..', 'a'.repeat(5000), '{killed}', '{{x}}', '\u202e', '-'],
  ...[['x', ['y']], { en: 'x' }, { __proto__: null, constructor: { prototype: 1 } }, '2011-13-45', '1/0'],
  JSON.parse('{"__proto__": {"id": "x"}}'),
];

/** A value with some of the values inside it replaced, left out or doubled. */
export function mutatedTree(root: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    way: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
    put: fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue({ maxDepth: 2 })),
    kind: fc.constantFrom('replace', 'replace', 'remove', 'double', 'rename'),
  });
  return fc.array(change, { maxLength: 4 }).map((changes) => {
    let tree = structuredClone(root);
    for (const { way, put, kind } of changes) tree = changeAt(tree, way, put, kind);
    return tree;
  });
}

function changeAt(node: unknown, [step = 0, ...way]: readonly number[], put: unknown, kind: string): unknown {
  if (typeof node !== 'object' || node === null) return put;
  const entries = Object.entries(node);
  const [key, value] = entries[step % Math.max(entries.length, 1)] ?? [];
  if (key === undefined) return put;
  const changed = entries.flatMap(([name, old]): [string, unknown][] => {
    if (name !== key) return [[name, old]];
    if (way.length > 0) return [[name, changeAt(value, way, put, kind)]];
    if (kind === 'remove') return [];
    if (kind === 'double')
      return [
        [name, old],
        [`${name}2`, old],
      ];
    return kind === 'rename' ? [[JSON.stringify(put) ?? '', old]] : [[name, put]];
  });
  return Array.isArray(node) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

/** A file with a few bytes overwritten, most of them soon after these places, and perhaps an end cut off. */
export function overwrittenBytes(file: Uint8Array, spots: readonly number[]): fc.Arbitrary<Buffer> {
  const change = fc.tuple(
    fc.constantFrom(...spots),
    fc.oneof(fc.nat(16), fc.nat(100), fc.nat(4000)),
    fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.constantFrom(...NUMBERS)),
  );
  const length = fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  return fc.tuple(fc.array(change, { minLength: 1, maxLength: 5 }), length).map(([changes, part]) => {
    const bytes = Buffer.from(file);
    for (const [spot, further, put] of changes)
      bytes.set(put, Math.min(spot + further, bytes.length - put.length));
    return bytes.subarray(0, Math.ceil(part * bytes.length));
  });
}
