import type { CityPack, TicketFacts } from '@hotline-kit/rules';
import { redispatchLimits } from '@hotline-kit/rules';
import type { CommandData } from './command.js';
import type { ChartCommand } from './machine.js';
import { noExtension, type Refusal, refuse } from './refusal.js';
import { isSupervised, type Rating, type TicketRecord } from './ticket-record.js';

type Verdict = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };
type Check = (ticket: TicketRecord, data: unknown, facts: TicketFacts, pack: CityPack) => Verdict;

const fine: Verdict = { ok: true };

/** Whether the citizen is unhappy: not solved, or satisfaction 1 不满意 or 2. */
function isUnhappy({ solved, satisfaction }: Rating): boolean {
  return solved === 'no' || satisfaction <= 2;
}

/** What holds in every city, whatever its procedure says. `data` is undefined when only asked what is possible. */
export const invariants: Readonly<Partial<Record<ChartCommand, Check>>> = {
  supervise: (ticket) =>
    !isSupervised(ticket)
      ? fine
      : refuse('alreadySupervised', '已在督办中', `level ${ticket.supervision.level} is already running`, {
          remedy: { zh: '可提升督办级别', en: 'escalate the supervision instead' },
        }),
  escalateSupervision: (ticket, data) => {
    if (!isSupervised(ticket)) return notSupervised();
    const { supervision } = ticket;
    const level = (data as CommandData['escalateSupervision'] | undefined)?.level ?? 3;
    if (level > supervision.level) return fine;
    return refuse('levelNotHigher', `当前已是 ${supervision.level} 级督办`, `level ${supervision.level} runs already`, {
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
  answerOnline: ({ call }) =>
    call.type === 'consult'
      ? fine
      : refuse('notAnswerable', '只有咨询可以在线解答', 'only a consultation is answered online', {
          remedy: { zh: '请派单办理', en: 'dispatch it' },
        }),
  requestExtension: (ticket, data) => {
    if (ticket.extension !== null) {
      return refuse('extensionOpen', '已有待审批的延期申请', 'an extension already waits for approval', {
        remedy: { zh: '请等待审批', en: 'wait for the decision' },
      });
    }
    const id = (data as CommandData['requestExtension'] | undefined)?.clock ?? 'handle';
    const clock = ticket.clocks[id];
    if (clock !== undefined && clock.stoppedAt === null) return fine;
    return refuse('clockNotRunning', `时限"${id}"没有在计时`, `clock "${id}" does not run`, {
      remedy: { zh: '只能延长正在计时的时限', en: 'only a running clock can be extended' },
    });
  },
  approveExtension: extensionAsked,
  rejectExtension: extensionAsked,
  suspend: ({ suspension }) =>
    suspension === null
      ? fine
      : refuse('alreadySuspended', '工单已挂起', 'the ticket is suspended already', {
          remedy: { zh: '请先恢复办理', en: 'resume it first' },
        }),
  resume: ({ suspension }) =>
    suspension !== null
      ? fine
      : refuse('notSuspended', '工单没有挂起', 'the ticket is not suspended', {
          remedy: { zh: '工单正在办理', en: 'it is being handled' },
        }),
  submitReply: ({ suspension }) =>
    suspension === null
      ? fine
      : refuse('suspended', '工单已挂起,不能答复', 'a suspended ticket is not replied to', {
          remedy: { zh: '请先恢复办理', en: 'resume it first' },
        }),
  promise: ({ promise }) =>
    promise === null || promise.fulfilledAt !== null
      ? fine
      : refuse('promiseOpen', '已有尚未兑现的承诺', 'an earlier promise is not yet fulfilled', {
          remedy: { zh: '请先兑现原承诺', en: 'fulfil it first' },
        }),
  fulfilPromise: ({ promise }) =>
    promise !== null && promise.fulfilledAt === null
      ? fine
      : refuse('noPromise', '没有待兑现的承诺', 'there is no promise to fulfil', {
          remedy: { zh: '请先作出承诺', en: 'make a promise first' },
        }),
  waiveCallback: supervisionAnswered,
  close: (ticket, data, facts, pack) => {
    const answered = supervisionAnswered(ticket);
    if (!answered.ok || ticket.rating === null || !isUnhappy(ticket.rating)) return answered;
    const { mode, maximumRounds } = redispatchLimits(pack.procedure, facts);
    if (mode === 'must' && ticket.round < maximumRounds) {
      return refuse('mustRedispatch', '群众不满意，应当重办', 'the citizen is unhappy: the ticket goes round again', {
        remedy: { zh: '请重新派单', en: 'redispatch it' },
      });
    }
    if (data === undefined || (data as CommandData['close']).reason !== undefined) return fine;
    return refuse('unhappyNeedsReason', '群众不满意，办结须说明理由', 'closing an unhappy ticket needs a reason', {
      remedy: { zh: '填写经复核的办结理由', en: 'give the reviewed reason' },
    });
  },
};

function extensionAsked({ extension }: TicketRecord): Verdict {
  return extension === null ? noExtension() : fine;
}

/** A supervised ticket cannot close without its supervision reply. */
function supervisionAnswered({ supervision }: TicketRecord): Verdict {
  if (supervision.state !== 'open') return fine;
  return refuse('supervisionUnanswered', '督办尚未反馈，不能办结', 'the supervision has no reply yet', {
    remedy: { zh: '请承办单位先提交督办反馈', en: 'the unit reports on the supervision first' },
  });
}

function notSupervised(): Verdict {
  return refuse('notSupervised', '没有进行中的督办', 'no supervision is running', {
    remedy: { zh: '请先发起督办', en: 'start a supervision first' },
  });
}
