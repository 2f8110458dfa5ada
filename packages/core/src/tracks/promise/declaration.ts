import type { Term } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { instant, text } from '../../ticket/field-schemas.js';
import { granted, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { workingStates } from '../../ticket/life-states.js';
import { type Medium, media } from '../../ticket/media.js';

/**
 * Promises 承诺: what a unit will do by when. They outlive the answer: their clocks run until the ticket is closed, and
 * what is still owed then can be fulfilled afterwards.
 */
export const promising = declareTrack({
  chart: [
    staying([...workingStates, 'replied', 'calledBack'], ['promise', 'fulfilPromise']),
    staying(['closed'], ['fulfilPromise']),
  ],
  commands: {
    promise: {
      data: z.strictObject({
        what: text(),
        /** By when, where the unit names a date itself; else the pack's term counts. */
        by: instant.exactOptional(),
        /** Whom or what it reaches beyond this ticket 举一反三: all of the same class, in words. */
        forClass: text().exactOptional(),
      }),
      by: [granted('involved', ...unitStaff)],
    },
    fulfilPromise: {
      data: z.strictObject({
        /** Number of the promise; the first that is open, unless said. */
        promise: z.int().positive().exactOptional(),
        evidence: evidence.exactOptional(),
        media,
      }),
      by: [granted('involved', ...unitStaff)],
    },
  },
});

/** What promises write into the log. */
export interface PromiseEvents {
  'promise.made': {
    readonly what: string;
    readonly limits: Readonly<Record<string, Term>>;
    readonly forClass?: string;
    /** Number of the promise among those that are open; 1, unless said. */
    readonly slot?: number;
  };
  'promise.fulfilled': {
    readonly slot?: number;
    readonly evidence?: Evidence;
    readonly media?: readonly Medium[];
  };
}

/** A promise 承诺 to the citizen; its clock says by when. */
export interface PromiseRecord {
  /** Its number among the promises that are open beside it; the number of its clock. */
  readonly slot: number;
  readonly what: string;
  readonly madeAt: IsoInstant;
  readonly fulfilledAt: IsoInstant | null;
  /** Whom or what it reaches beyond this ticket 举一反三; absent where it is for this one alone. */
  readonly forClass?: string;
}

/** What a ticket knows of its promises. */
export interface PromiseFields {
  /** What the unit promised the citizen last; a re-dispatch does not undo it. */
  readonly promise: PromiseRecord | null;
  /** All promises, the first made first. */
  readonly promises: readonly PromiseRecord[];
}
