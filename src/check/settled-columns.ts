import { columnForm } from '../model/columns.ts';

/** Words that mean a whole name where they stand alone, and the first or last one beside the other. */
const BARE_NAMES = new Set(
  'name|naam|nome|nombre|nom|имя|ім’я|аты|ad|adı|imię|الاسم|نام|名字'.split('|').map(columnForm),
);
/** Part of a state or province; beside that it isn't printed. */
const COUNTIES = new Set('county|comté|condado|landkreis|kreis|powiat'.split('|').map(columnForm));
/** A street with its number, and the parts of it that stand beside. */
const WHOLE_STREETS = new Set(['street address'].map(columnForm));
const STREET_PARTS = new Set(['street name', 'street number'].map(columnForm));

/** Columns whose names mean one thing alone and another beside others: "Cognome, Nome", "County, State". */
export function settleColumns<Field extends string>(map: ReadonlyMap<string, Field>): Map<string, Field> {
  const settled = new Map<string, Field | 'firstName' | 'lastName'>(map);
  const fields = new Set<string>(map.values());
  const [hasFirst, hasLast] = [fields.has('firstName'), fields.has('lastName')];
  if (hasFirst !== hasLast)
    for (const [column, field] of map)
      if (field === 'name' && BARE_NAMES.has(columnForm(column)))
        settled.set(column, hasFirst ? 'lastName' : 'firstName');
  const regions = [...map.keys()].filter((column) => map.get(column) === 'region');
  const counties = regions.filter((column) => COUNTIES.has(columnForm(column).split(' ').at(-1)!));
  if (counties.length < regions.length) for (const column of counties) settled.delete(column);
  // CiviCRM has the street once whole and once in parts: together they would print it twice.
  const streets = [...map.keys()].filter((column) => map.get(column) === 'street');
  const hasWhole = streets.some((column) => WHOLE_STREETS.has(columnForm(column)));
  if (hasWhole)
    for (const [column, field] of map)
      if (STREET_PARTS.has(columnForm(column)) && (field === 'street' || field === 'houseNumber'))
        settled.delete(column);
  return settled as Map<string, Field>;
}
