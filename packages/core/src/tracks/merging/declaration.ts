import * as z from 'zod';
import { leading, staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates } from '../../ticket/life-states.js';

const mergeable = ['received', 'pendingDispatch', 'dispatched', 'signed', 'handling', 'pendingApproval'] as const;
const ticketId = text(200);

/**
 * Merging 并案: a repeat ends in the ticket that it repeats, its root. It is two commands, each on one ticket and each
 * idempotent: `merge` on the repeat, and `absorb` on the root, which the desk gives once the merge is written. Where
 * the root has come to its end meanwhile, the desk undoes the merge, so that a repeat never waits on a dead root.
 */
export const merging = declareTrack({
  chart: [
    leading(mergeable, 'merge', 'merged'),
    leading(['merged'], 'unmerge', 'pendingDispatch'),
    staying(openStates, ['absorb']),
    staying([...openStates, 'closed', 'merged'], ['release']),
  ],
  commands: {
    merge: {
      data: z.strictObject({
        /** Id of the root. */
        into: ticketId,
        reason: text(),
        /** What somebody has confirmed to be the same. */
        match: z.array(z.enum(['matter', 'place', 'applicant', 'content'])).exactOptional(),
      }),
      by: [granted('anyone', 'agent', 'system'), ...byDispatchers],
    },
    unmerge: { data: z.strictObject({ reason: text() }), by: [granted('anyone', 'system'), ...byDispatchers] },
    absorb: { data: z.strictObject({ ticket: ticketId }), by: [granted('anyone', 'system')] },
    release: { data: z.strictObject({ ticket: ticketId }), by: [granted('anyone', 'system')] },
  },
});

/** What merging writes into the log. */
export interface MergingEvents {
  'ticket.merged': { readonly into: string; readonly reason: string; readonly match?: readonly string[] };
  'ticket.unmerged': { readonly from: string; readonly reason: string };
  'repeat.absorbed': { readonly ticket: string };
  'repeat.released': { readonly ticket: string };
}

/** What a ticket knows of its repeats. */
export interface MergingFields {
  /** The root that it was merged into. */
  readonly mergedInto: { readonly ticket: string; readonly at: IsoInstant } | null;
  /** The repeats that it has absorbed. */
  readonly absorbed: readonly string[];
}
