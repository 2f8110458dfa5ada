import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, stageTaken } from '../../ticket/fold.js';
import { drawing } from '../quality/drawing.js';
import { supervisionAnswered } from '../supervision/supervision-state.js';
import type { CallbackEvents, callback } from './declaration.js';

/** What callbacks do. */
export const callbackConduct: TrackConduct<keyof typeof callback.commands, keyof CallbackEvents> = {
  perform: {
    callBack: ({ id }, data, { pack }) =>
      done('citizen.calledBack', { ...data, ...drawing(id, pack.procedure.callback?.stages, data.stage) }),
    waiveCallback: (_ticket, data) => done('callback.waived', data),
    rate: (_ticket, data) => done('ticket.rated', data),
  },
  checks: { waiveCallback: supervisionAnswered },
  folds: {
    'citizen.calledBack': (draft, { stage }, at) => {
      draft.callbacks += 1;
      stageTaken(draft, 'callback', stage, at);
    },
    'callback.waived': closeAt,
    'ticket.rated': (draft, rating) => {
      draft.rating = rating;
    },
  },
};
