/** What a spreadsheet takes for a formula when it opens a CSV file; those of East Asia take wide signs for it, too. */
const BEGINS_FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const IS_DISARMED = /^'+[=+\-@\t\r＝＋－＠]/;

/** A cell as it may stand in a CSV file: with an apostrophe before what a spreadsheet would calculate. */
export function disarmCell(text: string): string {
  return BEGINS_FORMULA.test(text) || IS_DISARMED.test(text) ? `'${text}` : text;
}

/** The cell without that apostrophe. */
export function rearmCell(text: string): string {
  return IS_DISARMED.test(text) ? text.slice(1) : text;
}

/** True for a cell that a spreadsheet would calculate; plain and telephone numbers are none. */
export function isFormula(text: string): boolean {
  return BEGINS_FORMULA.test(text) && !/^[+-]?[\d\s().,/;-]*(ext\.? ?\d+)?$/i.test(text);
}

/** True for a formula that stands where its result should: a call of a function, or what begins with an equals sign. */
export function isUncalculated(text: string): boolean {
  return /^(?:=|'*[=+@-]{1,3}[A-Z][A-Z0-9.]*\()/i.test(text);
}

/** The text of a cell such as `="01067"`, by which programs keep a spreadsheet from taking a text for a number. */
export function textOfFormula(text: string): string {
  return /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text;
}
