import { done, type TrackConduct } from '../../ticket/conduct.js';
import { leaveUnit, stageTaken, startRound } from '../../ticket/fold.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { RemedyEvents, remedying } from './declaration.js';
import { nextStage } from './next-stage.js';

/** What remedies do. */
export const remedyConduct: TrackConduct<keyof typeof remedying.commands, keyof RemedyEvents, 'remedyReopens'> = {
  perform: {
    seekRemedy: (ticket, { stage, reason }, { pack, facts, at }) => {
      const next = nextStage(ticket, stage, facts, pack, at);
      return next.ok ? done('remedy.sought', { stage: next.stage.id, reason, final: next.stage.final }) : next;
    },
    decideRemedy: ({ remedy }, data) => done('remedy.decided', { stage: remedy?.stage ?? '', ...data }),
  },
  checks: {
    seekRemedy: (ticket, data, { facts, pack, at }) => {
      const { remedy } = ticket;
      if (remedy !== null && remedy.decidedAt === null) {
        return refuse('remedyOpen', '救济申请尚在处理', 'a remedy is being decided', {
          remedy: { zh: '请等待决定', en: 'wait for the decision' },
        });
      }
      const next = nextStage(ticket, data?.stage, facts, pack, at);
      return next.ok ? fine : next;
    },
    decideRemedy: ({ remedy }) =>
      remedy !== null && remedy.decidedAt === null
        ? fine
        : refuse('noRemedy', '没有待决定的救济申请', 'no remedy waits for a decision', {
            remedy: { zh: '请诉求人先申请', en: 'the citizen seeks one first' },
          }),
  },
  guards: {
    remedyReopens: (_ticket, _facts, _pack, data) => (data as { readonly decision?: string }).decision === 'changed',
  },
  folds: {
    'remedy.sought': (draft, { stage, final }, at) => {
      draft.remedy = { stage, final, soughtAt: at, decidedAt: null, decision: null };
      stageTaken(draft, 'remedies', stage, at);
    },
    'remedy.decided': (draft, { decision }, at) => {
      if (draft.remedy !== null) draft.remedy = { ...draft.remedy, decidedAt: at, decision };
      if (decision !== 'changed') return;
      leaveUnit(draft);
      startRound(draft);
      draft.closedAt = null;
    },
  },
};
