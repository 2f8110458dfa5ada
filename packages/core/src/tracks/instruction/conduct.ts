import { done, type TrackConduct } from '../../ticket/conduct.js';
import { escalatedBy } from '../../ticket/fold.js';
import type { InstructionEvents, instructing } from './declaration.js';

/** What instructions do. */
export const instructionConduct: TrackConduct<keyof typeof instructing.commands, keyof InstructionEvents> = {
  perform: { instruct: (_ticket, data) => done('instruction.given', data) },
  folds: {
    'instruction.given': (draft, { assigns, rule }) => {
      draft.instructions += 1;
      if (assigns === true) draft.leaderAssigned = true;
      escalatedBy(draft, rule);
    },
  },
};
