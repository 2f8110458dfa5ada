import type { Effective } from '../effective.js';
import { namesOfRows, prioritiesOfRows } from '../table/table-rule.js';
import { spread, type TableRules } from '../table/table-rules.js';
import type { Label } from '../vocabulary/label.js';
import { canonicalJson } from './canonical-json.js';
import type { CheckedRule } from './checked-rule.js';
import { writeCondition } from './condition-code.js';
import { labelOf } from './define-facts.js';
import { frozenCopy } from './frozen.js';
import { countFrom, IntegerList, shifted } from './integer-list.js';
import { writeRows } from './row-conditions.js';
import type { RuleSink } from './rule-sink.js';

type Params = Readonly<Record<string, unknown>>;

/** Rows of a table that stand next to each other, from the rule number `from` on. */
export interface TableStretch {
  readonly from: number;
  readonly table: string;
  readonly file: string | undefined;
  /** As a spreadsheet counts. */
  readonly numbers: Int32Array;
}

/** The rules of a document in columns, as they are declared: 39,000 objects would cost more than reading them. */
export class RuleColumns implements RuleSink {
  names: string[] = [];
  types: string[] = [];
  params: Params[] = [];
  readonly priorities = new IntegerList();
  articles: (string | undefined)[] = [];
  titles: (string | Label | undefined)[] = [];
  /** The place among the rules, then the rows, of the document. */
  readonly declared = new IntegerList();
  /** The conditions as integers, one after the other, and where each begins. */
  readonly code = new IntegerList();
  readonly starts = new IntegerList();
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
    this.#add(name, event.type, this.#shared.of(params), priority, article, title, effective, index);
    writeCondition(expression, this.code);
  }

  addRows(rules: TableRules, index: number): void {
    const { table, rows, first, params } = rules;
    const { id, file, event, effective } = table;
    const from = this.names.length;
    this.tables.push({ from, table: id, file, numbers: shifted(rows, first) });
    if (effective !== undefined) for (const at of rows.keys()) this.dated.push([from + at, effective]);
    const shared = params.meanings.map((each) => each && this.#shared.of(each));
    // Column by column: what a table has no column for is the same in all of its rows.
    this.names = joined(this.names, namesOfRows(rules));
    this.types = joined(this.types, new Array<string>(rows.length).fill(event.type));
    this.params = joined(this.params, spread({ meanings: shared, numbers: params.numbers }, rows, NO_PARAMS));
    this.articles = joined(this.articles, spread(rules.articles, rows, table.article));
    this.titles = joined(this.titles, spread(rules.titles, rows, kept(table.title)));
    this.priorities.append(prioritiesOfRows(rules));
    this.declared.append(countFrom(index + this.#first, rows.length));
    writeRows(rules, this.code, this.starts);
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
    // Not by `push`: to a new list that is taken for one of integers it throws compiled code away.
    const number = this.names.length;
    if (effective !== undefined) this.dated.push([number, effective]);
    this.names[number] = name;
    this.types[number] = type;
    this.params[number] = params;
    this.articles[number] = article;
    this.titles[number] = kept(title);
    this.priorities.push(priority);
    this.declared.push(index + this.#first);
    this.starts.push(this.code.length);
  }
}

const NO_PARAMS: Params = Object.freeze({});

/** Both lists one after the other; mostly a document has rules or tables, and one of the two is empty. */
function joined<Item>(list: Item[], more: Item[]): Item[] {
  return list.length === 0 ? more : list.concat(more);
}

/** A title as it is kept: apart from the document. */
function kept(title: CheckedRule['rule']['title']): string | Label | undefined {
  return typeof title === 'object' ? labelOf(title) : title;
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
