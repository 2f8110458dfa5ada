import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK, BroadIndex } from './broad-index.js';
import { ComparisonTable } from './comparison-table.js';
import { holdsLiteral } from './predicates.js';
import { SlotTable } from './slots.js';

const title = { zh: '事实', en: 'Fact' };
const bounds = fc.constantFrom(-3, -0.5, 0, 5e-324, 1e-323, 1, 2, 7, 1e308, 1.7e308);
const operators = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive');
const comparison = fc.oneof(
  fc.record({ fact: fc.constantFrom('n', 'm'), operator: operators, bound: bounds }),
  fc.record({ fact: fc.constantFrom('s', 'n'), value: fc.constantFrom('a', 'b', 'c', 0, 1) }),
);
const literals = fc.array(fc.tuple(comparison, fc.boolean()), { minLength: 1, maxLength: 4 });

describe('conjunctions that many tickets meet', () => {
  it('are left open exactly where all their comparisons hold, whatever lies between the bounds', () => {
    fc.assert(
      fc.property(
        fc.array(literals, { minLength: 1, maxLength: 2 * BLOCK + 3 }),
        fc.record({
          n: fc.oneof(bounds, fc.double({ noNaN: true }), fc.constant(undefined)),
          m: fc.oneof(bounds, fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE), fc.constant(undefined)),
          s: fc.constantFrom('a', 'b', 'z', undefined),
        }),
        (conjunctions, facts) => {
          const slots = new SlotTable();
          const slotOf = {
            n: slots.slot('n', { type: 'number', title }),
            m: slots.slot('m', { type: 'number', title }),
            s: slots.slot('s', { type: 'string', title }),
          };
          const predicates = new ComparisonTable(slots);
          const written = conjunctions.map((each) =>
            each.map(([test, negated]) => {
              const slot = slotOf[test.fact as keyof typeof slotOf];
              const literal =
                'bound' in test
                  ? predicates.bound(slot, test.operator, test.bound)
                  : predicates.equal(slot, test.value);
              return literal ^ Number(negated);
            }),
          );
          const residuals = written.map((each) => [...each] as readonly number[]);
          const index = new BroadIndex(residuals, predicates);
          const run = slots.newRun();
          slots.fill(run, facts);
          const open = written.map((_, at) => ((index.open(Math.floor(at / BLOCK), run) >>> (at % BLOCK)) & 1) === 1);
          expect(open).toEqual(written.map((each) => each.every((l) => holdsLiteral(predicates.tests, l, run))));
          expect(residuals.flat()).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
