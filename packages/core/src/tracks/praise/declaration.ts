import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text, unitId } from '../../ticket/field-schemas.js';
import { byApplicant, granted, hotline } from '../../ticket/grant.js';

/** Praise 表扬: the citizen thanks a unit or a person. */
export const praising = declareTrack({
  chart: [staying(['handling', 'pendingApproval', 'replied', 'calledBack', 'closed'], ['praise'])],
  commands: {
    praise: {
      data: z.strictObject({ text: text(), unit: unitId.exactOptional(), person: text(200).exactOptional() }),
      by: [byApplicant, granted('anyone', ...hotline)],
    },
  },
});

/** What praise writes into the log. */
export interface PraiseEvents {
  'ticket.praised': { readonly text: string; readonly unit?: string; readonly person?: string };
}

/** What a ticket knows of its praise. */
export interface PraiseFields {
  readonly praises: number;
}
