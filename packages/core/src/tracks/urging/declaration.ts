import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { article, text } from '../../ticket/field-schemas.js';
import { granted, hotline, supervisors } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates } from '../../ticket/life-states.js';

/** Urging 催办. */
export const urging = declareTrack({
  chart: [staying(openStates, ['urge'])],
  commands: {
    urge: {
      data: z.strictObject({
        reason: text(),
        article: article.exactOptional(),
        /** Which applicant asks for it, by the host's own id; the first one, unless said. */
        applicant: text(200).exactOptional(),
      }),
      by: [granted('anyone', ...hotline, ...supervisors, 'system')],
    },
  },
});

/** What urging writes into the log. */
export interface UrgingEvents {
  'ticket.urged': {
    readonly reason: string;
    /** Id of who urged. */
    readonly by?: string;
    /** Which applicant asked for it. */
    readonly applicant?: string;
    /** Which unit, where it is not the lead. */
    readonly unit?: string;
    readonly rule?: string;
    readonly article?: string;
  };
}

/** What a ticket knows of its urgings. */
export interface UrgingFields {
  readonly urges: number;
  /** When it was urged: procedures bound how often. */
  readonly urgedAt: readonly IsoInstant[];
}
