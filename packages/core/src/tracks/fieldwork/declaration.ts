import * as z from 'zod';
import { callSchema } from '../../intake/call.js';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { granted, unitStaff } from '../../ticket/grant.js';
import { workingStates } from '../../ticket/life-states.js';

const media = callSchema.shape.media;
type Media = NonNullable<z.infer<typeof callSchema>['media']>;

/** Field work: what a unit records from its signature until its reply is approved. */
export const fieldwork = declareTrack({
  chart: [staying(workingStates, ['contactCitizen', 'arriveOnSite', 'recordProgress'])],
  commands: {
    contactCitizen: {
      data: z.strictObject({ method: text(64), reached: z.boolean(), note: text().exactOptional() }),
      by: [granted('involved', ...unitStaff)],
    },
    arriveOnSite: {
      data: z.strictObject({ place: text(500).exactOptional(), media }),
      by: [granted('involved', ...unitStaff)],
    },
    recordProgress: { data: z.strictObject({ text: text() }), by: [granted('involved', ...unitStaff)] },
  },
});

/** What field work writes into the log. */
export interface FieldworkEvents {
  'citizen.contacted': { readonly method: string; readonly reached: boolean; readonly note?: string };
  'site.arrived': { readonly place?: string; readonly media?: Media };
  'progress.recorded': { readonly text: string };
}
