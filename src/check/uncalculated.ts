import { isUncalculated } from '../model/formula.ts';
import type { Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import { columnOfNumber, isRounded } from './number-forms.ts';

/** Fields that are printed as they stand. */
const PRINTED =
  /^(?:organisation|name|firstName|middleName|lastName|holder|role|office|officeTitle|street|houseNumber|postalCode|city|postalCity|region|country|addressLines|addressLatin)(?:\.|$)/;

/** Why a row can't be used in which a formula or a rounded number stands for a name or a part of the address. */
export function tellUncalculated(
  cells: ReadonlyMap<string, string>,
  columns: readonly string[],
  fields: ReadonlyMap<string, string>,
): Told | undefined {
  for (const [column, text] of cells)
    if (PRINTED.test(fields.get(column) ?? '') && isUncalculated(text))
      return phrase('row-uncalculated', { n: columns.indexOf(column) + 1 });
  const rounded = columnOfNumber(cells, fields, isRounded);
  return rounded === undefined ? undefined : phrase('row-rounded', { n: columns.indexOf(rounded) + 1 });
}
