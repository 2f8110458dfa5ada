import type { DecidedPolicy } from '../decider.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isRecord, unsafeFaults } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import type { Effective } from '../effective.js';
import type { FactDefinition } from '../facts.js';
import { envelopeSchema, type FactDeclaration, type OutcomeDeclaration } from '../rule-set-document.js';
import { readTables } from '../table/read-tables.js';
import type { RuleTable } from '../table/table-document.js';
import type { TableSource } from '../table/table-rows.js';
import type { ComparisonTable } from './comparison-table.js';
import { defineFacts } from './define-facts.js';
import { markDepths } from './depths.js';
import { BUILT_IN_DOMAINS, type Domains, FactTable } from './fact-table.js';
import type { CustomOperators } from './operator-table.js';
import { readRules } from './read-rules.js';
import { ConditionResolver } from './resolve-condition.js';
import type { RuleSink } from './rule-sink.js';

/** Most rules of one document. */
const MOST_RULES = 200_000;

/** A document that was found without fault, or all its faults. */
export type ReadDocument =
  | {
      readonly ok: true;
      readonly id: string;
      readonly version: string;
      readonly effective?: Effective;
      readonly policies: ReadonlyMap<string, DecidedPolicy>;
      readonly facts: FactTable;
      /** The document's own conditions that nothing refers to. */
      readonly unusedConditions: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

interface Setting {
  readonly operators?: CustomOperators;
  readonly facts?: Readonly<Record<string, FactDeclaration>>;
  readonly domains?: Domains;
  readonly strict?: boolean;
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly file?: string;
  readonly tables?: Readonly<Record<string, TableSource>>;
}

interface Header {
  readonly id: string;
  readonly version: string;
  readonly effective?: Effective;
  readonly facts?: Readonly<Record<string, FactDeclaration>>;
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly outcomes?: Readonly<Record<string, OutcomeDeclaration>>;
  readonly tables?: readonly RuleTable[];
  readonly rules: readonly unknown[];
}

/** Checks a document, numbers its comparisons in `predicates`, and hands its rules to `rules`. */
export function readDocument(
  document: unknown,
  predicates: ComparisonTable,
  setting: Setting,
  rules: RuleSink,
): ReadDocument {
  const isPlain = Array.isArray(document);
  const header = isPlain ? { id: 'rules', version: '0', rules: document as readonly unknown[] } : readHeader(document);
  if ('faults' in header) return { ok: false, faults: header.faults };
  if (header.rules.length > MOST_RULES) {
    const message = `${header.rules.length} rules; at most ${MOST_RULES} are allowed.`;
    return {
      ok: false,
      faults: [
        {
          code: 'tooManyRules',
          pointer: isPlain ? '' : '/rules',
          message,
          fix: 'Write them as a table or as the implementation list.',
        },
      ],
    };
  }
  const faults: Fault[] = [];
  const domains = { ...BUILT_IN_DOMAINS, ...setting.domains };
  const declared = new Map<string, FactDefinition>();
  faults.push(...defineFacts(setting.facts ?? {}, declared, ''));
  faults.push(...defineFacts(header.facts ?? {}, declared, '/facts'));
  const open = isPlain && setting.strict !== true;
  const facts = new FactTable(declared, domains, open);
  const resolver = new ConditionResolver({
    facts,
    predicates,
    faults,
    operators: setting.operators,
    named: header.conditions,
    shared: setting.conditions,
  });
  resolver.resolveNamed();
  const checks = {
    open,
    declared: new Set(Object.keys(setting.strict === true ? {} : (header.outcomes ?? {}))),
    domains,
  };
  readRules(header.rules, isPlain ? '' : '/rules', resolver, checks, rules);
  readTables(header, { resolver, facts, checks }, setting, rules);
  const specific = specificSlots(header.outcomes ?? {}, predicates, facts, faults);
  if (faults.length > 0) return { ok: false, faults };
  const policies = new Map<string, DecidedPolicy>(specific);
  for (const [type, { hit }] of Object.entries(header.outcomes ?? {})) {
    if (hit === 'first' || hit === 'unique') policies.set(type, hit);
  }
  const { id, version, effective } = header;
  const unusedConditions = resolver.names().filter((name) => !resolver.used.has(name));
  return {
    ok: true,
    id,
    version,
    policies,
    facts,
    unusedConditions,
    ...(effective !== undefined && { effective }),
  };
}

function readHeader(document: unknown): Header | { readonly faults: readonly Fault[] } {
  if (!isRecord(document)) {
    const message = 'A rule set is a json-rules-engine array, or an object { id, version, rules }.';
    return {
      faults: [{ code: 'wrongType', pointer: '', message, fix: 'Write { "id": …, "version": …, "rules": [ … ] }.' }],
    };
  }
  const { rules, tables, ...rest } = document;
  // Rules and rows are checked one by one; zod need not copy 39,000 of them.
  const bare = Array.isArray(tables) ? tables.map(withoutRows) : tables;
  const header = { ...rest, ...(tables !== undefined && { tables: bare }) };
  const unsafe = unsafeFaults(header);
  if (unsafe.length > 0) return { faults: unsafe };
  const checked = checkSchema(envelopeSchema, Array.isArray(rules) ? { ...header, rules: [] } : { ...header, rules });
  return checked.ok ? (document as unknown as Header) : { faults: checked.faults };
}

function withoutRows(table: unknown): unknown {
  return isRecord(table) && Array.isArray(table.rows) ? { ...table, rows: [] } : table;
}

/**
 * The slots that each `mostSpecific` outcome compares, the weightiest fact first. A fact that no rule looks at makes no
 * difference and has none.
 */
function specificSlots(
  outcomes: Readonly<Record<string, OutcomeDeclaration>>,
  predicates: ComparisonTable,
  facts: FactTable,
  faults: Fault[],
): ReadonlyMap<string, readonly number[]> {
  const slots = new Map<string, number>();
  for (let slot = 0; slot < predicates.slots.size; slot += 1) {
    const { fact, steps } = predicates.slots.describe(slot);
    if (steps.length === 0) slots.set(fact, slot);
  }
  const inTrees = (): readonly string[] =>
    [...slots.keys()]
      .filter((fact) => {
        const definition = facts.find(fact);
        return definition !== undefined && facts.treeOf(definition) !== undefined;
      })
      .sort();
  const found = new Map<string, readonly number[]>();
  for (const [type, { hit, by }] of Object.entries(outcomes)) {
    if (hit !== 'mostSpecific') continue;
    for (const [index, fact] of (by ?? []).entries()) {
      if (facts.find(fact) !== undefined) continue;
      const pointer = join('/outcomes', type, 'by', index);
      const fix = didYouMean(fact, facts.names()) ?? 'Declare it under "facts".';
      faults.push({ code: 'unknownFact', pointer, value: fact, message: `Unknown fact "${fact}".`, fix });
    }
    found.set(
      type,
      (by ?? inTrees()).flatMap((fact) => slots.get(fact) ?? []),
    );
  }
  markDepths(new Set([...found.values()].flat()), predicates, facts);
  return found;
}
