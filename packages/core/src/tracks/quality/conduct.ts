import { done, type TrackConduct } from '../../ticket/conduct.js';
import { stageTaken } from '../../ticket/fold.js';
import type { checking, QualityEvents } from './declaration.js';
import { stageOfCheck } from './stage-of-check.js';

/** What quality checks do. */
export const qualityConduct: TrackConduct<keyof typeof checking.commands, keyof QualityEvents> = {
  perform: {
    checkQuality: ({ id }, data, { facts, pack }) =>
      done('quality.checked', { ...data, ...stageOfCheck('quality', id, data.stage, facts, pack) }),
  },
  folds: {
    'quality.checked': (draft, { stage }, at) => {
      draft.qualityChecks += 1;
      stageTaken(draft, 'quality', stage, at);
    },
  },
};
