import type { Term } from '@hotline-kit/sla-calendar';
import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text, unitId } from '../../ticket/field-schemas.js';
import { byDispatchers, granted, unitChiefs, unitStaff } from '../../ticket/grant.js';
import { workingStates } from '../../ticket/life-states.js';
import { type DispatchTarget, dispatchSchema } from './dispatch-data.js';

/**
 * Dispatch 派单: the ticket goes to its lead unit, which signs and accepts it; level by level further down, from the
 * district to the street to the community or grid; and once more after an unhappy callback.
 */
export const dispatching = declareTrack({
  chart: [
    {
      received: { dispatch: { target: 'dispatched' } },
      pendingDispatch: { dispatch: { target: 'dispatched' } },
      dispatched: { sign: { target: 'signed' }, dispatch: { target: 'dispatched' } },
      signed: { accept: { target: 'handling' }, dispatch: { target: 'dispatched' } },
      handling: { dispatch: { target: 'dispatched' } },
      answeredOnline: { redispatch: { target: 'dispatched' } },
      calledBack: { redispatch: { target: 'dispatched' } },
    },
    staying(['dispatched', ...workingStates], ['addAssist']),
    staying([...workingStates, 'replied', 'calledBack'], ['finishAssist']),
  ],
  commands: {
    dispatch: {
      data: dispatchSchema,
      by: [...byDispatchers, granted('anyone', 'agent', 'system'), granted('ofLead', ...unitChiefs, 'unitClerk')],
    },
    addAssist: {
      data: z.strictObject({ assists: z.array(unitId).min(1).max(50), reason: text().exactOptional() }),
      by: [...byDispatchers],
    },
    finishAssist: {
      data: z.strictObject({
        /** What the assisting unit has done. */
        result: text(20_000),
        /** Which assisting unit; the actor's own, unless said. */
        unit: unitId.exactOptional(),
      }),
      by: [granted('ofAssist', ...unitStaff), granted('anyone', 'dispatcher')],
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
  'assist.finished': { readonly unit: string; readonly result: string };
  'ticket.signed': Record<never, never>;
  'ticket.accepted': { readonly handler: string };
}

/** What a ticket knows of the way it took. */
export interface DispatchFields {
  /** The units that passed it down, the highest first; the lead is below the last of them. */
  readonly path: readonly string[];
  /** The units that have led it, each once, in the order in which they received it. */
  readonly received: readonly string[];
  /** The statutory period that the matter has, where somebody named one. */
  readonly statutory: Term | null;
  /** Assisting units that have done their part. */
  readonly finishedAssists: readonly string[];
}
