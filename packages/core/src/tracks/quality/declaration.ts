import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { granted } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

/** Quality checks 质检: of the call, the routing, the reply; in stages, each able to flag. */
export const checking = declareTrack({
  chart: [staying([...openStates, 'closed'], ['checkQuality'])],
  commands: {
    checkQuality: {
      data: z.strictObject({
        /** Stage of the pack's procedure. */
        stage: text(64).exactOptional(),
        /** From 0 to 100. */
        score: z.number().min(0).max(100).exactOptional(),
        /** What is found fault with. */
        flags: z.array(text(200)).max(50).exactOptional(),
        remark: text().exactOptional(),
      }),
      by: [granted('anyone', 'qualityChecker', 'superviseOfficer', 'supervisionOffice')],
    },
  },
});

/** What quality checks write into the log. */
export interface QualityEvents {
  'quality.checked': {
    readonly stage?: string;
    /** Whether the ticket was drawn for the stage, where that takes a share of the tickets only. */
    readonly drawn?: boolean;
    readonly score?: number;
    readonly flags?: readonly string[];
    readonly remark?: string;
  };
}

/** What a ticket knows of its quality checks. */
export interface QualityFields {
  readonly qualityChecks: number;
}
