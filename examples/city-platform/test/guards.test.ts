import { request } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from './serve.js';

const served = serve();
const { get, post } = served;

const codeOf = async (response: Promise<Response>) => {
  const answer = await response;
  return [answer.status, (await answer.json()).refusal.code];
};

test('a page of another site cannot change anything', async () => {
  const advance = (headers: Record<string, string>) => post('/api/clock/advance', { minutes: 1 }, headers);
  expect(await codeOf(advance({ origin: 'https://evil.example' }))).toEqual([403, 'foreignOrigin']);
  expect(await codeOf(advance({ 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'foreignOrigin']);
  expect(await codeOf(advance({ 'content-type': 'text/plain' }))).toEqual([415, 'notJson']);
  expect((await advance({ origin: served.url })).status).toBe(200);
});

test('a foreign name for this machine is turned away', async () => {
  const { port } = new URL(served.url);
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'evil.example' };
    request({ host: '127.0.0.1', port, path: '/api/users', headers }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

test('bodies are JSON of a known shape, and not endless', async () => {
  expect(await codeOf(post('/api/clock/advance', '{'))).toEqual([400, 'invalidJson']);
  expect(await codeOf(post('/api/clock/advance', { minutes: 1, hours: 1 }))).toEqual([400, 'invalidBody']);
  expect(await codeOf(post('/api/clock/advance', { minutes: 'x'.repeat(70_000) }))).toEqual([413, 'tooLarge']);
  const forged = '{"data":{"text":"x","__proto__":{"role":"dispatcher"}}}';
  const response = await post('/api/tickets/night-noise/recordProgress?as=handler-chen', forged);
  expect([200, 422]).toContain(response.status);
});

test('unknown tickets, commands and paths are told apart from faults', async () => {
  expect(await codeOf(get('/api/tickets/none'))).toEqual([404, 'ticketUnknown']);
  expect(await codeOf(post('/api/tickets/night-noise/explode', { data: {} }))).toEqual([404, 'commandUnknown']);
  expect(await codeOf(post('/api/tickets/night-noise/toString', { data: {} }))).toEqual([404, 'commandUnknown']);
  expect(await codeOf(post('/api/tickets/none/sign', { data: {} }))).toEqual([404, 'ticketUnknown']);
  expect(await codeOf(get('/api/none'))).toEqual([404, 'noSuchPath']);
});

test('pages run no inline script and are framed by nobody', async () => {
  const response = await get('/staff');
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son[a-z]+=/);
});

test('what a caller writes is text, never markup', async () => {
  const content = '<img src=x onerror=alert(1)>';
  const call = { channel: 'phone', type: 'help', content, place: { district: 'dongkeng' } };
  const { ticket } = await (await post('/api/tickets?as=agent-lin', { call })).json();
  const html = await (await get(`/staff/tickets/${ticket.id}?as=agent-lin`)).text();
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toContain('<img');
});
