import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text, unitId } from '../../ticket/field-schemas.js';
import { dispatchers, granted, unitStaff } from '../../ticket/grant.js';
import { workingStates } from '../../ticket/life-states.js';
import { type DispatchTarget, dispatchSchema } from './dispatch-data.js';

/** Dispatch 派单: the ticket goes to its lead unit, which signs and accepts it; and once more after an unhappy callback. */
export const dispatching = declareTrack({
  chart: [
    {
      received: { dispatch: { target: 'dispatched' } },
      pendingDispatch: { dispatch: { target: 'dispatched' } },
      dispatched: { sign: { target: 'signed' } },
      signed: { accept: { target: 'handling' } },
      answeredOnline: { redispatch: { target: 'dispatched' } },
      calledBack: { redispatch: { target: 'dispatched' } },
    },
    staying(['dispatched', ...workingStates], ['addAssist']),
  ],
  commands: {
    dispatch: { data: dispatchSchema, by: [granted('anyone', 'dispatcher', 'districtDispatcher', 'agent', 'system')] },
    addAssist: {
      data: z.strictObject({ assists: z.array(unitId).min(1).max(50), reason: text().exactOptional() }),
      by: [granted('anyone', ...dispatchers)],
    },
    sign: { data: z.strictObject({}), by: [granted('ofLead', ...unitStaff)] },
    accept: {
      data: z.strictObject({ handler: text(200).exactOptional() }),
      by: [granted('ofLead', ...unitStaff)],
    },
    redispatch: {
      data: dispatchSchema.extend({ reason: text() }),
      by: [granted('anyone', 'callbackOfficer', 'dispatcher', 'agent')],
    },
  },
});

/** What dispatch writes into the log. */
export interface DispatchEvents {
  'ticket.dispatched': DispatchTarget;
  'ticket.redispatched': DispatchTarget & { readonly reason: string };
  'assist.added': { readonly assists: readonly string[]; readonly reason?: string };
  'ticket.signed': Record<never, never>;
  'ticket.accepted': { readonly handler: string };
}
