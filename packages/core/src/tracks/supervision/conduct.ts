import { done, type TrackConduct } from '../../ticket/conduct.js';
import { escalatedBy } from '../../ticket/fold.js';
import { fine, refuse, type Verdict } from '../../ticket/refusal.js';
import type { SupervisionEvents, supervising } from './declaration.js';
import { isSupervised } from './supervision-state.js';

/** What supervision does. */
export const supervisionConduct: TrackConduct<keyof typeof supervising.commands, keyof SupervisionEvents> = {
  perform: {
    supervise: (_ticket, data) => done('supervision.started', data),
    escalateSupervision: (_ticket, data) => done('supervision.escalated', data),
    reportSupervision: (_ticket, data) => done('supervision.reported', data),
    concludeSupervision: (_ticket, data) => done('supervision.concluded', data),
  },
  checks: {
    supervise: (ticket) =>
      !isSupervised(ticket)
        ? fine
        : refuse('alreadySupervised', '已在督办中', `level ${ticket.supervision.level} is already running`, {
            remedy: { zh: '可提升督办级别', en: 'escalate the supervision instead' },
          }),
    escalateSupervision: (ticket, data, { pack }) => {
      if (!isSupervised(ticket)) return notSupervised();
      const { level } = ticket.supervision;
      const highest = Math.max(...(pack.procedure.supervision?.levels?.map((each) => each.level) ?? [3]));
      if ((data?.level ?? highest) > level) return fine;
      return refuse('levelNotHigher', `当前已是 ${level} 级督办`, `level ${level} runs already`, {
        remedy: { zh: '请选择更高的级别', en: 'choose a higher level' },
      });
    },
    reportSupervision: ({ supervision }) => (supervision.state === 'open' ? fine : notSupervised()),
    concludeSupervision: ({ supervision }) =>
      supervision.state === 'reported'
        ? fine
        : refuse('supervisionUnanswered', '承办单位尚未反馈督办', 'the unit has not reported on the supervision', {
            remedy: { zh: '请承办单位先提交督办反馈', en: 'the unit reports first' },
          }),
  },
  folds: {
    'supervision.started': (draft, { level, rule }, at) => {
      escalatedBy(draft, rule);
      draft.supervision = { level, state: 'open', since: at };
    },
    'supervision.escalated': (draft, { level, rule }) => {
      escalatedBy(draft, rule);
      draft.supervision = { level, state: 'open', since: draft.supervision.since };
    },
    'supervision.reported': (draft) => {
      draft.supervision = { ...draft.supervision, state: 'reported' };
    },
    'supervision.concluded': (draft) => {
      draft.supervision = { ...draft.supervision, state: 'concluded' };
    },
    'accountability.entered': (draft, { rule }) => escalatedBy(draft, rule),
  },
};

function notSupervised(): Verdict {
  return refuse('notSupervised', '没有进行中的督办', 'no supervision is running', {
    remedy: { zh: '请先发起督办', en: 'start a supervision first' },
  });
}
