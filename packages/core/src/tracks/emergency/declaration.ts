import * as z from 'zod';
import { declareTrack } from '../../ticket/declaration.js';
import { text } from '../../ticket/field-schemas.js';
import { granted } from '../../ticket/grant.js';

/** Hand-over 转紧急热线: life and property at risk go to 110, 119, 120 first. */
export const emergency = declareTrack({
  chart: [{ received: { transferEmergency: { target: 'transferredEmergency' } } }],
  commands: {
    transferEmergency: {
      data: z.strictObject({ line: text(50), acknowledgement: text(500) }),
      by: [granted('anyone', 'agent', 'dispatcher')],
    },
  },
});

/** What a hand-over writes into the log. */
export interface EmergencyEvents {
  'ticket.transferredToEmergency': { readonly line: string; readonly acknowledgement: string };
}
