import type { Term } from '@hotline-kit/sla-calendar';
import type { ClockFields } from '../clocks/clock-record.js';
import type { ImportFields } from '../migration/import-events.js';
import type { CallbackFields } from '../tracks/callback/declaration.js';
import type { ClueFields } from '../tracks/clue/declaration.js';
import type { ConsultationFields } from '../tracks/consultation/declaration.js';
import type { DepartmentFields } from '../tracks/departments/declaration.js';
import type { DispatchFields } from '../tracks/dispatch/declaration.js';
import type { DispatchReason } from '../tracks/dispatch/dispatch-data.js';
import type { DisputeFields } from '../tracks/dispute/declaration.js';
import type { EmergencyFields } from '../tracks/emergency/declaration.js';
import type { EnquiryFields } from '../tracks/enquiry/declaration.js';
import type { ExtensionFields } from '../tracks/extension/declaration.js';
import type { FieldworkFields } from '../tracks/fieldwork/declaration.js';
import type { InformingFields } from '../tracks/informing/declaration.js';
import type { InstructionFields } from '../tracks/instruction/declaration.js';
import type { CallRecord } from '../tracks/intake/call-record.js';
import type { MergingFields } from '../tracks/merging/declaration.js';
import type { ObservingFields } from '../tracks/observing/declaration.js';
import type { PraiseFields } from '../tracks/praise/declaration.js';
import type { PromiseFields } from '../tracks/promise/declaration.js';
import type { QualityFields } from '../tracks/quality/declaration.js';
import type { RecusalFields } from '../tracks/recusal/declaration.js';
import type { RemedyFields } from '../tracks/remedy/declaration.js';
import type { ReplyFields } from '../tracks/reply/declaration.js';
import type { ReturnFields } from '../tracks/returns/declaration.js';
import type { SplittingFields } from '../tracks/splitting/declaration.js';
import type { SuperiorFields } from '../tracks/superiors/declaration.js';
import type { SupervisionFields } from '../tracks/supervision/declaration.js';
import type { SuspensionFields } from '../tracks/suspension/declaration.js';
import type { TaggingFields } from '../tracks/tagging/declaration.js';
import type { TerminationFields } from '../tracks/termination/declaration.js';
import type { UnreasonableFields } from '../tracks/unreasonable/declaration.js';
import type { UrgingFields } from '../tracks/urging/declaration.js';
import type { IsoInstant } from './instant.js';
import type { ChartState } from './machine.js';

/** How often something was granted on this ticket. */
export interface TicketCounts {
  readonly returns: number;
  readonly extensions: number;
  readonly suspensions: number;
  readonly reopenings: number;
}

/** The main way of a ticket; what its tracks know stands in their own fields beside it. */
interface TicketCore {
  /** Shape of the snapshot, `SNAPSHOT_SHAPE` where this package wrote it. */
  readonly shape: number;
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
  readonly counts: TicketCounts;
  /** How often each kind of reply, stage or other thing that the pack names was taken, by its id. */
  readonly tally: Readonly<Record<string, number>>;
  /** When each stage of a path (callback, quality check, settlement, remedy) was taken last, by its id. */
  readonly stages: Readonly<Record<string, IsoInstant>>;
  readonly closedAt: IsoInstant | null;
  readonly updatedAt: IsoInstant;
}

/**
 * A ticket as its events tell it: plain JSON, the fold of the log, and what a store keeps as the snapshot.
 * Every field is there from the first event on (null, not absent), so that a replay builds objects of one shape.
 */
export interface TicketRecord
  extends TicketCore,
    ReturnFields,
    ExtensionFields,
    SuspensionFields,
    PromiseFields,
    ReplyFields,
    CallbackFields,
    UrgingFields,
    SupervisionFields,
    TerminationFields,
    RemedyFields,
    ConsultationFields,
    InstructionFields,
    DepartmentFields,
    RecusalFields,
    SuperiorFields,
    MergingFields,
    SplittingFields,
    EnquiryFields,
    UnreasonableFields,
    ClueFields,
    QualityFields,
    ObservingFields,
    PraiseFields,
    TaggingFields,
    InformingFields,
    EmergencyFields,
    DispatchFields,
    DisputeFields,
    FieldworkFields,
    ClockFields,
    ImportFields {}
