import { TICKET_STATES } from '@hotline-kit/rules';
import type { Audience } from '../privacy/audience.js';
import type { TicketEvent } from '../ticket/event.js';
import type { ChartState } from '../ticket/machine.js';
import type { BilingualText } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { citedBy } from './cited-by.js';
import type { StepView } from './view-types.js';

/** The way of a ticket as people follow it, in words of daily life: done, and while it goes on. */
const way: readonly { readonly state: ChartState; readonly done: BilingualText; readonly now: BilingualText }[] = [
  step('received', '已受理', 'Received', '已受理，等待派单', 'Received, waiting to be dispatched'),
  step('dispatched', '已派单', 'Dispatched', '已派单，等待签收', 'Dispatched, waiting to be signed'),
  step('signed', '已签收', 'Signed', '已签收', 'Signed'),
  step('handling', '已办理', 'Handled', '正在办理', 'Being handled'),
  step('replied', '已答复', 'Replied', '已答复，等待回访', 'Replied, callback to come'),
  step('calledBack', '已回访', 'Called back', '已回访', 'Called back'),
  step('closed', '已办结', 'Closed', '已办结', 'Closed'),
];

const todo: Readonly<Partial<Record<ChartState, BilingualText>>> = {
  dispatched: { zh: '派单', en: 'Dispatch' },
  signed: { zh: '签收', en: 'Signing' },
  handling: { zh: '办理', en: 'Handling' },
  replied: { zh: '答复', en: 'Reply' },
  calledBack: { zh: '回访', en: 'Callback' },
  closed: { zh: '办结', en: 'Closing' },
};

function step(state: ChartState, doneZh: string, doneEn: string, nowZh: string, nowEn: string) {
  return { state, done: { zh: doneZh, en: doneEn }, now: { zh: nowZh, en: nowEn } };
}

/** States beside the way stand at one of its steps: while a reply waits for approval the unit is still handling. */
const beside: Readonly<Partial<Record<ChartState, ChartState>>> = {
  draft: 'received',
  answeredOnline: 'replied',
  pendingDispatch: 'received',
  returnRequested: 'dispatched',
  disputed: 'dispatched',
  pendingApproval: 'handling',
  archived: 'closed',
  refused: 'closed',
  transferredEmergency: 'closed',
  withdrawn: 'closed',
};

/** The steps of the current round, each with the instant at which it was reached and, for staff, what permitted it. */
export function stepsOf(ticket: TicketRecord, events: readonly TicketEvent[], audience: Audience): readonly StepView[] {
  const reached = reachedInRound(events);
  const current = beside[ticket.state] ?? ticket.state;
  const index = way.findIndex(({ state }) => state === current);
  return way.map(({ state, done, now }, position): StepView => {
    const by = reached.get(state);
    const ended = position === index && ticket.closedAt !== null;
    const status = position < index || ended ? 'done' : position === index ? 'current' : 'todo';
    const text = status === 'done' ? done : status === 'current' ? now : (todo[state] ?? TICKET_STATES[state]);
    return {
      state,
      text,
      status,
      ...(by === undefined || status === 'todo' ? {} : { at: by.at, ...citedBy(by, audience) }),
    };
  });
}

/** The events that led to the states of this round. */
function reachedInRound(events: readonly TicketEvent[]): ReadonlyMap<ChartState, TicketEvent> {
  const reached = new Map<ChartState, TicketEvent>();
  let before: ChartState = 'draft';
  for (const event of events) {
    const { type, state } = event;
    if (type === 'ticket.redispatched' || type === 'return.approved')
      for (const { state: later } of way.slice(1)) reached.delete(later);
    if (state !== before && !(state === 'handling' && before === 'pendingApproval')) reached.set(state, event);
    before = state;
  }
  return reached;
}
