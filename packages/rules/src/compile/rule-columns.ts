import type { Effective } from '../effective.js';
import type { TableRow } from '../table/read-table.js';
import type { RuleTable } from '../table/table-document.js';
import { conditionOfRow, nameOfRow } from '../table/table-rule.js';
import type { Label } from '../vocabulary/label.js';
import { canonicalJson } from './canonical-json.js';
import type { CheckedRule } from './checked-rule.js';
import { conjunctionWord, writeCondition } from './condition-code.js';
import { labelOf } from './define-facts.js';
import type { Expression } from './expression.js';
import { frozenCopy } from './frozen.js';
import type { RuleSink } from './rule-sink.js';

type Params = Readonly<Record<string, unknown>>;

/** Rows of a table that stand next to each other, from the rule number `from` on. */
export interface TableStretch {
  readonly from: number;
  readonly table: string;
  readonly file: string | undefined;
  /** As a spreadsheet counts. */
  readonly numbers: number[];
}

/** The rules of a document in columns, as they are declared: 39,000 objects would cost more than reading them. */
export class RuleColumns implements RuleSink {
  readonly names: string[] = [];
  readonly types: string[] = [];
  readonly params: Params[] = [];
  readonly priorities: number[] = [];
  readonly articles: (string | undefined)[] = [];
  readonly titles: (string | Label | undefined)[] = [];
  /** The place among the rules, then the rows, of the document. */
  readonly declared: number[] = [];
  /** The conditions as integers, one after the other, and where each begins. */
  readonly code: number[] = [];
  readonly starts: number[] = [];
  /** The dates of rules that have any. */
  readonly dated: (readonly [number: number, effective: Effective])[] = [];
  readonly tables: TableStretch[] = [];
  /** The parameters in which a unit was found by relation. */
  readonly placed: Params[] = [];
  readonly #shared = new SharedParams();
  readonly #first: number;

  /** Of a part of a document, `first` is the place of its first rule. */
  constructor(first = 0) {
    this.#first = first;
  }

  addRule({ name, rule, index, params, priority, expression }: CheckedRule): void {
    const { event, article, title, effective } = rule;
    if (event.params !== undefined && params !== event.params) this.placed.push(params);
    this.#add(name, event.type, params, priority, article, title, effective, index);
    writeCondition(expression, this.code);
  }

  addRow(row: TableRow, table: RuleTable, index: number): void {
    const last = this.tables.at(-1);
    if (last?.table === table.id) last.numbers.push(row.number);
    else this.tables.push({ from: this.names.length, table: table.id, file: table.file, numbers: [row.number] });
    const { params, priority, article, title = table.title } = row;
    this.#add(nameOfRow(row, table), table.event.type, params, priority, article, title, table.effective, index);
    this.#writeRow(row);
  }

  #add(
    name: string,
    type: string,
    params: Params,
    priority: number,
    article: string | undefined,
    title: CheckedRule['rule']['title'],
    effective: Effective | undefined,
    index: number,
  ): void {
    if (effective !== undefined) this.dated.push([this.names.length, effective]);
    this.names.push(name);
    this.types.push(type);
    this.params.push(this.#shared.of(params));
    this.priorities.push(priority);
    this.articles.push(article);
    this.titles.push(typeof title === 'object' ? labelOf(title) : title);
    this.declared.push(index + this.#first);
    this.starts.push(this.code.length);
  }

  /** The condition of a row; the usual one, of plain comparisons, without making an expression first. */
  #writeRow(row: TableRow): void {
    const { tests, count } = row;
    const start = this.code.length;
    this.code.push(conjunctionWord(count));
    for (let at = 0; at < count; at += 1) {
      const { expression } = tests[at] as { readonly expression: Expression };
      if (expression.kind !== 'literal') {
        this.code.length = start;
        writeCondition(conditionOfRow(row), this.code);
        return;
      }
      this.code.push(expression.literal);
    }
  }
}

/** Thousands of rules route to the same few hundred units: equal parameters are one frozen object. */
class SharedParams {
  /** The usual `{ unit }` by its unit: quicker than writing JSON. */
  readonly #ofUnit = new Map<string, Params>();
  readonly #byText = new Map<string, Params>();

  of(params: Params): Params {
    const { unit } = params;
    return typeof unit === 'string' && hasOneKey(params)
      ? sharedBy(unit, params, this.#ofUnit)
      : sharedBy(canonicalJson(params), params, this.#byText);
  }
}

function sharedBy(key: string, params: Params, known: Map<string, Params>): Params {
  const found = known.get(key);
  if (found !== undefined) return found;
  const copy = frozenCopy(params);
  known.set(key, copy);
  return copy;
}

function hasOneKey(params: Params): boolean {
  let count = 0;
  for (const key in params) if (Object.hasOwn(params, key)) count += 1;
  return count === 1;
}
