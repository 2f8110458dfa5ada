import type { ClockEvents } from '../clocks/clock-events.js';
import type { ImportEvents } from '../migration/import-events.js';
import type { IdentityEvents } from '../privacy/identity-events.js';
import type { CallbackEvents } from '../tracks/callback/declaration.js';
import type { ClosingEvents } from '../tracks/closing/declaration.js';
import type { ClueEvents } from '../tracks/clue/declaration.js';
import type { ConsultationEvents } from '../tracks/consultation/declaration.js';
import type { DepartmentEvents } from '../tracks/departments/declaration.js';
import type { DispatchEvents } from '../tracks/dispatch/declaration.js';
import type { DisputeEvents } from '../tracks/dispute/declaration.js';
import type { EmergencyEvents } from '../tracks/emergency/declaration.js';
import type { EnquiryEvents } from '../tracks/enquiry/declaration.js';
import type { ExtensionEvents } from '../tracks/extension/declaration.js';
import type { FieldworkEvents } from '../tracks/fieldwork/declaration.js';
import type { InformingEvents } from '../tracks/informing/declaration.js';
import type { InstructionEvents } from '../tracks/instruction/declaration.js';
import type { IntakeEvents } from '../tracks/intake/declaration.js';
import type { MergingEvents } from '../tracks/merging/declaration.js';
import type { ObservingEvents } from '../tracks/observing/declaration.js';
import type { PraiseEvents } from '../tracks/praise/declaration.js';
import type { PromiseEvents } from '../tracks/promise/declaration.js';
import type { QualityEvents } from '../tracks/quality/declaration.js';
import type { RecusalEvents } from '../tracks/recusal/declaration.js';
import type { RemedyEvents } from '../tracks/remedy/declaration.js';
import type { ReplyEvents } from '../tracks/reply/declaration.js';
import type { ReturnEvents } from '../tracks/returns/declaration.js';
import type { SplittingEvents } from '../tracks/splitting/declaration.js';
import type { SuperiorEvents } from '../tracks/superiors/declaration.js';
import type { SupervisionEvents } from '../tracks/supervision/declaration.js';
import type { SuspensionEvents } from '../tracks/suspension/declaration.js';
import type { TaggingEvents } from '../tracks/tagging/declaration.js';
import type { TerminationEvents } from '../tracks/termination/declaration.js';
import type { UnreasonableEvents } from '../tracks/unreasonable/declaration.js';
import type { UrgingEvents } from '../tracks/urging/declaration.js';
import type { Actor } from './actor.js';
import type { IsoInstant } from './instant.js';
import type { ChartState } from './machine.js';

/** What each event carries, by its name. Events are facts of the past: they hold results, never a rule to be asked again. */
export interface EventData
  extends IntakeEvents,
    EmergencyEvents,
    DispatchEvents,
    ReturnEvents,
    DisputeEvents,
    FieldworkEvents,
    PromiseEvents,
    ExtensionEvents,
    SuspensionEvents,
    ReplyEvents,
    CallbackEvents,
    ClosingEvents,
    UrgingEvents,
    SupervisionEvents,
    TerminationEvents,
    RemedyEvents,
    ConsultationEvents,
    InstructionEvents,
    DepartmentEvents,
    RecusalEvents,
    SuperiorEvents,
    MergingEvents,
    SplittingEvents,
    EnquiryEvents,
    UnreasonableEvents,
    ClueEvents,
    QualityEvents,
    ObservingEvents,
    PraiseEvents,
    TaggingEvents,
    InformingEvents,
    ClockEvents,
    ImportEvents,
    IdentityEvents {}

/** The name of an event. */
export type EventName = keyof EventData;

/** What the event of a command can carry beside its own data. */
export interface EventGround {
  /** Articles of the procedure in force that permit the command; nothing where it cites none. */
  readonly articles?: readonly string[];
}

/** An event as `decide` gives it, before it has its place in the log. */
export type NewEvent<T extends EventName = EventName> = T extends EventName
  ? {
      readonly ticket: string;
      readonly type: T;
      /** When it happened. */
      readonly at: IsoInstant;
      /** The ticket's state after it: a later chart cannot change an old life. */
      readonly state: ChartState;
      readonly data: EventData[T] & EventGround;
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
