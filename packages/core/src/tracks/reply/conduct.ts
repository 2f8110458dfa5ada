import { done, type TrackConduct } from '../../ticket/conduct.js';
import { dateOver } from '../../ticket/date-over.js';
import { counted, type Draft } from '../../ticket/fold.js';
import { fine, refuse } from '../../ticket/refusal.js';
import { answersOf } from './answers.js';
import type { ReplyEffect, ReplyEvents, ReplyRecord, replying } from './declaration.js';
import { effectOf, needsApproval } from './reply-kind.js';

/** What replies do. */
export const replyConduct: TrackConduct<
  keyof typeof replying.commands,
  keyof ReplyEvents,
  'replyNeedsApproval' | 'replyIsInterim' | 'approvedReplyIsInterim'
> = {
  perform: {
    submitReply: (ticket, data, { pack, facts, at }) => {
      const effect = effectOf(data, facts, pack);
      const over = dateOver('until', data.until, at);
      if (over !== undefined) return over;
      if (effect === 'extends' && data.until === undefined) {
        return refuse('missing', '须写明延至何时', 'this kind of reply says until when', {
          remedy: { zh: '请填写 until', en: 'give the date as "until"' },
        });
      }
      const isGiven = effect === 'replies' && !needsApproval(data, facts, pack);
      return done('reply.submitted', {
        ...data,
        ...unlessFinal(effect),
        ...(isGiven ? answersOf(ticket, facts, pack) : {}),
      });
    },
    approveReply: (ticket, data, { pack, facts }) =>
      done('reply.approved', {
        ...data,
        ...unlessFinal(ticket.reply?.effect),
        ...(ticket.reply?.effect === 'replies' ? answersOf(ticket, facts, pack) : {}),
      }),
    rejectReply: (_ticket, data) => done('reply.rejected', data),
  },
  checks: {
    submitReply: ({ suspension }) =>
      suspension === null
        ? fine
        : refuse('suspended', '工单已挂起，不能答复', 'a suspended ticket is not replied to', {
            remedy: { zh: '请先恢复办理', en: 'resume it first' },
          }),
  },
  guards: {
    replyNeedsApproval: (_ticket, facts, pack, data) => needsApproval(data as { kind?: string }, facts, pack),
    replyIsInterim: (_ticket, facts, pack, data) => effectOf(data as { kind?: string }, facts, pack) !== 'replies',
    approvedReplyIsInterim: (ticket) => (ticket?.reply?.effect ?? 'replies') !== 'replies',
  },
  folds: {
    'reply.submitted': (draft, { result, solved, kind, effect = 'replies', until }, at) => {
      const reply: ReplyRecord = {
        result,
        solved,
        submittedAt: at,
        approvedAt: null,
        kind: kind ?? null,
        effect,
        until: until ?? null,
      };
      counted(draft, kind);
      draft.reply = reply;
      // Without an approval an interim reply is the citizen's at once, and the handling goes on.
      if (draft.state === 'handling') given(draft, reply);
    },
    'reply.approved': (draft, _data, at) => {
      if (draft.reply === null) return;
      const reply = { ...draft.reply, approvedAt: at };
      draft.reply = reply;
      if (reply.effect !== 'replies') given(draft, reply);
    },
    'reply.rejected': (draft) => {
      draft.reply = null;
    },
  },
};

/** An interim reply has reached the citizen: the final one is still to come. */
function given(draft: Draft, reply: ReplyRecord): void {
  draft.interimReplies = [...draft.interimReplies, reply];
  draft.reply = null;
}

/** A final reply is the rule, and the log says nothing of its effect. */
function unlessFinal(effect: ReplyEffect = 'replies'): { readonly effect?: ReplyEffect } {
  return effect === 'replies' ? {} : { effect };
}
