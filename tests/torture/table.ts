import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Count } from './tally.ts';

/** Gives the torture tests a file to count in, and prints their table when the long form has run. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-torture-'));
  const file = join(folder, 'tally');
  project.provide('tortureTally', file);
  return () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(folder, { recursive: true });
    const { tortureExtent, tortureSeed } = project.config.provide;
    if (tortureExtent === 'few' || lines.length === 0) return;
    console.log(formatTable(lines.map((line) => JSON.parse(line) as Count)));
    console.log(`HANDBILL_SEED=${tortureSeed} repeats the random cases.\n`);
  };
}

/** The counts as a table in Markdown: a row for whatever was tried, by one test or many, and a sum of each part. */
function formatTable(counts: readonly Count[]): string {
  const parts = [...new Set(counts.map(({ part }) => part))].sort();
  const rows = parts.flatMap((part) => {
    const own = counts.filter((count) => count.part === part);
    const kinds = [...new Set(own.map(({ what }) => what))].sort();
    const summed = kinds.map((kind) => {
      const alike = own.filter(({ what }) => what === kind);
      return sumOf(alike, part, kind);
    });
    return summed.length > 1 ? [...summed, sumOf(own, part, 'all')] : summed;
  });
  const number = (value: number | undefined) =>
    value === undefined ? '' : Math.round(value).toLocaleString('en-GB');
  const cells = rows.map(({ part, what, cases, survived, slowest, memory }) => [
    part,
    what,
    ...[cases, survived, cases - survived, slowest, memory].map(number),
  ]);
  const head = ['part', 'what', 'cases', 'survived', 'findings', 'slowest ms', 'MB'];
  const widths = head.map((_, i) => Math.max(...[head, ...cells].map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return ['', line(head), rule, ...cells.map(line), ''].join('\n');
}

function sumOf(counts: readonly Count[], part: string, what: string): Count {
  const sum = (key: 'cases' | 'survived') => counts.reduce((total, count) => total + count[key], 0);
  const most = (key: 'slowest' | 'memory') => {
    const values = counts.flatMap((count) => count[key] ?? []);
    return values.length > 0 ? Math.max(...values) : undefined;
  };
  return {
    part,
    what,
    cases: sum('cases'),
    survived: sum('survived'),
    slowest: most('slowest'),
    memory: most('memory'),
  };
}
