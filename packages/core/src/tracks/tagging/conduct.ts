import { done, type TrackConduct } from '../../ticket/conduct.js';
import { escalatedBy } from '../../ticket/fold.js';
import type { TaggingEvents, tagging } from './declaration.js';

/** What tagging does. */
export const taggingConduct: TrackConduct<keyof typeof tagging.commands, keyof TaggingEvents> = {
  perform: { tag: (_ticket, data) => done('ticket.tagged', { origin: 'person', ...data }) },
  folds: {
    'ticket.tagged': (draft, { add = [], labels = [], remove = [], rule }) => {
      const given = [...draft.tags, ...add, ...labels.map(({ tag }) => tag)];
      draft.tags = [...new Set(given)].filter((tag) => !remove.includes(tag));
      escalatedBy(draft, rule);
    },
    'notice.given': (draft, { rule }) => escalatedBy(draft, rule),
  },
};
