import type { Desk } from '@hotline-kit/core';
import type { ClockView, TicketView } from '@hotline-kit/core/view';
import type { Label } from '@hotline-kit/rules';
import { nextAction } from '../pages/ticket/next-action.js';
import { actorOf, type SampleUser } from '../people/sample-users.js';
import { isKnown } from './audience.js';

/** One ticket in the queue. */
export interface QueueRow {
  readonly id: string;
  readonly number: string;
  readonly asOf: string;
  readonly matter: Label | undefined;
  readonly place: string;
  readonly state: string;
  readonly stateText: Label;
  readonly holder: Label | undefined;
  readonly urgent: boolean;
  readonly supervision: TicketView['supervision'];
  /** The clock nearest its end, overdue ones first. */
  readonly clock: ClockView | undefined;
  /** What the viewer can do next, where something is theirs to do. */
  readonly next: Label | undefined;
}

/** The tickets that a viewer may know, and how many there are of which they may not. */
export interface Queue {
  readonly tickets: readonly QueueRow[];
  readonly hidden: number;
}

const most = 200;

/** The queue of one user: what is overdue or due soonest stands first, what is closed last. */
export async function queueFor(desk: Desk, user: SampleUser, at: number): Promise<Queue> {
  const tickets = await desk.find({ limit: most });
  const views = await Promise.all(tickets.map(({ id }) => desk.view(id, actorOf(user), { at })));
  const rows = views.filter(isKnown).map(rowOf).sort(byUrgency);
  return { tickets: rows, hidden: views.length - rows.length };
}

function rowOf(view: TicketView): QueueRow {
  const clock = view.clocks.find(({ state }) => state !== 'met' && state !== 'cancelled');
  return {
    id: view.id,
    number: view.number,
    asOf: view.asOf,
    matter: view.matter?.name,
    place: [view.place.street, view.place.address].filter(Boolean).join(' '),
    state: view.state,
    stateText: view.stateText,
    holder: view.holder?.name,
    urgent: view.urgent,
    supervision: view.supervision,
    clock,
    next: nextAction(view)?.text,
  };
}

function byUrgency(a: QueueRow, b: QueueRow): number {
  const due = ({ clock }: QueueRow) => (clock === undefined ? '~' : clock.dueAt);
  return due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.number < b.number ? 1 : -1;
}
