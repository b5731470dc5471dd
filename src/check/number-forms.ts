/** Fields that a spreadsheet may have taken for numbers. */
const NUMBERED: ReadonlySet<string | undefined> = new Set(['postalCode', 'houseNumber']);

const WITH_ZEROS = /^(\d+)[.,]0{1,2}$/;
const WITH_POWER = /^(\d)(?:[.,](\d{1,12}))?E\+?0{0,2}(\d{1,2})$/i;

/** The digits of a number in a form of spreadsheets, `2108.0` or `1.0115E+04`, where none of them is lost. */
function readNumberForm(text: string): string | undefined {
  const [, plain] = WITH_ZEROS.exec(text) ?? [];
  if (plain !== undefined) return plain;
  const [, first = '', further = '', power] = isPowered(text) ? (WITH_POWER.exec(text) ?? []) : [];
  return power !== undefined && further.length === Number(power) ? `${first}${further}` : undefined;
}

/** True for the digits of a number in such a form of which some may be lost: `1.01E+04`. */
export function isRounded(text: string): boolean {
  return isPowered(text) && readNumberForm(text) === undefined;
}

/** Codes of letters and digits, such as `1E4`, are no powers. */
function isPowered(text: string): boolean {
  return /[.,+]/.test(text) && WITH_POWER.test(text);
}

/** What a cell of a field means: numbers as their digits. */
export function withoutNumberForm(field: string | undefined, text: string): string {
  return NUMBERED.has(field) ? (readNumberForm(text) ?? text) : text;
}

/** The column of a row in which such a number stands, rounded or whole. */
export function columnOfNumber(
  cells: ReadonlyMap<string, string>,
  fields: ReadonlyMap<string, string>,
  isForm: (text: string) => boolean = (text) => readNumberForm(text) !== undefined,
): string | undefined {
  return [...cells].find(([column, text]) => NUMBERED.has(fields.get(column)) && isForm(text))?.[0];
}
