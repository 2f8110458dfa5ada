import { approversOf } from '@hotline-kit/rules';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { ReplyEvents, replying } from './declaration.js';

/** What replies do. */
export const replyConduct: TrackConduct<keyof typeof replying.commands, keyof ReplyEvents, 'replyNeedsApproval'> = {
  perform: {
    submitReply: (_ticket, data) => done('reply.submitted', data),
    approveReply: (_ticket, data) => done('reply.approved', data),
    rejectReply: (_ticket, data) => done('reply.rejected', data),
  },
  checks: {
    submitReply: ({ suspension }) =>
      suspension === null
        ? fine
        : refuse('suspended', '工单已挂起,不能答复', 'a suspended ticket is not replied to', {
            remedy: { zh: '请先恢复办理', en: 'resume it first' },
          }),
  },
  guards: {
    replyNeedsApproval: (_ticket, facts, { procedure }) => approversOf(procedure, 'reply', facts).length > 0,
  },
  folds: {
    'reply.submitted': (draft, { result, solved }, at) => {
      draft.reply = { result, solved, submittedAt: at, approvedAt: null };
    },
    'reply.approved': (draft, _data, at) => {
      if (draft.reply !== null) draft.reply = { ...draft.reply, approvedAt: at };
    },
    'reply.rejected': (draft) => {
      draft.reply = null;
    },
  },
};
