import type { Stage } from '@hotline-kit/rules';
import { canonicalHash } from '../../log/canonical.js';

/**
 * Whether a ticket is drawn for a stage that takes a share of the tickets only. The draw follows from the ids alone, so
 * that nobody chooses what is checked, and everybody can draw again.
 * @example
 * drawnFor('T-1', { id: 'first', sample: 100 }); // true
 */
export function drawnFor(ticket: string, { id, sample = 100 }: Pick<Stage, 'id' | 'sample'>): boolean {
  const draw = Number.parseInt(canonicalHash([ticket, id]).slice(0, 8), 16) / 2 ** 32;
  return draw * 100 < sample;
}
