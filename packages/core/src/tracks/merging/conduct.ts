import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, leaveUnit } from '../../ticket/fold.js';
import { fine, refuse } from '../../ticket/refusal.js';
import type { MergingEvents, merging } from './declaration.js';

/** What merging does. */
export const mergingConduct: TrackConduct<keyof typeof merging.commands, keyof MergingEvents> = {
  perform: {
    merge: (_ticket, data) => done('ticket.merged', data),
    unmerge: ({ mergedInto }, data) => done('ticket.unmerged', { from: mergedInto?.ticket ?? '', ...data }),
    absorb: (_ticket, data) => done('repeat.absorbed', data),
    release: (_ticket, data) => done('repeat.released', data),
  },
  checks: {
    merge: (ticket, data) => {
      if (data?.into === ticket.id) {
        return refuse('mergeWithItself', '不能与自身并案', 'a ticket is not merged into itself', {
          remedy: { zh: '请选择主件', en: 'name the ticket that it repeats' },
        });
      }
      if (ticket.absorbed.length === 0) return fine;
      return refuse('hasRepeats', '主件不能再并入他件', `it is itself the root of ${ticket.absorbed.length} tickets`, {
        remedy: { zh: '请先取消其并案，或将他件并入本件', en: 'merge the other one into it, or undo its merges first' },
      });
    },
    absorb: (ticket, data) =>
      data === undefined || (!ticket.absorbed.includes(data.ticket) && data.ticket !== ticket.id)
        ? fine
        : refuse('alreadyAbsorbed', '该件已并入', 'that ticket is merged into it already', {
            remedy: { zh: '无须再次并入', en: 'nothing is left to do' },
          }),
    release: (ticket, data) =>
      data === undefined || ticket.absorbed.includes(data.ticket)
        ? fine
        : refuse('notAbsorbed', '该件未并入本件', 'that ticket is not merged into it', {
            remedy: { zh: '请核对工单编号', en: 'check the id of the ticket' },
          }),
  },
  folds: {
    'ticket.merged': (draft, { into }, at) => {
      draft.mergedInto = { ticket: into, at };
      closeAt(draft, undefined, at);
    },
    'ticket.unmerged': (draft) => {
      draft.mergedInto = null;
      draft.closedAt = null;
      leaveUnit(draft);
    },
    'repeat.absorbed': (draft, { ticket }) => {
      draft.absorbed = [...draft.absorbed, ticket];
    },
    'repeat.released': (draft, { ticket }) => {
      draft.absorbed = draft.absorbed.filter((each) => each !== ticket);
    },
  },
};
