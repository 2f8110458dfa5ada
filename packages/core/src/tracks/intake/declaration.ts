import * as z from 'zod';
import { callSchema } from '../../intake/call.js';
import { leading } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { ground, text } from '../../ticket/field-schemas.js';
import { byApplicant, granted } from '../../ticket/grant.js';
import { openStates } from '../../ticket/life-states.js';
import type { Medium } from '../../ticket/media.js';
import type { CallRecord } from './call-record.js';

/** Intake 受理: what happens to a call at the hotline itself, before or instead of a dispatch. */
export const intake = declareTrack({
  chart: [
    {
      draft: { register: { target: 'received' } },
      received: { answerOnline: { target: 'answeredOnline' }, refuse: { target: 'refused' } },
    },
    leading(openStates, 'withdraw', 'withdrawn'),
  ],
  commands: {
    register: {
      data: callSchema,
      by: [
        granted('anyone', 'agent', 'dispatcher', 'citizen', 'enterprise', 'gridWorker', 'cityLeader', 'system'),
        granted('anyone', 'citizenSupervisor'),
      ],
    },
    answerOnline: {
      data: z.strictObject({
        answer: text(20_000),
        /** The knowledge entry that it was answered from. */
        knowledge: text(200).exactOptional(),
      }),
      by: [granted('anyone', 'agent', 'dispatcher')],
    },
    refuse: {
      data: z.strictObject({ ground, reason: text(), legalPath: text().exactOptional() }),
      by: [granted('anyone', 'agent', 'dispatcher')],
    },
    withdraw: {
      data: z.strictObject({ reason: text() }),
      by: [byApplicant, granted('anyone', 'agent', 'dispatcher')],
    },
  },
});

/** What intake writes into the log. */
export interface IntakeEvents {
  'ticket.registered': Omit<CallRecord, Unusual> & { readonly [Field in Unusual]?: CallRecord[Field] } & {
    readonly number: string;
    readonly tags?: readonly string[];
    readonly media: readonly Medium[];
  };
  'ticket.answeredOnline': { readonly answer: string; readonly knowledge?: string };
  'ticket.refused': { readonly ground: string; readonly reason: string; readonly legalPath?: string };
  'ticket.withdrawn': {
    readonly reason: string;
    /** The repeats that were merged into it: they are others' matters, and go on by themselves. */
    readonly releases?: readonly string[];
  };
}

/** What few calls bring; the log holds it where they do. */
type Unusual =
  | 'applicants'
  | 'replyWanted'
  | 'leaderAssigned'
  | 'repeats'
  | 'facts'
  | 'splitFrom'
  | 'clocksSince'
  | 'confidentialOn';
