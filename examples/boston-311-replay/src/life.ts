import type { Actor, Call, DeskCommand } from '@hotline-kit/core';
import { isoInZone } from '@hotline-kit/sla-calendar';
import type { Row } from './rows/row.js';

const agent: Actor = { id: 'hotline-agent', role: 'agent', unit: 'hotline' };
const dispatcher: Actor = { id: 'hotline-dispatcher', role: 'dispatcher', unit: 'hotline' };
const callbackOfficer: Actor = { id: 'hotline-callback', role: 'callbackOfficer', unit: 'hotline' };

/**
 * The commands of a row's life. What the file tells is when a request was opened and when it was closed: it is
 * registered and dispatched at the one instant, and goes through all further steps at the other. Waiving the callback,
 * of which the file knows nothing, closes the ticket.
 *
 * The published target goes along as a fixed limit of this very ticket. Ids of tickets and commands come from the row's
 * own id, so a second run over the same database changes nothing.
 *
 * @param lead the unit that the pack's own routing names; its people do the work
 */
export function lifeOf(row: Row, call: Call, lead: string, zone: string): readonly DeskCommand[] {
  const { id, openedAt, closedAt, targetAt } = row;
  const limits = targetAt && { handle: { kind: 'fixed', at: isoInZone(targetAt, zone) } as const };
  const opened: readonly DeskCommand[] = [
    { id, ticket: id, type: 'register', data: call, by: agent, at: openedAt },
    {
      id: `${id}:dispatch`,
      ticket: id,
      type: 'dispatch',
      data: { ...(limits && { limits }) },
      by: dispatcher,
      at: openedAt,
    },
  ];
  if (closedAt === undefined) return opened;
  const handler: Actor = { id: `${lead}-handler`, role: 'handler', unit: lead };
  const leader: Actor = { id: `${lead}-leader`, role: 'unitLeader', unit: lead };
  const reply = { result: 'Closed by the department', solved: 'yes' } as const;
  return [
    ...opened,
    { id: `${id}:sign`, ticket: id, type: 'sign', data: {}, by: handler, at: closedAt },
    { id: `${id}:accept`, ticket: id, type: 'accept', data: {}, by: handler, at: closedAt },
    { id: `${id}:reply`, ticket: id, type: 'submitReply', data: reply, by: handler, at: closedAt },
    { id: `${id}:approve`, ticket: id, type: 'approveReply', data: {}, by: leader, at: closedAt },
    {
      id: `${id}:waive`,
      ticket: id,
      type: 'waiveCallback',
      data: { ground: 'notRecorded' },
      by: callbackOfficer,
      at: closedAt,
    },
  ];
}
