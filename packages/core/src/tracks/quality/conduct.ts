import { done, type TrackConduct } from '../../ticket/conduct.js';
import { stageTaken } from '../../ticket/fold.js';
import type { checking, QualityEvents } from './declaration.js';

/** What quality checks do. */
export const qualityConduct: TrackConduct<keyof typeof checking.commands, keyof QualityEvents> = {
  perform: { checkQuality: (_ticket, data) => done('quality.checked', data) },
  folds: {
    'quality.checked': (draft, { stage }, at) => {
      draft.qualityChecks += 1;
      stageTaken(draft, 'quality', stage, at);
    },
  },
};
