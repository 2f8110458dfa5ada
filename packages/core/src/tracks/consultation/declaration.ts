import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { ground, instant, text, unitId } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, supervisors, unitChiefs } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';

/** States in which a hard matter may be consulted upon. */
const consultable = ['pendingDispatch', 'dispatched', 'signed', 'handling', 'returnRequested', 'disputed'] as const;

/** Consultation 疑难会商: several units meet on a hard ticket; the minutes say what was concluded and who leads. */
export const consulting = declareTrack({
  chart: [staying(consultable, ['convene', 'concludeConsultation'])],
  commands: {
    convene: {
      data: z.strictObject({
        question: text(),
        /** Who takes part, beside those whom the procedure names. */
        units: z.array(unitId).min(1).max(50).exactOptional(),
        ground: ground.exactOptional(),
        /** When they meet. */
        meetsAt: instant.exactOptional(),
        chair: text(200).exactOptional(),
      }),
      by: [...byDispatchers, granted('anyone', ...supervisors, 'consultationChair'), granted('ofLead', ...unitChiefs)],
    },
    concludeConsultation: {
      data: z.strictObject({
        /** The minutes 会议纪要. */
        minutes: text(20_000),
        conclusion: text(),
        /** Which unit leads from now on; the present one, unless named. */
        lead: unitId.exactOptional(),
        attended: z.array(unitId).max(50).exactOptional(),
      }),
      by: [granted('anyone', 'consultationChair', 'dispatcher', ...supervisors)],
    },
  },
});

/** What consultations write into the log. */
export interface ConsultationEvents {
  'consultation.convened': {
    readonly question: string;
    readonly units: readonly string[];
    readonly ground?: string;
    readonly meetsAt?: IsoInstant;
    readonly chair?: string;
  };
  'consultation.concluded': {
    readonly minutes: string;
    readonly conclusion: string;
    readonly lead?: string;
    readonly attended?: readonly string[];
    /** Whether the procedure makes the conclusion binding. */
    readonly binding: boolean;
  };
}

/** What a ticket knows of its consultations. */
export interface ConsultationFields {
  /** The last one. `lead` is the unit that it named. */
  readonly consultation: {
    readonly state: 'open' | 'concluded';
    readonly since: IsoInstant;
    readonly units: readonly string[];
    readonly lead: string | null;
    readonly binding: boolean;
  } | null;
}
