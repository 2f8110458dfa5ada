import { type CityPack, NoRouteError, routeTicket } from '@hotline-kit/rules';
import type { CommandData } from '../ticket/command.js';
import type { EventData } from '../ticket/event.js';
import type { IsoInstant } from '../ticket/instant.js';
import { type Refusal, refuse } from '../ticket/refusal.js';
import type { TicketRecord } from '../ticket/ticket-record.js';
import { factsOfTicket } from './facts-of-ticket.js';
import { unknownClock } from './unknown-clock.js';
import { unknownUnit } from './unknown-unit.js';

type Target = EventData['ticket.dispatched'];

/**
 * Who gets the ticket, and why: the unit that a person names, else the one that the pack's rules, its implementation
 * list or its fallback name.
 */
export function dispatchTarget(
  ticket: TicketRecord,
  data: CommandData['dispatch'],
  pack: CityPack,
  at: IsoInstant,
): { ok: true; target: Target } | { ok: false; refusal: Refusal } {
  const unknown =
    unknownUnit([data.lead, ...(data.assists ?? [])], pack) ?? unknownClock(Object.keys(data.limits ?? {}), pack);
  if (unknown !== undefined) return unknown;
  const { lead, limits = {}, statutory, law } = data;
  const period = { ...(statutory === undefined ? {} : { statutory }), ...(law === undefined ? {} : { law }) };
  if (lead !== undefined) {
    const article = data.article ?? null;
    const assists = (data.assists ?? []).filter((assist) => assist !== lead);
    return { ok: true, target: { lead, assists, limits, ...period, via: 'person', rule: null, line: null, article } };
  }
  try {
    const route = routeTicket(pack, factsOfTicket(ticket, pack, at), { at });
    const assists = [...new Set([...route.assists, ...(data.assists ?? [])])].filter((assist) => assist !== route.lead);
    const { via, rule = null, line = null, article = data.article ?? null } = route;
    return { ok: true, target: { lead: route.lead, assists, limits, ...period, via, rule, line, article } };
  } catch (error) {
    if (!(error instanceof NoRouteError)) throw error;
    return refuse('noRoute', '没有规则、清单或兜底单位可以承办', error.message, {
      remedy: {
        zh: '请指定主办单位，或在城市包中补充派单规则、实施清单或兜底单位',
        en: 'name a lead, or add a routing rule, a line of the implementation list or a fallback unit to the pack',
      },
    });
  }
}
