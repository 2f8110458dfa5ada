import { termSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import type { ConditionCompiler } from '../compile/compile-condition.js';
import { join } from '../diagnostic/pointer.js';
import { strictObject } from '../diagnostic/strict-object.js';
import type { Facts, TicketFacts } from '../facts.js';

/** A condition as a function of the facts. */
export type FactTest = (facts: Facts | TicketFacts) => boolean;

/** One of several values, chosen by conditions on the facts. */
export interface Choice<Value> {
  /** In order: the first whose condition holds is taken; one without a condition always is. */
  readonly options: readonly {
    readonly when?: FactTest;
    readonly value: Value;
    /** The article that gives this value, where it is another than that of the whole. */
    readonly article?: string;
    /** Whether this value stands in the text, where that differs from the whole. */
    readonly basis?: 'text' | 'sample';
  }[];
}

/**
 * The value that the facts choose; nothing where the document gives none.
 *
 * @example
 * choose(procedure.redispatch?.maximumRounds, { type: 'complaint' }); // 2
 */
export function choose<Value>(choice: Choice<Value> | undefined, facts: Facts | TicketFacts): Value | undefined {
  return choice?.options.find(({ when }) => when === undefined || when(facts))?.value;
}

/** The shape of a condition inside another document; `ConditionCompiler` checks its inside. */
export const conditionShape = z.record(z.string(), z.unknown());

/** What each of several values can say of its source. */
const source = { article: z.string().min(1).exactOptional(), basis: z.enum(['text', 'sample']).exactOptional() };

/** The shape of a value, or of a list of `{ when, value }` whose last has no `when`. */
export function choiceOf<Schema extends z.ZodType>(value: Schema) {
  return z.union([value, z.array(strictObject({ when: conditionShape.exactOptional(), value, ...source })).min(1)]);
}

/** The shape of a term, or of a list of `{ when, term }` whose last has no `when`. */
export const termChoice = z.union([
  termSchema,
  z.array(strictObject({ when: conditionShape.exactOptional(), term: termSchema, ...source })).min(1),
]);

type Conditional<Key extends string, Value> = readonly ({
  readonly when?: Readonly<Record<string, unknown>>;
  readonly article?: string;
  readonly basis?: 'text' | 'sample';
} & Readonly<Record<Key, Value>>)[];

/** Compiles a value that may be chosen by conditions. Faults gather in the compiler. */
export function compileChoice<Value>(
  raw: Value | Conditional<'value', Value>,
  pointer: string,
  conditions: ConditionCompiler,
): Choice<Value> {
  if (!isConditional<'value', Value>(raw, 'value')) return { options: [{ value: raw }] };
  return optionsOf(raw, 'value', pointer, conditions);
}

/** Compiles a term that may be chosen by conditions. Faults gather in the compiler. */
export function compileTerms<Term>(
  raw: Term | Conditional<'term', Term>,
  pointer: string,
  conditions: ConditionCompiler,
): Choice<Term> {
  if (!isConditional<'term', Term>(raw, 'term')) return { options: [{ value: raw }] };
  return optionsOf(raw, 'term', pointer, conditions);
}

function isConditional<Key extends string, Value>(raw: unknown, key: Key): raw is Conditional<Key, Value> {
  return (
    Array.isArray(raw) && raw.every((item) => typeof item === 'object' && item !== null && Object.hasOwn(item, key))
  );
}

function optionsOf<Key extends string, Value>(
  raw: Conditional<Key, Value>,
  key: Key,
  pointer: string,
  conditions: ConditionCompiler,
): Choice<Value> {
  const options = raw.map((item, index) => {
    const place = join(pointer, index);
    const isLast = index === raw.length - 1;
    if (isLast && item.when !== undefined) {
      conditions.fault({
        code: 'noDefault',
        pointer: place,
        message: 'The last of a list of choices is the default, and has no "when".',
        fix: `Add { "${key}": … } at the end.`,
      });
    }
    if (!isLast && item.when === undefined) {
      conditions.fault({
        code: 'unreachableChoice',
        pointer: place,
        message: 'A choice without "when" stands before others, which are never reached.',
        fix: 'Move it to the end.',
      });
    }
    const when = item.when === undefined ? undefined : conditions.compile(item.when, join(place, 'when'));
    return {
      value: item[key],
      ...(when !== undefined && { when }),
      ...(item.article !== undefined && { article: item.article }),
      ...(item.basis !== undefined && { basis: item.basis }),
    };
  });
  return { options };
}
