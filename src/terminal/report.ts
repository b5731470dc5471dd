import { relative } from 'node:path';
import { Chalk, type ChalkInstance } from 'chalk';
import { append } from '../model/append.ts';
import { memoise } from '../model/memory.ts';
import type { Problem, Severity, Value, Values } from '../problems.ts';
import { columnsOf, type Io, textsFor } from './io.ts';
import { showable } from './showable.ts';
import type { Texts } from './texts.ts';
import { wrapText } from './wrap.ts';

/** Colours as the terminal wants them: NO_COLOR and FORCE_COLOR go before what the terminal is. */
function coloursOf(io: Io): ChalkInstance {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (NO_COLOR) return new Chalk({ level: 0 });
  if (FORCE_COLOR) return new Chalk({ level: FORCE_COLOR === '0' ? 0 : 1 });
  return new Chalk({ level: io.isTTY && TERM !== 'dumb' ? 1 : 0 });
}

/** Problems as they can be shown, with their files named from the current folder, grouped by file, in the order of lines. */
export function sortProblems(problems: readonly Problem[], cwd: string): Problem[] {
  return orderProblems(problems).map(showableFrom(cwd));
}

/** Each problem once, grouped by file, in the order of lines; as they were found. */
export function orderProblems(problems: readonly Problem[]): Problem[] {
  const files = new Map<string | undefined, number>();
  for (const { at } of problems) if (!files.has(at?.file)) files.set(at?.file, files.size);
  const byPlace = ({ at: a }: Problem, { at: b }: Problem) =>
    (a?.file === b?.file ? 0 : files.get(a?.file)! - files.get(b?.file)!) ||
    (a?.line ?? 0) - (b?.line ?? 0) ||
    (a?.column ?? 0) - (b?.column ?? 0);
  const sorted = problems.toSorted(byPlace);
  const ordered: Problem[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i]!;
    let end = i + 1;
    while (end < sorted.length && byPlace(first, sorted[end]!) === 0) end += 1;
    // Most places have one: 100,000 findings are told apart without a text for each.
    if (end === i + 1) ordered.push(first);
    else append(ordered, new Map(sorted.slice(i, end).map((p) => [identityOf(p), p])).values());
    i = end;
  }
  return ordered;
}

function showableFrom(cwd: string): (problem: Problem) => Problem {
  const nameOf = memoise((file: string) => showable(fileFrom(cwd, file)));
  return (problem) => {
    const { message, hint, values, at } = problem;
    return {
      ...problem,
      message: showable(message),
      hint: hint && showable(hint),
      values: values && showableValues(values),
      ...(at && { at: { ...at, file: nameOf(at.file) } }),
    };
  };
}

/** The same values where all can be shown: most of them can, and there may be 100,000 findings. */
function showableValues(values: Values): Values {
  let shown: Record<string, Value> | undefined;
  for (const [name, value] of Object.entries(values)) {
    const own = showableValue(value);
    if (own !== value) shown = { ...(shown ?? values), [name]: own };
  }
  return shown ?? values;
}

function showableValue(value: Value): Value {
  if (typeof value === 'string') return showable(value);
  if (typeof value !== 'object') return value;
  const values = showableValues(value.values);
  return values === value.values ? value : { ...value, values };
}

/** Text of a report: one paragraph a problem, files apart, the count at the end; empty without problems. */
export function reportProblems(problems: readonly Problem[], io: Io): string {
  if (problems.length === 0) return '';
  const colours = coloursOf(io);
  const paint = { error: colours.red.bold, warning: colours.yellow, notice: colours.cyan };
  const texts = textsFor(io);
  const width = columnsOf(io);
  const lines: string[] = [];
  let file: string | undefined;
  const sorted = orderProblems(problems);
  const toShow = showableFrom(io.cwd);
  for (const [i, { problem: found, more }] of foldAlike(sorted).entries()) {
    const problem = toShow(found);
    if (i > 0 && problem.at?.file !== file) lines.push('');
    file = problem.at?.file;
    const place = problem.at ? [file, problem.at.line, problem.at.column].filter((x) => x !== undefined) : [];
    const severity = texts.say(problem.severity);
    const before = place.length > 0 ? `${place.join(':')}  ` : '';
    const told = texts.problem(problem);
    const message = showable(told.message);
    const [first = '', ...rest] = wrapAfter(`${before}${severity}  `.length, message, width);
    const painted = `${before}${paint[problem.severity](severity)}  ${first}`;
    append(
      lines,
      [painted.trimEnd()],
      rest.map((line) => `    ${line}`),
    );
    append(lines, excerptOf(problem, width));
    if (told.hint) {
      const hint = `→ ${showable(told.hint)}`;
      append(
        lines,
        wrapText(hint, width - 4).map((line) => `    ${line}`),
      );
    }
    if (more > 0)
      lines.push(`    ${texts.say('… and {n} more of this kind; --json lists all.', { n: more })}`);
  }
  return `${lines.join('\n')}\n\n${countProblems(sorted, texts)}\n`;
}

/** How many of a kind are shown: such as stand in a line of a file, such as don't, and errors. Nobody reads on after these. */
const SHOWN = { placed: 10, unplaced: 2, errors: 1_000 };

/** Findings of the same kind, with the same way to mend them, beyond the first few: told as a number behind the last shown. */
function foldAlike(problems: readonly Problem[]): { problem: Problem; more: number }[] {
  const told: { problem: Problem; more: number }[] = [];
  // By what all of them say first: a key of everything would be a text for each of 100,000 findings.
  const byHint = new Map<string | undefined, Map<string, { shown: number; last: (typeof told)[number] }>>();
  for (const problem of problems) {
    const { severity, code, hint, at } = problem;
    const kinds = byHint.get(hint) ?? new Map();
    byHint.set(hint, kinds);
    const key = `${severity} ${code} ${at !== undefined}`;
    const kind = kinds.get(key);
    const most = severity === 'error' ? SHOWN.errors : at ? SHOWN.placed : SHOWN.unplaced;
    if (kind && kind.shown >= most) {
      kind.last.more += 1;
      continue;
    }
    const entry = { problem, more: 0 };
    told.push(entry);
    kinds.set(key, { shown: (kind?.shown ?? 0) + 1, last: entry });
  }
  return told;
}

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[], texts: Texts): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return (['error', 'warning', 'notice'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => texts.count(counts[severity], severity))
    .join(', ');
}

/** A file as a person in `cwd` would name it. */
export function fileFrom(cwd: string, file: string): string {
  if (!file.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(file)) return file;
  const path = relative(cwd, file).replaceAll('\\', '/');
  return path === '' ? '.' : path;
}

/** Wraps text that begins after `indent` columns of its first line; a long head gets a line of its own. */
function wrapAfter(indent: number, text: string, width: number): string[] {
  if (indent + 30 > width) return ['', ...wrapText(text, width - 4)];
  const [first = '', ...rest] = wrapText(text, width - indent);
  return [first, ...(rest.length > 0 ? wrapText(rest.join(' '), width - 4) : [])];
}

/** The line of the file with a caret under the column: as much of it as fits around that. */
function excerptOf({ excerpt, at }: Problem, width: number): string[] {
  if (excerpt === undefined || at?.column === undefined) return [];
  const room = width - 8;
  const characters = [...excerpt.replaceAll('\t', ' ')];
  const column = [...excerpt.slice(0, at.column - 1)].length;
  const start = Math.max(0, Math.min(column - Math.floor(room / 2), characters.length - room));
  const shown = showable(characters.slice(start, start + room).join(''));
  const cut = [start > 0 ? '…' : ' ', start + room < characters.length ? '…' : ''];
  return [`     ${cut[0]}${shown}${cut[1]}`.trimEnd(), `${' '.repeat(6 + column - start)}^`];
}

/** Two problems at a place that have the same identity are told once: the later one. */
function identityOf({ code, message }: Problem): string {
  return `${code}\0${message}`;
}
