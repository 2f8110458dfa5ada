import type { Instant } from '@hotline-kit/sla-calendar';
import { readJson } from '../diagnostic/json-text.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import { escalate } from '../escalation/escalate.js';
import type { Facts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';
import type { ListRow } from '../routing/list-row.js';
import { listRowFor, routeTicket } from '../routing/route.js';
import type { Rule } from '../rule.js';
import { ruleNames } from '../rule-names.js';
import type { RuleSet } from '../rule-set.js';
import { packTestsSchema } from '../testing/pack-test.js';

/** What the tests of a pack exercise, and what they do not. */
export interface TestCoverage {
  readonly rules: { readonly total: number; readonly untested: readonly UntestedRule[] };
  readonly list: { readonly total: number; readonly untested: readonly ListRow[] };
}

/** A rule that decides in no test. */
interface UntestedRule {
  readonly file: 'routing.rules.json' | 'escalation.rules.json';
  readonly rule: string;
}

/**
 * Which rules decide in at least one test, and which rows of the list name the lead in at least one. A test counts
 * whether or not it passes.
 *
 * @param files The texts of the pack by name, those of test files as `tests/….json`.
 */
export function testCoverage(pack: CityPack, files: Readonly<Record<string, string>>): TestCoverage {
  const exercised = new Exercised(pack);
  for (const [name, text] of Object.entries(files)) {
    const read = readJson(text, name);
    if (!read.ok) continue;
    if (name === 'routing.rules.json') exercised.rulesOf(pack.routing, read.value);
    else if (name === 'escalation.rules.json') exercised.rulesOf(pack.escalation, read.value);
    else if (/^tests\/.+\.json$/.test(name)) exercised.testsOf(read.value);
  }
  return exercised.coverage();
}

class Exercised {
  readonly #pack: CityPack;
  readonly #rules = new Map<RuleSet, Set<string>>();
  readonly #rows = new Set<ListRow>();

  constructor(pack: CityPack) {
    this.#pack = pack;
  }

  /** The tests inside the rules of one file. */
  rulesOf(ruleSet: RuleSet, document: unknown): void {
    const rules = (Array.isArray(document) ? document : (document as { rules: unknown }).rules) as readonly Rule[];
    for (const { tests = [] } of rules) {
      for (const { facts, at } of tests) this.#decided(ruleSet, () => ruleSet.decide(facts, atOf(at)).outcomes);
    }
  }

  /** The tests of one file in `tests/`. */
  testsOf(document: unknown): void {
    const checked = checkSchema(packTestsSchema, document);
    if (!checked.ok) return;
    const { routing, escalation } = this.#pack;
    for (const { facts, at, route, outcomes, escalate: escalations } of checked.value.tests) {
      const options = atOf(at);
      if (route !== undefined || outcomes !== undefined) {
        this.#decided(routing, () => routing.decide(facts, options).outcomes);
      }
      if (route !== undefined) this.#routed(facts, options);
      if (escalations !== undefined) this.#decided(escalation, () => escalate(this.#pack, facts, options));
    }
  }

  coverage(): TestCoverage {
    const { routing, escalation, implementationList } = this.#pack;
    const untested = (file: UntestedRule['file'], ruleSet: RuleSet): readonly UntestedRule[] =>
      [...ruleNames(ruleSet)].flatMap((rule) => (this.#rules.get(ruleSet)?.has(rule) ? [] : [{ file, rule }]));
    return {
      rules: {
        total: ruleNames(routing).size + ruleNames(escalation).size,
        untested: [...untested('routing.rules.json', routing), ...untested('escalation.rules.json', escalation)],
      },
      list: {
        total: implementationList.size,
        untested: [...implementationList].filter((row) => !this.#rows.has(row)),
      },
    };
  }

  #decided(ruleSet: RuleSet, decide: () => readonly { readonly rule: string }[]): void {
    const names = this.#rules.get(ruleSet) ?? new Set();
    this.#rules.set(ruleSet, names);
    for (const { rule } of tried(decide) ?? []) names.add(rule);
  }

  #routed(facts: Facts, options: { readonly at?: Instant }): void {
    const route = tried(() => routeTicket(this.#pack, facts, options));
    const { matter, district } = facts;
    if (route?.via !== 'list' || typeof matter !== 'string') return;
    const row = listRowFor(this.#pack, matter, typeof district === 'string' ? district : '');
    if (row !== undefined) this.#rows.add(row);
  }
}

function atOf(at: string | undefined): { readonly at?: Instant } {
  return at === undefined ? {} : { at };
}

/** What a test gives; nothing where it fails with an error, which `test` tells. */
function tried<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
