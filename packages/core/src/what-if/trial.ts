import { type CityPack, NoRouteError, routeTicket } from '@hotline-kit/rules';
import { assess } from '../assessment/assess.js';
import { FactRows } from '../assessment/fact-rows.js';
import { factsOfTicket } from '../dispatch/facts-of-ticket.js';
import type { NewEvent } from '../ticket/event.js';
import { evolve } from '../ticket/evolve.js';
import type { IsoInstant } from '../ticket/instant.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { Counts } from './counts.js';
import { relive } from './relive.js';
import type { WhatIf } from './what-if.js';

/** The law that counts, the one that is tried, and the span of registration. */
export interface WhatIfQuestion {
  readonly pack: CityPack;
  readonly draft: CityPack;
  readonly from: IsoInstant;
  /** No longer part of the span; what falls due is counted until here. */
  readonly to: IsoInstant;
}

/**
 * Compares recorded lives with what they would have been under another pack: where they would have gone, which clocks
 * would have been late, what the rules would have drawn, and the metrics. Pure; nothing is written.
 *
 * @example
 * const trial = new Trial({ pack, draft, from, to });
 * trial.add(await desk.history('t-1'));
 * trial.result().moves; // [{ from: 'ecology', to: 'police', tickets: 1 }]
 */
export class Trial {
  readonly #question: WhatIfQuestion;
  readonly #counts = new Counts();
  readonly #now: FactRows;
  readonly #draft: FactRows;
  #tickets = 0;

  constructor(question: WhatIfQuestion) {
    this.#question = question;
    this.#now = new FactRows(question.pack);
    this.#draft = new FactRows(question.draft);
  }

  /** Takes in the recorded life of one ticket, in order. */
  add(recorded: readonly NewEvent[]): void {
    const { draft, to } = this.#question;
    const log = recorded.filter(({ at }) => at < to);
    if (log.length === 0) return;
    this.#tickets += 1;
    this.#route(log);
    const relived = relive(log, draft, to);
    this.#now.add(log);
    this.#draft.add(relived.events);
    this.#counts.life('now', log, to);
    this.#counts.life('draft', relived.events, to);
  }

  /** What would have been different so far. */
  result(): WhatIf {
    const { pack, draft, from, to } = this.#question;
    const [now, then] = [assess(this.#now, pack, { from, to }), assess(this.#draft, draft, { from, to })];
    const ids = new Set([...now.metrics, ...then.metrics].map(({ id }) => id));
    const metrics = [...ids].map((id) => {
      const [before, after] = [now, then].map((each) => each.metrics.find((metric) => metric.id === id));
      return {
        id,
        title: (before ?? after)?.title ?? { zh: id, en: id },
        ...(before !== undefined && { now: before.total.text }),
        ...(after !== undefined && { draft: after.total.text }),
      };
    });
    return { tickets: this.#tickets, ...this.#counts.result(), metrics };
  }

  /** Asks the draft for a unit at each dispatch that no person decided. */
  #route(log: readonly NewEvent[]): void {
    let ticket: TicketRecord | undefined;
    for (const event of log) {
      if (ticket !== undefined && event.type === 'ticket.dispatched' && event.data.via !== 'person') {
        this.#counts.dispatch(event.data.lead, this.#leadByDraft(ticket, event.at));
      }
      ticket = evolve(ticket, event);
    }
  }

  #leadByDraft(ticket: TicketRecord, at: IsoInstant): string | undefined {
    const { draft } = this.#question;
    try {
      return routeTicket(draft, factsOfTicket(ticket, draft, at), { at }).lead;
    } catch (error) {
      if (error instanceof NoRouteError) return undefined;
      throw error;
    }
  }
}
