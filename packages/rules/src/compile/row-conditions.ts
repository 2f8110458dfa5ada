import { conditionOfRow } from '../table/table-rule.js';
import type { TableRules } from '../table/table-rules.js';
import { conjunctionWord, writeCondition } from './condition-code.js';
import { type IntegerList, shifted } from './integer-list.js';

/** Stand for a cell without a test, and for one whose test is more than a comparison. */
const [NO_TEST, NO_LITERAL] = [-1, -2];

/** Writes the conditions of rows as integers, and where each begins. */
export function writeRows(rules: TableRules, code: IntegerList, starts: IntegerList): void {
  const { rows, tests } = rules;
  const literals = tests.map(({ meanings }) =>
    Int32Array.from(meanings, (meaning) => {
      if (meaning === undefined) return NO_TEST;
      return meaning.expression.kind === 'literal' ? meaning.expression.literal : NO_LITERAL;
    }),
  );
  if (literals.some((each) => each.includes(NO_LITERAL))) {
    for (const row of rows) {
      starts.push(code.length);
      writeCondition(conditionOfRow(rules, row), code);
    }
    return;
  }
  // Where every cell is a plain comparison, no expression is made first.
  const numbers = tests.map((column) => column.numbers);
  const begins = new Int32Array(rows.length);
  const words = wordsOfRows(rows, numbers, literals, begins);
  starts.append(shifted(begins, code.length));
  code.append(words);
}

/** The words of all rows, one after the other; `begins` is given where those of each begin. */
function wordsOfRows(
  rows: Int32Array,
  numbers: readonly Int32Array[],
  literals: readonly Int32Array[],
  begins: Int32Array,
): Int32Array {
  const words = new Int32Array(rows.length * (numbers.length + 1));
  let end = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const begin = end;
    end += 1;
    for (let column = 0; column < numbers.length; column += 1) {
      const number = (numbers[column] as Int32Array)[row] as number;
      const literal = (literals[column] as Int32Array)[number] as number;
      if (literal === NO_TEST) continue;
      words[end] = literal;
      end += 1;
    }
    begins[at] = begin;
    words[begin] = conjunctionWord(end - begin - 1);
  }
  return words.subarray(0, end);
}
