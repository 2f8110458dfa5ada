import type { AssessmentPlan, CityPack } from '@hotline-kit/rules';
import type { NewEvent } from '../ticket/event.js';
import type { FactRow } from './fact-row.js';
import { RowSetting } from './row-setting.js';
import { TicketRow } from './ticket-row.js';

/**
 * The rows of all tickets, kept up to date by their events.
 *
 * @example
 * const rows = new FactRows(pack);
 * rows.add(await desk.history('t-1'));
 * assess(rows, pack, { from: '2024-11-01T00:00:00+08:00', to: '2024-12-01T00:00:00+08:00' });
 */
export class FactRows implements Iterable<FactRow> {
  readonly #setting: RowSetting;
  readonly #rows = new Map<string, TicketRow>();

  /**
   * @param pack the law under which the tickets were handled
   * @param plan what the rows are for, where it is not the pack's own assessment
   */
  constructor(pack: CityPack, plan: AssessmentPlan = pack.assessment) {
    this.#setting = new RowSetting(pack, plan);
  }

  /** How many tickets there are. */
  get size(): number {
    return this.#rows.size;
  }

  /**
   * Takes events in, each ticket's in the order of its log.
   *
   * @throws RangeError where the first event of a ticket is not `ticket.registered`
   */
  add(events: Iterable<NewEvent>): void {
    let row: TicketRow | undefined;
    for (const event of events) {
      // Events of one ticket mostly follow one another.
      if (row?.id !== event.ticket) row = this.#rowOf(event.ticket);
      row.add(event);
    }
  }

  #rowOf(ticket: string): TicketRow {
    let row = this.#rows.get(ticket);
    if (row === undefined) {
      row = new TicketRow(ticket, this.#setting);
      this.#rows.set(ticket, row);
    }
    return row;
  }

  /** The row of a ticket. */
  get(ticket: string): FactRow | undefined {
    return this.#rows.get(ticket);
  }

  /** How many events of a ticket are in its row; 0 where there is none. */
  versionOf(ticket: string): number {
    return this.#rows.get(ticket)?.version ?? 0;
  }

  /** The rows in the order in which their tickets came. */
  [Symbol.iterator](): Iterator<FactRow> {
    return this.#rows.values();
  }
}
