import type { AddressInfo, Server } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { bundlePages } from './client/bundle.js';
import { httpApp } from './http/app.js';
import type { Language } from './pages/choices.js';
import { openPlatform } from './platform.js';

/** Where the platform is served unless told otherwise. */
export const usualPort = 12345;

/** How to start the platform. */
export interface PlatformOptions {
  /** Port to listen on; the usual one gives way to a free one where it is taken. 0 takes any free one. */
  readonly port?: number | undefined;
  /** SQLite file; without it a temporary one, taken away at the end. */
  readonly db?: string | undefined;
  /** Name or address to listen on; default `127.0.0.1`, this machine only. */
  readonly host?: string | undefined;
  /** Language of a visitor who has chosen none; default Chinese. */
  readonly language?: Language | undefined;
}

/** A platform that is being served. */
export interface RunningPlatform {
  readonly url: string;
  /** Stops serving and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts the platform: opens the desk, plays the stories, bundles the pages, and listens.
 * @throws the error of `listen` where a port that was asked for is taken
 * @example
 * const platform = await startPlatform({ port: 0 });
 * platform.url; // 'http://127.0.0.1:40123'
 * await platform.close();
 */
export async function startPlatform({
  port = usualPort,
  db,
  host = '127.0.0.1',
  language = 'zh',
}: PlatformOptions = {}): Promise<RunningPlatform> {
  const bundling = bundlePages();
  // Where the desk cannot be opened, that is what is told.
  bundling.catch(() => undefined);
  const platform = await openPlatform({ db });
  try {
    const hostnames = new Set([host, '127.0.0.1', 'localhost', '[::1]']);
    const app = await httpApp({ platform, bundle: await bundling, hostnames, language });
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const taken = await listen(server, port, host);
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
      async close() {
        await stop(server);
        await platform.close();
      },
    };
  } catch (error) {
    await platform.close();
    throw error;
  }
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    return await listenOn(server, port, host);
  } catch (error) {
    if (port !== usualPort || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listenOn(server, 0, host);
  }
}

function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    // Browsers keep connections open; nobody waits for them.
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function')
      server.closeAllConnections();
  });
}
