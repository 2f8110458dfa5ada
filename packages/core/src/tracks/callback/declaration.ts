import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { ground, solved, text } from '../../ticket/field-schemas.js';
import { byApplicant, granted } from '../../ticket/grant.js';

/** Callback 回访 and rating 评价. */
export const callback = declareTrack({
  chart: [
    staying(['answeredOnline', 'replied'], ['callBack']),
    staying(['answeredOnline'], ['rate']),
    { replied: { rate: { target: 'calledBack' }, waiveCallback: { target: 'closed' } } },
  ],
  commands: {
    callBack: {
      data: z.strictObject({
        /** How: by phone, by message, by a robot. */
        method: text(64),
        reached: z.boolean(),
        /** Stage of the pack's procedure. */
        stage: text(64).exactOptional(),
        /** What is found fault with. */
        flags: z.array(text(200)).max(50).exactOptional(),
        remark: text().exactOptional(),
      }),
      by: [granted('anyone', 'callbackOfficer', 'agent', 'superviseOfficer', 'system')],
    },
    waiveCallback: {
      data: z.strictObject({ ground, reason: text().exactOptional() }),
      by: [granted('anyone', 'callbackOfficer', 'dispatcher')],
    },
    rate: {
      data: z.strictObject({
        solved,
        satisfaction: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
        contacted: z.boolean(),
        reasons: z.array(text(200)).max(20).exactOptional(),
        remark: text().exactOptional(),
      }),
      by: [byApplicant, granted('anyone', 'callbackOfficer', 'agent')],
    },
  },
});

/** What callbacks write into the log. */
export interface CallbackEvents {
  'citizen.calledBack': {
    readonly method: string;
    readonly reached: boolean;
    readonly stage?: string;
    /** Whether the ticket was drawn for the stage, where that takes a share of the tickets only. */
    readonly drawn?: boolean;
    readonly flags?: readonly string[];
    readonly remark?: string;
  };
  'callback.waived': { readonly ground: string; readonly reason?: string };
  'ticket.rated': Rating;
}

/** How the citizen judged the answer. */
export interface Rating {
  readonly solved: 'yes' | 'partly' | 'no';
  /** 1 很不满意 … 5 很满意. */
  readonly satisfaction: 1 | 2 | 3 | 4 | 5;
  readonly contacted: boolean;
  readonly reasons?: readonly string[];
  readonly remark?: string;
}

/** What a ticket knows of its callbacks in this round. */
export interface CallbackFields {
  readonly callbacks: number;
  readonly rating: Rating | null;
}
