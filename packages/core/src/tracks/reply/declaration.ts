import * as z from 'zod';
import { declareTrack } from '../../ticket/declaration.js';
import { type Evidence, evidence } from '../../ticket/evidence.js';
import { instant, solved, text } from '../../ticket/field-schemas.js';
import { granted, unitChiefs, unitStaff } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';

/** The reply 答复, and its approval where the procedure asks for one. */
export const replying = declareTrack({
  chart: [
    {
      handling: {
        submitReply: [
          { guard: 'replyNeedsApproval', target: 'pendingApproval' },
          { guard: 'replyIsInterim', target: 'handling' },
          { target: 'replied' },
        ],
      },
      pendingApproval: {
        approveReply: [{ guard: 'approvedReplyIsInterim', target: 'handling' }, { target: 'replied' }],
        rejectReply: { target: 'handling' },
      },
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
          /** Kind of reply of the pack: final, interim, in stages, that of a statutory period … */
          kind: text(64).exactOptional(),
          ground: text(200).exactOptional(),
          /** Until when, for a reply that moves the limit or says when the next one comes. */
          until: instant.exactOptional(),
          /** What is published, where that differs. */
          publicReply: text(20_000).exactOptional(),
          evidence: evidence.exactOptional(),
        })
        .refine((reply) => reply.solved === 'yes' || reply.unsolvedReason !== undefined, {
          path: ['unsolvedReason'],
          message: 'say why it is not solved',
          params: { zh: '未解决的，请说明原因' },
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
    readonly kind?: string;
    /** What this kind does to the ticket; it replies, unless said. */
    readonly effect?: ReplyEffect;
    readonly ground?: string;
    readonly until?: IsoInstant;
    readonly publicReply?: string;
    readonly evidence?: Evidence;
    readonly answers?: Answers;
  };
  'reply.approved': { readonly remark?: string; readonly effect?: ReplyEffect; readonly answers?: Answers };
  'reply.rejected': { readonly reason: string };
}

/** Whom a final answer reaches beside the one who called. */
export interface Answers {
  /** Ids of the applicants who are answered, where there are several. */
  readonly applicants?: readonly string[];
  /** Merged repeats, and parts that are answered together with this ticket. */
  readonly tickets?: readonly string[];
  /** The ticket that this part is answered together with. */
  readonly together?: string;
}

/**
 * What a reply does: it `replies` to the citizen and ends the handling, or the handling `continues`, `pauses` until the
 * next reply, or its limit `extends` to the date that the reply names.
 */
export type ReplyEffect = 'replies' | 'continues' | 'pauses' | 'extends';

/** The reply that the citizen gets, or that waits for approval. */
export interface ReplyRecord {
  readonly result: string;
  readonly solved: 'yes' | 'partly' | 'no';
  readonly submittedAt: IsoInstant;
  readonly approvedAt: IsoInstant | null;
  readonly kind: string | null;
  readonly effect: ReplyEffect;
  readonly until: IsoInstant | null;
}

/** What a ticket knows of its reply. */
export interface ReplyFields {
  readonly reply: ReplyRecord | null;
  /** Replies before the final one that the citizen has had: interim ones, in stages, of a statutory period. */
  readonly interimReplies: readonly ReplyRecord[];
}
