import * as z from 'zod';
import { declareTrack } from '../../ticket/declaration.js';
import { solved, text } from '../../ticket/field-schemas.js';
import { granted, unitChiefs, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';

/** The reply 答复, and its approval where the procedure asks for one. */
export const replying = declareTrack({
  chart: [
    {
      handling: { submitReply: [{ guard: 'replyNeedsApproval', target: 'pendingApproval' }, { target: 'replied' }] },
      pendingApproval: { approveReply: { target: 'replied' }, rejectReply: { target: 'handling' } },
    },
  ],
  commands: {
    submitReply: {
      data: z
        .strictObject({
          /** What came of it. There is no reply without a result. */
          result: text(20_000),
          solved,
          unsolvedReason: text().exactOptional(),
          facts: text(20_000).exactOptional(),
          basis: text().exactOptional(),
        })
        .refine((reply) => reply.solved === 'yes' || reply.unsolvedReason !== undefined, {
          path: ['unsolvedReason'],
          message: 'say why it is not solved',
        }),
      by: [granted('ofLead', ...unitStaff)],
    },
    approveReply: {
      data: z.strictObject({ remark: text().exactOptional() }),
      by: [granted('overLead', ...unitChiefs)],
    },
    rejectReply: { data: z.strictObject({ reason: text() }), by: [granted('overLead', ...unitChiefs)] },
  },
});

/** What replies write into the log. */
export interface ReplyEvents {
  'reply.submitted': {
    readonly result: string;
    readonly solved: 'yes' | 'partly' | 'no';
    readonly unsolvedReason?: string;
    readonly facts?: string;
    readonly basis?: string;
  };
  'reply.approved': { readonly remark?: string };
  'reply.rejected': { readonly reason: string };
}

/** The reply that the citizen gets, or that waits for approval. */
export interface ReplyRecord {
  readonly result: string;
  readonly solved: 'yes' | 'partly' | 'no';
  readonly submittedAt: IsoInstant;
  readonly approvedAt: IsoInstant | null;
}

/** What a ticket knows of its reply. */
export interface ReplyFields {
  readonly reply: ReplyRecord | null;
}
