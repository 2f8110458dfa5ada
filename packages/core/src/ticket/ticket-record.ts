import type { TicketType } from '@hotline-kit/rules';
import type { Term } from '@hotline-kit/sla-calendar';
import type { Call } from '../intake/call.js';
import type { ChartState } from './machine.js';

/** ISO text in UTC, to the millisecond. */
export type IsoInstant = string;

/** One clock of a ticket as the log tells it. Deadlines are recorded, never recomputed while folding. */
export interface ClockRecord {
  readonly id: string;
  /** Counts the starts of this clock on this ticket, from 1. */
  readonly generation: number;
  readonly state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  /** Stopped after its due instant. */
  readonly late: boolean;
  readonly term: Term;
  readonly startedAt: IsoInstant;
  readonly dueAt: IsoInstant;
  readonly certainty: 'official' | 'provisional';
  readonly warnings: readonly { readonly id: string; readonly at: IsoInstant; readonly fired: boolean }[];
  readonly pausedAt: IsoInstant | null;
  /** Time of the clock's own kind spent in ended pauses, in milliseconds. */
  readonly pausedTotal: number;
  readonly breachedAt: IsoInstant | null;
  readonly stoppedAt: IsoInstant | null;
}

/** How the citizen judged the answer. */
export interface Rating {
  readonly solved: 'yes' | 'partly' | 'no';
  /** 1 很不满意 … 5 很满意. */
  readonly satisfaction: 1 | 2 | 3 | 4 | 5;
  readonly contacted: boolean;
  readonly reasons?: readonly string[];
  readonly remark?: string;
}

/** Why a unit has the ticket. */
export interface DispatchReason {
  readonly via: 'rule' | 'list' | 'fallback' | 'person';
  readonly rule: string | null;
  /** Line of the implementation list. */
  readonly line: number | null;
  readonly article: string | null;
}

/** What the citizen gave, as the ticket keeps it: without the caller's identity. */
export interface CallRecord {
  readonly channel: string;
  readonly type: TicketType;
  readonly matter: string | null;
  readonly content: string;
  readonly place: Call['place'];
  readonly urgent: boolean;
  readonly confidential: boolean;
  /** Nobody left a name or number. */
  readonly anonymous: boolean;
  /** The merged line it came over. */
  readonly line: string | null;
  readonly reference: string | null;
  readonly applicant: string | null;
}

/** The reply that the citizen gets, or that waits for approval. */
export interface ReplyRecord {
  readonly result: string;
  readonly solved: 'yes' | 'partly' | 'no';
  readonly submittedAt: IsoInstant;
  readonly approvedAt: IsoInstant | null;
}

/** An extension 延期 that waits for approval. */
export interface ExtensionRequest {
  readonly clock: string;
  readonly term: Term;
  readonly reason: string;
}

/** How often something was granted on this ticket. */
export interface TicketCounts {
  readonly returns: number;
  readonly extensions: number;
  readonly suspensions: number;
  readonly reopenings: number;
}

/** A promise 承诺 to the citizen; its clock says by when. */
export interface PromiseRecord {
  readonly what: string;
  readonly madeAt: IsoInstant;
  readonly fulfilledAt: IsoInstant | null;
}

/** Supervision 督办 beside the flow. */
export interface SupervisionRecord {
  readonly level: 0 | 1 | 2 | 3;
  readonly state: 'none' | 'open' | 'reported' | 'concluded';
  readonly since: IsoInstant | null;
}

/**
 * A ticket as its events tell it: plain JSON, the fold of the log, and what a store keeps as the snapshot.
 * Every field is there from the first event on (null, not absent), so that a replay builds objects of one shape.
 */
export interface TicketRecord {
  readonly id: string;
  /** The number that people read out, such as `DG-20230710-0042`. */
  readonly number: string;
  /** Number of events so far. */
  readonly version: number;
  readonly state: ChartState;
  /** 1 for the first dispatch; each re-dispatch after an unhappy callback adds one. */
  readonly round: number;
  readonly call: CallRecord;
  readonly registeredAt: IsoInstant;
  /** The one unit responsible. */
  readonly lead: string | null;
  readonly assists: readonly string[];
  /** Since when the lead holds it. */
  readonly leadSince: IsoInstant | null;
  readonly reason: DispatchReason | null;
  /** Limits that the ticket itself carries, by clock: they stand before the pack's own terms. */
  readonly limits: Readonly<Record<string, Term>>;
  /** The person handling it. */
  readonly handler: string | null;
  readonly contactedAt: IsoInstant | null;
  readonly arrivedAt: IsoInstant | null;
  /** Where a return that is asked for goes back to when it is rejected. */
  readonly returnFrom: 'dispatched' | 'signed' | null;
  readonly extension: ExtensionRequest | null;
  /** Since when it is suspended, and until when at the latest. */
  readonly suspension: { readonly since: IsoInstant; readonly until: IsoInstant | null } | null;
  readonly counts: TicketCounts;
  /** What the unit promised the citizen last; a re-dispatch does not undo it. */
  readonly promise: PromiseRecord | null;
  readonly reply: ReplyRecord | null;
  readonly callbacks: number;
  readonly rating: Rating | null;
  readonly urges: number;
  readonly supervision: SupervisionRecord;
  readonly clocks: Readonly<Record<string, ClockRecord>>;
  /** Escalation rules that have acted in this round. */
  readonly escalated: readonly string[];
  readonly closedAt: IsoInstant | null;
  readonly updatedAt: IsoInstant;
}

/** Whether a supervision runs: started, and not yet concluded. */
export function isSupervised({ supervision }: TicketRecord): boolean {
  return supervision.state === 'open' || supervision.state === 'reported';
}

/** The level of the supervision that runs; 0 where none does, or it is concluded. */
export function supervisionLevel(ticket: TicketRecord): 0 | 1 | 2 | 3 {
  return isSupervised(ticket) ? ticket.supervision.level : 0;
}
