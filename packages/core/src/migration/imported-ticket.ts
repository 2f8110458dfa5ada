import * as z from 'zod';
import { callSchema } from '../intake/call.js';
import { clockId, instant, text, unitId, unitIds } from '../ticket/field-schemas.js';

/** States in which a ticket can be taken over: those that need nothing but who has it. */
const importableStates = ['received', 'dispatched', 'signed', 'handling', 'closed', 'archived'] as const;

/**
 * A ticket of another system, as it stands when it is taken over. Instants are ISO text with offset.
 * One that waits there for a reply's approval or a callback is taken over as `handling`, and answered here.
 */
export const importedTicketSchema = z
  .strictObject({
    /** Its id, or number, in the old system: by it the same row is known again. */
    reference: text(200),
    /** What the citizen gave, as `register` takes it. */
    call: callSchema,
    registeredAt: instant,
    state: z.enum(importableStates),
    lead: unitId.exactOptional(),
    assists: unitIds.exactOptional(),
    /** Since when the lead has had it; default `registeredAt`. */
    leadSince: instant.exactOptional(),
    /** The person handling it. */
    handler: text(200).exactOptional(),
    contactedAt: instant.exactOptional(),
    /** 1 unless it went round again. */
    round: z.int().positive().max(100).exactOptional(),
    /** What the citizen was told: the due instants of the pack's clocks that still run. */
    due: z.record(clockId, instant).exactOptional(),
    closedAt: instant.exactOptional(),
  })
  .refine(({ state, lead }) => state === 'received' || isOver(state) || lead !== undefined, {
    path: ['lead'],
    message: 'say which unit has it',
    params: { zh: '请写明承办单位' },
  })
  .refine(({ state, closedAt }) => isOver(state) === (closedAt !== undefined), {
    path: ['closedAt'],
    message: 'a closed ticket has it, and no other',
    params: { zh: '已办结的工单必填，未办结的不填' },
  })
  .refine(({ state, due }) => !isOver(state) || due === undefined, {
    path: ['due'],
    message: 'nothing runs on a closed ticket',
    params: { zh: '已办结的工单没有在走的时限' },
  });

/** A ticket of another system, as it stands when it is taken over. */
export type ImportedTicket = z.infer<typeof importedTicketSchema>;

function isOver(state: string): boolean {
  return state === 'closed' || state === 'archived';
}
