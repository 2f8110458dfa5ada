import { done, type TrackConduct } from '../../ticket/conduct.js';
import { unchanged } from '../../ticket/fold.js';
import type { FieldworkEvents, fieldwork } from './declaration.js';

/** What field work does. */
export const fieldworkConduct: TrackConduct<keyof typeof fieldwork.commands, keyof FieldworkEvents> = {
  perform: {
    contactCitizen: (_ticket, data) => done('citizen.contacted', data),
    arriveOnSite: (_ticket, { place, media }) =>
      done('site.arrived', { ...(place === undefined ? {} : { place }), ...(media === undefined ? {} : { media }) }),
    recordProgress: (_ticket, data) => done('progress.recorded', data),
  },
  folds: {
    'citizen.contacted': (draft, { reached }, at) => {
      if (reached) draft.contactedAt = at;
    },
    'site.arrived': (draft, _data, at) => {
      draft.arrivedAt = at;
    },
    'progress.recorded': unchanged,
  },
};
