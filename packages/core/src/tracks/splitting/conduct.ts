import { done, type TrackConduct } from '../../ticket/conduct.js';
import { unknownMatter } from '../intake/unknown-matter.js';
import type { SplittingEvents, splitting } from './declaration.js';

/** What splitting does. */
export const splittingConduct: TrackConduct<keyof typeof splitting.commands, keyof SplittingEvents> = {
  perform: {
    split: ({ id, parts: earlier }, { parts, reason }, { pack }) => {
      for (const { matter } of parts) {
        const unknown = unknownMatter(matter, pack);
        if (unknown !== undefined) return unknown;
      }
      // The ids follow from the ticket, so that a repeated command makes no second set of parts.
      const named = parts.map((part, index) => ({ ...part, ticket: `${id}-${earlier.length + index + 1}` }));
      return done('ticket.split', { parts: named, reason });
    },
  },
  folds: {
    'ticket.split': (draft, { parts }) => {
      draft.parts = [...draft.parts, ...parts.map(({ ticket }) => ticket)];
    },
  },
};
