import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { instant, text } from '../../ticket/field-schemas.js';
import { byApplicant, granted, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates, workingStates } from '../../ticket/life-states.js';
import { type Medium, media, medium } from '../../ticket/media.js';

/** Field work: what a unit records from its signature until its reply is approved. */
export const fieldwork = declareTrack({
  chart: [
    // Where the procedure says that handling goes on beside a return or a dispute, work is recorded then too.
    staying([...workingStates, 'returnRequested', 'disputed'], ['contactCitizen', 'arriveOnSite', 'recordProgress']),
    staying(openStates, ['addEvidence']),
  ],
  commands: {
    contactCitizen: {
      data: z.strictObject({ method: text(64), reached: z.boolean(), note: text().exactOptional() }),
      by: [granted('involved', ...unitStaff)],
    },
    arriveOnSite: {
      data: z.strictObject({ place: text(500).exactOptional(), media }),
      by: [granted('involved', ...unitStaff)],
    },
    recordProgress: {
      data: z.strictObject({
        text: text(),
        /** A milestone of the pack that was reached. */
        milestone: text(64).exactOptional(),
        /** When, where it happened outside the system. */
        occurredAt: instant.exactOptional(),
        /** What proves it, in pieces of the kinds that the pack knows. */
        evidence: evidence.exactOptional(),
        media,
      }),
      by: [granted('involved', ...unitStaff)],
    },
    addEvidence: {
      data: z.strictObject({
        /** What it shows: the place before, during or after the work. */
        phase: z.enum(['before', 'during', 'after']),
        /** A kind of evidence of the pack. */
        kind: text(64).exactOptional(),
        media: z.array(medium).min(1).max(100),
        note: text().exactOptional(),
      }),
      by: [byApplicant, granted('involved', ...unitStaff), granted('anyone', 'agent', 'superviseOfficer')],
    },
  },
});

/** What field work writes into the log. */
export interface FieldworkEvents {
  'citizen.contacted': { readonly method: string; readonly reached: boolean; readonly note?: string };
  'site.arrived': { readonly place?: string; readonly media?: readonly Medium[] };
  'progress.recorded': {
    readonly text: string;
    readonly milestone?: string;
    readonly occurredAt?: IsoInstant;
    readonly evidence?: Evidence;
    readonly media?: readonly Medium[];
  };
  'evidence.added': {
    readonly phase: 'before' | 'during' | 'after';
    readonly kind?: string;
    readonly media: readonly Medium[];
    readonly note?: string;
  };
}

/** One delivery of evidence: what was shown, and by whom it can be looked up. */
interface EvidenceRecord {
  readonly phase: 'before' | 'during' | 'after';
  readonly kind: string | null;
  readonly media: readonly Medium[];
  readonly at: IsoInstant;
}

/** What a ticket knows of the work on the spot. */
export interface FieldworkFields {
  readonly evidence: readonly EvidenceRecord[];
  /** When each milestone of the pack was reached. */
  readonly milestones: Readonly<Record<string, IsoInstant>>;
}
