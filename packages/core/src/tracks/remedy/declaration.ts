import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { byApplicant, byDispatchers, granted, hotline, supervisors } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';

/** Remedies 救济: a citizen who does not accept the outcome goes from stage to stage, each with a reviewer of its own. */
export const remedying = declareTrack({
  chart: [
    staying(['calledBack', 'closed', 'refused', 'terminated'], ['seekRemedy']),
    {
      calledBack: { decideRemedy: [{ guard: 'remedyReopens', target: 'pendingDispatch' }, { target: 'calledBack' }] },
      closed: { decideRemedy: [{ guard: 'remedyReopens', target: 'pendingDispatch' }, { target: 'closed' }] },
      refused: { decideRemedy: [{ guard: 'remedyReopens', target: 'pendingDispatch' }, { target: 'refused' }] },
      terminated: { decideRemedy: [{ guard: 'remedyReopens', target: 'pendingDispatch' }, { target: 'terminated' }] },
    },
  ],
  commands: {
    seekRemedy: {
      data: z.strictObject({
        /** Stage of the procedure; the next one, unless said. */
        stage: text(64).exactOptional(),
        reason: text(),
      }),
      by: [byApplicant, granted('anyone', ...hotline)],
    },
    decideRemedy: {
      data: z.strictObject({
        /** Whether the outcome stands, or the matter is taken up again. */
        decision: z.enum(['upheld', 'changed']),
        reason: text(),
      }),
      by: [granted('anyone', ...supervisors, 'auditor', 'qualityChecker'), ...byDispatchers],
    },
  },
});

/** What remedies write into the log. */
export interface RemedyEvents {
  'remedy.sought': { readonly stage: string; readonly reason: string; readonly final: boolean };
  'remedy.decided': { readonly stage: string; readonly decision: 'upheld' | 'changed'; readonly reason: string };
}

/** What a ticket knows of its remedies. */
export interface RemedyFields {
  /** The last stage that was taken. */
  readonly remedy: {
    readonly stage: string;
    /** Whether nothing follows after it. */
    readonly final: boolean;
    readonly soughtAt: IsoInstant;
    readonly decidedAt: IsoInstant | null;
    readonly decision: 'upheld' | 'changed' | null;
  } | null;
}
