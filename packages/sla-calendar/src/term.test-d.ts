import { expectTypeOf, test } from 'vitest';
import type { Term } from './term.js';

test('a term has the shape that outside programs rely on', () => {
  type StartDay = 'excluded' | 'included' | { excludedIfAfter: string };
  type Contract =
    | {
        kind: 'elapsed' | 'workingTime';
        amount: number;
        unit: 'second' | 'minute' | 'hour';
        startAt?: 'instant' | 'nextOpening';
        boundary?: 'end' | 'nextStart';
      }
    | {
        kind: 'workingDays' | 'naturalDays' | 'naturalMonths';
        amount: number;
        startDay?: StartDay;
        end?: 'closing' | 'endOfDay' | 'sameClock' | 'dayLengths';
        roll?: 'forward' | 'none';
      }
    | { kind: 'sameDay' | 'nextDay'; cutoff?: string; end?: 'closing' | 'endOfDay'; roll?: 'forward' | 'none' }
    | { kind: 'fixed'; at: string };
  expectTypeOf<Contract>().toExtend<Term>();
  expectTypeOf<Term>().toExtend<Contract>();
});
