import type { StagedSection } from '@hotline-kit/rules';
import type { EventData, EventName } from './event.js';
import type { IsoInstant } from './instant.js';
import type { TicketRecord } from './ticket-record.js';

/** The next ticket while its event is being folded in; nobody else has seen it yet. */
export type Draft = { -readonly [Field in keyof TicketRecord]: TicketRecord[Field] };

/** Folds one recorded fact into the draft of the next ticket. */
export type Fold<T extends EventName> = (draft: Draft, data: EventData[T], at: IsoInstant) => void;

/** Nothing but version, state and time. */
export function unchanged(): void {}

/** The life has come to an end, for now or for good. */
export function closeAt(draft: Draft, _data: unknown, at: IsoInstant): void {
  draft.closedAt = at;
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
