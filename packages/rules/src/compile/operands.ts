import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { show } from '../diagnostic/schema-faults.js';
import type { FactDefinition, FactType } from '../facts.js';
import type { OperatorTest } from '../operator-tests.js';
import { DECORATORS, type OperatorSides } from '../operators.js';
import type { FactTable } from './fact-table.js';

/** One side of a comparison, as far as it is known when the document is loaded. */
export interface Operand {
  readonly type: FactType;
  /** Whether it can be `undefined` when the rule runs. */
  readonly mayBeAbsent: boolean;
  /** The values themselves, where the side is written in the document. */
  readonly literal?: { readonly value: unknown; readonly pointer: string };
  readonly definition?: FactDefinition;
  /** The fact's name, where the side is a fact. */
  readonly fact?: string;
}

const SCALARS: readonly FactType[] = ['string', 'number', 'boolean'];

/** The side that stands in the document. */
export function literalOperand(value: unknown, pointer: string): Operand {
  const type: FactType = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : scalarType(value);
  return { type, mayBeAbsent: false, literal: { value, pointer } };
}

function scalarType(value: unknown): FactType {
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'any';
}

/** The side that is a fact. */
export function factOperand(fact: string, definition: FactDefinition, hasPath: boolean): Operand {
  return hasPath
    ? { type: 'any', mayBeAbsent: true, fact }
    : { type: definition.type, mayBeAbsent: definition.default === undefined, definition, fact };
}

/** The operator with its decorators around it, and its sides as the innermost operator sees them. */
export interface DecoratedTest {
  readonly test: OperatorTest;
  readonly left: Operand;
  readonly right: Operand;
  readonly fault?: Omit<Fault, 'pointer'> & { readonly pointer?: string };
}

/** Wraps an operator in decorators, the outermost first, and follows what becomes of the two sides. */
export function decorate(names: readonly string[], inner: OperatorTest, left: Operand, right: Operand): DecoratedTest {
  const [name, ...rest] = names;
  if (name === undefined) return { test: inner, left, right };
  if (!Object.hasOwn(DECORATORS, name)) {
    const allowed = Object.keys(DECORATORS);
    return {
      test: inner,
      left,
      right,
      fault: {
        code: 'unknownDecorator',
        value: name,
        message: `Unknown decorator "${name}".`,
        allowed,
        fix: didYouMean(name, allowed) ?? `Allowed are ${allowed.join(', ')}.`,
      },
    };
  }
  let sides: readonly [Operand, Operand] = [left, right];
  if (name === 'swap') sides = [right, left];
  if (name === 'someFact' || name === 'everyFact') sides = [itemOf(left), right];
  if (name === 'someValue' || name === 'everyValue') sides = [left, itemOf(right)];
  const needsList = name.endsWith('Fact') ? left : name.endsWith('Value') ? right : undefined;
  const fault = needsList === undefined ? undefined : listFault(needsList, name.endsWith('Value'));
  const decorated = decorate(rest, inner, ...sides);
  const test = DECORATORS[name as keyof typeof DECORATORS].wrap(decorated.test);
  return { ...decorated, test, ...(fault !== undefined && { fault }) };
}

/** An item of a list: its type is not declared, so nothing more is checked of it. */
function itemOf(list: Operand): Operand {
  return { type: 'any', mayBeAbsent: false, ...(list.fact !== undefined && { fact: list.fact }) };
}

/** A list that is compared with must be there: json-rules-engine throws where it is not. */
function listFault(operand: Operand, mustBePresent: boolean): DecoratedTest['fault'] {
  if (operand.type !== 'array' && operand.type !== 'any') {
    return {
      code: 'operatorType',
      ...place(operand),
      message: `A list is needed here, not ${describe(operand)}.`,
      fix:
        operand.literal === undefined
          ? 'Use equal or in, or another fact.'
          : `Write a list: [${show(operand.literal.value)}].`,
    };
  }
  if (mustBePresent && (operand.mayBeAbsent || operand.type === 'any')) {
    return {
      code: 'listMayBeAbsent',
      message: `${describe(operand)} may be absent, and then there is no list to look into.`,
      fix: 'Declare it under "facts" as { "type": "array", "default": [] }.',
    };
  }
  return undefined;
}

/** Whether the two sides suit the operator. */
export function sidesFault(
  operator: string,
  sides: OperatorSides,
  left: Operand,
  right: Operand,
  facts: FactTable,
): DecoratedTest['fault'] {
  switch (sides) {
    case 'numbers':
      return numberFault(operator, left) ?? numberFault(operator, right);
    case 'sameScalar':
      return scalarFault(operator, left) ?? scalarFault(operator, right) ?? pairFault(left, right, facts);
    case 'listHasScalar':
      return listFault(left, false) ?? scalarFault(operator, right);
    case 'scalarInList':
      return scalarFault(operator, left) ?? listFault(right, true) ?? itemsFault(operator, left, right, facts);
    default:
      // An operator of a program, or one that this package adds and checks by itself.
      return undefined;
  }
}

function numberFault(operator: string, operand: Operand): DecoratedTest['fault'] {
  if (operand.type === 'number' || (operand.type === 'any' && operand.literal === undefined)) return undefined;
  return {
    code: 'operatorType',
    ...place(operand),
    message: `"${operator}" compares numbers, but ${describe(operand)} is none.`,
    fix: operand.literal === undefined ? 'Use equal or in, or another fact.' : 'Write a number without quotes.',
  };
}

function scalarFault(operator: string, operand: Operand): DecoratedTest['fault'] {
  if (SCALARS.includes(operand.type) || (operand.type === 'any' && operand.literal === undefined)) return undefined;
  return {
    code: 'operatorType',
    ...place(operand),
    message: `"${operator}" compares single values, but ${describe(operand)} is none.`,
    fix: operand.type === 'array' ? 'Use in, notIn, contains or doesNotContain.' : 'Use a path to a single value.',
  };
}

function pairFault(left: Operand, right: Operand, facts: FactTable): DecoratedTest['fault'] {
  if (left.type !== 'any' && right.type !== 'any' && left.type !== right.type) {
    const written = right.literal === undefined ? left : right;
    return {
      code: 'operatorType',
      ...place(written),
      message: `${describe(left)} is of type ${left.type}, ${describe(right)} of type ${right.type}: they are never equal.`,
      fix:
        written.literal === undefined
          ? 'Compare it with another fact.'
          : `Write a ${written === right ? left.type : right.type}.`,
    };
  }
  return valueFault(left, right, facts) ?? valueFault(right, left, facts);
}

/** A written value that the fact can never have. */
function valueFault(fact: Operand, written: Operand, facts: FactTable): DecoratedTest['fault'] {
  if (fact.definition === undefined || written.literal === undefined) return undefined;
  const values = facts.valuesOf(fact.definition);
  const { value } = written.literal;
  if (values === undefined || values.has(value)) return undefined;
  const { domain } = fact.definition;
  // A list of matters may have tens of thousands: it is not copied for each fault.
  const allowed = values.size > 100 ? undefined : [...values].map(String);
  return {
    code: CODES[domain ?? 'enum'],
    ...place(written),
    message: `The fact "${fact.fact ?? ''}" is never ${show(value)}.`,
    ...(allowed && { allowed }),
    fix:
      (domain === undefined ? didYouMean(value, allowed ?? []) : facts.guesses(domain).didYouMean(value)) ??
      (allowed && allowed.length <= 30 ? `Allowed are ${allowed.join(', ')}.` : ADDITIONS[domain ?? 'enum']),
  };
}

const CODES = {
  enum: 'unknownValue',
  matters: 'unknownMatter',
  units: 'unknownUnit',
  districts: 'unknownDistrict',
  channels: 'unknownChannel',
} as const;

const ADDITIONS = {
  enum: 'Use a value that the fact can have.',
  matters: 'Add it to matters.csv.',
  units: 'Add it to units.json.',
  districts: 'Give a unit in units.json this "district".',
  channels: 'Add it under "channels" in pack.json.',
} as const;

function itemsFault(operator: string, left: Operand, list: Operand, facts: FactTable): DecoratedTest['fault'] {
  if (list.literal === undefined || !Array.isArray(list.literal.value)) return undefined;
  if (list.literal.value.length === 0) {
    return {
      code: 'emptyList',
      ...place(list),
      message: `"${operator}" has an empty list.`,
      fix: 'List at least one value.',
    };
  }
  for (const [index, item] of list.literal.value.entries()) {
    const operand = literalOperand(item, `${list.literal.pointer}/${index}`);
    const fault = scalarFault(operator, operand) ?? pairFault(left, operand, facts);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function place(operand: Operand): { pointer?: string; value?: unknown } {
  return operand.literal === undefined ? {} : { pointer: operand.literal.pointer, value: operand.literal.value };
}

function describe(operand: Operand): string {
  return operand.literal === undefined ? `the fact "${operand.fact ?? ''}"` : show(operand.literal.value);
}
