import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { ground, text } from '../../ticket/field-schemas.js';
import { granted, supervisors } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

/** Unreasonable demands 不合理诉求: found by the hotline on a ground of the procedure, with what proves it. */
export const unreasonable = declareTrack({
  chart: [staying(openStates, ['markUnreasonable'])],
  commands: {
    markUnreasonable: {
      data: z.strictObject({ ground, reason: text(), evidence: evidence.exactOptional() }),
      by: [granted('anyone', 'dispatcher', 'callbackOfficer', 'qualityChecker', ...supervisors)],
    },
  },
});

/** What such findings write into the log. */
export interface UnreasonableEvents {
  'demand.foundUnreasonable': {
    readonly ground: string;
    readonly reason: string;
    readonly evidence?: Evidence;
    /** What followed from it by the procedure of the day. */
    readonly effects?: readonly string[];
  };
}

/** What a ticket knows of it. */
export interface UnreasonableFields {
  /** The ground on which the demand was found unreasonable. */
  readonly unreasonable: string | null;
}
