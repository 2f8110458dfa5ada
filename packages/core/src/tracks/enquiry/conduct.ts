import { choose } from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { applicantOf } from './applicant-of.js';
import type { EnquiryEvents, enquiring } from './declaration.js';
import { toldOf } from './told.js';

/** What enquiries do. */
export const enquiryConduct: TrackConduct<keyof typeof enquiring.commands, keyof EnquiryEvents> = {
  perform: {
    enquire: (ticket, data, { pack, facts, by }) => {
      const applicant = applicantOf(ticket, by, data.applicant);
      return done('ticket.enquired', {
        ...data,
        countsAs: choose(pack.procedure.enquiry?.countsAs, facts) ?? 'enquiry',
        by: by.id,
        ...(applicant === null ? {} : { applicant }),
        told: toldOf(ticket, facts, pack),
      });
    },
  },
  folds: {
    'ticket.enquired': (draft, { countsAs, by = null, applicant = null }, at) => {
      draft.requests = [...draft.requests, { command: 'enquire', by, applicant, unit: draft.lead, at }];
      const { asked, repeats } = draft.enquiries;
      const times = [...draft.enquiries.times, at];
      draft.enquiries =
        countsAs === 'repeat' ? { asked, repeats: repeats + 1, times } : { asked: asked + 1, repeats, times };
    },
  },
};
