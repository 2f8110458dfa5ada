import type { CityPack } from '@hotline-kit/rules';
import { stillAssisting } from '../../clocks/assist-clock.js';
import { dispatchTarget } from '../../dispatch/dispatch-target.js';
import { unknownUnit } from '../../dispatch/unknown-unit.js';
import type { Actor } from '../../ticket/actor.js';
import { done, type TrackConduct } from '../../ticket/conduct.js';
import { startRound, unchanged } from '../../ticket/fold.js';
import { fine, type Refusal, refuse } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { DispatchEvents, dispatching } from './declaration.js';
import { foldTarget } from './fold-target.js';
import { keptLimits, noneBelow, onTheWay, outsideOwnUnits } from './levels.js';
import { below } from './targets.js';

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
    finishAssist: (ticket, { result, unit }, { by, pack }) => {
      const isOwn = (assist: string) => by.unit !== undefined && pack.units.isWithin(by.unit, assist);
      const named = assistsOpenTo(by, ticket, pack).find((assist) =>
        unit === undefined ? isOwn(assist) : assist === unit,
      );
      return named === undefined ? noAssist(ticket) : done('assist.finished', { unit: named, result });
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
  checks: {
    dispatch: ({ lead }, _data, { pack }) => (lead === null || below(lead, pack).length > 0 ? fine : noneBelow(lead)),
    finishAssist: (ticket, _data, { by, pack }) =>
      assistsOpenTo(by, ticket, pack).length > 0 ? fine : noAssist(ticket),
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

/** The assists that an actor can report as done: those of their own unit, and for the hotline's dispatchers any. */
function assistsOpenTo({ role, unit }: Actor, ticket: TicketRecord, { units }: CityPack): readonly string[] {
  const open = stillAssisting(ticket);
  return role === 'dispatcher' ? open : open.filter((assist) => unit !== undefined && units.isWithin(unit, assist));
}

function noAssist({ assists }: TicketRecord): { ok: false; refusal: Refusal } {
  return refuse('noAssist', '没有该单位待办的协办', 'that unit has nothing left to assist with', {
    remedy: { zh: `协办单位：${assists.join('、')}`, en: `assisting units: ${assists.join(', ')}` },
  });
}
