import { describe, expect, test } from 'vitest';
import { serve } from './serve.js';

const { get, post } = serve();
const json = async (response: Promise<Response>) => (await response).json();

describe('what a user may see', () => {
  test('the hotline sees every ticket, the most pressing first', async () => {
    const { tickets, hidden } = await json(get('/api/tickets?as=dispatcher-wang'));
    expect(tickets).toHaveLength(9);
    expect(hidden).toBe(0);
    expect(tickets[0]).toMatchObject({ id: 'gas-smell', supervision: 2, clock: { id: 'contact', state: 'breached' } });
    expect(tickets.at(-1)).toMatchObject({ id: 'street-lamp', state: 'closed' });
  });

  test("a unit sees its own tickets, and how many are others'", async () => {
    const { tickets, hidden } = await json(get('/api/tickets?as=handler-he'));
    expect(tickets.map(({ id }: { id: string }) => id)).toEqual(['gas-smell', 'night-stalls']);
    expect(hidden).toBe(7);
  });

  test('of a ticket of others it learns where it stands, and nothing else', async () => {
    const { view, file, citizen } = await json(get('/api/tickets/night-noise?as=handler-he'));
    expect(view).toMatchObject({ state: 'handling', clocks: [], actions: [], timeline: [] });
    expect([file, citizen]).toEqual([undefined, undefined]);
  });

  test('the ticket says why it was routed so: line 356 of the list, with its article', async () => {
    const { file } = await json(get('/api/tickets/night-noise?as=handler-chen'));
    expect(file.reason).toMatchObject({ via: 'list', line: 356, article: '样例规程第八条第二项' });
  });

  test('nobody is told the phone number of a caller', async () => {
    for (const path of ['/api/tickets', '/api/tickets/night-noise', '/api/start', '/staff/tickets/night-noise']) {
      expect(await (await get(`${path}?as=dispatcher-wang`)).text()).not.toContain('13800002468');
    }
  });
});

describe('what a user may do is for core to say', () => {
  test('a command out of turn is refused with the reason and what would mend it, and changes nothing', async () => {
    const before = await json(get('/api/tickets/night-noise?as=dispatcher-wang'));
    const response = await post('/api/tickets/night-noise/submitReply?as=dispatcher-wang', {
      data: { result: '已办', solved: 'yes' },
    });
    expect(response.status).toBe(403);
    const { refusal } = await response.json();
    expect(refusal).toMatchObject({ code: 'notAuthorised', text: { zh: '派单员无权对此工单提交答复' } });
    expect(refusal.remedy.zh).toContain('经办人');
    const after = await json(get('/api/tickets/night-noise?as=dispatcher-wang'));
    expect(after.view.version).toBe(before.view.version);
  });

  test('what the law forbids is refused with its article: 紧急求助不得挂起', async () => {
    const data = { ground: 'waiting-for-citizen', reason: '等照片' };
    const response = await post('/api/tickets/night-noise/suspend?as=handler-chen', { data });
    expect(response.status).toBe(422);
    expect((await response.json()).refusal).toMatchObject({ article: '样例规程第十五条' });
  });

  test('the same command id is carried out once', async () => {
    const body = { id: 'progress-1', data: { text: '已出发' } };
    const first = await json(post('/api/tickets/night-noise/recordProgress?as=handler-chen', body));
    const again = await json(post('/api/tickets/night-noise/recordProgress?as=handler-chen', body));
    expect(again).toEqual(first);
    const other = await post('/api/tickets/night-noise/recordProgress?as=handler-chen', {
      ...body,
      data: { text: '别的' },
    });
    expect(other.status).toBe(409);
    expect((await other.json()).refusal.code).toBe('commandIdReused');
  });

  test('a version that has passed is refused', async () => {
    const body = { expectedVersion: 1, data: { text: '迟到' } };
    const response = await post('/api/tickets/night-noise/recordProgress?as=handler-chen', body);
    expect([response.status, (await response.json()).refusal.code]).toEqual([409, 'versionConflict']);
  });
});

describe('a call becomes a ticket', () => {
  const call = {
    channel: 'phone',
    type: 'help',
    matter: 'streetlight',
    content: '路灯不亮',
    place: { district: 'dongkeng', street: '东坑镇' },
    caller: { name: '周先生', phone: '13800001234' },
  };

  test('the caller follows it with the last four digits of the phone, and nobody without them', async () => {
    const registered = await post('/api/tickets?as=agent-lin', { call });
    expect(registered.status).toBe(201);
    const { ticket } = await registered.json();
    expect(ticket.number).toMatch(/^DG-20230710-\d{4}$/);
    expect((await get(`/api/follow/${ticket.id}?as=citizen-wu`)).status).toBe(404);

    const wrong = await post('/api/follow', { number: ticket.number, lastFour: '9999' });
    expect(wrong.status).toBe(404);
    const right = await post('/api/follow', { number: ticket.number, lastFour: '1234' });
    const cookie = right.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(right.headers.get('set-cookie')).toContain('HttpOnly');
    const { view } = await json(get(`/api/follow/${ticket.id}?as=handler-he`, { cookie }));
    expect(view.steps[0]).toMatchObject({ state: 'received', status: 'current' });
  });

  test('guessing digits is stopped after five tries', async () => {
    const guess = () => post('/api/follow', { number: 'DG-20230710-0001', lastFour: '0000' });
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
  });

  test('what is wrong with a call is said by core', async () => {
    const response = await post('/api/tickets?as=agent-lin', { call: { ...call, matter: 'no-such-matter' } });
    expect([response.status, (await response.json()).refusal.code]).toEqual([422, 'unknownMatter']);
  });
});

describe('a rating', () => {
  test('is given by its citizen, once', async () => {
    const rating = { data: { solved: 'yes', satisfaction: 5, contacted: true } };
    expect((await post('/api/follow/loud-shop/rate?as=handler-he', rating)).status).toBe(404);
    expect((await post('/api/follow/loud-shop/rate?as=citizen-wu', rating)).status).toBe(200);
    const again = await post('/api/follow/loud-shop/rate?as=citizen-wu', rating);
    expect([again.status, (await again.json()).refusal.code]).toEqual([409, 'illegalInState']);
    const { view, reply } = await json(get('/api/follow/loud-shop?as=citizen-wu'));
    expect(view.state).toBe('calledBack');
    expect(reply).toContain('民警已上门劝导');
  });
});
