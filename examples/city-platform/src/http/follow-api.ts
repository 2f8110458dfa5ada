import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { lookUp } from '../follow/look-up.js';
import type { Platform } from '../platform.js';
import { followedTicket } from '../screens/followed-ticket.js';
import { problem, refused } from './problem.js';
import { readBody } from './read-body.js';
import { missing } from './tickets-api.js';
import type { Visit } from './visit.js';

const keyCookie = 'follow';
const lookUpBody = z.strictObject({ number: z.string().trim().min(1).max(64), lastFour: z.string().regex(/^\d{4}$/) });
const ratingBody = z.strictObject({
  id: z.string().min(1).max(100).exactOptional(),
  data: z.record(z.string(), z.unknown()),
});

/** The key of this browser, given when a ticket was looked up. */
export function followKey(context: Context): string | undefined {
  return getCookie(context, keyCookie);
}

/** `/api/follow`: the citizen finds a ticket by its number and their phone's last four digits, reads it and rates it. */
export function followApi(platform: Platform, visit: (context: Context) => Visit): Hono {
  const { desk, follow, guesses } = platform;
  const api = new Hono();

  api.post('/', async (context) => {
    const read = await readBody(context, lookUpBody);
    if (!read.ok) return read.answer;
    const { number, lastFour } = read.body;
    if (guesses.tooMany(number)) {
      return problem(context, 429, 'tooManyGuesses', '查询次数过多，请一分钟后再试', 'too many tries: wait a minute');
    }
    const ticket = await lookUp(desk, number, lastFour);
    if (ticket === undefined) {
      guesses.count(number);
      // Whether the number or the digits were wrong is not for strangers to learn.
      const en = 'no ticket has this number and these digits';
      return problem(context, 404, 'notFound', '工单编号或手机号后四位不对，请核对后再查', en);
    }
    const key = follow.issue(ticket, followKey(context));
    setCookie(context, keyCookie, key, { path: '/', sameSite: 'Strict', httpOnly: true });
    return context.json({ ok: true, ticket: { id: ticket } });
  });

  api.get('/:id', async (context) => {
    const at = platform.now();
    const found = await followedTicket(platform, context.req.param('id'), visit(context).user, followKey(context), at);
    return found === undefined ? missing(context) : context.json({ now: new Date(at), ...found.shown });
  });

  api.post('/:id/rate', async (context) => {
    const read = await readBody(context, ratingBody);
    if (!read.ok) return read.answer;
    const id = context.req.param('id');
    const at = platform.now();
    const found = await followedTicket(platform, id, visit(context).user, followKey(context), at);
    if (found === undefined) return missing(context);
    const command = { ...read.body, ticket: id, type: 'rate', by: found.citizen, at };
    const result = await desk.execute(command as unknown as Parameters<typeof desk.execute>[0]);
    return result.ok ? context.json({ ok: true }) : refused(context, result.refusal);
  });

  return api;
}
