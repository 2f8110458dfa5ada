import { type OutcomeChecks, outcomeFaults } from '../compile/check-outcome.js';
import type { Expression } from '../compile/expression.js';
import type { FactTable } from '../compile/fact-table.js';
import { frozenCopy } from '../compile/frozen.js';
import type { ConditionResolver } from '../compile/resolve-condition.js';
import { hasRelation } from '../compile/unit-relation.js';
import type { Condition } from '../conditions.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import type { FactType } from '../facts.js';
import { isBlank } from '../pack/csv.js';
import { type CellFault, cellCondition, isFault, itemsOf, typedCell } from './cell-condition.js';
import type { RuleTable, TableColumn } from './table-document.js';
import type { TableRows } from './table-rows.js';

type Params = Readonly<Record<string, unknown>>;

/** What one cell says: as a document would write it, and compiled. */
export interface CellTest {
  readonly condition: Condition;
  readonly expression: Expression;
}

/** One row of a table. The object is used again for the next row. */
export interface TableRow {
  /** Its number as a spreadsheet counts, and its place among the rows from 0. */
  number: number;
  index: number;
  /** The tests of its cells; the first `count` of them are of this row. */
  readonly tests: CellTest[];
  count: number;
  params: Params;
  priority: number;
  id: string | undefined;
  title: string | undefined;
  article: string | undefined;
}

/** What a table is read with. */
export interface TableReading {
  readonly resolver: ConditionResolver;
  readonly facts: FactTable;
  readonly checks: OutcomeChecks;
}

/** A cell's text → what it means. A table has few different texts, and each is looked at once. */
type Meanings<Meaning> = Map<string, Meaning | undefined>;

interface TestColumn {
  readonly column: number;
  readonly definition: TableColumn;
  readonly type: FactType;
  readonly meanings: Meanings<CellTest>;
}

interface ParamColumn {
  readonly column: number;
  readonly definition: TableColumn;
  readonly param: string;
}

type Role = NonNullable<TableColumn['is']>;

const NO_PARAMS: Params = Object.freeze({});

/** Reads the rows of a table one by one, and checks each different cell once. */
export class TableReader {
  readonly #table: RuleTable;
  readonly #rows: TableRows;
  readonly #pointer: string;
  readonly #reading: TableReading;
  readonly #tests: TestColumn[] = [];
  readonly #params: ParamColumn[] = [];
  readonly #roles = new Map<Role, number>();
  readonly #outcomes: Meanings<Params> = new Map();

  constructor(table: RuleTable, rows: TableRows, pointer: string, reading: TableReading) {
    this.#table = table;
    this.#rows = rows;
    this.#pointer = pointer;
    this.#reading = reading;
    for (const [column, definition] of table.columns.entries()) {
      if (definition.is !== undefined) this.#roles.set(definition.is, column);
      else if (definition.param !== undefined) this.#params.push({ column, definition, param: definition.param });
      else this.#addTest(column, definition);
    }
    const { params = NO_PARAMS } = table.event;
    if (hasRelation(params)) {
      const fix = 'Name units by their id in a table.';
      const message = 'A table finds no unit by relation.';
      this.#reading.resolver.faults.push({ code: 'relationInTable', pointer: `${pointer}/event/params`, message, fix });
    }
  }

  /** Hands over the rows without faults; the faults of the others are noted. */
  read(visit: (row: TableRow) => void): void {
    const { first } = this.#rows;
    const { faults } = this.#reading.resolver;
    const row: TableRow = {
      number: 0,
      index: 0,
      tests: [],
      count: 0,
      params: NO_PARAMS,
      priority: 1,
      id: undefined,
      title: undefined,
      article: undefined,
    };
    this.#rows.forEach((cells, index) => {
      if (cells[0] === '' && isBlank(cells)) return;
      const known = faults.length;
      row.index = index;
      row.number = first + index;
      this.#readTests(cells, row);
      const params = this.#readParams(cells, row);
      this.#readOwn(cells, row);
      if (faults.length > known || params === undefined) return;
      row.params = params;
      visit(row);
    });
  }

  #addTest(column: number, definition: TableColumn): void {
    const { facts, resolver } = this.#reading;
    const fact = facts.find(definition.fact ?? '');
    const at = `${this.#pointer}/columns/${column}`;
    const operator = definition.operator ?? 'equal';
    if (fact === undefined || !resolver.knowsOperator(operator)) {
      // Words the fault as that of any condition.
      const known = resolver.faults.length;
      resolver.resolve({ fact: definition.fact, operator, value: '' }, at);
      resolver.faults.splice(known + 1);
      return;
    }
    this.#tests.push({ column, definition, type: fact.type, meanings: new Map() });
  }

  #readTests(cells: readonly string[], row: TableRow): void {
    row.count = 0;
    for (const test of this.#tests) {
      const text = cells[test.column] ?? '';
      if (text === '') continue;
      let meaning = test.meanings.get(text);
      if (meaning === undefined && !test.meanings.has(text)) {
        meaning = this.#testOf(test, text, row.index);
        test.meanings.set(text, meaning);
      }
      if (meaning === undefined) continue;
      row.tests[row.count] = meaning;
      row.count += 1;
    }
  }

  /** What a cell says; its faults are noted at the first row that says so. */
  #testOf({ definition, type, column }: TestColumn, text: string, row: number): CellTest | undefined {
    if (text.trim() === '') return undefined;
    const condition = cellCondition(definition, type, text);
    if (isFault(condition)) return this.#cellFault(row, column, text, condition);
    const { resolver } = this.#reading;
    const known = resolver.faults.length;
    const expression = resolver.resolve(condition, '');
    const faults = resolver.faults.splice(known);
    const [fault] = faults;
    if (fault !== undefined) {
      resolver.faults.push({ ...fault, value: text, ...this.#rows.place(row, column) });
      return undefined;
    }
    return expression && { condition, expression };
  }

  #readParams(cells: readonly string[], row: TableRow): Params | undefined {
    let key = '';
    for (const { column } of this.#params) key += `${cells[column] ?? ''}\n`;
    const known = this.#outcomes.get(key);
    if (known !== undefined || this.#outcomes.has(key)) return known;
    const params = this.#paramsOf(cells, row.index);
    this.#outcomes.set(key, params);
    return params;
  }

  #paramsOf(cells: readonly string[], row: number): Params | undefined {
    const { event } = this.#table;
    const { resolver, checks } = this.#reading;
    const params: Record<string, unknown> = { ...event.params };
    for (const { column, definition, param } of this.#params) {
      const text = (cells[column] ?? '').trim();
      if (text === '') continue;
      const type = definition.type ?? 'string';
      const read =
        definition.list === true ? itemsOf(text).map((item) => typedCell(item, type)) : typedCell(text, type);
      const faulty = Array.isArray(read) ? read.find(isFault) : isFault(read) ? read : undefined;
      if (faulty !== undefined) return this.#cellFault(row, column, text, faulty);
      params[param] = read;
    }
    const faults = outcomeFaults(event.type, params, '', checks);
    for (const fault of faults) {
      const param = fault.pointer.split('/')[2];
      const column = this.#params.find((each) => each.param === param)?.column;
      const place =
        fault.pointer === '/type'
          ? { pointer: `${this.#pointer}/event/type` }
          : this.#rows.place(row, column ?? this.#params[0]?.column ?? 0);
      resolver.faults.push({ ...fault, ...place });
    }
    return faults.length > 0 ? undefined : frozenCopy(params);
  }

  #readOwn(cells: readonly string[], row: TableRow): void {
    row.id = this.#own(cells, 'id');
    row.title = this.#own(cells, 'title');
    row.article = this.#own(cells, 'article') ?? this.#table.article;
    const priority = this.#own(cells, 'priority');
    row.priority = priority === undefined ? (this.#table.priority ?? 1) : Number(priority);
    if (Number.isSafeInteger(row.priority) && row.priority > 0) return;
    const fault = { message: `"${priority ?? ''}" is no priority.`, fix: 'Write a whole number from 1.' };
    this.#cellFault(row.index, this.#roles.get('priority') ?? 0, priority ?? '', fault);
  }

  #own(cells: readonly string[], role: Role): string | undefined {
    const column = this.#roles.get(role);
    const text = column === undefined ? '' : (cells[column] ?? '').trim();
    return text === '' ? undefined : text;
  }

  #cellFault(row: number, column: number, value: string, { message, fix }: CellFault): undefined {
    const fault: Fault = { code: 'wrongCell', value, message, fix, ...this.#rows.place(row, column) };
    this.#reading.resolver.faults.push(fault);
    return undefined;
  }
}
