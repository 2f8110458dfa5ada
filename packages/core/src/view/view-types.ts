import type { CommandName, TicketState } from '@hotline-kit/rules';
import type { ClockReading } from '@hotline-kit/sla-calendar';
import type { IsoInstant } from '../ticket/instant.js';
import type { Takes } from '../ticket/permission.js';
import type { BilingualText, Refusal } from '../ticket/refusal.js';

/** A value as JSON carries it: instants are ISO text. */
type AsJson<T> = T extends Date
  ? IsoInstant
  : T extends readonly (infer Item)[]
    ? readonly AsJson<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: AsJson<T[Key]> }
      : T;

/** One clock for a screen: its reading, and the open periods that are left, so that a widget needs no calendar. */
export type ClockView = AsJson<ClockReading> & {
  readonly id: string;
  readonly title: BilingualText;
  /** `elapsed` counts every second, `working` only the open periods. */
  readonly counts: 'elapsed' | 'working';
  /** Open periods from `asOf` (past due: since due) until three days after the due instant or `asOf`, as pairs of instants. */
  readonly open: readonly (readonly [IsoInstant, IsoInstant])[];
  readonly article?: string;
};

/** One step of the life as a citizen sees it. */
export interface StepView {
  readonly state: TicketState;
  readonly text: BilingualText;
  readonly status: 'done' | 'current' | 'todo';
  readonly at?: IsoInstant;
  readonly article?: string;
}

/** One line of what happened. */
export interface TimelineEntry {
  /** Version of the event. */
  readonly version: number;
  readonly at: IsoInstant;
  readonly type: string;
  readonly text: BilingualText;
  /** What was said or given, as far as this audience may read it. */
  readonly detail?: BilingualText;
  /** Unit that did it. */
  readonly unit?: BilingualText;
  /** What permits it, for staff: the articles that it was decided under, several joined by `；`. */
  readonly article?: string;
}

/** A command as a button: with ok, or with the reason why not. */
export type ActionView = { readonly command: CommandName; readonly text: BilingualText } & (
  | {
      readonly ok: true;
      /** The values that may be named now, of each field in which there is a choice: a stage, a ground, a kind of reply. */
      readonly takes?: Takes;
    }
  | { readonly ok: false; readonly refusal: Refusal }
);

/** A ticket for a screen: plain JSON, cut to what its audience may see. */
export interface TicketView {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  /** The instant that the view is of: countdowns run on from it. */
  readonly asOf: IsoInstant;
  readonly state: TicketState;
  readonly stateText: BilingualText;
  readonly matter?: { readonly code: string; readonly name: BilingualText };
  readonly place: { readonly district?: string; readonly street?: string; readonly address?: string };
  readonly urgent: boolean;
  readonly round: number;
  /** Who has it now. */
  readonly holder?: { readonly unit: string; readonly name: BilingualText; readonly since: IsoInstant };
  /** The answer: as approved for the citizen, and for staff also while it waits for approval. */
  readonly reply?: {
    readonly result: string;
    readonly solved: 'yes' | 'partly' | 'no';
    readonly approvedAt?: IsoInstant;
  };
  readonly assists: readonly { readonly unit: string; readonly name: BilingualText }[];
  readonly steps: readonly StepView[];
  readonly clocks: readonly ClockView[];
  readonly actions: readonly ActionView[];
  readonly timeline: readonly TimelineEntry[];
  readonly supervision: 0 | 1 | 2 | 3;
}
