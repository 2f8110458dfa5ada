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

/** A new round begins with a clean sheet; its promises and counts stay. */
export function startRound(draft: Draft): void {
  draft.round += 1;
  draft.handler = null;
  draft.contactedAt = null;
  draft.arrivedAt = null;
  draft.extension = null;
  draft.suspension = null;
  draft.reply = null;
  draft.rating = null;
  draft.callbacks = 0;
  draft.escalated = [];
}
