import { columnForm } from '../model/columns.ts';

/** Words that mean a whole name where they stand alone, and the first or last one beside the other. */
const BARE_NAMES = new Set(
  'name|naam|nome|nombre|nom|имя|ім’я|аты|ad|adı|imię|الاسم|نام|名字'.split('|').map(columnForm),
);
/** Part of a state or province; beside that it isn't printed. */
const COUNTIES = new Set('county|comté|condado|landkreis|kreis|powiat'.split('|').map(columnForm));

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
  return settled as Map<string, Field>;
}
