import { evolve, type NewEvent, type TicketEvent, type TicketRecord, transitionTable } from '@hotline-kit/core';
import type { WorkingCalendar } from '@hotline-kit/sla-calendar';
import { expect } from 'vitest';

/** Nothing is handled after the end: the citizen is told, looks for a remedy, or the ticket is filed. */
const ends: ReadonlySet<string> = new Set([
  'closed',
  'archived',
  'refused',
  'terminated',
  'merged',
  'withdrawn',
  'transferredEmergency',
]);
const afterTheEnd =
  /^(clock|duty|remedy|quality|clue|notice|caller)\.|^(repeat\.released|supervision\.concluded|promise\.fulfilled)$|^ticket\.(archived|enquired|praised|tagged|unmerged)$/;

/** Clocks that run on, or begin, after the end: who is to be told, and by when a remedy is decided. */
export const outlivesTheTicket = /^(inform-.*|remedy)$/;

/** What holds in the log of any ticket, whatever people did in whatever order. */
export function expectLogLaws(log: readonly TicketEvent[], calendarOf: (clock: string) => WorkingCalendar): void {
  let record: TicketRecord | undefined;
  for (const [index, event] of log.entries()) {
    expect(event.version).toBe(index + 1);
    const after = evolve(record, event as NewEvent);
    if (record !== undefined) {
      expectOneLead(record, event);
      expectEnd(record, event, after);
      expectClocks(record, event, calendarOf);
      expect([...statesAfter(record.state)], `${event.type} leads where the chart leads`).toContain(event.state);
    }
    record = after;
  }
}

/** Where the chart may lead from a state by one event; what a clock brings stays where it is. */
function statesAfter(state: TicketRecord['state']): ReadonlySet<string> {
  const rows = [...(transitionTable.get(state)?.values() ?? [])].flat();
  return new Set([state, ...rows.map(({ target }) => target)]);
}

/** One unit leads: whoever else shall lead is named by an event that says so, and then is the only one. */
function expectOneLead(before: TicketRecord, event: TicketEvent): void {
  if (event.type !== 'ticket.dispatched' || before.lead === null) return;
  expect(event.data.lead, 'passed on down the levels, to somebody else').not.toBe(before.lead);
}

function expectEnd(before: TicketRecord, event: TicketEvent, after: TicketRecord): void {
  const [wasOver, isOver] = [ends.has(before.state), ends.has(after.state)];
  if (
    isOver &&
    !wasOver &&
    event.state !== 'withdrawn' &&
    event.state !== 'merged' &&
    event.state !== 'transferredEmergency' &&
    event.state !== 'refused'
  ) {
    expect(before.supervision.state, `${event.type} of a ticket whose supervision is not answered`).not.toBe('open');
  }
  if (wasOver && isOver) {
    expect(event.type, `what follows ${before.state}`).toMatch(afterTheEnd);
    const { clock } = event.data as { readonly clock?: string };
    // What ends the ticket may stop a clock: a callback that is waived needs no time any more.
    const isEnded =
      event.type === 'clock.cancelled' || (event.type === 'clock.stopped' && event.at === before.closedAt);
    if (clock !== undefined && !isEnded) expect(clock).toMatch(outlivesTheTicket);
  }
  if (after.closedAt !== null && before.closedAt === null)
    expect(isOver, 'closed is what has come to its end').toBe(true);
}

/** A clock starts when it does not run, stops when it does, and what it is paused for it gets back. */
function expectClocks(before: TicketRecord, event: TicketEvent, calendarOf: (clock: string) => WorkingCalendar): void {
  if (!event.type.startsWith('clock.')) return;
  const { clock: id } = event.data as { readonly clock: string };
  const clock = before.clocks[id];
  const open = clock !== undefined && clock.stoppedAt === null;
  expect(open, `${event.type} of ${id}`).toBe(event.type !== 'clock.started');
  if (event.type !== 'clock.resumed' || clock?.pausedAt == null) return;
  // One that ended by itself at its date ended then, whenever that was written down.
  const [from, to] = [Date.parse(clock.pausedAt), Date.parse(event.data.resumedAt ?? event.at)];
  const elapsed = clock.term.kind === 'elapsed' || clock.term.kind.startsWith('natural');
  const paused = elapsed ? to - from : calendarOf(id).workingTimeBetween(from, to);
  expect(event.data.pausedTotal - clock.pausedTotal, `${id}: time paused and time running are all of it`).toBe(paused);
}
