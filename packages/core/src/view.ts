export type { IsoInstant } from './ticket/instant.js';
export type { BilingualText, Refusal } from './ticket/refusal.js';
export type { Rating } from './tracks/callback/declaration.js';
export type { ActionView, ClockView, StepView, TicketView, TimelineEntry } from './view/view-types.js';
