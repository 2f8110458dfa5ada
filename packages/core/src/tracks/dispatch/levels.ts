import type { CityPack } from '@hotline-kit/rules';
import type { Term } from '@hotline-kit/sla-calendar';
import type { Actor } from '../../ticket/actor.js';
import { type Refusal, refuse } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';
import type { DispatchTarget } from './dispatch-data.js';

/** The refusal of passing down what is with a unit that has none below it. */
export function noneBelow(holder: string): { ok: false; refusal: Refusal } {
  return refuse('notBelow', '本单位没有下级单位可派', `"${holder}" has no unit below it`, {
    remedy: { zh: '请自行办理，或申请退单后重新派单', en: 'handle it, or return it and dispatch it anew' },
  });
}

/**
 * What stands against a dispatch below the city: a ticket that is with a unit is only passed down, and whoever
 * dispatches for a unit does so among its own.
 */
export function outsideOwnUnits(
  by: Actor,
  lead: string,
  ticket: TicketRecord,
  { units }: CityPack,
): { ok: false; refusal: Refusal } | undefined {
  const holder = ticket.lead;
  if (holder !== null && (lead === holder || !units.isWithin(lead, holder))) {
    return refuse('notBelow', '工单只能派往下级单位', `"${lead}" is not below "${holder}", which has the ticket`, {
      remedy: { zh: '请派往下级，或申请退单后重新派单', en: 'pass it down, or return it and dispatch it anew' },
    });
  }
  const isOfUnit = by.role !== 'dispatcher' && by.role !== 'agent' && by.role !== 'system';
  if (!isOfUnit || (by.unit !== undefined && units.isWithin(lead, by.unit))) return undefined;
  return refuse(
    'outsideOwnUnits',
    '只能派往本单位及下级单位',
    `"${lead}" is not within the own unit "${by.unit ?? ''}"`,
    {
      remedy: { zh: '请退回上级调度', en: 'send it back to the level above' },
    },
  );
}

/** The way that the ticket has taken, with its own limits: who passes it down stands on it, and keeps them. */
export function onTheWay(
  ticket: TicketRecord,
  { limits }: DispatchTarget,
  by: Actor,
  { units }: CityPack,
): Pick<DispatchTarget, 'path' | 'limits'> {
  if (ticket.lead !== null) return { path: [...ticket.path, ticket.lead], limits: { ...ticket.limits, ...limits } };
  const last = ticket.path.at(-1);
  const isFromThere = last !== undefined && by.unit !== undefined && units.isWithin(last, by.unit);
  return { path: isFromThere ? ticket.path : [], limits };
}

/** Where the procedure says that the limit may come from the ticket itself, a new round keeps it. */
export function keptLimits(
  ticket: TicketRecord,
  given: Readonly<Record<string, Term>>,
  { procedure }: CityPack,
): Readonly<Record<string, Term>> {
  return procedure.handlingLimit !== undefined ? { ...ticket.limits, ...given } : given;
}
