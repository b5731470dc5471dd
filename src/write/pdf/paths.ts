import { formatNumber } from './objects.ts';

/** Operators of a rectangle's outline. */
export function rectangle(x: number, y: number, width: number, height: number): string {
  return `${[x, y, width, height].map((n) => formatNumber(n)).join(' ')} re`;
}

const PATH_OPERATORS: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' };

/** Operators of a path's absolute M, L, C and Z commands. */
export function pathOperators(d: string): string {
  const commands = [...d.matchAll(/([MLCZ])([^MLCZ]*)/g)];
  return commands
    .map(([, name, points]) => [...numbersOf(points!).map(formatNumber), PATH_OPERATORS[name!]].join(' '))
    .join(' ');
}

/** x, y, width and height around a path's points. */
export function pathBounds(d: string): [number, number, number, number] {
  const numbers = numbersOf(d);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    left = Math.min(left, numbers[i]!);
    right = Math.max(right, numbers[i]!);
    top = Math.min(top, numbers[i + 1]!);
    bottom = Math.max(bottom, numbers[i + 1]!);
  }
  return [left, top, right - left, bottom - top];
}

function numbersOf(text: string): number[] {
  return (text.match(/-?[\d.]+(?:e[-+]?\d+)?/g) ?? []).map(Number);
}
