import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { byApplicant, granted, hotline } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates } from '../../ticket/life-states.js';

/** Enquiries 查询: a question about an existing ticket, answered from it and counted apart. */
export const enquiring = declareTrack({
  chart: [staying([...openStates, 'closed'], ['enquire'])],
  commands: {
    enquire: {
      data: z.strictObject({ question: text().exactOptional(), answer: text().exactOptional() }),
      by: [byApplicant, granted('anyone', ...hotline)],
    },
  },
});

/** What enquiries write into the log. */
export interface EnquiryEvents {
  'ticket.enquired': { readonly question?: string; readonly answer?: string; readonly countsAs: 'enquiry' | 'repeat' };
}

/** What a ticket knows of its enquiries. */
export interface EnquiryFields {
  readonly enquiries: { readonly asked: number; readonly repeats: number; readonly times: readonly IsoInstant[] };
}
