import type { StagedSection } from '@hotline-kit/rules';
import type { EventData, EventGround, EventName } from './event.js';
import type { IsoInstant } from './instant.js';
import type { TicketRecord } from './ticket-record.js';

/** The next ticket while its event is being folded in; nobody else has seen it yet. */
export type Draft = { -readonly [Field in keyof TicketRecord]: TicketRecord[Field] };

/** Folds one recorded fact into the draft of the next ticket. */
export type Fold<T extends EventName> = (draft: Draft, data: EventData[T] & EventGround, at: IsoInstant) => void;

/** Nothing but version, state and time. */
export function unchanged(): void {}

/**
 * The life has come to an end, for now or for good. What waited for somebody beside the flow lapses with it. A
 * supervision that was reported on is still to be concluded, and a remedy to be decided, on a ticket that is closed; a
 * promise is still owed, and so is whoever must be told.
 */
export function closeAt(draft: Draft, _data: unknown, at: IsoInstant): void {
  draft.closedAt = at;
  draft.returnFrom = null;
  draft.meanwhile = null;
  draft.extension = null;
  draft.suspension = null;
  draft.termination = null;
  if (draft.consultation?.state === 'open') draft.consultation = null;
  if (draft.handover?.acknowledgedAt === null) draft.handover = null;
  if (draft.beyondCity?.answeredAt === null) draft.beyondCity = null;
  const { departmentCall: call } = draft;
  if (call?.departments.some((unit) => !call.responded.includes(unit))) draft.departmentCall = null;
  if (draft.state === 'closed') return;
  const { state } = draft.supervision;
  if (state === 'open' || state === 'reported') draft.supervision = { ...draft.supervision, state: 'lapsed' };
  if (draft.remedy?.decidedAt === null) draft.remedy = null;
}

/** The ticket is taken from its unit: nobody leads. */
export function leaveUnit(draft: Draft): void {
  draft.lead = null;
  draft.leadSince = null;
  draft.assists = [];
  draft.finishedAssists = [];
  draft.reason = null;
  draft.handler = null;
  draft.returnFrom = null;
  draft.extension = null;
  draft.suspension = null;
  draft.termination = null;
}

/** A new round begins with a clean sheet; its promises and counts stay. */
export function startRound(draft: Draft): void {
  draft.round += 1;
  draft.handler = null;
  draft.contactedAt = null;
  draft.arrivedAt = null;
  draft.extension = null;
  draft.suspension = null;
  draft.termination = null;
  draft.finishedAssists = [];
  draft.reply = null;
  draft.rating = null;
  draft.callbacks = 0;
  draft.escalated = [];
}

/** Each escalation rule acts once a round: the ticket remembers those that have. */
export function escalatedBy(draft: Draft, rule: string | undefined): void {
  if (rule !== undefined && !draft.escalated.includes(rule)) draft.escalated = [...draft.escalated, rule];
}

/** One more of what the pack counts by an id of its own: a kind of reply, a stage. */
export function counted(draft: Draft, id: string | undefined): void {
  if (id !== undefined) draft.tally = { ...draft.tally, [id]: (draft.tally[id] ?? 0) + 1 };
}

/** A stage of a section's path was taken. */
export function stageTaken(draft: Draft, section: StagedSection, stage: string | undefined, at: IsoInstant): void {
  counted(draft, stage);
  if (stage !== undefined) draft.stages = { ...draft.stages, [`${section}.${stage}`]: at };
}
