import { conditionOfRow } from '../table/table-rule.js';
import type { TableRules } from '../table/table-rules.js';
import { conjunctionWord, writeCondition } from './condition-code.js';
import type { IntegerList } from './integer-list.js';

/** Stand for a cell without a test, and for one whose test is more than a comparison. */
const [NO_TEST, NO_LITERAL] = [-1, -2];

/**
 * Writes the conditions of rows as integers, and where each begins; the usual one, of plain comparisons, without making
 * an expression first.
 */
export function writeRows(rules: TableRules, code: IntegerList, starts: IntegerList): void {
  const columns = rules.tests.map(({ meanings, numbers }) => ({
    numbers,
    literals: Int32Array.from(meanings, (meaning) => {
      if (meaning === undefined) return NO_TEST;
      return meaning.expression.kind === 'literal' ? meaning.expression.literal : NO_LITERAL;
    }),
  }));
  for (const row of rules.rows) {
    const start = code.length;
    starts.push(start);
    code.push(conjunctionWord(0));
    for (let at = 0; at < columns.length; at += 1) {
      const { numbers, literals } = columns[at] as (typeof columns)[number];
      const literal = literals[numbers[row] as number] as number;
      if (literal === NO_TEST) continue;
      if (literal === NO_LITERAL) {
        code.truncate(start);
        writeCondition(conditionOfRow(rules, row), code);
        break;
      }
      code.push(literal);
      code.set(start, conjunctionWord(code.length - start - 1));
    }
  }
}
