import type { Term } from '@hotline-kit/sla-calendar';
import type { IsoInstant } from '../ticket/instant.js';

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
  /** The ended pauses, in order: by whole days, a day that two of them touch counts once. */
  readonly pauses: readonly { readonly from: IsoInstant; readonly to: IsoInstant }[];
  readonly breachedAt: IsoInstant | null;
  readonly stoppedAt: IsoInstant | null;
}

/** What a ticket knows of its clocks. */
export interface ClockFields {
  readonly clocks: Readonly<Record<string, ClockRecord>>;
  /** Escalation rules that have acted in this round. */
  readonly escalated: readonly string[];
}
