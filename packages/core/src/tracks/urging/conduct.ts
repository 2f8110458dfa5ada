import { done, type TrackConduct } from '../../ticket/conduct.js';
import { escalatedBy } from '../../ticket/fold.js';
import { applicantOf } from '../enquiry/applicant-of.js';
import type { UrgingEvents, urging } from './declaration.js';

/** What urging does. */
export const urgingConduct: TrackConduct<keyof typeof urging.commands, keyof UrgingEvents> = {
  perform: {
    urge: (ticket, data, { by }) => {
      const applicant = applicantOf(ticket, by, data.applicant);
      return done('ticket.urged', { ...data, by: by.id, ...(applicant === null ? {} : { applicant }) });
    },
  },
  folds: {
    'ticket.urged': (draft, { rule, by = null, applicant = null, unit = draft.lead }, at) => {
      draft.requests = [...draft.requests, { command: 'urge', by, applicant, unit, at }];
      draft.urges += 1;
      draft.urgedAt = [...draft.urgedAt, at];
      escalatedBy(draft, rule);
    },
  },
};
