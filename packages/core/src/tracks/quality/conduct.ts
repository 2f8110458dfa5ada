import { done, type TrackConduct } from '../../ticket/conduct.js';
import { stageTaken } from '../../ticket/fold.js';
import type { checking, QualityEvents } from './declaration.js';
import { drawing } from './drawing.js';

/** What quality checks do. */
export const qualityConduct: TrackConduct<keyof typeof checking.commands, keyof QualityEvents> = {
  perform: {
    checkQuality: ({ id }, data, { pack }) =>
      done('quality.checked', { ...data, ...drawing(id, pack.procedure.quality?.stages, data.stage) }),
  },
  folds: {
    'quality.checked': (draft, { stage }, at) => {
      draft.qualityChecks += 1;
      stageTaken(draft, 'quality', stage, at);
    },
  },
};
