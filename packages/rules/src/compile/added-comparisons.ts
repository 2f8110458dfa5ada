import { termSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { spanOf } from '../added-tests.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { checkSchema, show } from '../diagnostic/schema-faults.js';
import { strictObject } from '../diagnostic/strict-object.js';
import { termCalendar, termOperators } from '../term-operators.js';
import type { FactTable } from './fact-table.js';
import type { Operand } from './operands.js';
import type { OperatorUse } from './operator-table.js';

/** Longest text that a fact is searched for: it bounds what one comparison can cost. */
const LONGEST_PART = 200;

const DECORATORS_OF: Readonly<Record<string, readonly string[]>> = {
  texts: ['not', 'someFact', 'everyFact', 'someValue', 'everyValue'],
  dates: ['not'],
  range: ['not'],
  term: ['not'],
};

/** Why an operator on texts, dates, ranges or terms does not suit what it stands between. */
export function addedFault(
  raw: Readonly<Record<string, unknown>>,
  { operator, decorators }: OperatorUse,
  left: Operand,
  right: Operand | undefined,
  pointer: string,
): Fault | undefined {
  const allowed = DECORATORS_OF[operator.sides];
  if (allowed === undefined) return undefined;
  const name = raw.operator as string;
  const { value } = raw;
  const odd = decorators.find((decorator) => !allowed.includes(decorator));
  if (odd !== undefined) {
    const message = `"${name}" does not take the decorator "${odd}".`;
    return {
      code: 'unknownDecorator',
      pointer: `${pointer}/operator`,
      value: odd,
      message,
      allowed,
      fix: `Allowed are ${allowed.join(', ')}.`,
    };
  }
  const at = `${pointer}/value`;
  const wanted = operator.sides === 'range' ? 'number' : 'string';
  const isList = decorators.some((decorator) => decorator.endsWith('Fact')) && left.type === 'array';
  if (left.type !== wanted && left.type !== 'any' && !isList) {
    const message = `"${name}" compares ${wanted === 'number' ? 'numbers' : 'texts'}, but the fact "${left.fact ?? ''}" is of type ${left.type}.`;
    const fix = 'Use another operator, or another fact.';
    return { code: 'operatorType', pointer: `${pointer}/operator`, value: name, message, fix };
  }
  if (operator.sides === 'range') return rangeFault(value, at);
  if (operator.sides === 'texts') return textFault(name, value, at);
  return operator.sides === 'dates' ? dateFault(value, right, at) : undefined;
}

function rangeFault(value: unknown, pointer: string): Fault | undefined {
  const [low, high, ...rest] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof low === 'number' && typeof high === 'number' && low <= high && rest.length === 0) return undefined;
  const message = `"between" needs two numbers, the lower first, not ${show(value)}.`;
  return { code: 'operatorType', pointer, value, message, fix: 'Write [1, 5].' };
}

function textFault(name: string, value: unknown, pointer: string): Fault | undefined {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const odd = parts.find((part) => typeof part !== 'string' || part === '' || part.length > LONGEST_PART);
  if (odd === undefined && parts.length > 0) return undefined;
  const message = `"${name}" searches for a written text of 1 to ${LONGEST_PART} characters, not for ${show(odd)}.`;
  return { code: 'operatorType', pointer, value: odd, message, fix: 'Write the text in quotes.' };
}

function dateFault(value: unknown, right: Operand | undefined, pointer: string): Fault | undefined {
  const isFact = right !== undefined && right.literal === undefined;
  if (isFact ? right.type === 'string' || right.type === 'any' : spanOf(value) !== undefined) return undefined;
  const message = `A date is needed here, not ${isFact ? `the fact "${right.fact ?? ''}"` : show(value)}.`;
  const fix = 'Write "2026-03-02", or an instant with offset: "2026-03-02T09:00:00+08:00".';
  return { code: 'operatorType', pointer, value, message, fix };
}

const termReferenceSchema = strictObject({
  fact: z.string().min(1),
  path: z.string().exactOptional(),
  term: termSchema,
  calendar: z.string().min(1).exactOptional(),
});

/** A term between two dates as a condition writes it: where it starts, how long it is, and by which calendar. */
export type TermReference = z.output<typeof termReferenceSchema>;

/** The term that a comparison is made by, and its test; or its faults. */
export function readTerm(
  name: 'withinTerm' | 'beyondTerm',
  value: unknown,
  pointer: string,
  facts: FactTable,
):
  | {
      readonly reference: TermReference;
      readonly setting: Pick<TermReference, 'term' | 'calendar'>;
      readonly test: ReturnType<typeof termOperators>['withinTerm'];
    }
  | { readonly faults: readonly Fault[] } {
  const checked = checkSchema(termReferenceSchema, value, pointer);
  if (!checked.ok) return { faults: checked.faults };
  const { term, calendar } = checked.value;
  const setting = { term, ...(calendar !== undefined && { calendar }) };
  const calendars = facts.domains.calendars ?? { byId: {} };
  if (termCalendar(setting, calendars) !== undefined) {
    return { reference: checked.value, setting, test: termOperators(calendars)[name] };
  }
  const allowed = Object.keys(calendars.byId);
  const message = calendar === undefined ? 'No calendar counts this term.' : `Unknown calendar "${calendar}".`;
  const fix =
    didYouMean(calendar, allowed) ??
    'Name a calendar of calendar.json, or compile with { "domains": { "calendars": … } }.';
  return {
    faults: [{ code: 'unknownCalendar', pointer: `${pointer}/calendar`, value: calendar, message, allowed, fix }],
  };
}
