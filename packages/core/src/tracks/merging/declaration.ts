import { wordsOf } from '@hotline-kit/rules';
import * as z from 'zod';
import { leading, staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates } from '../../ticket/life-states.js';
import { ASPECTS } from './aspects.js';

const mergeable = ['received', 'pendingDispatch', 'dispatched', 'signed', 'handling', 'pendingApproval'] as const;
/** States of a root out of which a repeat can be taken again. */
export const releasing = [...openStates, 'closed', 'merged', 'refused', 'terminated'] as const;

const ticketId = text(200);

/**
 * Merging 并案: a repeat ends in the ticket that it repeats, its root. It is two commands, each on one ticket and each
 * idempotent: `merge` on the repeat, and `absorb` on the root, which the desk alone gives, once the merge is written.
 * Where the root has come to its end meanwhile, the desk undoes the merge, and where its citizen withdraws it the
 * repeats go on by themselves, so that a repeat never waits on a dead root.
 */
export const merging = declareTrack({
  chart: [
    leading(mergeable, 'merge', 'merged'),
    leading(['merged'], 'unmerge', 'pendingDispatch'),
    staying(openStates, ['absorb']),
    staying(releasing, ['release']),
  ],
  commands: {
    merge: {
      data: z.strictObject({
        /** Id of the root. */
        into: ticketId,
        reason: text(),
        /** What somebody has confirmed to be the same. */
        match: z.array(z.enum(wordsOf(ASPECTS))).exactOptional(),
      }),
      by: [granted('anyone', 'agent', 'system'), ...byDispatchers],
    },
    unmerge: { data: z.strictObject({ reason: text() }), by: [granted('theDesk', 'system'), ...byDispatchers] },
    absorb: { data: z.strictObject({ ticket: ticketId }), by: [granted('theDesk', 'system')] },
    release: { data: z.strictObject({ ticket: ticketId }), by: [granted('theDesk', 'system')] },
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
