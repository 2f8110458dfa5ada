import { type CityPack, choose, preferredUnits } from '@hotline-kit/rules';
import { dispatchTarget } from '../../dispatch/dispatch-target.js';
import { partiesOf } from '../../dispatch/parties.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { stageTaken } from '../../ticket/fold.js';
import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import { nextDisputeStage } from '../../ticket/stage-in-question.js';
import { foldTarget } from '../dispatch/fold-target.js';
import type { DisputeEvents, dispute } from './declaration.js';
import { designated, isLeadRecused, namedLead } from './designated.js';

/** What disputes do. */
export const disputeConduct: TrackConduct<keyof typeof dispute.commands, keyof DisputeEvents> = {
  perform: {
    raiseDispute: (ticket, data, { pack, facts }) => {
      const [first] = preferredUnits(pack, pack.procedure.dispute?.meanwhile ?? [], facts, partiesOf(ticket));
      const meanwhile = first === undefined || first === ticket.lead ? {} : { meanwhile: first };
      return done('dispute.raised', { ...data, ...meanwhile });
    },
    designate: (ticket, { reason, stage, ...data }, { pack, facts, at }) => {
      const lead = data.lead ?? designated(ticket, facts, pack);
      if (lead === undefined) {
        return refuse('leadNeeded', '须指定承办单位', 'nothing says which unit is to lead', {
          remedy: { zh: '请填写 lead', en: 'name the unit as "lead"' },
        });
      }
      const dispatched = dispatchTarget(ticket, { ...data, lead }, pack, at);
      if (!dispatched.ok) return dispatched;
      const settled = stage ?? nextDisputeStage(ticket, facts, pack);
      const restarts = ticket.state === 'disputed' && choose(pack.procedure.dispute?.clocks, facts) === 'restart';
      return done('ticket.designated', {
        ...dispatched.target,
        reason,
        ...(settled === undefined ? {} : { stage: settled }),
        ...(restarts ? { clocks: 'restart' } : {}),
      });
    },
  },
  checks: {
    raiseDispute: (ticket, data, { facts, pack }) => {
      const next = nextDisputeStage({ ...ticket, state: 'disputed' }, facts, pack);
      if (next === undefined && pack.procedure.dispute?.path !== undefined) return settled(pack);
      if (data?.stage !== undefined && data.stage !== next) return notNext(next, pack);
      return fine;
    },
    designate: (ticket, data, { facts, pack }) => {
      const next = nextDisputeStage(ticket, facts, pack);
      if (data?.stage !== undefined && next !== undefined && data.stage !== next) return notNext(next, pack);
      return ticket.state === 'disputed' || namedLead(ticket) !== null || isLeadRecused(ticket)
        ? fine
        : refuse('notDisputed', '没有争议、会商结论或回避，不能指定', 'nothing calls for a designation', {
            remedy: {
              zh: '请先提出争议、形成会商结论，或由主办单位回避',
              en: 'raise a dispute, conclude a consultation that names a lead, or let the lead recuse first',
            },
          });
    },
  },
  folds: {
    'dispute.raised': (draft, { meanwhile = null }) => {
      draft.meanwhile = meanwhile;
    },
    'ticket.designated': (draft, data, at) => {
      foldTarget(draft, data, at);
      stageTaken(draft, 'dispute', data.stage, at);
      draft.returnFrom = null;
      draft.meanwhile = null;
    },
  },
};

/** Nothing follows after the last stage of settlement. */
function settled({ procedure: { dispute } }: CityPack): Verdict {
  return refuse('stageNotAllowed', '裁定已终局，不得再提争议', 'the last settlement was final', {
    ...(dispute?.article === undefined ? {} : { article: dispute.article }),
    remedy: { zh: '请由指定的单位办理', en: 'the unit that was designated handles it' },
  });
}

/** The stages of settlement are taken one after the other; where none are listed, none is named. */
function notNext(next: string | undefined, { procedure: { dispute } }: CityPack): Verdict {
  const stage = dispute?.path?.find(({ id }) => id === next);
  const article = stage?.article ?? dispute?.article;
  const more = article === undefined ? {} : { article };
  if (next === undefined) {
    return refuse('stageNotAllowed', '本地规程未列裁定步骤', 'the procedure lists no stages of settlement', {
      ...more,
      remedy: { zh: '请勿填写 stage', en: 'leave out "stage"' },
    });
  }
  return refuse('stageNotAllowed', '裁定须逐级进行', 'the stages of settlement are taken in their order', {
    ...more,
    remedy: { zh: `下一步：${stage?.title.zh ?? next}（${next}）`, en: `next: ${next}` },
  });
}
