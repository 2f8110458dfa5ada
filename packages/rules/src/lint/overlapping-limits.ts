import type { CompileOptions } from '../compile-rule-set.js';
import { isRecord } from '../diagnostic/json-limits.js';
import { join } from '../diagnostic/pointer.js';
import { lintRuleSet } from '../lint-rule-set.js';
import type { Lint } from './lint.js';

/** Where limits are chosen by conditions: the list, and its place in the file. */
interface ListOfLimits {
  readonly pointer: string;
  readonly options: readonly Readonly<Record<string, unknown>>[];
}

/** What makes an option of a list dead or doubtful, once it is read as a rule among rules. */
const TELLING: ReadonlySet<string> = new Set(['neverHolds', 'unreachableRule', 'conflictingRules', 'duplicateRule']);

/**
 * `overlappingLimits`: a limit chosen by conditions that is never chosen, because another one before it always is where
 * it could be; and two clocks that give the same step two limits at once. `file` is clocks.json or procedure.json.
 */
export function overlappingLimitLints(file: unknown, context: CompileOptions): readonly Lint[] {
  return [...listsOf(file, '').flatMap((list) => deadOptions(list, context)), ...doubledSteps(file, context)];
}

/** All lists of `{ when, term }` or `{ when, value }` in a document. */
function listsOf(value: unknown, pointer: string): readonly ListOfLimits[] {
  if (Array.isArray(value)) {
    const options = value.filter(
      (item) => isRecord(item) && (Object.hasOwn(item, 'term') || Object.hasOwn(item, 'value')),
    );
    const isList = options.length === value.length && options.length > 1;
    const inner = value.flatMap((item, index) => listsOf(item, join(pointer, index)));
    return isList && options.some((item) => Object.hasOwn(item, 'when')) ? [{ pointer, options }, ...inner] : inner;
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'when' ? [] : listsOf(each, join(pointer, key))));
}

function deadOptions({ pointer, options }: ListOfLimits, context: CompileOptions): readonly Lint[] {
  const rules = options.flatMap(({ when, term, value }, index) =>
    when === undefined
      ? []
      : [
          {
            id: String(index),
            conditions: { all: [when] },
            event: { type: 'tag', params: { tag: JSON.stringify(term ?? value) } },
          },
        ],
  );
  return lintsOf(rules, context)
    .filter(({ code }) => TELLING.has(code))
    .map(({ value }) => ({
      code: 'overlappingLimits',
      severity: 'warning',
      pointer: join(pointer, String(value)),
      value: options[Number(value)],
      message:
        'This choice is never taken: another one before it holds whenever it does, or its condition never holds.',
      fix: 'Move the narrower condition up, or remove one of them.',
    }));
}

/** Clocks that start and stop at the same events, pair by pair: both run where their conditions can hold at once. */
function doubledSteps(file: unknown, context: CompileOptions): readonly Lint[] {
  if (!isRecord(file)) return [];
  const clocks = Object.entries(file).filter((entry): entry is [string, Readonly<Record<string, unknown>>] => {
    const [, clock] = entry;
    return isRecord(clock) && Array.isArray(clock.start) && Array.isArray(clock.stop) && Object.hasOwn(clock, 'term');
  });
  const lints: Lint[] = [];
  for (const [at, [id, clock]] of clocks.entries()) {
    for (const [other, against] of clocks.slice(0, at)) {
      if (!isSameStep(clock, against) || !canBothHold(clock.when, against.when, context)) continue;
      lints.push({
        code: 'overlappingLimits',
        severity: 'warning',
        pointer: join('', id),
        atKey: true,
        value: id,
        message: `The clocks "${other}" and "${id}" start and stop at the same events, and can both run: one step, two limits.`,
        fix: 'Give each a "when" that excludes the other, or one clock a term chosen by conditions.',
      });
    }
  }
  return lints;
}

function isSameStep(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const key = (clock: Readonly<Record<string, unknown>>): string =>
    JSON.stringify([clock.start, clock.stop].map((events) => [...new Set(events as readonly string[])].sort()));
  return (a.stop as readonly unknown[]).length > 0 && key(a) === key(b);
}

function canBothHold(a: unknown, b: unknown, context: CompileOptions): boolean {
  const whens = [a, b].filter((when) => when !== undefined);
  if (whens.length === 0) return true;
  const rule = { id: 'both', conditions: { all: whens }, event: { type: 'tag', params: { tag: 'both' } } };
  return !lintsOf([rule], context).some(({ code }) => code === 'neverHolds');
}

function lintsOf(rules: readonly object[], context: CompileOptions) {
  // A tag stands for the limit: the lints look at conditions, and at whether outcomes are the same.
  const outcomes = { tag: { hit: 'first' } };
  return lintRuleSet({ id: 'limits', version: '1', outcomes, rules }, { ...context, file: '' });
}
