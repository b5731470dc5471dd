import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** What a hostile text may begin with, repeat, and end with. */
const BEGINS = ['', 'a', '"', '<', 'https://', '+1', '[', '{{', 'a@'];
const REPEATS = [
  ...[
    'a',
    '1',
    ' ',
    '\t',
    '\n',
    '.',
    ',',
    ':',
    '-',
    '_',
    '@',
    '/',
    '\\',
    '<',
    '"',
    '(',
    '[',
    '*',
    '`',
    '=',
    '+',
    '#',
  ],
  ...['&', '\u00a0', '\u0301', 'a.', 'a ', '1 ', 'a@', '\n\n', '\n ', ' \n', '""', '[a]', '0.'],
];
const ENDS = ['', '!\u0001'];

/** Characters tried first, and the milliseconds above which an expression is looked at more closely. */
const SIZE = 500;
const SLOW = 0.3;

const TEXTS = BEGINS.flatMap((begin) =>
  REPEATS.flatMap((repeat) =>
    ENDS.map((end) => (times: number) => begin + repeat.repeat((times * SIZE) / repeat.length) + end),
  ),
).map((text) => ({ text, short: text(1) }));

interface Expression {
  readonly at: string;
  readonly pattern: RegExp;
}

/** Every regular expression that stands in the source as a literal. */
function expressionsIn(file: string): Expression[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found: Expression[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && 'start' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      const line = text.slice(0, Number(node.start)).split('\n').length;
      found.push({ at: `${file}:${line} /${pattern}/${flags}`, pattern: new RegExp(pattern, flags) });
    } else for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseAst(text, { lang: 'ts' }));
  return found;
}

function timeOf(pattern: RegExp, text: string): number {
  const begin = performance.now();
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else pattern.exec(text);
  return performance.now() - begin;
}

/** The best of some tries: what else the machine does at the moment isn't counted. */
const best = (pattern: RegExp, text: string) => Math.min(...[1, 2, 3].map(() => timeOf(pattern, text)));

test('no regular expression grows faster than the text that it reads', { timeout: 120_000 }, () => {
  const all = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap(expressionsIn);
  expect(all.length).toBeGreaterThan(100);
  const growing = all.flatMap(({ at, pattern }) => {
    for (const { text, short } of TEXTS) {
      if (timeOf(pattern, short) < SLOW || best(pattern, short) < SLOW / 3) continue;
      const [twice, fourTimes, eightTimes] = [2, 4, 8].map((n) => best(pattern, text(n))) as [
        number,
        number,
        number,
      ];
      if (eightTimes > 2 && eightTimes > 2.8 * fourTimes && fourTimes > 2.8 * twice)
        return [
          `${at}: ${JSON.stringify(short.slice(0, 12))}, ${[twice, fourTimes, eightTimes].map(Math.round).join(', ')} ms`,
        ];
    }
    return [];
  });
  expect(growing).toEqual([]);
});
