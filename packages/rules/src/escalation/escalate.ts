import type { Instant } from '@hotline-kit/sla-calendar';
import type { Outcome } from '../decisions.js';
import type { Facts, TicketFacts } from '../facts.js';
import type { CityPack } from '../pack/city-pack.js';

/**
 * What the pack asks for when a clock warned or was breached, or a ticket came back: urging, supervision, notices.
 * The desk asks again after each such event, and does what was not done yet.
 *
 * @example
 * escalate(pack, { 'clock.handle.state': 'breached' }, { at }).map(({ type }) => type); // ['supervise']
 */
export function escalate(
  pack: CityPack,
  facts: Facts | TicketFacts,
  options: { readonly at?: Instant } = {},
): readonly Outcome[] {
  return pack.escalation.decide(facts, options).outcomes;
}
