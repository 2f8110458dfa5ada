import type { Desk, TicketClock } from '@hotline-kit/core';
import { ReplayError } from './replay-error.js';
import type { Flag } from './rows/row.js';

const pageSize = 500;

/** Every ticket's flag as its recorded handle clock tells it, read from the database page by page. */
export async function* flagsReadBack(desk: Desk): AsyncGenerator<{ readonly id: string; readonly flag: Flag }> {
  let after = '';
  for (;;) {
    const page = await desk.find({ limit: pageSize, after });
    for (const ticket of page) {
      const clock = ticket.clocks.handle;
      if (clock === undefined) throw new ReplayError({ code: 'clockMissing', where: 'clocks.json', ticket: ticket.id });
      yield { id: ticket.id, flag: flagOf(clock) };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

/** Stopped in time, or still running: on time. Stopped late, or past due and still open: overdue. */
function flagOf({ state, late }: Pick<TicketClock, 'state' | 'late'>): Flag {
  return late || state === 'breached' ? 'OVERDUE' : 'ONTIME';
}
