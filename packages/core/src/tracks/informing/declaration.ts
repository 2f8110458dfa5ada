import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { ground, text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, hotline, supervisors, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates } from '../../ticket/life-states.js';

/** States in which somebody may still have to be told: all but those in which nothing more happens. */
const telling = [...openStates, 'closed', 'merged', 'refused', 'terminated'] as const;

/** Duties to inform 告知义务: who must be told of what, by when; each recipient with a proof, or a waiver. */
export const informing = declareTrack({
  chart: [staying(telling, ['inform', 'waiveInforming'])],
  commands: {
    inform: {
      data: z.strictObject({
        /** Id of the duty. */
        duty: text(500),
        /** Which recipients were told; all, unless said. */
        to: z.array(text(64)).min(1).max(50).exactOptional(),
        method: text(64).exactOptional(),
        content: text(20_000).exactOptional(),
        proof: evidence.exactOptional(),
      }),
      by: [
        granted('involved', ...unitStaff),
        granted('anyone', ...hotline, 'system', ...supervisors),
        ...byDispatchers,
      ],
    },
    waiveInforming: {
      data: z.strictObject({ duty: text(500), ground, reason: text().exactOptional() }),
      by: [granted('anyone', 'callbackOfficer', ...supervisors), ...byDispatchers],
    },
  },
});

/** What informing writes into the log. */
export interface InformingEvents {
  'duty.arose': {
    readonly duty: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly to: readonly string[];
    readonly copy: readonly string[];
    /** Who owes it. */
    readonly by?: string;
    /** The unit that owes it, where each of several owes its own. */
    readonly unit?: string;
    readonly article?: string;
  };
  'duty.fulfilled': {
    readonly duty: string;
    readonly to: readonly string[];
    readonly method?: string;
    readonly content?: string;
    readonly proof?: Evidence;
    /** Whether nobody is left to be told. */
    readonly complete: boolean;
  };
  'duty.waived': { readonly duty: string; readonly ground: string; readonly reason?: string };
}

/** One duty to inform of a ticket. */
export interface DutyRecord {
  readonly to: readonly string[];
  readonly copy: readonly string[];
  /** Recipients that were told. */
  readonly told: readonly string[];
  /** Who owes it, as the procedure says; null for whoever gives the command. */
  readonly by: string | null;
  /** The unit that owes it, where each of several owes its own. */
  readonly unit: string | null;
  readonly since: IsoInstant;
  readonly state: 'open' | 'fulfilled' | 'waived';
}

/** What a ticket knows of its duties to inform. */
export interface InformingFields {
  /** By the id of the duty; it begins with the section that it comes from, as in `extension.citizen`. */
  readonly duties: Readonly<Record<string, DutyRecord>>;
}
