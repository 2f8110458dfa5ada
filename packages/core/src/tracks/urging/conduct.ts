import { done, type TrackConduct } from '../../ticket/conduct.js';
import { escalatedBy } from '../../ticket/fold.js';
import type { UrgingEvents, urging } from './declaration.js';

/** What urging does. */
export const urgingConduct: TrackConduct<keyof typeof urging.commands, keyof UrgingEvents> = {
  perform: { urge: (_ticket, data) => done('ticket.urged', data) },
  folds: {
    'ticket.urged': (draft, { rule }, at) => {
      draft.urges += 1;
      draft.urgedAt = [...draft.urgedAt, at];
      escalatedBy(draft, rule);
    },
  },
};
