import { resolve } from 'node:path';
import { MEMBER_FIELDS, mapMemberColumns, memberFieldOf } from '../check/member-columns.ts';
import type { Problem } from '../problems.ts';
import { openForeignList } from '../read/foreign-list.ts';
import { isStructured } from '../read/structured.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { openDialogue } from '../terminal/prompts.ts';
import { fileFrom } from '../terminal/report.ts';
import { askColumns } from './ask-columns.ts';
import { keepColumns, recallColumns } from './keep-columns.ts';
import { fieldPairs, partMap } from './list-reading.ts';
import type { DocumentOptions } from './material.ts';
import { terminalFor } from './outcome.ts';

/** How many lines a question names. */
const NAMED = 5;

/**
 * The options with what somebody at the terminal says of the columns of the list of those who sign; asked only where
 * nothing tells who they are or where they live. Without a terminal, or where they break off, the options as they are.
 */
export async function askSenderColumns(io: Io, options: DocumentOptions): Promise<DocumentOptions> {
  const terminal = terminalFor(io, options);
  const file = listOf(io, options);
  if (!terminal || file === undefined) return options;
  const isKnown = (column: string) => memberFieldOf(column) !== undefined;
  const { named, leftOut, ...kept } = await recallColumns(io, file, 'senders', MEMBER_FIELDS);
  const { list: map, sheet = kept.sheet } = partMap(options.map);
  const list = await openForeignList(file, { encoding: options.encoding, sheet, isKnown });
  if (list.form !== 'csv' && list.form !== 'spreadsheet') return options;
  const said = new Map(fieldPairs('--map', map, MEMBER_FIELDS).map(([f, column]) => [column, f]));
  const known = mapMemberColumns(list.columns, new Map([...named, ...said]));
  const fields = new Set(known.values());
  const isWho = (['name', 'lastName', 'organisation'] as const).some((field) => fields.has(field));
  const isWhere = (['street', 'city', 'postalCity'] as const).some((field) => fields.has(field));
  const unknown = list.columns.filter((column) => !known.has(column) && !leftOut.has(column));
  // Of a list without a head the first row is somebody's.
  if ((isWho && isWhere) || unknown.length === 0 || known.size === 0) return options;
  const dialogue = openDialogue(terminal, textsFor(io));
  try {
    const answers = await askColumns(dialogue, textsFor(io), list, unknown, MEMBER_FIELDS);
    if (!answers) return options;
    return {
      ...options,
      map: [...(options.map ?? []), ...[...answers].map(([column, field]) => `${field}=${column}`)],
    };
  } finally {
    dialogue.end();
  }
}

/** Keeps what was said of the columns of that list, beside it. */
export async function keepSenderColumns(io: Io, options: DocumentOptions): Promise<void> {
  const file = listOf(io, options);
  if (file === undefined) return;
  const { list, sheet } = partMap(options.map);
  const said = fieldPairs('--map', list, MEMBER_FIELDS).map(([field, column]) => [column, field] as const);
  await keepColumns(file, 'senders', { columns: new Map(said), sheet });
}

/** Asks at the terminal whether the letters of the sound rows are to be made, where nothing else is wrong. */
export async function agreesToSkip(
  io: Io,
  options: DocumentOptions,
  problems: readonly Problem[],
): Promise<boolean> {
  const terminal = terminalFor(io, options);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const file = options.senders === undefined ? undefined : resolve(io.cwd, options.senders);
  const lines = [...new Set(errors.map(({ at }) => at?.line ?? 0))].sort((a, b) => a - b);
  const isOfRows = errors.every(({ at }) => at?.file === file && (at?.line ?? 1) > 1);
  if (!terminal || options.skipFaulty || errors.length === 0 || !isOfRows) return false;
  const texts = textsFor(io);
  const { say } = texts;
  const dialogue = openDialogue(terminal, texts);
  try {
    const reply = await dialogue.ask({
      message: say('{rows} of {file} can’t be used ({lines}). Make the letters of the others?', {
        rows: texts.count(lines.length, 'row'),
        file: fileFrom(io.cwd, file!),
        lines: `${lines.slice(0, NAMED).join(', ')}${lines.length > NAMED ? ' …' : ''}`,
      }),
      options: [
        { value: 'no', name: say('No, write nothing') },
        { value: 'yes', name: say('Yes; those rows come back in a file of their own, to be mended') },
      ],
    });
    return reply.did === 'answer' && reply.text === 'yes';
  } finally {
    dialogue.end();
  }
}

function listOf(io: Io, { senders, signatories }: DocumentOptions): string | undefined {
  const list = senders ?? signatories;
  return list === undefined || isStructured(list) ? undefined : resolve(io.cwd, list);
}
