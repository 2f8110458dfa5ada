import { choose } from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { EnquiryEvents, enquiring } from './declaration.js';

/** What enquiries do. */
export const enquiryConduct: TrackConduct<keyof typeof enquiring.commands, keyof EnquiryEvents> = {
  perform: {
    enquire: (_ticket, data, { pack, facts }) =>
      done('ticket.enquired', { ...data, countsAs: choose(pack.procedure.enquiry?.countsAs, facts) ?? 'enquiry' }),
  },
  folds: {
    'ticket.enquired': (draft, { countsAs }, at) => {
      const { asked, repeats } = draft.enquiries;
      const times = [...draft.enquiries.times, at];
      draft.enquiries =
        countsAs === 'repeat' ? { asked, repeats: repeats + 1, times } : { asked: asked + 1, repeats, times };
    },
  },
};
