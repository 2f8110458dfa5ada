import { choose } from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { EnquiryEvents, enquiring } from './declaration.js';

/** What enquiries do. */
export const enquiryConduct: TrackConduct<keyof typeof enquiring.commands, keyof EnquiryEvents> = {
  perform: {
    enquire: (_ticket, data, { pack, facts, by }) => {
      const { shows, countsAs } = pack.procedure.enquiry ?? {};
      const told = choose(shows, facts);
      return done('ticket.enquired', {
        ...data,
        countsAs: choose(countsAs, facts) ?? 'enquiry',
        by: by.id,
        ...(told === undefined ? {} : { shows: told }),
      });
    },
  },
  folds: {
    'ticket.enquired': (draft, { countsAs, by }, at) => {
      if (by !== undefined) draft.requests = [...draft.requests, { command: 'enquire', by, at }];
      const { asked, repeats } = draft.enquiries;
      const times = [...draft.enquiries.times, at];
      draft.enquiries =
        countsAs === 'repeat' ? { asked, repeats: repeats + 1, times } : { asked: asked + 1, repeats, times };
    },
  },
};
