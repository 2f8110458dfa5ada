import type { Diagnostic, Fault } from './diagnostic/diagnostic.js';
import { readJson } from './diagnostic/json-text.js';
import { locate } from './diagnostic/locate.js';
import { join } from './diagnostic/pointer.js';
import { checkSchema, show } from './diagnostic/schema-faults.js';
import type { Facts } from './facts.js';
import { duplicateKeyLints } from './lint/duplicate-key.js';
import type { CityPack } from './pack/city-pack.js';
import { fileJson } from './pack/file-json.js';
import type { Rule } from './rule.js';
import { oddFacts } from './testing/odd-facts.js';
import { expectedOutcomes, isPlainExpectation, packTestsSchema } from './testing/pack-test.js';
import { type Miss, outcomeMisses, runPackTest } from './testing/run-test.js';

/** How a failing test is mended. */
const FIX = 'Mend the rule, or what the test expects.';

/** How many tests of a pack there are, and those that failed. */
export interface PackTestReport {
  readonly total: number;
  readonly failed: number;
  /**
   * A `failingTest` for each expectation that was not met, and the faults of test files: keys that stand twice, facts that
   * the pack does not know, and, as warnings, values that a fact never has.
   */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the tests of a pack: the `tests` inside its rules, and the files `tests/*.json` (decisions, guards, due dates).
 *
 * A rule's test holds where this very rule decides what it expects: by outcome type, the unit, tag, clock or level, some
 * parameters, or `null` for no such outcome.
 *
 * @param files The texts by name, those of test files as `tests/….json`.
 * @example
 * testCityPack(pack, files); // { total: 42, failed: 0, diagnostics: [] }
 */
export function testCityPack(
  pack: CityPack,
  files: Readonly<Record<string, string>>,
  options: { readonly base?: string } = {},
): PackTestReport {
  const run = new TestRun(pack, options.base === undefined ? '' : `${options.base.replace(/\/$/, '')}/`);
  for (const [name, text] of Object.entries(files)) {
    if (name === 'routing.rules.json' || name === 'escalation.rules.json') run.ofRules(name, files);
    else if (/^tests\/.+\.json$/.test(name)) run.ofFile(name, text);
  }
  return { total: run.total, failed: run.failed, diagnostics: run.diagnostics };
}

class TestRun {
  total = 0;
  failed = 0;
  readonly diagnostics: Diagnostic[] = [];
  readonly #pack: CityPack;
  readonly #base: string;
  readonly #oddFacts: (facts: Facts) => readonly Fault[];

  constructor(pack: CityPack, base: string) {
    this.#pack = pack;
    this.#oddFacts = oddFacts(pack);
    this.#base = base;
  }

  ofRules(name: 'routing.rules.json' | 'escalation.rules.json', files: Readonly<Record<string, string>>): void {
    const read = fileJson(files, name, `${this.#base}${name}`);
    if (read === undefined || !read.ok) return;
    const isPlain = Array.isArray(read.value);
    const rules = (isPlain ? read.value : (read.value as { rules: unknown }).rules) as readonly Rule[];
    const ruleSet = name === 'routing.rules.json' ? this.#pack.routing : this.#pack.escalation;
    const faults: Fault[] = [];
    for (const [index, { id, name: other, tests = [], enabled }] of rules.entries()) {
      if (enabled === false) continue;
      const rule = id ?? other ?? `#${index}`;
      for (const [at, test] of tests.entries()) {
        // Few tests fail: their place is named when they do.
        const place = (): string => join(isPlain ? '' : '/rules', index, 'tests', at);
        const { expect } = test;
        const checked = isPlainExpectation(expect)
          ? ({ ok: true, value: expect } as const)
          : checkSchema(expectedOutcomes, expect, join(place(), 'expect'));
        if (!checked.ok) {
          this.#count(faults, checked.faults);
          continue;
        }
        const options = test.at === undefined ? {} : { at: test.at };
        const title = `rule "${rule}"`;
        this.#try(faults, place, title, test.facts, () => {
          const { outcomes } = ruleSet.decide(test.facts, options);
          return outcomeMisses(outcomes, checked.value, 'expect', rule);
        });
      }
    }
    this.diagnostics.push(
      ...locate(faults, { file: `${this.#base}${name}`, text: files[name]?.replace(/^\ufeff/, '') }),
    );
  }

  ofFile(name: string, text: string): void {
    const file = `${this.#base}${name}`;
    const read = readJson(text, file);
    if (!read.ok) {
      this.diagnostics.push(...read.diagnostics);
      return;
    }
    const body = text.replace(/^\ufeff/, '');
    // Of an expectation that stands twice, the first would never be tried.
    this.diagnostics.push(...duplicateKeyLints(body, read.value, file));
    const checked = checkSchema(packTestsSchema, read.value);
    const faults: Fault[] = [];
    if (!checked.ok) {
      this.#count(faults, checked.faults);
    } else {
      for (const [index, test] of checked.value.tests.entries()) {
        const title = typeof test.title === 'object' ? test.title.zh : (test.title ?? `test ${index + 1}`);
        this.#try(
          faults,
          () => join('/tests', index),
          title,
          test.facts,
          () => runPackTest(this.#pack, test),
        );
      }
    }
    this.diagnostics.push(...locate(faults, { file, text: body }));
  }

  #try(faults: Fault[], place: () => string, title: string, facts: Facts, run: () => readonly Miss[]): void {
    const found: Fault[] = this.#oddFacts(facts).map((odd) => ({
      ...odd,
      pointer: `${join(place(), 'facts')}${odd.pointer}`,
    }));
    try {
      for (const { key, expected, got } of run()) {
        const message = `${title}: expected ${show(expected, 200)}, but got ${show(got, 200)}.`;
        found.push({ code: 'failingTest', pointer: join(place(), ...key), value: got, message, fix: FIX });
      }
    } catch (error) {
      const message = `${title}: ${error instanceof Error ? error.message : String(error)}`;
      found.push({ code: 'failingTest', pointer: place(), message, fix: FIX });
    }
    this.#count(faults, found);
  }

  #count(faults: Fault[], found: readonly Fault[]): void {
    this.total += 1;
    if (found.some(({ severity }) => severity !== 'warning')) this.failed += 1;
    faults.push(...found);
  }
}
