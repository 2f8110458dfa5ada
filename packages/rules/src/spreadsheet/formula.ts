/**
 * How a cell begins that a spreadsheet program takes for a formula, in half and full width.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const FORMULA = /^[=+\-@＝＋－＠\t\r]/;

/** A number with its sign, and a dash for "none", are what they look like. */
const HARMLESS = /^[+-](?:\d{1,20}(?:\.\d{1,20})?)?$/;

/** Whether a spreadsheet program would run a cell. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) && !HARMLESS.test(text);
}
