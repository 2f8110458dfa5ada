import type { Facts } from '@hotline-kit/rules';

/** Which facts an assessment looks at. */
export interface WantedFacts {
  /** The clocks of which it asks anything. */
  readonly clocks: ReadonlySet<string>;
}

/** One row of an assessment: a ticket as its whole life tells it, or what the host counts, such as a call. */
export interface FactRow {
  /** `tickets`, or the name that the metrics of a pack give under `over`, such as `calls`. */
  readonly source: string;
  /** Id of the ticket, or of what the row tells of: what a figure opens to. */
  readonly id: string;
  /** The facts, as the reference lists them. */
  readonly facts: Facts;
  /** Whether it has a place in the assessment; it has, unless said. */
  readonly isAssessed?: boolean;
  /** At least the facts that are wanted, where drawing all of them takes longer. */
  factsFor?(wanted: WantedFacts): Facts;
  /** An instant that can place the row in a period, in epoch milliseconds; nothing where it never came. */
  instant(name: string): number | undefined;
}

/**
 * A row of the host's own, which is no ticket: a call, an entry of the knowledge base.
 *
 * @param at the one instant of the row, whatever period a metric asks for
 * @example
 * hostRow('calls', 'call-1', Date.parse('2024-11-02T09:00:00+08:00'), { callOffered: true, callAnswered: true });
 */
export function hostRow(source: string, id: string, at: number, facts: Facts): FactRow {
  return { source, id, facts, instant: () => at };
}
