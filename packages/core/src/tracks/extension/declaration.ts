import { type Term, termSchema } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { clockId, text } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, unitChiefs, unitStaff } from '../../ticket/grant.js';

const approvers = [granted('overLead', ...unitChiefs), ...byDispatchers] as const;

/** Extension 延期: a clock moves, the flow does not. */
export const extending = declareTrack({
  chart: [staying(['handling'], ['requestExtension', 'approveExtension', 'rejectExtension'])],
  commands: {
    requestExtension: {
      data: z.strictObject({
        term: termSchema,
        reason: text(),
        /** Which clock is to be extended; default `handle`. */
        clock: clockId.exactOptional(),
        /** That the citizen was told, where the procedure asks for it. */
        citizenTold: z.boolean().exactOptional(),
      }),
      by: [granted('ofLead', ...unitStaff)],
    },
    approveExtension: { data: z.strictObject({ remark: text().exactOptional() }), by: approvers },
    rejectExtension: { data: z.strictObject({ reason: text() }), by: approvers },
  },
});

/** What extensions write into the log. */
export interface ExtensionEvents {
  'extension.requested': ExtensionRequest & { readonly citizenTold?: boolean };
  'extension.approved': { readonly clock: string; readonly term: Term; readonly remark?: string };
  'extension.rejected': { readonly reason: string };
}

/** An extension 延期 that waits for approval. */
export interface ExtensionRequest {
  readonly clock: string;
  readonly term: Term;
  readonly reason: string;
}

/** What a ticket knows of its extensions. */
export interface ExtensionFields {
  readonly extension: ExtensionRequest | null;
}
