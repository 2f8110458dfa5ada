import { type Actor, type DeskCommand, HotlineError } from '@hotline-kit/core';
import { COMMANDS } from '@hotline-kit/rules';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { actorOf } from '../people/sample-users.js';
import type { Platform } from '../platform.js';
import { queueFor } from '../screens/queue.js';
import { staffTicket } from '../screens/staff-ticket.js';
import { problem, refused } from './problem.js';
import { readBody } from './read-body.js';
import type { Visit } from './visit.js';

const commandId = z.string().min(1).max(100);
/** What a command carries is core's to judge; here only the envelope counts. */
const commandBody = z.strictObject({
  id: commandId.exactOptional(),
  expectedVersion: z.int().positive().exactOptional(),
  data: z.record(z.string(), z.unknown()).default({}),
});
const callBody = z.strictObject({ id: commandId.exactOptional(), call: z.record(z.string(), z.unknown()) });

/** `/api/tickets`: the queue, one ticket, a new one, and every command by its name. */
export function ticketsApi(platform: Platform, visit: (context: Context) => Visit): Hono {
  const { desk, users } = platform;
  const api = new Hono();

  api.get('/', async (context) => {
    const at = platform.now();
    return context.json({ now: new Date(at), ...(await queueFor(desk, visit(context).user, at)) });
  });

  api.post('/', async (context) => {
    const read = await readBody(context, callBody);
    if (!read.ok) return read.answer;
    const { id = crypto.randomUUID(), call } = read.body;
    const by = actorOf(visit(context).user);
    const command = { id, ticket: id, type: 'register', data: ownedCall(call, by, id), by, at: platform.now() };
    return carryOut(context, command as unknown as DeskCommand, 201);
  });

  api.get('/:id', async (context) => {
    const at = platform.now();
    const { city } = platform;
    const ticket = await staffTicket(desk, city, context.req.param('id'), visit(context).user, users, at);
    return ticket === undefined ? missing(context) : context.json({ now: new Date(at), ...ticket });
  });

  api.post('/:id/:command', async (context) => {
    const { id: ticket, command: type } = context.req.param();
    if (!Object.hasOwn(COMMANDS, type) || type === 'register') {
      return problem(context, 404, 'commandUnknown', '没有这个操作', `there is no command "${type}"`);
    }
    const read = await readBody(context, commandBody);
    if (!read.ok) return read.answer;
    const by = actorOf(visit(context).user);
    return carryOut(context, { ...read.body, ticket, type, by, at: platform.now() } as unknown as DeskCommand, 200);
  });

  async function carryOut(context: Context, command: DeskCommand, status: 200 | 201): Promise<Response> {
    try {
      const result = await desk.execute(command);
      if (!result.ok) return refused(context, result.refusal);
      const { id, number, version, state } = result.ticket;
      return context.json({ ok: true, ticket: { id, number, version, state } }, status);
    } catch (error) {
      if (!(error instanceof HotlineError) || error.code !== 'commandIdReused') throw error;
      return problem(context, 409, error.code, '该提交编号已用于其他内容', error.message);
    }
  }

  return api;
}

/**
 * The call with whose it is, so that the citizen can follow and rate it: their own id where they are signed in, else
 * one made up for this caller. A phone number is no id: the id stands in the log for ever.
 */
function ownedCall(call: Record<string, unknown>, by: Actor, id: string): Record<string, unknown> {
  if (by.role === 'citizen') return { ...call, applicant: by.id };
  return call.caller === undefined ? call : { ...call, applicant: `caller-of-${id}` };
}

/** The answer for a ticket that is not there. */
export function missing(context: Context): Response {
  return problem(context, 404, 'ticketUnknown', '没有这件工单', 'there is no such ticket');
}
