import { createHash } from 'node:crypto';
import { z } from 'zod';
import { append } from '../model/append.ts';
import { PackedList } from '../model/packed.ts';
import {
  type Member,
  member as memberSchema,
  type Signatory,
  signatory as signatorySchema,
} from '../model/sender.ts';
import { hasErrors, type Position, type Problem, ProblemError, type Told } from '../problems.ts';
import type { ForeignRow } from '../read/foreign.ts';
import type { SenderChunk, SenderFile } from '../read/senders.ts';
import { type LocatedFile, tellGuess } from '../read/source.ts';
import { finding, phrase } from '../wordings.ts';
import { checkFields } from './fields.ts';
import { hasLost, lost } from './hidden.ts';
import { type MemberField, mapMemberColumns } from './member-columns.ts';
import { checkColumns, checkNamed, isCards, tellKept, tellNumber } from './member-list.ts';
import { composeMember, type MemberCells } from './member-row.ts';
import { withoutNumberForm } from './number-forms.ts';
import { isPostalCode, mayLackZero } from './postal-codes.ts';
import {
  type AddressColumns,
  addressColumns,
  HOME_FIRST,
  otherAddresses,
  takenAddress,
} from './several-addresses.ts';
import { tellUncalculated } from './uncalculated.ts';

/** What a person says about a list of senders. */
export interface MemberOptions {
  /** Which column holds which field, where its name doesn't tell. */
  readonly map?: ReadonlyMap<string, MemberField> | undefined;
  /** The same as it was said earlier, and kept beside the list. */
  readonly kept?: ReadonlyMap<string, MemberField> | undefined;
  /** Values for rows that have none. */
  readonly defaults?: ReadonlyMap<MemberField, string> | undefined;
  /** Leave out the rows that have errors, instead of making nothing. */
  readonly skipFaulty?: boolean | undefined;
}

/** Those who sign one letter together, by a list like that of senders; who stands in it twice signs once. */
export async function checkSignatories(
  list: SenderFile,
  options: MemberOptions = {},
): Promise<{ signatories: readonly Signatory[]; problems: readonly Problem[] }> {
  const { members, problems } = await checkList(list, options, signatorySchema);
  const isAbout = ({ code }: Problem) => code !== 'unknown-key';
  const told = problems
    .filter(isAbout)
    .map((problem) => (problem.code === 'duplicate-id' ? signsTwice(problem) : problem));
  return { signatories: [...members], problems: told };
}

function signsTwice({ at, about }: Problem): Problem {
  return finding('warning', 'duplicate-id/signatory', {}, { at, about });
}

/** The senders of a list, and the rows that were left out. */
interface CheckedMembers {
  readonly members: PackedList<Member>;
  /** Hash of what the list tells of them. */
  readonly sha256: string;
  readonly faulty: readonly FaultyRow[];
  readonly problems: readonly Problem[];
}

/** A row that was left out, and why. */
export interface FaultyRow {
  readonly row: ForeignRow;
  readonly reasons: readonly string[];
}

/** One row of a list: its values, and where each of them stands. */
interface Entry {
  /** Of a table only. */
  readonly row?: ForeignRow | undefined;
  readonly value: unknown;
  readonly locate: LocatedFile['locate'];
  readonly file: SenderChunk;
  readonly index: number;
}

/** Checks a list of senders row by row; ids must differ, as they name files. */
export function checkMembers(list: SenderFile, options: MemberOptions = {}): Promise<CheckedMembers> {
  return checkList(list, options, memberSchema);
}

async function checkList<T extends Signatory>(
  list: SenderFile,
  options: MemberOptions,
  schema: z.ZodType<T>,
): Promise<Omit<CheckedMembers, 'members'> & { readonly members: PackedList<T> }> {
  const said = options.map ?? new Map<string, MemberField>();
  const kept = [...(options.kept ?? [])].filter(
    ([column]) => list.columns.includes(column) && !said.has(column),
  );
  const named = new Map([...kept, ...said]);
  const map = mapMemberColumns(list.columns, named);
  const addresses = addressColumns(map, named);
  const members = new PackedList<T>();
  const hash = createHash('sha256');
  const faulty: FaultyRow[] = [];
  const problems: Problem[] = [
    ...checkNamed(list, said),
    ...tellKept(list, kept),
    ...checkColumns(list, map),
  ];
  if (list.encoding?.isUnsure) problems.push(tellGuess(list.file, list.encoding.name, false));
  const ids = new Set<string>();
  let count = 0;
  try {
    for await (const file of list.chunks) {
      const { entries, problems: unread } = entriesOf(file, list, {
        map,
        addresses,
        defaults: options.defaults,
      });
      append(problems, unread);
      count += entries.length + unread.length;
      for (const entry of entries) {
        const { member, problems: found } = checkEntry(entry, ids, schema);
        if (member) {
          ids.add(member.id);
          hash.update(members.push(member));
        }
        const isSkipped = !member && options.skipFaulty === true && entry.row !== undefined;
        if (isSkipped) faulty.push({ row: entry.row!, reasons: found.map(({ message }) => message) });
        append(problems, isSkipped ? found.map(asWarning) : found);
      }
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    append(problems, error.problems);
    count += 1;
  }
  if (count === 0)
    problems.push(finding('error', 'csv-empty/rows', {}, { at: { file: list.file, line: 1 } }));
  return { members, sha256: hash.digest('hex'), faulty, problems };
}

function entriesOf(
  file: SenderChunk,
  { columns }: SenderFile,
  reading: Reading,
): { entries: Entry[]; problems: readonly Problem[] } {
  if (columns.length === 0) {
    const { value = [], problems } = checkFields(z.array(z.unknown()), file.data, file);
    return { entries: value.map((value, index) => ({ value, locate: file.locate, file, index })), problems };
  }
  const columnOf = new Map<string, string>();
  for (const [column, field] of reading.map) if (!columnOf.has(field)) columnOf.set(field, column);
  const locate: LocatedFile['locate'] = ([index, field]) => {
    const column = columnOf.get(String(field));
    return file.locate(column === undefined ? [index!] : [index!, column]);
  };
  const entries = file.rows.map((row, index) => ({
    row: { ...row, broken: row.broken ?? tellUncalculated(row.cells, columns, reading.map) },
    value: composeMember(cellsByField(row, reading)),
    locate,
    file,
    index,
  }));
  return { entries, problems: tellNumber(file, reading.map) };
}

/** How the rows of a table become senders. */
interface Reading {
  readonly map: ReadonlyMap<string, MemberField>;
  /** Where it has several addresses in a row. */
  readonly addresses: AddressColumns | undefined;
  readonly defaults: MemberOptions['defaults'];
}

/** A row's cells by field. Address books put several values into a cell with " ::: " between them; letters need one. */
function cellsByField({ cells }: ForeignRow, { map, addresses, defaults = new Map() }: Reading): MemberCells {
  const left = addresses ? otherAddresses(cells, map, addresses, HOME_FIRST) : [];
  // Who writes from home doesn't write for those whom they work for.
  const isHome = addresses !== undefined && takenAddress(cells, map, addresses, HOME_FIRST) === 'home';
  const isTaken = (field: string) => !isHome || !/^(organisation|role)(\.|$)/.test(field);
  const found = new Map<MemberField, string[]>();
  for (const [column, text] of cells) {
    const field = map.get(column);
    if (field && isTaken(field) && !left.includes(column))
      found.set(field, [...(found.get(field) ?? []), withoutNumberForm(field, text.split(' ::: ')[0]!)]);
  }
  for (const [field, value] of defaults) if (!found.has(field)) found.set(field, [value]);
  return found;
}

/**
 * The sender of a row that has no error; a letter that was lost is one, as the name would be signed without it. A bad
 * e-mail address alone keeps no printed letter back.
 */
function checkEntry<T extends Signatory>(
  { row, value, locate, file, index }: Entry,
  ids: ReadonlySet<string>,
  schema: z.ZodType<T>,
): { member?: T | undefined; problems: readonly Problem[] } {
  if (row?.broken) return { problems: [brokenRow(row.broken, locate([index]))] };
  const located = row ? { ...file, locate, locateKey: locate } : file;
  const checked = checkFields(schema, value, located, [index]);
  const onlyMail = checked.problems.length > 0 && checked.problems.every(({ code }) => code === 'bad-email');
  const member = onlyMail ? withoutMail(value, schema) : checked.value;
  if (!member) return { problems: checked.problems };
  const problems = [
    ...checked.problems.map(asWarning),
    ...(ids.has(member.id) ? [sameId(locate([index, 'id']))] : []),
    ...checkPostalCode(member, locate([index, 'postalCode'])),
    ...Object.entries(member).flatMap(([field, text]) =>
      hasLost(typeof text === 'string' ? text : JSON.stringify(text ?? ''))
        ? [{ ...lost([field]), at: locate([index, field]) }]
        : [],
    ),
  ];
  return hasErrors(problems) ? { problems } : { member, problems };
}

function withoutMail<T>(value: unknown, schema: z.ZodType<T>): T | undefined {
  return schema.safeParse({ ...(value as object), email: undefined }).data;
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}

function checkPostalCode({ postalCode, country }: Signatory, at: Position): Problem[] {
  if (!postalCode || !country || isPostalCode(postalCode, country) !== false) return [];
  return [
    finding(
      'warning',
      mayLackZero(postalCode, country) ? 'bad-postal-code/zero' : 'bad-postal-code/member',
      { country },
      { at },
    ),
  ];
}

/** The card of a group is nobody's: it keeps no letter back. */
function brokenRow(why: Told, at: Position): Problem {
  if (!isCards(at.file)) return finding('error', 'csv-syntax/row', { why }, { at });
  const isGroup = why.english === phrase('card-of-group', {}).english;
  return finding(isGroup ? 'notice' : 'error', 'csv-syntax/card', { why }, { at });
}

function sameId(at: Position): Problem {
  return finding('error', 'duplicate-id/sender', {}, { at });
}
