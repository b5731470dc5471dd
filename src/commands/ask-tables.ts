import { resolve } from 'node:path';
import { neededColumns, ownColumns, partColumn } from '../model/part-columns.ts';
import { findParts, PARTS, type Part } from '../read/appeal.ts';
import { openForeignList } from '../read/foreign-list.ts';
import { readKept } from '../read/kept-columns.ts';
import { isSpreadsheet } from '../read/part-sheet.ts';
import { isStructured } from '../read/structured.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { openDialogue } from '../terminal/prompts.ts';
import { fileFrom } from '../terminal/report.ts';
import { askColumns } from './ask-columns.ts';
import { keepColumns } from './keep-columns.ts';
import { partMap } from './list-reading.ts';
import { locateAppeal } from './locate.ts';
import type { DocumentOptions } from './material.ts';
import { terminalFor } from './outcome.ts';

/**
 * The options with what somebody at the terminal says of the columns of the appeal's tables; asked only where a table lacks
 * what it can't do without and has columns that nothing tells of. The options as they are where there is nothing to ask,
 * nobody to ask, or they break off.
 */
export async function askTableColumns(
  io: Io,
  options: DocumentOptions,
  named: string | undefined,
): Promise<DocumentOptions> {
  const terminal = terminalFor(io, options);
  if (!terminal) return options;
  const texts = textsFor(io);
  let map = options.map ?? [];
  for (const { part, file } of await tablesOf(io, options, named)) {
    const { list, unknown } = await openTable(part, file, map);
    if (unknown.length === 0) continue;
    io.stderr.write(`${fileFrom(io.cwd, file)}:\n`);
    const dialogue = openDialogue(terminal, texts);
    try {
      const answers = await askColumns(dialogue, texts, list, unknown, ownColumns(part));
      if (!answers) return options;
      map = [...map, ...[...answers].map(([column, field]) => `${part}.${field}=${column}`)];
    } finally {
      dialogue.end();
    }
  }
  return map === options.map || map.length === 0 ? options : { ...options, map };
}

/** Keeps what was said of the columns of the appeal's tables, beside each. */
export async function keepTableColumns(
  io: Io,
  options: DocumentOptions,
  named: string | undefined,
): Promise<void> {
  const { parts } = partMap(options.map);
  if (Object.keys(parts).length === 0) return;
  for (const { part, file } of await tablesOf(io, options, named)) {
    const said = parts[part];
    if (said) await keepColumns(file, part, said);
  }
}

/** The tables that an appeal is read from. */
async function tablesOf(io: Io, options: DocumentOptions, named: string | undefined) {
  const { path, bundled } = locateAppeal(io, named);
  const own = bundled ? {} : await findParts(path);
  return PARTS.flatMap((part): { part: Part; file: string }[] => {
    const replaced = part === 'corrections' ? undefined : options[part];
    const file = replaced === undefined ? own[part] : resolve(io.cwd, replaced);
    return file === undefined || isStructured(file) ? [] : [{ part, file }];
  });
}

/** A table, and the columns to ask about. */
async function openTable(part: Part, file: string, map: readonly string[]) {
  const { columns: kept, sheet } = await readKept(file, part);
  const now = partMap(map).parts[part];
  const said = new Map([...kept, ...(now?.columns ?? [])]);
  const columnOf = (name: string) => said.get(name) ?? partColumn(part, name);
  const isKnown = (name: string) => columnOf(name) !== undefined;
  // Above the head of a CSV table nothing stands.
  const isHead = isSpreadsheet(file) ? isKnown : () => false;
  const list = await openForeignList(file, { sheet: now?.sheet ?? sheet, isKnown: isHead });
  const there = new Set(list.columns.map((name) => columnOf(name)?.split('.')[0]));
  const isWhole = neededColumns(part).every((column) => there.has(column));
  return { list, unknown: isWhole ? [] : list.columns.filter((name) => !isKnown(name)) };
}
