import type { CityPack, TicketFacts } from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';

/**
 * When the handle clock would be due by the pack's own limit, without the published target.
 * @throws RangeError where the pack has no handle clock
 */
export function ownDueAt(pack: CityPack, facts: TicketFacts, startedAt: Date): Date {
  const clock = pack.clocks.find(({ id }) => id === 'handle');
  if (clock === undefined) throw new RangeError('the pack has no clock "handle"');
  return dueDate(clock.termFor(facts), startedAt, clock.calendar).dueAt;
}
