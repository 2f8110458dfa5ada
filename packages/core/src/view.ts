export type { BilingualText, Refusal } from './ticket/refusal.js';
export type { IsoInstant, Rating } from './ticket/ticket-record.js';
export type { ActionView, ClockView, StepView, TicketView, TimelineEntry } from './view/view-types.js';
