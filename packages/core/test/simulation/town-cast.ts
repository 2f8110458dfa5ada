import type { Cast } from '@hotline-kit/core/testing';
import { createCalendar } from '@hotline-kit/sla-calendar';
import { at, noiseAtNight, pack, people } from '../sample-town.js';

const { agent, dispatcher, callback, clerk, handler, leader, head, stranger, citizen, supervisor } = people;

/** The town's calendar with two days closed that are working days. */
const { definition } = pack.defaultCalendar;
const otherCalendar = createCalendar({
  ...definition,
  dates: { ...definition.dates, '2026-03-03': [], '2026-03-04': [] },
});

/** The same law with other terms. */
const otherPack = {
  ...pack,
  version: 'next',
  clocks: pack.clocks.map((clock) =>
    clock.id === 'handle' ? { ...clock, termFor: () => ({ kind: 'workingDays', amount: 3 }) as const } : clock,
  ),
};

/** The people of the town, and what they do. */
export const townCast: Cast = {
  pack,
  otherPack,
  otherCalendar,
  call: noiseAtNight,
  agent,
  start: at('09:00'),
  people: [agent, dispatcher, callback, clerk, handler, leader, head, stranger, citizen, supervisor],
  ways: {
    received: [['dispatch', dispatcher]],
    dispatched: [
      ['sign', clerk],
      ['sign', handler],
      ['requestReturn', clerk],
    ],
    signed: [['accept', handler]],
    handling: [
      ['contactCitizen', handler],
      ['submitReply', handler],
      ['suspend', handler],
      ['resume', handler],
      ['requestExtension', handler],
      ['approveExtension', leader],
      ['promise', handler],
    ],
    pendingApproval: [['approveReply', leader]],
    replied: [['rate', citizen]],
    calledBack: [
      ['close', callback],
      ['redispatch', callback],
    ],
    closed: [['reopen', agent]],
    returnRequested: [
      ['approveReturn', dispatcher],
      ['rejectReturn', dispatcher],
    ],
    pendingDispatch: [['dispatch', dispatcher]],
  },
  data: {
    dispatch: [{}],
    sign: [{}],
    accept: [{}],
    contactCitizen: [
      { method: 'phone', reached: true },
      { method: 'phone', reached: false },
    ],
    promise: [{ what: '周五前修好', by: '2026-03-06T17:30:00+08:00' }],
    submitReply: [{ result: '已处理', solved: 'yes' }],
    approveReply: [{}],
    rate: [
      { solved: 'yes', satisfaction: 5, contacted: true },
      { solved: 'no', satisfaction: 1, contacted: true },
    ],
    close: [{}],
    redispatch: [{ reason: '未解决' }],
    reopen: [{ reason: '又坏了' }],
    urge: [{ reason: '请抓紧' }],
    supervise: [{ level: 1, reason: '重复投诉' }],
    withdraw: [{ reason: '已解决' }],
    requestReturn: [{ reason: '不属职责', evidence: '三定' }],
    approveReturn: [{}],
    rejectReturn: [{ reason: '属职责' }],
    suspend: [{ ground: 'litigation', reason: '诉讼中' }],
    resume: [{}],
    requestExtension: [{ term: { kind: 'workingDays', amount: 2 }, reason: '协调' }],
    approveExtension: [{}],
  },
};
