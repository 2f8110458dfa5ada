import { existsSync } from 'node:fs';

/** Chromium or Chrome of this machine: `CHROMIUM_PATH`, else where systems install it; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [process.env.CHROMIUM_PATH, ...usual].find((path) => path !== undefined && existsSync(path));
}
