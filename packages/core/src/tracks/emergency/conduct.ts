import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt } from '../../ticket/fold.js';
import type { EmergencyEvents, emergency } from './declaration.js';

/** What a hand-over does. */
export const emergencyConduct: TrackConduct<keyof typeof emergency.commands, keyof EmergencyEvents> = {
  perform: { transferEmergency: (_ticket, data) => done('ticket.transferredToEmergency', data) },
  folds: { 'ticket.transferredToEmergency': closeAt },
};
