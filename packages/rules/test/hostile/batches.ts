import fc from 'fast-check';
import { proofSize } from '../proof-size.js';
import { nothingInheritedChanged } from './survives.js';

/** A proof at its full size is tried in so many parts, each of the size of `ci`: one sees how far it has come. */
const FULL = 10;

/** The parts of a proof, for `it.each`: "1 of 10". */
export const batches = Array.from({ length: proofSize({ quick: 1, ci: 1, full: FULL }) }, (_, index) => ({
  batch: index + 1,
  of: proofSize({ quick: 1, ci: 1, full: FULL }),
}));

/**
 * Tries one part of a property.
 *
 * @param ci How many times at `ci` and in each part of `full`; at `quick` a fiftieth of it.
 */
export function tryBatch<Values extends [unknown, ...unknown[]]>(
  property: fc.IPropertyWithHooks<Values>,
  ci: number,
): void {
  fc.assert(property, { numRuns: proofSize({ quick: Math.ceil(ci / 50), ci, full: ci }) });
  nothingInheritedChanged();
}
