import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, stageTaken } from '../../ticket/fold.js';
import { stageOfCheck } from '../quality/stage-of-check.js';
import { supervisionAnswered } from '../supervision/supervision-state.js';
import type { CallbackEvents, callback } from './declaration.js';

/** What callbacks do. */
export const callbackConduct: TrackConduct<keyof typeof callback.commands, keyof CallbackEvents> = {
  perform: {
    callBack: ({ id }, data, { facts, pack }) =>
      done('citizen.calledBack', { ...data, ...stageOfCheck('callback', id, data.stage, facts, pack) }),
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
    'ticket.rated': (draft, { articles: _, ...rating }) => {
      draft.rating = rating;
    },
  },
};
