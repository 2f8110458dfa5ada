import * as z from 'zod';
import { staying } from '../../ticket/chart-fragment.js';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { granted } from '../../ticket/grant.js';
import type { IsoInstant } from '../../ticket/instant.js';

/**
 * Hand-over 转紧急热线: life and property at risk go to 110, 119, 120 first. Citizen, hotline and line speak together
 * until the line has taken it over; then the ticket ends, or goes on beside for what is left to do.
 */
export const emergency = declareTrack({
  chart: [
    {
      received: {
        transferEmergency: [{ guard: 'lineTakesOver', target: 'transferredEmergency' }, { target: 'received' }],
        acknowledgeHandover: [{ guard: 'lineTakesOver', target: 'transferredEmergency' }, { target: 'received' }],
      },
      pendingDispatch: {
        transferEmergency: [{ guard: 'lineTakesOver', target: 'transferredEmergency' }, { target: 'pendingDispatch' }],
        acknowledgeHandover: [
          { guard: 'lineTakesOver', target: 'transferredEmergency' },
          { target: 'pendingDispatch' },
        ],
      },
    },
    // A unit is at work already: the line comes beside, and the unit goes on with what is its own.
    staying(['dispatched', 'signed', 'handling'], ['transferEmergency', 'acknowledgeHandover']),
  ],
  commands: {
    transferEmergency: {
      data: z.strictObject({
        line: text(50),
        /** Who took it over there, and when they said so; without it, the line still has to acknowledge. */
        acknowledgement: text(500).exactOptional(),
        /** What the three parties agreed: who goes, who stays on the call. */
        agreed: text().exactOptional(),
        /** Whether the ticket goes on here beside the line's work. */
        goesOn: z.boolean().exactOptional(),
      }),
      by: [granted('anyone', 'agent', 'dispatcher'), granted('ofLead', 'handler', 'gridWorker')],
    },
    acknowledgeHandover: {
      data: z.strictObject({ accepted: z.boolean(), acknowledgement: text(500) }),
      by: [granted('anyone', 'agent', 'dispatcher', 'system')],
    },
  },
});

/** What a hand-over writes into the log. */
export interface EmergencyEvents {
  'handover.offered': Handover;
  'handover.acknowledged': Handover & { readonly acknowledgement: string };
  'handover.declined': { readonly line: string; readonly acknowledgement: string };
  'ticket.transferredToEmergency': Handover & { readonly acknowledgement: string };
}

interface Handover {
  readonly line: string;
  readonly agreed?: string;
  readonly goesOn?: boolean;
}

/** What a ticket knows of its hand-over. */
export interface EmergencyFields {
  /** The line that was asked to take over, and when it did. */
  readonly handover: {
    readonly line: string;
    readonly offeredAt: IsoInstant;
    readonly acknowledgedAt: IsoInstant | null;
    readonly goesOn: boolean;
  } | null;
}
