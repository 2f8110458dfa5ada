import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { ClueEvents, clueTransfer } from './declaration.js';

/** What a transfer does. The desk puts the clue itself into its protected record. */
export const clueConduct: TrackConduct<keyof typeof clueTransfer.commands, keyof ClueEvents> = {
  perform: {
    transferClue: ({ id, clues }, { clue, receiver = 'clueReceiver', ...data }, { pack }) =>
      unknownUnit([clue.unit], pack) ?? done('clue.transferred', { receiver, ...data, record: clueKey(id, clues + 1) }),
  },
  folds: {
    'clue.transferred': (draft) => {
      draft.clues += 1;
    },
  },
};

/** The key of a ticket's n-th clue. Like every key it begins with the ticket's id. */
function clueKey(ticket: string, n: number): string {
  return `${ticket}/clue/${n}`;
}
