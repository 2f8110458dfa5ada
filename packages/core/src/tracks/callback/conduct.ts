import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, counted } from '../../ticket/fold.js';
import { supervisionAnswered } from '../supervision/supervision-state.js';
import type { CallbackEvents, callback } from './declaration.js';

/** What callbacks do. */
export const callbackConduct: TrackConduct<keyof typeof callback.commands, keyof CallbackEvents> = {
  perform: {
    callBack: (_ticket, data) => done('citizen.calledBack', data),
    waiveCallback: (_ticket, data) => done('callback.waived', data),
    rate: (_ticket, data) => done('ticket.rated', data),
  },
  checks: { waiveCallback: supervisionAnswered },
  folds: {
    'citizen.calledBack': (draft, { stage }) => {
      draft.callbacks += 1;
      counted(draft, stage);
    },
    'callback.waived': closeAt,
    'ticket.rated': (draft, rating) => {
      draft.rating = rating;
    },
  },
};
