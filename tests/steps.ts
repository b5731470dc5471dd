type Method = (...args: never[]) => unknown;
/** What a call of a method costs: on what, with which arguments, and what came of it. */
type Cost = (of: { readonly length: number }, args: readonly unknown[], result: unknown) => number;

const whole: Cost = (of) => 1 + (of?.length ?? 0);
/** Up to what is found, from where it is looked for. */
const upTo: Cost = (of, [, from], found) => {
  const begin = typeof from === 'number' ? Math.max(from, 0) : 0;
  return 1 + Math.max(0, (typeof found === 'number' && found >= 0 ? found : of.length) - begin);
};
const downTo: Cost = (of, [, from], found) => {
  const begin = typeof from === 'number' ? Math.min(from, of.length) : of.length;
  return 1 + Math.max(0, begin - (typeof found === 'number' ? found : 0));
};
const given: Cost = (_, args) => args.length;
const made: Cost = (_, __, result) => 1 + ((result as { length?: number } | null)?.length ?? 0);

const words = (names: string) => names.split(' ');
const costing = (cost: Cost, names: string) => words(names).map((name) => [name, cost] as const);

/** Methods of lists that go through them; what stops early is counted by its calls. */
const OF_LISTS: readonly (readonly [string, Cost])[] = [
  ...costing(whole, 'includes join reverse sort toReversed toSorted toSpliced with'),
  ...costing(made, 'concat flat slice'),
  // What moves up moves all at once.
  ...costing(given, 'push shift splice unshift'),
  ...costing(upTo, 'indexOf'),
  ...costing(downTo, 'lastIndexOf'),
];
const CALLING = words(
  'every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some',
);
const OF_TEXTS: readonly (readonly [string, Cost])[] = [
  ...costing(whole, 'match matchAll normalize replace replaceAll search split toLowerCase toUpperCase trim'),
  ...costing(upTo, 'indexOf'),
  ...costing(downTo, 'lastIndexOf'),
];

/**
 * Steps that the work takes: items of lists and characters of texts that its calls go through, which are the same on any
 * machine and whatever else it does meanwhile.
 */
export async function countSteps(work: () => Promise<unknown>): Promise<number> {
  let steps = 0;
  const undo: (() => void)[] = [];
  const instead = (holder: object, name: string | symbol, make: (method: Method) => Method) => {
    const own = Object.getOwnPropertyDescriptor(holder, name)!;
    Object.defineProperty(holder, name, { ...own, value: make(own.value as Method) });
    undo.push(() => Object.defineProperty(holder, name, own));
  };
  const count = (cost: Cost) => (method: Method) =>
    function (this: { length: number }, ...args: never[]) {
      const result = Reflect.apply(method, this, args);
      steps += cost(this, args, result);
      return result;
    };
  const countCalls = (method: Method) =>
    function (this: unknown, ...[call, ...rest]: never[]) {
      const counted = function (this: unknown, ...args: never[]) {
        steps += 1;
        return Reflect.apply(call as unknown as Method, this, args);
      };
      return Reflect.apply(method, this, [counted as never, ...rest]);
    };
  const countTurns = (method: Method) =>
    function (this: unknown) {
      const turns = Reflect.apply(method, this, []) as Iterator<unknown>;
      const next = turns.next;
      turns.next = () => {
        steps += 1;
        return Reflect.apply(next, turns, []) as IteratorResult<unknown>;
      };
      return turns;
    };
  for (const [name, cost] of OF_LISTS) instead(Array.prototype, name, count(cost));
  for (const name of CALLING) instead(Array.prototype, name, countCalls);
  instead(Array.prototype, Symbol.iterator, countTurns);
  for (const [name, cost] of OF_TEXTS) instead(String.prototype, name, count(cost));
  try {
    await work();
  } finally {
    for (const back of undo) back();
  }
  return steps;
}
