import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.js';
import { heroId } from './seed/stories/stories.js';
import { startPlatform } from './server.js';

/** The picture of the staff page in the project's README. */
const picture = fileURLToPath(new URL('../../../docs/images/city-platform.png', import.meta.url));

const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('no Chromium: set CHROMIUM_PATH');
const platform = await startPlatform({ port: 0 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1080 }, deviceScaleFactor: 1 });
  await page.goto(`${platform.url}/staff/tickets/${heroId}?as=handler-chen`);
  await page.getByRole('timer').first().waitFor();
  await mkdir(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
  await platform.close();
}
