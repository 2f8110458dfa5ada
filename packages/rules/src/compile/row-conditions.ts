import { conditionOfRow } from '../table/table-rule.js';
import type { TableRules } from '../table/table-rules.js';
import { conjunctionWord, writeCondition } from './condition-code.js';
import type { IntegerList } from './integer-list.js';

/** Stand for a cell without a test, and for one whose test is more than a comparison. */
const [NO_TEST, NO_LITERAL] = [-1, -2];

/** Writes the conditions of rows as integers, and where each begins. */
export function writeRows(rules: TableRules, code: IntegerList, starts: IntegerList): void {
  const literals = rules.tests.map(({ meanings }) =>
    Int32Array.from(meanings, (meaning) => {
      if (meaning === undefined) return NO_TEST;
      return meaning.expression.kind === 'literal' ? meaning.expression.literal : NO_LITERAL;
    }),
  );
  if (literals.some((each) => each.includes(NO_LITERAL))) {
    for (const row of rules.rows) {
      starts.push(code.length);
      writeCondition(conditionOfRow(rules, row), code);
    }
    return;
  }
  // Where every cell is a plain comparison, no expression is made first.
  const cells = rules.tests.map(({ numbers }, at) => literalsOf(numbers, literals[at] as Int32Array, rules.rows));
  const lengths = new Int32Array(rules.rows.length).fill(1);
  for (const column of cells) countTests(column, lengths);
  const from = code.length;
  const ends = endsOf(lengths);
  const words = new Int32Array(ends.at(-1) ?? 0);
  const places = ends.map((end, at) => end - (lengths[at] as number));
  starts.append(places.map((place) => from + place));
  writeHeads(lengths, places, words);
  for (const column of cells) writeTests(column, places, words);
  code.append(words);
}

function literalsOf(numbers: Int32Array, literals: Int32Array, rows: Int32Array): Int32Array {
  const cells = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) cells[at] = literals[numbers[rows[at] as number] as number] as number;
  return cells;
}

function countTests(column: Int32Array, lengths: Int32Array): void {
  for (let at = 0; at < column.length; at += 1) if (column[at] !== NO_TEST) lengths[at] = (lengths[at] as number) + 1;
}

function endsOf(lengths: Int32Array): Int32Array {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return end;
  });
}

/** Writes the first word of each condition, and moves on to the place after it. */
function writeHeads(lengths: Int32Array, places: Int32Array, words: Int32Array): void {
  for (let at = 0; at < lengths.length; at += 1) {
    const place = places[at] as number;
    words[place] = conjunctionWord((lengths[at] as number) - 1);
    places[at] = place + 1;
  }
}

/** Writes the comparisons of a column, each at the next place of its condition. */
function writeTests(column: Int32Array, places: Int32Array, words: Int32Array): void {
  for (let at = 0; at < column.length; at += 1) {
    const literal = column[at] as number;
    if (literal === NO_TEST) continue;
    const place = places[at] as number;
    words[place] = literal;
    places[at] = place + 1;
  }
}
