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
  'ticket.enquired': {
    readonly question?: string;
    readonly answer?: string;
    readonly countsAs: 'enquiry' | 'repeat';
    /** Id of who enquired. */
    readonly by?: string;
    /** What may be told, by the procedure; what is public, unless said. */
    readonly shows?: readonly string[];
  };
}

/** What a ticket knows of its enquiries. */
export interface EnquiryFields {
  /** Who urged or enquired and when, for rates that count by the person. */
  readonly requests: readonly { readonly command: 'urge' | 'enquire'; readonly by: string; readonly at: IsoInstant }[];
  readonly enquiries: { readonly asked: number; readonly repeats: number; readonly times: readonly IsoInstant[] };
}
