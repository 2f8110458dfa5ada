import { done, type TrackConduct } from '../../ticket/conduct.js';
import { escalatedBy } from '../../ticket/fold.js';
import type { UrgingEvents, urging } from './declaration.js';

/** What urging does. */
export const urgingConduct: TrackConduct<keyof typeof urging.commands, keyof UrgingEvents> = {
  perform: { urge: (_ticket, data, { by }) => done('ticket.urged', { ...data, by: by.id }) },
  folds: {
    'ticket.urged': (draft, { rule, by }, at) => {
      if (by !== undefined) draft.requests = [...draft.requests, { command: 'urge', by, at }];
      draft.urges += 1;
      draft.urgedAt = [...draft.urgedAt, at];
      escalatedBy(draft, rule);
    },
  },
};
