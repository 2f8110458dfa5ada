import { outcomeParams } from '../decisions.js';
import type { Fault } from '../diagnostic/diagnostic.js';
import { isSafe, unsafeFaults } from '../diagnostic/json-limits.js';
import { didYouMean } from '../diagnostic/nearest.js';
import { join } from '../diagnostic/pointer.js';
import { checkSchema } from '../diagnostic/schema-faults.js';
import type { OutcomeType } from '../vocabulary/outcomes.js';
import type { Domains } from './fact-table.js';

/** Which outcome types a document may decide, and the pack's lists that their parameters name. */
export interface OutcomeChecks {
  /** Whether any type is allowed: that of a plain json-rules-engine array outside a pack. */
  readonly open: boolean;
  /** Types that the document declares itself. */
  readonly declared: ReadonlySet<string>;
  readonly domains: Domains;
}

/** json-rules-engine's emitter gives these names a meaning of its own: handlers would run twice, or the run reject. */
const RESERVED: ReadonlySet<string> = new Set(['success', 'failure', 'error']);

const NO_FAULTS: readonly Fault[] = Object.freeze([]);

type Params = Readonly<Record<string, unknown>>;

/** The faults of an event: an unknown type, parameters that the type does not have, units that the pack lacks. */
export function outcomeFaults(type: string, params: Params, pointer: string, checks: OutcomeChecks): readonly Fault[] {
  if (RESERVED.has(type)) {
    return [
      {
        code: 'reservedOutcome',
        pointer: join(pointer, 'type'),
        value: type,
        message: `"${type}" is an event of json-rules-engine itself.`,
        fix: 'Choose another type.',
      },
    ];
  }
  if (isQuickRoute(type, params)) {
    const { units } = checks.domains;
    return units === undefined || units.has(params.unit as string)
      ? NO_FAULTS
      : unitFaults(params, pointer, checks.domains);
  }
  if (!isSafe(params)) return unsafeFaults(params, pointer, 'params');
  if (checks.declared.has(type) && !Object.hasOwn(outcomeParams, type)) return NO_FAULTS;
  if (checks.open) return NO_FAULTS;
  if (!Object.hasOwn(outcomeParams, type)) return [unknownOutcome(type, join(pointer, 'type'), checks)];
  const checked = checkSchema(outcomeParams[type as OutcomeType], params, join(pointer, 'params'));
  return checked.ok ? unitFaults(params, pointer, checks.domains) : checked.faults;
}

/** The outcome of nearly every rule, recognised without zod: rule sets hold tens of thousands of them. */
function isQuickRoute(type: string, params: Params): boolean {
  if (type !== 'route' || typeof params.unit !== 'string' || params.unit === '') return false;
  for (const key in params) if (key !== 'unit') return false;
  return true;
}

function unknownOutcome(type: string, pointer: string, checks: OutcomeChecks): Fault {
  const allowed = [...Object.keys(outcomeParams), ...checks.declared];
  return {
    code: 'unknownOutcome',
    pointer,
    value: type,
    message: `Unknown outcome "${type}".`,
    allowed,
    fix: didYouMean(type, allowed) ?? `Allowed are ${allowed.join(', ')}.`,
  };
}

function unitFaults(params: Params, pointer: string, domains: Domains): Fault[] {
  const { units, clocks } = domains;
  const faults: Fault[] = [];
  const check = (key: string, known: ReadonlySet<string> | undefined, code: string, fix: string): void => {
    const named = params[key];
    if (known === undefined || named === undefined) return;
    for (const [index, value] of (Array.isArray(named) ? named : [named]).entries()) {
      if (known.has(String(value))) continue;
      const place = join(pointer, 'params', key, ...(Array.isArray(named) ? [index] : []));
      const meant = didYouMean(value, [...known], key === 'clock' ? undefined : domains.titles?.('units'));
      const what = code === 'unknownUnit' ? 'unit' : 'clock';
      faults.push({ code, pointer: place, value, message: `Unknown ${what} "${String(value)}".`, fix: meant ?? fix });
    }
  };
  for (const key of ['unit', 'assists', 'office', 'units']) check(key, units, 'unknownUnit', 'Add it to units.json.');
  const { unit, assists } = params;
  const own = Array.isArray(assists) ? assists.indexOf(unit) : -1;
  if (own >= 0) {
    const message = `The unit "${String(unit)}" leads and assists at once.`;
    const place = join(pointer, 'params', 'assists', own);
    faults.push({ code: 'leadAssists', pointer: place, value: unit, message, fix: 'Name it once.' });
  }
  check('clock', clocks, 'unknownClock', 'Add it to clocks.json.');
  return faults;
}
