import { choose } from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { UnreasonableEvents, unreasonable } from './declaration.js';

/** What such findings do. */
export const unreasonableConduct: TrackConduct<keyof typeof unreasonable.commands, keyof UnreasonableEvents> = {
  perform: {
    markUnreasonable: (_ticket, data, { pack, facts }) => {
      const effects = choose(pack.procedure.unreasonable?.effects, { ...facts, unreasonable: true });
      return done('demand.foundUnreasonable', { ...data, ...(effects === undefined ? {} : { effects }) });
    },
  },
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
