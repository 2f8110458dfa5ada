import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import type { PraiseEvents, praising } from './declaration.js';

/** What praise does. */
export const praiseConduct: TrackConduct<keyof typeof praising.commands, keyof PraiseEvents> = {
  perform: {
    praise: ({ lead }, data, { pack }) => {
      const unit = data.unit ?? lead ?? undefined;
      return unknownUnit([unit], pack) ?? done('ticket.praised', { ...data, ...(unit === undefined ? {} : { unit }) });
    },
  },
  folds: {
    'ticket.praised': (draft) => {
      draft.praises += 1;
    },
  },
};
