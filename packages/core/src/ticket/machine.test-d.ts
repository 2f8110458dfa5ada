import type { openDesk, Ticket } from '@hotline-kit/core';
import { describe, expectTypeOf, test } from 'vitest';

const by = { id: 'w1', role: 'handler', unit: 'u1' } as const;
const given = { by, at: '2023-07-10T09:00:00+08:00' };

describe('an illegal command does not compile', () => {
  test('once the state is known, only its commands are there', () => {
    const ticket = {} as Ticket;
    if (!ticket.is('dispatched')) return;
    expectTypeOf(ticket.state).toEqualTypeOf<'dispatched'>();
    void ticket.do('sign', {}, given);
    // @ts-expect-error a reply is not possible before the ticket is signed and accepted
    void ticket.do('submitReply', { result: 'done', solved: 'yes' }, given);
  });

  test('the data of a command is the command’s own', () => {
    const ticket = {} as Ticket<'handling'>;
    void ticket.do('submitReply', { result: 'done', solved: 'yes' }, given);
    // @ts-expect-error there is no reply without a result
    void ticket.do('submitReply', { solved: 'yes' }, given);
    // @ts-expect-error satisfaction is no part of a reply
    void ticket.do('submitReply', { result: 'done', solved: 'yes', satisfaction: 5 }, given);
  });

  test('the next state is known', async () => {
    const signed = {} as Ticket<'signed'>;
    const result = await signed.do('accept', {}, given);
    if (result.ok) expectTypeOf(result.ticket.state).toEqualTypeOf<'handling'>();
    const handling = {} as Ticket<'handling'>;
    const replied = await handling.do('submitReply', { result: 'done', solved: 'yes' }, given);
    if (replied.ok) expectTypeOf(replied.ticket.state).toEqualTypeOf<'pendingApproval' | 'replied' | 'handling'>();
    const urged = await handling.do('urge', { reason: 'late' }, given);
    if (urged.ok) expectTypeOf(urged.ticket.state).toEqualTypeOf<'handling'>();
  });

  test('a new ticket is received', async () => {
    const desk = {} as Awaited<ReturnType<typeof openDesk>>;
    const result = await desk.register({ channel: 'phone', type: 'help', content: 'x', place: {} }, given);
    if (result.ok) expectTypeOf(result.ticket.state).toEqualTypeOf<'received'>();
  });
});
