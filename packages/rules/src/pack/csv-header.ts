import { didYouMean } from '../diagnostic/nearest.js';

/** What is wrong with the first line of a table. */
interface HeaderFault {
  /** Where, counted from 0. */
  readonly column: number;
  readonly code: 'csvHeader';
  readonly message: string;
  readonly fix: string;
  readonly allowed?: readonly string[];
}

/** What parts columns in tables of other programs and other countries, and under a Chinese keyboard. */
const SEPARATORS = [';', '\t', '，', '；', '|'];

const NAMES: Readonly<Record<string, string>> = { '\t': 'a tab' };

/**
 * What is wrong with the first line: it names the required columns in their order, then any of the optional ones. A line
 * that has nothing of it is told once, not column by column.
 */
export function headerFaults(
  header: readonly string[],
  required: readonly string[],
  optional: readonly string[],
): readonly HeaderFault[] {
  const [first = ''] = header;
  const separator = SEPARATORS.find((sign) => first.includes(sign) && first.split(sign)[0]?.trim() === required[0]);
  if (separator !== undefined) {
    const message = `The columns are parted by ${NAMES[separator] ?? separator}, not by commas.`;
    const fix = 'Save it as "CSV UTF-8 (comma delimited)", or bring it in with hotline-rules import.';
    return [{ column: 0, code: 'csvHeader', message, fix }];
  }
  const line = `The first line is ${required.join(',')}.`;
  if (header.length > 1 && !required.some((column) => header.some((each) => didYouMean(each.trim(), [column])))) {
    const message = `The first line is no list of columns of this file: ${header.join(',')}.`;
    return [
      {
        column: 0,
        code: 'csvHeader',
        message,
        fix: `The first line is ${required.join(',')}. A table of your own comes in with hotline-rules import.`,
      },
    ];
  }
  return [...extraFaults(header.slice(required.length), required, optional), ...missingFaults(header, required, line)];
}

function extraFaults(
  further: readonly string[],
  required: readonly string[],
  optional: readonly string[],
): readonly HeaderFault[] {
  const names = further.map((column) => column.trim());
  return names.flatMap((column, index): readonly HeaderFault[] => {
    const isSecond = names.indexOf(column) < index;
    if (optional.includes(column) && !isSecond) return [];
    const message = `There is no column "${column}" here${isSecond ? ' a second time' : ''}.`;
    const fix = didYouMean(column, optional) ?? `The first line is ${[...required, ...optional].join(',')}.`;
    return [{ column: required.length + index, code: 'csvHeader', message, fix, allowed: optional }];
  });
}

function missingFaults(header: readonly string[], required: readonly string[], line: string): readonly HeaderFault[] {
  return required.flatMap((column, index): readonly HeaderFault[] => {
    const found = header[index];
    if (found?.trim() === column) return [];
    const message =
      found === undefined
        ? `The column "${column}" is missing.`
        : `Column ${index + 1} should be "${column}", not "${found}".`;
    const fix = found === undefined ? line : (didYouMean(found, required) ?? line);
    return [{ column: Math.min(index, Math.max(0, header.length - 1)), code: 'csvHeader', message, fix }];
  });
}
