import { type Context, Hono } from 'hono';
import type { Bundle } from '../client/bundle.js';
import type { Page } from '../pages/page.js';
import type { Platform } from '../platform.js';
import { callChoices } from '../screens/call-choices.js';
import { followedTicket } from '../screens/followed-ticket.js';
import { queueFor } from '../screens/queue.js';
import { staffTicket } from '../screens/staff-ticket.js';
import { followSamples, startFacts } from '../screens/start-facts.js';
import { followKey } from './follow-api.js';
import type { Visit } from './visit.js';

/** The pages, rendered with what they show. */
export function pages(platform: Platform, { render }: Bundle, visit: (context: Context) => Visit): Hono {
  const { city, desk, users } = platform;
  const app = new Hono();

  async function show(
    context: Context,
    make: (at: number, visit: Visit) => Promise<Omit<Page, 'now'> | undefined>,
  ): Promise<Response> {
    const visiting = visit(context);
    const at = platform.now();
    const made = await make(at, visiting);
    const page = { now: new Date(at).toISOString(), ...(made ?? { kind: 'missing' }) } as Page;
    const frame = { ...visiting, city: city.pack.title, users, path: context.req.path };
    // Other people's tickets stay in no cache.
    context.header('cache-control', 'no-store');
    return context.html(render({ frame, page }), page.kind === 'missing' ? 404 : 200);
  }

  app.get('/', (context) => show(context, async (at) => ({ kind: 'start', ...(await startFacts(desk, at)) })));
  app.get('/staff', (context) =>
    show(context, async (at, { user }) => ({ kind: 'queue', ...(await queueFor(desk, user, at)) })),
  );
  app.get('/staff/call', (context) => show(context, async () => ({ kind: 'call', ...callChoices(city.pack) })));
  app.get('/staff/tickets/:id', (context) =>
    show(context, async (at, { user }) => {
      const ticket = await staffTicket(desk, city, context.req.param('id'), user, users, at);
      return ticket && { kind: 'ticket', ...ticket };
    }),
  );
  app.get('/follow', (context) =>
    show(context, async (at, { user }) => {
      const mine = user.role === 'citizen' ? (await queueFor(desk, user, at)).tickets : [];
      return { kind: 'lookUp', mine, samples: await followSamples(desk) };
    }),
  );
  app.get('/follow/:id', (context) =>
    show(context, async (at, { user }) => {
      const found = await followedTicket(platform, context.req.param('id'), user, followKey(context), at);
      return found && { kind: 'followed', ...found.shown };
    }),
  );
  app.get('*', (context) => show(context, async () => undefined));
  return app;
}
