import type { Outcome } from '@hotline-kit/rules';
import type { Term } from '@hotline-kit/sla-calendar';
import type { IsoInstant } from '../ticket/instant.js';

/** What happens to the clocks of a ticket. */
export interface ClockEvents {
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
    /** Where the limit comes from, where it is neither the pack's clock nor the ticket's own. */
    readonly origin?: 'matter' | 'statutory';
  };
  'clock.paused': { readonly clock: string };
  'clock.resumed': {
    readonly clock: string;
    /** Until when it stood, where that is not the instant of the event. */
    readonly resumedAt?: IsoInstant;
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
  'clock.retimed': {
    readonly clock: string;
    /** What was told until now. */
    readonly dueBefore: IsoInstant;
    readonly dueAt: IsoInstant;
    readonly certainty: 'official' | 'provisional';
    /** The term from now on, where it is another one. */
    readonly term?: Term;
    readonly warnings: readonly { readonly id: string; readonly at: IsoInstant; readonly fired: boolean }[];
    /** The calendar that the due instant was counted with. */
    readonly calendar: string;
    /** Such as the notice. */
    readonly reason: string;
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
