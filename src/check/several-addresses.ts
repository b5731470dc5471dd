import { ADDRESS_COLUMNS, columnForm, type Owner, splitOwner } from '../model/columns.ts';

/** Columns of an address by whose it is; a column that says nothing is of the one address that all lists have. */
export type AddressColumns = ReadonlyMap<string, Owner | 'plain'>;

/** Which address goes first where a row has several: where a member lives, where an office stands. */
export const HOME_FIRST = ['plain', 'main', 'home', 'work', 'other'] as const;
/** For those who stand for an office. */
export const WORK_FIRST = ['plain', 'main', 'work', 'home', 'other'] as const;

/** The columns of addresses of a list that has several; undefined where it has one. */
export function addressColumns(
  map: ReadonlyMap<string, string>,
  named: ReadonlyMap<string, string>,
): AddressColumns | undefined {
  const columns = new Map<string, Owner | 'plain'>();
  for (const [column, field] of map) {
    if (!Object.hasOwn(ADDRESS_COLUMNS, field)) continue;
    const owner = named.has(column) ? undefined : splitOwner(columnForm(column)).owner;
    columns.set(column, owner ?? 'plain');
  }
  if (new Set(columns.values()).size < 2) return undefined;
  // Outlook's "Ort" beside "Ort privat" is a room: a town that nobody owns is no address without a street.
  const holds = (field: string, isPlain: boolean) =>
    [...columns].some(([column, owner]) => map.get(column) === field && (owner === 'plain') === isPlain);
  if (!holds('street', true) && holds('street', false) && holds('city', false))
    for (const [column, owner] of columns)
      if (owner === 'plain' && map.get(column) === 'city') columns.set(column, 'other');
  return columns;
}

/** Whose address of a row is taken: the first that has more than a country. */
export function takenAddress(
  cells: ReadonlyMap<string, string>,
  map: ReadonlyMap<string, string>,
  columns: AddressColumns,
  order: readonly (Owner | 'plain')[],
): Owner | 'plain' | undefined {
  const isOf = (column: string, owner: Owner | 'plain') =>
    columns.get(column) === owner && map.get(column) !== 'country';
  return order.find((owner) => [...cells.keys()].some((column) => isOf(column, owner)));
}

/**
 * The columns of a row that hold another address than the one that is taken: parts of two addresses make one where
 * nobody lives. What it lacks and nobody owns is added.
 */
export function otherAddresses(
  cells: ReadonlyMap<string, string>,
  map: ReadonlyMap<string, string>,
  columns: AddressColumns,
  order: readonly (Owner | 'plain')[],
): readonly string[] {
  const filled = [...cells.keys()].filter((column) => columns.has(column));
  const taken = takenAddress(cells, map, columns, order);
  if (taken === undefined) return [];
  const has = new Set(
    filled.filter((column) => columns.get(column) === taken).map((column) => map.get(column)),
  );
  return filled.filter((column) => {
    const owner = columns.get(column);
    return owner !== taken && (owner !== 'plain' || has.has(map.get(column)));
  });
}
