import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { article, text } from '../../ticket/field-schemas.js';
import { granted, supervisors, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates } from '../../ticket/life-states.js';

const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const step = z.strictObject({ level, reason: text(), article: article.exactOptional() });

/** Supervision 督办 beside the flow: three levels, each answered by the unit and concluded by who supervises. */
export const supervising = declareTrack({
  chart: [
    staying(openStates, ['supervise', 'escalateSupervision', 'reportSupervision', 'concludeSupervision']),
    // What was reported on before the close is concluded after it.
    staying(['closed'], ['concludeSupervision']),
  ],
  commands: {
    supervise: { data: step, by: [granted('anyone', ...supervisors, 'system')] },
    escalateSupervision: { data: step, by: [granted('anyone', ...supervisors, 'system')] },
    reportSupervision: { data: z.strictObject({ report: text(20_000) }), by: [granted('ofLead', ...unitStaff)] },
    concludeSupervision: {
      data: z.strictObject({ conclusion: text(20_000) }),
      by: [granted('anyone', ...supervisors)],
    },
  },
});

/** What supervision writes into the log. */
export interface SupervisionEvents {
  'supervision.started': SupervisionStep;
  'supervision.escalated': SupervisionStep;
  'supervision.reported': { readonly report: string };
  'supervision.concluded': { readonly conclusion: string };
  /** 追责: what a unit, a person or a knowledge entry is held accountable for. */
  'accountability.entered': {
    readonly subject: 'unit' | 'person' | 'knowledgeEntry';
    readonly ground: string;
    readonly points?: number;
    readonly unit?: string;
    readonly person?: string;
    readonly rule?: string;
    readonly article?: string;
  };
}

interface SupervisionStep {
  readonly level: 1 | 2 | 3;
  readonly reason: string;
  readonly rule?: string;
  readonly article?: string;
}

/** Supervision 督办 beside the flow. */
export interface SupervisionRecord {
  readonly level: 0 | 1 | 2 | 3;
  /** It has `lapsed` where the ticket came to its end in another way than by a close. */
  readonly state: 'none' | 'open' | 'reported' | 'concluded' | 'lapsed';
  readonly since: IsoInstant | null;
}

/** What a ticket knows of its supervision. */
export interface SupervisionFields {
  readonly supervision: SupervisionRecord;
}
