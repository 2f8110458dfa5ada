import type { CityPack } from '@hotline-kit/rules';
import { dispatchTarget, unknownUnit } from '../dispatch/dispatch-target.js';
import type { Actor } from './actor.js';
import type { CommandData } from './command.js';
import type { EventData, EventName } from './event.js';
import type { ChartCommand } from './machine.js';
import { noExtension, type Refusal, refuse } from './refusal.js';
import type { IsoInstant, TicketRecord } from './ticket-record.js';

/** What a decision knows beside the ticket and the command. */
export interface DecideContext {
  readonly pack: CityPack;
  /** When it is done, by the host's clock. */
  readonly at: IsoInstant;
  /** Id of the ticket; of a new one, the id that it shall have. */
  readonly ticket: string;
  /** Number of a new ticket. */
  readonly number?: string;
}

/** What a command brings about: its event, or why it cannot be. */
type Performed =
  | { readonly ok: true; readonly event: { readonly [T in EventName]: readonly [T, EventData[T]] }[EventName] }
  | { readonly ok: false; readonly refusal: Refusal };

type Perform<C extends ChartCommand> = (
  ticket: TicketRecord,
  data: CommandData[C],
  by: Actor,
  context: DecideContext,
) => Performed;

const done = <T extends EventName>(type: T, data: EventData[T]): Performed =>
  ({ ok: true, event: [type, data] }) as unknown as Performed;

/** Each command's event. Whether it may be done at all was asked before. */
export const perform: { readonly [C in Exclude<ChartCommand, 'register'>]: Perform<C> } = {
  dispatch: (ticket, data, _by, { pack, at }) => {
    const dispatched = dispatchTarget(ticket, data, pack, at);
    return dispatched.ok ? done('ticket.dispatched', dispatched.target) : dispatched;
  },
  redispatch: (ticket, { reason, ...data }, _by, { pack, at }) => {
    const lead = data.lead ?? ticket.lead ?? undefined;
    const again = { assists: [...ticket.assists], ...data, ...(lead === undefined ? {} : { lead }) };
    const dispatched = dispatchTarget(ticket, again, pack, at);
    if (!dispatched.ok) return dispatched;
    // Where nobody is named it goes round to the unit that had it, for the reason that brought it there.
    const kept = data.lead === undefined && ticket.lead !== null ? ticket.reason : null;
    const article = data.article === undefined ? {} : { article: data.article };
    return done('ticket.redispatched', { ...dispatched.target, ...kept, ...article, reason });
  },
  designate: (ticket, { reason, ...data }, _by, { pack, at }) => {
    const dispatched = dispatchTarget(ticket, data, pack, at);
    return dispatched.ok ? done('ticket.designated', { ...dispatched.target, reason }) : dispatched;
  },
  answerOnline: (_ticket, data) => done('ticket.answeredOnline', data),
  refuse: (_ticket, data) => done('ticket.refused', data),
  transferEmergency: (_ticket, data) => done('ticket.transferredToEmergency', data),
  withdraw: (_ticket, data) => done('ticket.withdrawn', data),
  addAssist: (ticket, { assists, ...data }, _by, { pack }) => {
    const unknown = unknownUnit(assists, pack);
    const added = assists.filter((unit) => unit !== ticket.lead);
    return unknown ?? done('assist.added', { assists: added, ...data });
  },
  requestReturn: (ticket, data, _by, { pack }) =>
    unknownUnit([data.proposedUnit], pack) ??
    done('return.requested', { ...data, from: ticket.state === 'signed' ? 'signed' : 'dispatched' }),
  approveReturn: (_ticket, data) => done('return.approved', data),
  rejectReturn: (_ticket, data) => done('return.rejected', data),
  raiseDispute: (_ticket, data) => done('dispute.raised', data),
  requestExtension: (_ticket, { clock = 'handle', ...data }) => done('extension.requested', { ...data, clock }),
  approveExtension: (ticket, data) => {
    if (ticket.extension === null) return noExtension();
    const { clock, term } = ticket.extension;
    return done('extension.approved', { clock, term, ...data });
  },
  rejectExtension: (_ticket, data) => done('extension.rejected', data),
  suspend: (_ticket, data) => done('ticket.suspended', data),
  resume: (_ticket, data) => done('ticket.resumed', data),
  reopen: (_ticket, data) => done('ticket.reopened', data),
  archive: () => done('ticket.archived', {}),
  sign: () => done('ticket.signed', {}),
  accept: (_ticket, { handler }, by) => done('ticket.accepted', { handler: handler ?? by.id }),
  contactCitizen: (_ticket, data) => done('citizen.contacted', data),
  arriveOnSite: (_ticket, { place, media }) =>
    done('site.arrived', { ...(place === undefined ? {} : { place }), ...(media === undefined ? {} : { media }) }),
  recordProgress: (_ticket, data) => done('progress.recorded', data),
  promise: (_ticket, { what, by }, _actor, { pack }) => {
    // A date that the unit names itself stands before the pack's term for promises.
    const started = by === undefined ? [] : pack.clocks.filter((clock) => clock.start.has('promise.made'));
    const limits = Object.fromEntries(started.map(({ id }) => [id, { kind: 'fixed', at: by ?? '' } as const]));
    return done('promise.made', { what, limits });
  },
  fulfilPromise: (_ticket, data) => done('promise.fulfilled', data),
  submitReply: (_ticket, data) => done('reply.submitted', data),
  approveReply: (_ticket, data) => done('reply.approved', data),
  rejectReply: (_ticket, data) => done('reply.rejected', data),
  callBack: (_ticket, data) => done('citizen.calledBack', data),
  waiveCallback: (_ticket, data) => done('callback.waived', data),
  rate: (_ticket, data) => done('ticket.rated', data),
  close: (_ticket, data) => done('ticket.closed', data),
  urge: (_ticket, data) => done('ticket.urged', data),
  supervise: (_ticket, data) => done('supervision.started', data),
  escalateSupervision: (_ticket, data) => done('supervision.escalated', data),
  reportSupervision: (_ticket, data) => done('supervision.reported', data),
  concludeSupervision: (_ticket, data) => done('supervision.concluded', data),
};

/** The first event of a ticket. The caller's name and number are not in it: they are a record of their own. */
export function performRegister(call: CommandData['register'], { pack, number = '' }: DecideContext): Performed {
  if (!Object.hasOwn(pack.channels, call.channel)) {
    return refuse('unknownChannel', `渠道"${call.channel}"未定义`, `channel "${call.channel}" is unknown`, {
      remedy: { zh: '使用通用渠道，或在 pack.json 中声明', en: 'use a standard channel, or declare it in pack.json' },
    });
  }
  if (call.matter !== undefined && !pack.matters.has(call.matter)) {
    return refuse('unknownMatter', `事项"${call.matter}"不在事项目录中`, `matter "${call.matter}" is unknown`, {
      remedy: { zh: '使用 matters.csv 中的编码，或留待派单时确定', en: 'use a code of matters.csv, or leave it out' },
    });
  }
  return done('ticket.registered', {
    number,
    channel: call.channel,
    type: call.type,
    matter: call.matter ?? null,
    content: call.content,
    place: call.place,
    urgent: call.urgent ?? false,
    confidential: call.confidential ?? false,
    anonymous: call.caller?.name === undefined && call.caller?.phone === undefined,
    line: call.source?.line ?? null,
    reference: call.source?.reference ?? null,
    applicant: call.applicant ?? null,
    media: call.media ?? [],
  });
}
