import { type CityPack, choose } from '@hotline-kit/rules';
import { dueDate } from '@hotline-kit/sla-calendar';
import { factsOfTicket } from '../../dispatch/facts-of-ticket.js';
import type { IsoInstant } from '../../ticket/instant.js';
import { openStates } from '../../ticket/life-states.js';
import { type Refusal, refuse } from '../../ticket/refusal.js';
import type { TicketRecord } from '../../ticket/ticket-record.js';

/** Why a ticket cannot be the root of a merge: it is not there, its life is over, it is full, or too old. */
export function rootRefusal(
  root: TicketRecord | undefined,
  id: string,
  at: IsoInstant,
  pack: CityPack,
): Refusal | undefined {
  if (root === undefined) {
    return refuse('ticketUnknown', `没有工单“${id}”`, `there is no ticket "${id}"`, {
      remedy: { zh: '请核对主件编号', en: 'check the id of the root' },
    }).refusal;
  }
  if (!openStates.some((state) => state === root.state)) {
    return refuse('rootNotOpen', '主件已终结，不能并入', `the root is "${root.state}" and takes no repeats`, {
      remedy: { zh: '请选择办理中的主件', en: 'choose a root whose life goes on' },
    }).refusal;
  }
  const section = pack.procedure.merging;
  const facts = factsOfTicket(root, pack, at);
  const article = section?.article === undefined ? {} : { article: section.article };
  const maximum = choose(section?.maximum, facts);
  if (maximum !== undefined && root.absorbed.length >= maximum) {
    return refuse('tooMany', `最多并入${maximum}件`, `at most ${maximum} tickets are merged into one`, {
      ...article,
      remedy: { zh: '请单独办理', en: 'handle it by itself' },
    }).refusal;
  }
  const within = choose(section?.within, facts);
  if (within === undefined || at <= dueDate(within, root.registeredAt, pack.defaultCalendar).dueAt.toISOString()) {
    return undefined;
  }
  return refuse('windowClosed', '已过并案期限', 'the time for merging into this root has passed', {
    ...article,
    remedy: { zh: '请单独办理', en: 'handle it by itself' },
  }).refusal;
}
