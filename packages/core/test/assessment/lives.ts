import type { ChartState, EventData, EventName, NewEvent } from '@hotline-kit/core';

/** What a generated life is to tell. */
export interface LifeOptions {
  readonly id: string;
  readonly registeredAt: string;
  readonly channel?: string;
  readonly type?: 'consult' | 'help' | 'complaint' | 'report' | 'suggestion' | 'praise' | 'other';
  readonly matter?: string;
  readonly district?: string;
  readonly line?: string;
  readonly unit?: string;
  /** The unit that it was given to first, and that sent it back. */
  readonly returnedBy?: string;
  readonly handler?: string;
  /** Minutes from the dispatch to the signing; 30 unless given. */
  readonly signedAfter?: number;
  /** When the clock `handle` is due; without it, there is none. */
  readonly dueAt?: string;
  /** Without it, the ticket is still being handled. */
  readonly repliedAt?: string;
  readonly closedAt?: string;
  readonly satisfaction?: 1 | 2 | 3 | 4 | 5;
  readonly solved?: 'yes' | 'partly' | 'no';
  readonly supervised?: 1 | 2 | 3;
  /** Answered by the agent, and never dispatched. */
  readonly online?: boolean;
}

/** The events of a life, as `decide` gives them: real facts for the fold, without the rules that would decide them. */
export function lifeOf(options: LifeOptions): readonly NewEvent[] {
  const { id, registeredAt, dueAt, repliedAt, closedAt, satisfaction, supervised } = options;
  const events: NewEvent[] = [];
  const happens = <T extends EventName>(type: T, at: string, state: ChartState, data: EventData[T]): void => {
    events.push({ ticket: id, type, at: new Date(at).toISOString(), state, data } as NewEvent);
  };
  const later = (minutes: number) => new Date(Date.parse(registeredAt) + minutes * 60_000).toISOString();
  const {
    channel = 'phone',
    type = 'complaint',
    matter,
    district,
    line,
    unit = 'unit',
    handler = 'handler-1',
  } = options;
  happens('ticket.registered', registeredAt, 'received', {
    ...{ number: id, channel, type, content: '诉求', urgent: false, confidential: false, anonymous: false },
    ...{ matter: matter ?? null, place: { ...(district && { district }) }, line: line ?? null },
    ...{ reference: null, applicant: null, media: [] },
  } as EventData['ticket.registered']);
  if (options.online === true) {
    happens('ticket.answeredOnline', later(3), 'answeredOnline', { answer: '答复' });
    happens('ticket.closed', closedAt ?? later(4), 'closed', {});
    return events;
  }
  const reason = { via: 'rule', rule: 'r', line: null, article: '条文' } as const;
  const { returnedBy } = options;
  if (returnedBy !== undefined) {
    happens('ticket.dispatched', later(5), 'dispatched', { ...reason, lead: returnedBy, assists: [], limits: {} });
    happens('return.requested', later(6), 'returnRequested', { reason: '不属本单位职责', from: 'dispatched' });
    happens('return.approved', later(7), 'pendingDispatch', {});
  }
  happens('ticket.dispatched', later(10), 'dispatched', { ...reason, lead: unit, assists: [], limits: {} });
  happens('clock.started', later(10), 'dispatched', {
    ...{ clock: 'sign', generation: 1, term: { kind: 'workingTime', amount: 4, unit: 'hour' }, startedAt: later(10) },
    ...{ dueAt: later(10 + 24 * 60), certainty: 'official', warnings: [], calendar: 'office' },
  });
  if (dueAt !== undefined) {
    happens('clock.started', later(10), 'dispatched', {
      ...{ clock: 'handle', generation: 1, term: { kind: 'fixed', at: dueAt }, startedAt: later(10) },
      ...{ dueAt: new Date(dueAt).toISOString(), certainty: 'official', warnings: [], calendar: 'office' },
    });
  }
  const signed = 10 + (options.signedAfter ?? 30);
  happens('ticket.signed', later(signed), 'signed', {});
  happens('clock.stopped', later(signed), 'signed', { clock: 'sign', late: false });
  happens('ticket.accepted', later(signed + 10), 'handling', { handler });
  const breach = (): void => {
    if (dueAt === undefined) return;
    happens('clock.breached', dueAt, 'handling', {
      clock: 'handle',
      dueAt: new Date(dueAt).toISOString(),
      outcomes: [],
    });
  };
  if (supervised !== undefined) {
    happens('supervision.started', later(60), 'handling', { level: supervised, reason: '督办' });
  }
  if (repliedAt === undefined) {
    breach();
    return events;
  }
  const late = dueAt !== undefined && Date.parse(repliedAt) > Date.parse(dueAt);
  if (late) breach();
  const { solved = 'yes' } = options;
  happens('reply.submitted', repliedAt, 'pendingApproval', { result: '已处理', solved });
  happens('reply.approved', repliedAt, 'replied', {});
  if (dueAt !== undefined) happens('clock.stopped', repliedAt, 'replied', { clock: 'handle', late });
  if (satisfaction !== undefined) {
    const at = closedAt ?? repliedAt;
    happens('citizen.calledBack', at, 'replied', { method: 'phone', reached: true });
    happens('ticket.rated', at, 'calledBack', { solved, satisfaction, contacted: true });
  }
  if (closedAt !== undefined) happens('ticket.closed', closedAt, 'closed', {});
  return events;
}
