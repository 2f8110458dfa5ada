import { expect, test } from 'vitest';
import { serve } from './serve.js';

const { get, post } = serve();

test('time that is moved warns, breaches, urges and supervises, each at its own moment', async () => {
  const moved = await (await post('/api/clock/advance', { minutes: 30 })).json();
  expect(moved.fired).toBeGreaterThanOrEqual(2);
  const { view } = await (await get('/api/tickets/night-noise?as=supervisor-zhou')).json();
  const seen = view.timeline.map(({ type, at }: { type: string; at: string }) => `${at} ${type}`);
  expect(seen.slice(0, 6)).toEqual(
    expect.arrayContaining([
      '2023-07-10T02:17:00.000Z clock.warned',
      '2023-07-10T02:32:00.001Z clock.breached',
      '2023-07-10T02:32:00.001Z ticket.urged',
      '2023-07-10T02:32:00.001Z supervision.started',
    ]),
  );
  expect(view.supervision).toBe(1);
});

test('time moves by whole minutes, forward, and a month at most', async () => {
  for (const minutes of [0, -5, 1.5, 10 ** 6, '30']) {
    const response = await post('/api/clock/advance', { minutes });
    expect([response.status, (await response.json()).refusal.code]).toEqual([400, 'invalidBody']);
  }
});
