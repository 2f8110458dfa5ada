import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { UnreasonableEvents, unreasonable } from './declaration.js';

/** What such findings do. */
export const unreasonableConduct: TrackConduct<keyof typeof unreasonable.commands, keyof UnreasonableEvents> = {
  perform: { markUnreasonable: (_ticket, data) => done('demand.foundUnreasonable', data) },
  checks: {
    markUnreasonable: (ticket) =>
      ticket.unreasonable === null
        ? fine
        : refuse('alreadyUnreasonable', '已认定为不合理诉求', 'the demand is found unreasonable already', {
            remedy: { zh: '无须再次认定', en: 'nothing is left to do' },
          }),
  },
  folds: {
    'demand.foundUnreasonable': (draft, { ground }) => {
      draft.unreasonable = ground;
    },
  },
};
