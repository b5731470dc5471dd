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
