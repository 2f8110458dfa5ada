import { type Context, Hono } from 'hono';
import type { Bundle } from '../client/bundle.js';
import type { Language } from '../pages/choices.js';
import type { Platform } from '../platform.js';
import { startFacts } from '../screens/start-facts.js';
import { assets } from './assets.js';
import { clockApi } from './clock-api.js';
import { followApi } from './follow-api.js';
import { guards } from './guard.js';
import { pages } from './pages.js';
import { problem } from './problem.js';
import { ticketsApi } from './tickets-api.js';
import { type Visit, visitOf } from './visit.js';

/** How the platform is served. */
export interface AppOptions {
  readonly platform: Platform;
  readonly bundle: Bundle;
  /** Names under which this machine may be addressed. */
  readonly hostnames: ReadonlySet<string>;
  /** Language of a visitor who has chosen none. */
  readonly language: Language;
}

/** The platform as an HTTP application: guards first, then the API, then the pages. */
export async function httpApp({ platform, bundle, hostnames, language }: AppOptions): Promise<Hono> {
  const { desk, users } = platform;
  const visit = (context: Context): Visit => visitOf(context, users, language);
  const app = new Hono();
  app.use(...guards(hostnames));
  app.route('/assets', await assets(bundle));
  app.use('/api/*', async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  app.get('/api/users', (context) => context.json({ users }));
  app.get('/api/start', async (context) => {
    const at = platform.now();
    return context.json({ now: new Date(at), ...(await startFacts(desk, at)) });
  });
  app.route('/api/tickets', ticketsApi(platform, visit));
  app.route('/api/clock', clockApi(platform));
  app.route('/api/follow', followApi(platform, visit));
  app.all('/api/*', (context) => problem(context, 404, 'noSuchPath', '没有这个接口', 'there is no such endpoint'));
  app.route('/', pages(platform, bundle, visit));
  app.onError((error, context) => {
    // What went wrong, and where; never what somebody sent.
    process.stderr.write(`${context.req.method} ${context.req.routePath}: ${error.stack ?? error.name}\n`);
    return problem(context, 500, 'fault', '系统出错，请稍后再试', 'something went wrong');
  });
  return app;
}
