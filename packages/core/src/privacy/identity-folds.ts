import type { TrackConduct } from '../ticket/conduct.js';
import { unchanged } from '../ticket/fold.js';
import type { IdentityEvents } from './identity-events.js';

/** How the events of the caller's record fold; no command of the chart brings them, for they are possible in every state. */
export const identityConduct: TrackConduct<never, keyof IdentityEvents> = {
  perform: {},
  folds: { 'caller.read': unchanged, 'caller.erased': unchanged },
};

/** Whether an event only tells who looked at the caller's record, or erased it: the ticket itself is the same after it. */
export function isIdentityEvent(type: string): boolean {
  return Object.hasOwn(identityConduct.folds, type);
}
