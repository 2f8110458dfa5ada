import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const script = fileURLToPath(new URL('./process-zones/answers.ts', import.meta.url));

async function answersUnder(zone: string): Promise<string> {
  const options = { cwd: root, env: { ...process.env, TZ: zone }, maxBuffer: 64 * 1024 * 1024 };
  const flags = ['--conditions=@hotline-kit/source', '--import', 'tsx', script];
  return (await run(process.execPath, flags, options)).stdout;
}

test('every answer is the same under TZ=UTC, Asia/Shanghai and America/New_York', async () => {
  const [utc, shanghai, newYork] = await Promise.all(['UTC', 'Asia/Shanghai', 'America/New_York'].map(answersUnder));
  expect(utc?.length).toBeGreaterThan(10_000);
  expect(shanghai).toBe(utc);
  expect(newYork).toBe(utc);
});
