import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { ClueEvents, clueTransfer } from './declaration.js';

/** What a transfer does. */
export const clueConduct: TrackConduct<keyof typeof clueTransfer.commands, keyof ClueEvents> = {
  perform: {
    transferClue: (_ticket, { receiver = 'clueReceiver', ...data }) => done('clue.transferred', { receiver, ...data }),
  },
  folds: {
    'clue.transferred': (draft) => {
      draft.clues += 1;
    },
  },
};
