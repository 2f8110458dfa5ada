import { dispatchTarget } from '../../dispatch/dispatch-target.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { unchanged } from '../../ticket/fold.js';
import { foldTarget } from '../dispatch/fold-target.js';
import type { DisputeEvents, dispute } from './declaration.js';

/** What disputes do. */
export const disputeConduct: TrackConduct<keyof typeof dispute.commands, keyof DisputeEvents> = {
  perform: {
    raiseDispute: (_ticket, data) => done('dispute.raised', data),
    designate: (ticket, { reason, ...data }, { pack, at }) => {
      const dispatched = dispatchTarget(ticket, data, pack, at);
      return dispatched.ok ? done('ticket.designated', { ...dispatched.target, reason }) : dispatched;
    },
  },
  folds: {
    'dispute.raised': unchanged,
    'ticket.designated': (draft, data, at) => {
      foldTarget(draft, data, at);
      draft.returnFrom = null;
    },
  },
};
