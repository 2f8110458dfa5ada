import { dispatchTarget } from '../../dispatch/dispatch-target.js';
import { unknownUnit } from '../../dispatch/unknown-unit.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { startRound, unchanged } from '../../ticket/fold.js';
import { refuse } from '../../ticket/refusal.js';
import type { DispatchEvents, dispatching } from './declaration.js';
import { foldTarget } from './fold-target.js';
import { keptLimits, onTheWay, outsideOwnUnits } from './levels.js';

/** What dispatch does. */
export const dispatchConduct: TrackConduct<keyof typeof dispatching.commands, keyof DispatchEvents> = {
  perform: {
    dispatch: (ticket, data, { by, pack, at }) => {
      const dispatched = dispatchTarget(ticket, data, pack, at);
      if (!dispatched.ok) return dispatched;
      const outside = outsideOwnUnits(by, dispatched.target.lead, ticket, pack);
      return (
        outside ?? done('ticket.dispatched', { ...dispatched.target, ...onTheWay(ticket, dispatched.target, by, pack) })
      );
    },
    finishAssist: ({ assists, finishedAssists }, { result, unit }, { by, pack }) => {
      const own = by.unit;
      const named = unit ?? assists.find((assist) => own !== undefined && pack.units.isWithin(own, assist));
      if (named !== undefined && assists.includes(named) && !finishedAssists.includes(named)) {
        return done('assist.finished', { unit: named, result });
      }
      return refuse('noAssist', '没有该单位待办的协办', 'that unit has nothing left to assist with', {
        remedy: { zh: `协办单位：${assists.join('、')}`, en: `assisting units: ${assists.join(', ')}` },
      });
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
      const limits = keptLimits(ticket, dispatched.target.limits, pack);
      const path = data.lead === undefined || data.lead === ticket.lead ? ticket.path : [];
      return done('ticket.redispatched', { ...dispatched.target, ...kept, ...article, limits, path, reason });
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
    'assist.finished': (draft, { unit }) => {
      draft.finishedAssists = [...draft.finishedAssists, unit];
    },
    'ticket.signed': unchanged,
    'ticket.accepted': (draft, { handler }) => {
      draft.handler = handler;
    },
  },
};
