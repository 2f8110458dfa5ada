import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { leaveUnit } from '../../ticket/fold.js';
import type { ReturnEvents, returns } from './declaration.js';

/** What returns do. */
export const returnsConduct: TrackConduct<keyof typeof returns.commands, keyof ReturnEvents, 'wasSigned'> = {
  perform: {
    requestReturn: (ticket, data, { pack }) =>
      unknownUnit([data.proposedUnit], pack) ??
      done('return.requested', { ...data, from: ticket.state === 'signed' ? 'signed' : 'dispatched' }),
    approveReturn: (_ticket, data) => done('return.approved', data),
    rejectReturn: (_ticket, data) => done('return.rejected', data),
  },
  guards: { wasSigned: (ticket) => ticket?.returnFrom === 'signed' },
  folds: {
    'return.requested': (draft, { from, proposedUnit }) => {
      draft.returnFrom = from;
      if (proposedUnit !== undefined) draft.contenders = [...new Set([...draft.contenders, proposedUnit])];
    },
    'return.approved': (draft) => {
      leaveUnit(draft);
      draft.counts = { ...draft.counts, returns: draft.counts.returns + 1 };
    },
    'return.rejected': (draft) => {
      draft.returnFrom = null;
    },
  },
};
