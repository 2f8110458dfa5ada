import type { EnquiryPart } from '@hotline-kit/rules';
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
      data: z.strictObject({
        question: text().exactOptional(),
        answer: text().exactOptional(),
        /** On whose behalf, by the host's own id; the one who asks, or the first applicant, unless said. */
        applicant: text(200).exactOptional(),
      }),
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
    /** On whose behalf it was asked. */
    readonly applicant?: string;
    /** What the ticket tells of itself, as far as the procedure lets it: ids, states and instants, no words for them. */
    readonly told?: Readonly<Partial<Record<EnquiryPart, string>>>;
  };
}

/** Somebody urged or enquired: rates may count those of one person, for one applicant, or towards one unit. */
export interface TicketRequest {
  readonly command: 'urge' | 'enquire';
  /** Id of who gave it; null for a rule of the pack. */
  readonly by: string | null;
  readonly applicant: string | null;
  /** The unit that it was addressed to: the lead, unless another was named. */
  readonly unit: string | null;
  readonly at: IsoInstant;
}

/** What a ticket knows of its enquiries. */
export interface EnquiryFields {
  readonly requests: readonly TicketRequest[];
  readonly enquiries: { readonly asked: number; readonly repeats: number; readonly times: readonly IsoInstant[] };
}
