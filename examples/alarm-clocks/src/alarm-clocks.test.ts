import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Desk, memoryStore, openDesk, type TicketStore } from '@hotline-kit/core';
import { postgresStore } from '@hotline-kit/core/storage-postgres';
import { cityFolder, loadCityPack } from '@hotline-kit/rules/node';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { wakeWithGraphileWorker } from './graphile-worker.js';
import { wakeWithInterval } from './interval.js';
import { wakeWithPgBoss } from './pg-boss.js';

const url = process.env['HOTLINE_POSTGRES'];
const skipped = url === undefined ? 'skipped: no PostgreSQL (HOTLINE_POSTGRES is not set)' : undefined;
if (skipped !== undefined && process.env['CI']) throw new Error(`CI runs the tests of the alarm clocks. ${skipped}`);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = cityFolder('dongguan');
const pack = await loadCityPack(folder);
const pool = new pg.Pool({ connectionString: url ?? '' });
pool.on('error', () => {});
afterAll(() => pool.end());

/** A desk in a schema of its own, with an urgent ticket that was dispatched a day ago. */
async function deskWithWork(): Promise<{ desk: Desk; schema: string }> {
  const schema = `t_${randomUUID().replaceAll('-', '')}`;
  const desk = await openDesk({ pack, store: postgresStore({ pool, schema }) });
  const by = { id: 'dispatcher-1', role: 'dispatcher' } as const;
  const at = new Date(Date.now() - 86_400_000);
  const call = {
    channel: 'phone',
    type: 'help',
    content: '路面塌陷',
    place: { district: 'dongkeng' },
    urgent: true,
  } as const;
  const given = { ticket: 't', by, at };
  const results = await desk.batch([
    { ...given, type: 'register', data: call },
    { ...given, type: 'dispatch', data: { lead: pack.fallbackUnit ?? pack.hotline ?? '' } },
  ]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  return { desk, schema };
}

/** Waits until a clock was fired; the test's own limit ends it otherwise. */
async function fired(desk: Desk): Promise<void> {
  while (!(await desk.history('t')).some(({ type }) => type === 'clock.breached')) await sleep(100);
}

test('a process of its own outlives a database that cannot be reached for a while', async () => {
  const store = memoryStore();
  const { claimDue } = store;
  let tries = 0;
  const flaky: TicketStore = {
    ...store,
    claimDue(...claim) {
      tries += 1;
      if (tries === 1) throw new Error('the database is being restarted');
      return claimDue(...claim);
    },
  };
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const stop = wakeWithInterval(await openDesk({ pack, store: flaky }), 10);
  await vi.waitUntil(() => tries > 2);
  await stop();
  expect(told.mock.calls).toEqual([[new Error('the database is being restarted')]]);
  told.mockRestore();
});

describe.skipIf(skipped)(`a desk is woken ${skipped ?? ''}`, () => {
  const alarms: Record<string, (desk: Desk) => Promise<() => Promise<void>>> = {
    'a process of its own': async (desk) => wakeWithInterval(desk, 1_000),
    'pg-boss': (desk) => wakeWithPgBoss(desk, url ?? ''),
    'graphile-worker': (desk) => wakeWithGraphileWorker(desk, url ?? ''),
  };
  test.each(Object.entries(alarms))('by %s', async (_name, wake) => {
    const { desk } = await deskWithWork();
    const stop = await wake(desk);
    await fired(desk);
    await stop();
    const log = await desk.history('t');
    const breached = log.flatMap((event) => (event.type === 'clock.breached' ? [event.data.clock] : []));
    expect(new Set(breached).size).toBe(breached.length);
    await desk.close();
  });

  test('by the line of the crontab', async () => {
    const { desk, schema } = await deskWithWork();
    const line = readFileSync(here('../crontab'), 'utf8')
      .split('\n')
      .find((each) => each.startsWith('* * * * * '));
    const [command, ...given] = (line ?? '').replace('* * * * * ', '').replace(/ >>.*/, '').split(' ');
    expect(command).toBe('hotline-desk');
    const args = given.map((each) => ({ '/srv/hotline/pack': folder, '"$DATABASE_URL"': url ?? '' })[each] ?? each);
    const node = ['--conditions=@hotline-kit/source', '--import', 'tsx', here('../../../packages/core/src/cli.ts')];
    const { stdout } = await promisify(execFile)(process.execPath, [...node, ...args, '--schema', schema]);
    expect(JSON.parse(stdout)).toMatchObject({ fired: expect.any(Number), failed: [] });
    await fired(desk);
    await desk.close();
  });
});
