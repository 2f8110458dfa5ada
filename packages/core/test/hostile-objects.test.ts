import { type Desk, HotlineError } from '@hotline-kit/core';
import { InvalidInstantError } from '@hotline-kit/sla-calendar';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, handledTicket, openSampleDesk, people } from './sample-desk.js';

const throwing = (): never => {
  throw new TypeError('a trap');
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const circle: Record<string, unknown> = {};
circle['self'] = circle;

/** Objects that do something when they are looked at, or are too much to look at. */
const hostile: Readonly<Record<string, () => unknown>> = {
  'a getter that throws': () => Object.defineProperty({}, 'result', { enumerable: true, get: throwing }),
  'a getter that throws, deep inside': () => ({
    more: { x: [Object.defineProperty({}, 'y', { enumerable: true, get: throwing })] },
  }),
  'a proxy whose keys throw': () => new Proxy({}, { ownKeys: throwing }),
  'a proxy whose values throw': () => new Proxy({ id: 'x', role: 'handler' }, { get: throwing }),
  'a proxy that has everything': () => new Proxy({}, { get: () => 'x', has: () => true, ownKeys: () => ['a', 'b'] }),
  'a revoked proxy': () => revoked.proxy,
  'toJSON that throws': () => ({ toJSON: throwing }),
  'toString and valueOf that throw': () => ({ toString: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing }),
  'an object that holds itself': () => circle,
  'a million keys': () => Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [`k${index}`, 1])),
  'a text of ten million characters': () => '长'.repeat(10_000_000),
  'a list of a million': () => new Array(1_000_000).fill(0),
  'keys of every prototype': () => JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":1},"prototype":1}'),
  'half a character': () => '\ud800',
  'a text with U+0000': () => 'a\0b',
  'a date that is none': () => new Date(Number.NaN),
  'a function': () => throwing,
};

const asked = { by: people.agent, at: at('10:00') };
/** Where something is handed in from outside. */
const entrances: Readonly<Record<string, (desk: Desk, value: never) => unknown>> = {
  'the command itself': (desk, value) => desk.execute(value),
  'the data of a command': (desk, data) =>
    desk.execute({ ...asked, by: people.handler, type: 'submitReply', ticket: 'call-1', data }),
  'a field of the data': (desk, result) =>
    desk.execute({
      ...asked,
      by: people.handler,
      type: 'submitReply',
      ticket: 'call-1',
      data: { result, solved: 'yes' },
    }),
  'a field of the pack': (desk, x) =>
    desk.execute({
      ...asked,
      by: people.handler,
      type: 'recordProgress',
      ticket: 'call-1',
      data: { text: '到场', more: { x } },
    }),
  'the call': (desk, call) => desk.register(call, asked),
  'who called': (desk, caller) =>
    desk.register({ channel: 'phone', type: 'help', content: 'x', place: {}, caller }, asked),
  'who acts': (desk, by) => desk.execute({ type: 'sign', ticket: 'call-1', data: {}, by, at: at('10:00') }),
  when: (desk, when) => desk.execute({ ...asked, type: 'urge', ticket: 'call-1', data: { reason: 'x' }, at: when }),
  'the id of a ticket': (desk, ticket) => desk.execute({ ...asked, type: 'urge', ticket, data: { reason: 'x' } }),
  'the viewer of a view': (desk, viewer) => desk.view('call-1', viewer, { at: at('10:00') }),
  'the viewer of a list': (desk, viewer) => desk.find({}, viewer),
  'the reader of a log': (desk, by) => desk.history('call-1', { by }),
  'the reader of an export': (desk, by) => desk.export({ at: at('10:00'), by }).next(),
  'who asks for the caller': (desk, by) => desk.caller('call-1', { by, at: at('10:00') }),
  'a row to import': (desk, row) =>
    desk.import([row], { source: 'old', by: { id: 's', role: 'system' }, at: at('10:00') }),
};

let desk: Desk;
beforeAll(async () => {
  desk = await openSampleDesk();
  await handledTicket(desk);
});

/** What takes long to make goes in where it is hashed and checked, not everywhere. */
const heavy = /million/;
const checkedDeeply = ['the data of a command', 'who called', 'who acts'];

describe.each(Object.entries(hostile))('%s', (what, make) => {
  const ways = Object.entries(entrances).filter(([where]) => !heavy.test(what) || checkedDeeply.includes(where));
  test.each(ways)('as %s: an answer, a refusal or a typed error, in both languages', async (_where, enter) => {
    const desk = await openSampleDesk();
    await handledTicket(desk);
    const properties = Object.getOwnPropertyNames(Object.prototype);
    try {
      const result = (await enter(desk, make() as never)) as {
        readonly refusal?: { readonly code: string; readonly text: object };
      };
      if (result?.refusal !== undefined) {
        expect(result.refusal.code).toMatch(/^[a-zA-Z]+$/);
        expect(Object.values(result.refusal.text).every((text) => text !== '')).toBe(true);
      }
    } catch (error) {
      if (!(error instanceof HotlineError) && !(error instanceof InvalidInstantError)) throw error;
      expect(error.code).toMatch(/^[a-zA-Z]+$/);
      expect(error.message.length, 'it does not repeat what was given').toBeLessThan(2_000);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(properties);
    expect(await desk.verify('call-1')).toMatchObject({ ok: true });
  });
});
