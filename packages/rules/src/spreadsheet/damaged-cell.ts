/** What a spreadsheet program made of a cell in which a person had written something else. */
interface Damage {
  readonly message: string;
  readonly fix: string;
}

const ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!)$/i;
const SHORTENED = /^\d(?:\.\d+)?E\+\d+$/i;
const DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T]00:00(?::00)?)?$|^\d{1,2}月\d{1,2}日$/;

const AGAIN = 'Format the column as text, and write the code anew.';

/**
 * What happened to a cell: an error of a formula stands in it; or, of a code, a number that was shortened, or a date.
 *
 * @example
 * damageOf('1.20E+11', true)?.message; // '"1.20E+11" is a number that a spreadsheet program shortened, not a code.'
 */
export function damageOf(text: string, isCode: boolean): Damage | undefined {
  if (ERROR.test(text)) {
    return {
      message: `${text} is the error of a formula.`,
      fix: 'Mend the formula, or write what should stand in the cell.',
    };
  }
  if (!isCode) return undefined;
  if (SHORTENED.test(text)) {
    return { message: `"${text}" is a number that a spreadsheet program shortened, not a code.`, fix: AGAIN };
  }
  if (DATE.test(text)) {
    return { message: `"${text}" is a date that a spreadsheet program made of a code.`, fix: AGAIN };
  }
  return undefined;
}
