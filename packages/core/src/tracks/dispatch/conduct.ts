import { dispatchTarget, unknownUnit } from '../../dispatch/dispatch-target.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { startRound, unchanged } from '../../ticket/fold.js';
import type { DispatchEvents, dispatching } from './declaration.js';
import { foldTarget } from './fold-target.js';

/** What dispatch does. */
export const dispatchConduct: TrackConduct<keyof typeof dispatching.commands, keyof DispatchEvents> = {
  perform: {
    dispatch: (ticket, data, { pack, at }) => {
      const dispatched = dispatchTarget(ticket, data, pack, at);
      return dispatched.ok ? done('ticket.dispatched', dispatched.target) : dispatched;
    },
    addAssist: (ticket, { assists, ...data }, { pack }) => {
      const unknown = unknownUnit(assists, pack);
      const added = assists.filter((unit) => unit !== ticket.lead);
      return unknown ?? done('assist.added', { assists: added, ...data });
    },
    sign: () => done('ticket.signed', {}),
    accept: (_ticket, { handler }, { by }) => done('ticket.accepted', { handler: handler ?? by.id }),
    redispatch: (ticket, { reason, ...data }, { pack, at }) => {
      const lead = data.lead ?? ticket.lead ?? undefined;
      const again = { assists: [...ticket.assists], ...data, ...(lead === undefined ? {} : { lead }) };
      const dispatched = dispatchTarget(ticket, again, pack, at);
      if (!dispatched.ok) return dispatched;
      // Where nobody is named it goes round to the unit that had it, for the reason that brought it there.
      const kept = data.lead === undefined && ticket.lead !== null ? ticket.reason : null;
      const article = data.article === undefined ? {} : { article: data.article };
      return done('ticket.redispatched', { ...dispatched.target, ...kept, ...article, reason });
    },
  },
  folds: {
    'ticket.dispatched': foldTarget,
    'ticket.redispatched': (draft, data, at) => {
      foldTarget(draft, data, at);
      startRound(draft);
    },
    'assist.added': (draft, { assists }) => {
      draft.assists = [...new Set([...draft.assists, ...assists])];
    },
    'ticket.signed': unchanged,
    'ticket.accepted': (draft, { handler }) => {
      draft.handler = handler;
    },
  },
};
