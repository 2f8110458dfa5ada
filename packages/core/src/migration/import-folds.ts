import type { TrackConduct } from '../ticket/conduct.js';
import type { ImportEvents } from './import-events.js';

/** How a take-over folds; no command of the chart brings it. */
export const importConduct: TrackConduct<never, keyof ImportEvents> = {
  perform: {},
  folds: {
    'ticket.imported': (draft, { source, reference, round, lead, assists, leadSince, handler, ...times }, at) => {
      draft.imported = { source, reference, at };
      draft.round = round;
      draft.lead = lead;
      draft.assists = assists;
      draft.leadSince = leadSince;
      draft.handler = handler;
      draft.contactedAt = times.contactedAt;
      draft.closedAt = times.closedAt;
    },
  },
};
