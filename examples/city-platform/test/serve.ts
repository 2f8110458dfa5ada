import { type RunningPlatform, startPlatform } from '@hotline-kit/example-city-platform';
import { afterAll, beforeAll } from 'vitest';

/** What the tests ask of a served platform. */
export interface Served {
  /** Path and query are asked for as they are. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends JSON as a program would. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  readonly url: string;
}

/** Serves a real platform on a free port for the tests of one file. */
export function serve(): Served {
  let platform: RunningPlatform | undefined;
  beforeAll(async () => {
    platform = await startPlatform({ port: 0 });
  });
  afterAll(async () => platform?.close());
  const urlOf = (path: string) => `${platform?.url}${path}`;
  return {
    get: (path, headers = {}) => fetch(urlOf(path), { headers }),
    post: (path, body, headers = {}) =>
      fetch(urlOf(path), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get url() {
      return urlOf('');
    },
  };
}
