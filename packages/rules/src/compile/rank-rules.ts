import type { RankedRules } from '../decider.js';
import { periodOf } from '../effective.js';
import { ALWAYS } from '../effective-period.js';
import type { TableBlock } from '../table/table-block.js';
import type { Label } from '../vocabulary/label.js';
import { canonicalJson } from './canonical-json.js';
import type { CheckedRule } from './checked-rule.js';
import { writeCondition } from './condition-code.js';
import { labelOf } from './define-facts.js';
import { frozenCopy } from './frozen.js';

type Params = Readonly<Record<string, unknown>>;

/** The rules in the order in which they decide, and what only explanations need of them. */
export interface Ranking {
  readonly rules: RankedRules;
  /** Where the condition of each rank begins. */
  readonly starts: Int32Array;
  readonly titles: readonly (string | Label | undefined)[];
  /** The place among the rules, then the rows, of the document. */
  readonly declared: Int32Array;
  /** The row of a table that the rule of a rank is. */
  readonly rowOf: (rank: number) => TableRowName | undefined;
}

/** A row of a table, as people find it. */
export interface TableRowName {
  readonly table: string;
  /** As a spreadsheet counts: the first row below the header of a file is 2. */
  readonly row: number;
  readonly file?: string;
}

/**
 * Ranks rules by falling priority, then as they were declared: the rules, then each table's rows. The document declares
 * `declaredRules` rules, of which some may be left out.
 */
export function rankRules(
  rules: readonly CheckedRule[],
  blocks: readonly TableBlock[],
  declaredRules: number,
): Ranking {
  const starts = [0, rules.length];
  for (const block of blocks) starts.push((starts.at(-1) ?? 0) + block.starts.length);
  const order = orderOf(rules, blocks, starts.at(-1) ?? 0);
  const size = order.length;
  const writer = new RankWriter(size);
  const blockAt = blockFinder(starts);
  for (let rank = 0; rank < size; rank += 1) {
    const at = order[rank] as number;
    const block = blockAt(at);
    if (block < 0) writer.addRule(rank, rules[at] as CheckedRule);
    else writer.addRow(rank, blocks[block] as TableBlock, at - (starts[block + 1] as number));
  }
  const declared = order.map((at) => rules[at]?.index ?? at - rules.length + declaredRules);
  return writer.done(declared, rowFinder(blocks, starts, order));
}

/**
 * Finds rows by rank. It keeps the rows' numbers only: what a compiled rule set holds must not keep the checked rules, nor
 * the cells of tables.
 */
function rowFinder(blocks: readonly TableBlock[], starts: readonly number[], order: Int32Array): Ranking['rowOf'] {
  if (blocks.length === 0) return noRow;
  const tables = blocks.map(({ table: { id, file }, numbers }) => ({ id, file, numbers: Int32Array.from(numbers) }));
  const blockAt = blockFinder(starts);
  return (rank) => {
    const number = order[rank];
    const block = number === undefined ? -1 : blockAt(number);
    const table = tables[block];
    if (number === undefined || table === undefined) return undefined;
    const { id, file, numbers } = table;
    const row = numbers[number - (starts[block + 1] as number)] ?? 0;
    return { table: id, row, ...(file !== undefined && { file }) };
  };
}

function noRow(): undefined {
  return undefined;
}

/** Which block a declared number belongs to; -1 for the rules before them. */
function blockFinder(starts: readonly number[]): (at: number) => number {
  return (at) => {
    let block = starts.length - 3;
    while (block >= 0 && at < (starts[block + 1] as number)) block -= 1;
    return block;
  };
}

/** The declared numbers by falling priority; equal ones stay in order. */
function orderOf(rules: readonly CheckedRule[], blocks: readonly TableBlock[], size: number): Int32Array {
  const byPriority = new Map<number, number[]>();
  let number = 0;
  let last: number | undefined;
  let bucket: number[] = [];
  const put = (priority: number): void => {
    if (priority !== last) {
      bucket = byPriority.get(priority) ?? [];
      byPriority.set(priority, bucket);
      last = priority;
    }
    bucket.push(number);
    number += 1;
  };
  for (const { priority } of rules) put(priority);
  for (const { priorities } of blocks) for (const priority of priorities) put(priority);
  const order = new Int32Array(size);
  let at = 0;
  for (const priority of [...byPriority.keys()].sort((a, b) => b - a)) {
    for (const each of byPriority.get(priority) ?? []) {
      order[at] = each;
      at += 1;
    }
  }
  return order;
}

/** Fills the columns of ranked rules. Columns have their full length from the start: a sparse array would be slow. */
class RankWriter {
  readonly #names: string[];
  readonly #types: string[];
  readonly #params: Params[];
  readonly #priorities: Int32Array;
  readonly #articles: (string | undefined)[];
  readonly #titles: (string | Label | undefined)[];
  readonly #starts: Int32Array;
  readonly #code: number[] = [];
  readonly #shared = new Map<string, Params>();
  readonly #dated: (readonly [rank: number, effective: NonNullable<CheckedRule['rule']['effective']>])[] = [];

  constructor(size: number) {
    this.#names = new Array<string>(size).fill('');
    this.#types = new Array<string>(size).fill('');
    this.#params = new Array<Params>(size).fill(NO_PARAMS);
    this.#priorities = new Int32Array(size);
    this.#articles = new Array<string | undefined>(size).fill(undefined);
    this.#titles = new Array<string | Label | undefined>(size).fill(undefined);
    this.#starts = new Int32Array(size);
  }

  addRule(rank: number, { name, rule, params, priority, expression }: CheckedRule): void {
    this.#names[rank] = name;
    this.#types[rank] = rule.event.type;
    this.#params[rank] = sharedParams(params, this.#shared);
    this.#priorities[rank] = priority;
    this.#articles[rank] = rule.article;
    if (rule.title !== undefined) this.#titles[rank] = labelOf(rule.title);
    if (rule.effective !== undefined) this.#dated.push([rank, rule.effective]);
    this.#starts[rank] = this.#code.length;
    writeCondition(expression, this.#code);
  }

  addRow(rank: number, block: TableBlock, at: number): void {
    const { table, code, starts } = block;
    this.#names[rank] = block.name(at);
    this.#types[rank] = table.event.type;
    this.#params[rank] = block.params[at] ?? NO_PARAMS;
    this.#priorities[rank] = block.priorities[at] ?? 1;
    this.#articles[rank] = block.articles[at];
    const title = block.titles[at] ?? table.title;
    if (title !== undefined) this.#titles[rank] = labelOf(title);
    if (table.effective !== undefined) this.#dated.push([rank, table.effective]);
    this.#starts[rank] = this.#code.length;
    const end = starts[at + 1] ?? code.length;
    for (let word = starts[at] ?? 0; word < end; word += 1) this.#code.push(code[word] as number);
  }

  done(declared: Int32Array, rowOf: Ranking['rowOf']): Ranking {
    const periods = this.#dated.length === 0 ? undefined : this.#names.map(() => ALWAYS);
    for (const [rank, effective] of this.#dated) if (periods !== undefined) periods[rank] = periodOf(effective);
    return {
      rules: {
        names: this.#names,
        types: this.#types,
        params: this.#params,
        priorities: this.#priorities,
        articles: this.#articles,
        conditions: Int32Array.from(this.#code),
        ...(periods && { periods }),
      },
      starts: this.#starts,
      titles: this.#titles,
      declared,
      rowOf,
    };
  }
}

const NO_PARAMS: Params = Object.freeze({});

/** Thousands of rules route to the same few hundred units: each such object is kept once. */
function sharedParams(params: Params, shared: Map<string, Params>): Params {
  const keys = Object.keys(params);
  // A key of its own for the usual { unit }: quicker than writing JSON, and no JSON text begins so.
  const key = keys.length === 1 && keys[0] === 'unit' ? `unit ${String(params.unit)}` : canonicalJson(params);
  const known = shared.get(key);
  if (known !== undefined) return known;
  const copy = frozenCopy(params);
  shared.set(key, copy);
  return copy;
}
