import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { granted } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';

/** Instructions 批示: leaders of every level write what is to be done, and the ticket is theirs to follow. */
export const instructing = declareTrack({
  chart: [staying(openStates, ['instruct'])],
  commands: {
    instruct: {
      data: z.strictObject({
        text: text(),
        /** Whether the leader gives the ticket over as one of their own 领导交办. */
        assigns: z.boolean().exactOptional(),
      }),
      by: [granted('anyone', 'cityLeader', 'supervisionOffice', 'system'), granted('overLead', 'unitHead')],
    },
  },
});

/** What instructions write into the log. */
export interface InstructionEvents {
  'instruction.given': {
    readonly text: string;
    readonly assigns?: boolean;
    /** In whose name, where a rule gave it. */
    readonly inTheNameOf?: string;
    readonly rule?: string;
    readonly article?: string;
  };
}

/** What a ticket knows of its instructions. */
export interface InstructionFields {
  readonly instructions: number;
  /** A leader gave it over: on a leader's day, or by an instruction. */
  readonly leaderAssigned: boolean;
}
