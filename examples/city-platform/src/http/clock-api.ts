import { Hono } from 'hono';
import * as z from 'zod';
import type { Platform } from '../platform.js';
import { readBody } from './read-body.js';

/** A month: farther ahead no year's holidays may be known. */
const mostMinutes = 31 * 24 * 60;
const advanceBody = z.strictObject({ minutes: z.int().min(1).max(mostMinutes) });

/** `/api/clock`: demo time, and moving it. */
export function clockApi(platform: Platform): Hono {
  const api = new Hono();
  api.get('/', (context) => context.json({ now: new Date(platform.now()) }));
  api.post('/advance', async (context) => {
    const read = await readBody(context, advanceBody);
    if (!read.ok) return read.answer;
    const fired = await platform.advance(read.body.minutes);
    return context.json({ ok: true, now: new Date(platform.now()), fired });
  });
  return api;
}
