import type { Condition } from '../conditions.js';
import type { FactType } from '../facts.js';
import type { TableColumn } from './table-document.js';

/** A cell that cannot be read: why, and how to mend it. */
export interface CellFault {
  readonly message: string;
  readonly fix: string;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const RANGE = /^(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)$/;
const BOUND = /^(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)$/;

const BOUNDS: Readonly<Record<string, string>> = {
  '>=': 'greaterThanInclusive',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '<': 'lessThan',
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['yes', true],
  ['no', false],
  ['是', true],
  ['否', false],
]);

/** Operators that take a list; and those of which a cell with several values means any. */
const OF_LISTS: ReadonlySet<string> = new Set(['in', 'notIn', 'within']);
const ANY_OF: ReadonlySet<string> = new Set(['contains', 'startsWith', 'endsWith', 'containsText', 'matchesGlob']);

/** What a cell with text says of its column's fact. */
export function cellCondition(column: TableColumn, type: FactType, text: string): Condition | CellFault {
  const fact = column.fact ?? '';
  const operator = column.operator ?? (type === 'array' ? 'contains' : 'equal');
  const items = itemsOf(text);
  if (items.length === 0) return { message: 'The cell has no value.', fix: 'Leave it empty, or write a value.' };
  if (column.operator === undefined && type === 'number' && !items.every((item) => NUMBER.test(item))) {
    return joined(items.map((item) => numberTest(fact, item)));
  }
  if (operator === 'between') return joined(items.map((item) => rangeTest(fact, item)));
  const values = items.map((item) => typedCell(item, type));
  const faulty = values.find(isFault);
  if (faulty !== undefined) return faulty;
  const given = values as readonly (string | number | boolean)[];
  const [first = ''] = given;
  const parts = operator.split(':');
  const base = parts.at(-1) ?? '';
  const takesList = OF_LISTS.has(base) || parts.includes('someValue') || parts.includes('everyValue');
  if (takesList) return { fact, operator, value: given };
  if (given.length === 1) return { fact, operator, value: first };
  if (operator === 'equal') return { fact, operator: 'in', value: given };
  if (ANY_OF.has(operator)) return { any: given.map((value) => ({ fact, operator, value })) };
  return { message: `"${operator}" compares with one value, not ${given.length}.`, fix: 'Write one row for each.' };
}

/** The texts between semicolons, those of Chinese keyboards included. */
export function itemsOf(text: string): readonly string[] {
  return text.includes(';') || text.includes('；')
    ? text
        .split(/[;；]/)
        .map((item) => item.trim())
        .filter((item) => item !== '')
    : [text.trim()].filter((item) => item !== '');
}

/** Whether a reading of a cell is a fault. */
export function isFault(value: unknown): value is CellFault {
  return typeof value === 'object' && value !== null && 'message' in value;
}

/** A text as a value of a type. */
export function typedCell(text: string, type: FactType): string | number | boolean | CellFault {
  if (type === 'number') {
    return NUMBER.test(text) ? Number(text) : { message: `"${text}" is no number.`, fix: 'Write digits: 3 or 2.5.' };
  }
  if (type === 'boolean') {
    const fix = `Write one of ${[...FLAGS.keys()].join(', ')}.`;
    return FLAGS.get(text.toLowerCase()) ?? { message: `"${text}" is neither yes nor no.`, fix };
  }
  return text;
}

function joined(tests: readonly (Condition | CellFault)[]): Condition | CellFault {
  const faulty = tests.find(isFault);
  if (faulty !== undefined) return faulty;
  const conditions = tests as readonly Condition[];
  const [first] = conditions;
  return conditions.length === 1 && first !== undefined ? first : { any: conditions };
}

function numberTest(fact: string, item: string): Condition | CellFault {
  const [, sign = '', limit] = BOUND.exec(item) ?? [];
  if (limit !== undefined) return { fact, operator: BOUNDS[sign] ?? '', value: Number(limit) };
  if (RANGE.test(item)) return rangeTest(fact, item);
  if (NUMBER.test(item)) return { fact, operator: 'equal', value: Number(item) };
  return { message: `"${item}" is no number.`, fix: 'Write 3, >=3, <10 or 1..5.' };
}

function rangeTest(fact: string, item: string): Condition | CellFault {
  const [, low, high] = RANGE.exec(item) ?? [];
  if (low === undefined || high === undefined) return { message: `"${item}" is no range.`, fix: 'Write 1..5.' };
  if (Number(low) > Number(high)) return { message: `"${item}" holds for no number.`, fix: `Write ${high}..${low}.` };
  return {
    all: [
      { fact, operator: 'greaterThanInclusive', value: Number(low) },
      { fact, operator: 'lessThanInclusive', value: Number(high) },
    ],
  };
}
