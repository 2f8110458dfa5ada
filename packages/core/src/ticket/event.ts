import type { Outcome } from '@hotline-kit/rules';
import type { Term } from '@hotline-kit/sla-calendar';
import type { Call } from '../intake/call.js';
import type { Actor } from './actor.js';
import type { ChartState } from './machine.js';
import type { CallRecord, DispatchReason, ExtensionRequest, IsoInstant, Rating } from './ticket-record.js';

/** What each event carries, by its name. Events are facts of the past: they hold results, never a rule to be asked again. */
export interface EventData {
  'ticket.registered': CallRecord & { readonly number: string; readonly media: NonNullable<Call['media']> };
  'ticket.dispatched': DispatchReason & DispatchTarget;
  'ticket.redispatched': DispatchReason & DispatchTarget & { readonly reason: string };
  'ticket.answeredOnline': { readonly answer: string; readonly knowledge?: string };
  'ticket.refused': { readonly ground: string; readonly reason: string; readonly legalPath?: string };
  'ticket.transferredToEmergency': { readonly line: string; readonly acknowledgement: string };
  'ticket.withdrawn': { readonly reason: string };
  'assist.added': { readonly assists: readonly string[]; readonly reason?: string };
  'return.requested': {
    readonly reason: string;
    readonly evidence?: string;
    readonly proposedUnit?: string;
    /** Where it goes back to when the return is rejected. */
    readonly from: 'dispatched' | 'signed';
  };
  'return.approved': { readonly remark?: string };
  'return.rejected': { readonly reason: string };
  'dispute.raised': { readonly reason: string };
  'ticket.designated': DispatchReason & DispatchTarget & { readonly reason: string };
  'extension.requested': ExtensionRequest & { readonly citizenTold?: boolean };
  'extension.approved': { readonly clock: string; readonly term: Term; readonly remark?: string };
  'extension.rejected': { readonly reason: string };
  'ticket.suspended': {
    readonly ground: string;
    readonly reason: string;
    readonly evidence?: string;
    readonly until?: IsoInstant;
  };
  'ticket.resumed': { readonly reason?: string };
  'ticket.reopened': { readonly reason: string };
  'ticket.archived': Record<never, never>;
  'ticket.signed': Record<never, never>;
  'ticket.accepted': { readonly handler: string };
  'citizen.contacted': { readonly method: string; readonly reached: boolean; readonly note?: string };
  'site.arrived': { readonly place?: string; readonly media?: NonNullable<Call['media']> };
  'progress.recorded': { readonly text: string };
  'promise.made': { readonly what: string; readonly limits: Readonly<Record<string, Term>> };
  'promise.fulfilled': { readonly evidence?: string; readonly media?: NonNullable<Call['media']> };
  'reply.submitted': {
    readonly result: string;
    readonly solved: 'yes' | 'partly' | 'no';
    readonly unsolvedReason?: string;
    readonly facts?: string;
    readonly basis?: string;
  };
  'reply.approved': { readonly remark?: string };
  'reply.rejected': { readonly reason: string };
  'citizen.calledBack': { readonly method: string; readonly reached: boolean; readonly remark?: string };
  'callback.waived': { readonly ground: string; readonly reason?: string };
  'ticket.rated': Rating;
  'ticket.closed': { readonly reason?: string };
  'ticket.urged': { readonly reason: string; readonly rule?: string; readonly article?: string };
  'supervision.started': SupervisionStep;
  'supervision.escalated': SupervisionStep;
  'supervision.reported': { readonly report: string };
  'supervision.concluded': { readonly conclusion: string };
  'clock.started': {
    readonly clock: string;
    readonly generation: number;
    readonly term: Term;
    readonly startedAt: IsoInstant;
    readonly dueAt: IsoInstant;
    readonly certainty: 'official' | 'provisional';
    readonly warnings: readonly { readonly id: string; readonly at: IsoInstant }[];
    /** The calendar that the due instant was counted with. */
    readonly calendar: string;
  };
  'clock.paused': { readonly clock: string };
  'clock.resumed': {
    readonly clock: string;
    readonly dueAt: IsoInstant;
    /** Own time of all pauses so far, in milliseconds. */
    readonly pausedTotal: number;
    readonly warnings: readonly { readonly id: string; readonly at: IsoInstant; readonly fired: boolean }[];
  };
  'clock.extended': {
    readonly clock: string;
    readonly dueAt: IsoInstant;
    readonly warnings: readonly { readonly id: string; readonly at: IsoInstant; readonly fired: boolean }[];
  };
  'clock.warned': ClockFired & { readonly warning: string };
  'clock.breached': ClockFired;
  'clock.stopped': { readonly clock: string; readonly late: boolean };
  'clock.cancelled': { readonly clock: string };
}

interface ClockFired {
  readonly clock: string;
  readonly dueAt: IsoInstant;
  /** What the escalation rules decided, with rule and article: the ground of what follows in the log. */
  readonly outcomes: readonly Outcome[];
}

interface DispatchTarget {
  readonly lead: string;
  readonly assists: readonly string[];
  readonly limits: Readonly<Record<string, Term>>;
}

interface SupervisionStep {
  readonly level: 1 | 2 | 3;
  readonly reason: string;
  readonly rule?: string;
  readonly article?: string;
}

/** The name of an event. */
export type EventName = keyof EventData;

/** An event as `decide` gives it, before it has its place in the log. */
export type NewEvent<T extends EventName = EventName> = T extends EventName
  ? {
      readonly ticket: string;
      readonly type: T;
      /** When it happened. */
      readonly at: IsoInstant;
      /** The ticket's state after it: a later chart cannot change an old life. */
      readonly state: ChartState;
      readonly data: EventData[T];
    }
  : never;

/** An event in the log: what happened, when, by whom, under which rules, chained to the one before. */
export type TicketEvent<T extends EventName = EventName> = T extends EventName
  ? NewEvent<T> & {
      /** 1, 2, 3 … within the ticket: the order of the log. Time is data. */
      readonly version: number;
      /** Version of this event type's data; older ones are upcast when read. */
      readonly v: number;
      /** When the desk wrote it down. */
      readonly recordedAt: IsoInstant;
      readonly actor: Actor;
      /** Id of the command that brought it. */
      readonly command: string;
      readonly correlation?: string;
      /** Version of the ticket machine. */
      readonly machine: string;
      /** Pack id, version and hash. */
      readonly rules: string;
      /** Default calendar id, version and hash. */
      readonly calendar: string;
      /** Hash of the event before; 64 zeros for the first. */
      readonly prevHash: string;
      /** SHA-256 over the RFC 8785 form of everything else in this event. */
      readonly hash: string;
    }
  : never;
