import { done, type TrackConduct } from '../../ticket/conduct.js';
import { closeAt, leaveUnit } from '../../ticket/fold.js';
import { fine, type Refusal, refuse } from '../../ticket/refusal.js';
import { type MergingEvents, type merging, releasing } from './declaration.js';
import { contradiction } from './match.js';
import { rootRefusal } from './root.js';

/** What merging does. */
export const mergingConduct: TrackConduct<keyof typeof merging.commands, keyof MergingEvents> = {
  perform: {
    merge: (ticket, data, { root, pack, at }) => {
      const refusal = rootRefusal(root, data.into, at, pack) ?? contradiction(ticket, root, data.match, pack);
      return refusal === undefined ? done('ticket.merged', data) : { ok: false, refusal };
    },
    unmerge: ({ id, mergedInto }, data, { root }) => {
      const isKept = root?.absorbed.includes(id) === true && !releasing.some((state) => state === root.state);
      return isKept ? rootEnded() : done('ticket.unmerged', { from: mergedInto?.ticket ?? '', ...data });
    },
    absorb: (root, data, { pack, at }) => {
      // Between the merge and its other half another repeat may have come in; what is in it already is for the check.
      const refusal = root.absorbed.includes(data.ticket) ? undefined : rootRefusal(root, root.id, at, pack);
      return refusal === undefined ? done('repeat.absorbed', data) : { ok: false, refusal };
    },
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

/** A root that is filed, or in the hands of an emergency line, keeps the repeats that ended with it. */
function rootEnded(): { ok: false; refusal: Refusal } {
  return refuse('rootNotOpen', '主件已终结，不能取消并案', 'the root has come to its end and keeps its repeats', {
    remedy: { zh: '请重新登记', en: 'register the matter anew' },
  });
}
