import type { DeskCommand } from '@hotline-kit/core';
import { type RecordedLife, recordLife } from '@hotline-kit/core/testing';
import { at, noiseAtNight, openSampleDesk, people } from '../sample-desk.js';

const { agent, dispatcher, callback, clerk, handler, leader, citizen, supervisor } = people;
type Step = readonly [command: string, by: object, time: string, data?: object];

const handled: readonly Step[] = [
  ['register', agent, '09:00', noiseAtNight],
  ['dispatch', dispatcher, '09:03'],
  ['sign', clerk, '09:05'],
  ['accept', handler, '09:10'],
  ['contactCitizen', handler, '09:20', { method: 'phone', reached: true }],
];
const replied: readonly Step[] = [
  ...handled,
  ['submitReply', handler, '10:00', { result: '已责令停工', solved: 'yes' }],
  ['approveReply', leader, '10:10'],
];

/** Lives that are recorded for good: the ways that tickets usually go. */
export const lives: Readonly<Record<string, readonly Step[]>> = {
  closed: [
    ...replied,
    ['rate', citizen, '11:00', { solved: 'yes', satisfaction: 5, contacted: true }],
    ['close', callback, '11:05'],
  ],
  'unhappy, then round again': [
    ...replied,
    ['rate', citizen, '11:00', { solved: 'no', satisfaction: 1, contacted: true, reasons: ['仍在施工'] }],
    ['redispatch', callback, '11:05', { reason: '未解决' }],
    ['sign', clerk, '11:10'],
  ],
  returned: [
    ...handled.slice(0, 2),
    ['requestReturn', clerk, '09:30', { reason: '不属职责', evidence: '三定方案' }],
    ['approveReturn', dispatcher, '09:40'],
    ['dispatch', dispatcher, '09:45', { lead: 'old-harbour' }],
  ],
  'suspended and extended': [
    ...handled,
    ['suspend', handler, '09:30', { ground: 'litigation', reason: '诉讼中' }],
    ['resume', handler, '14:00'],
    ['requestExtension', handler, '14:10', { term: { kind: 'workingDays', amount: 2 }, reason: '需会商' }],
    ['approveExtension', leader, '14:20'],
  ],
  'overdue and supervised': [
    ...handled.slice(0, 2),
    ['runDue', {}, '12:00'],
    ['urge', agent, '12:05', { reason: '请抓紧' }],
    ['supervise', supervisor, '12:10', { level: 2, reason: '重复投诉' }],
    ['runDue', {}, '23:00'],
  ],
  withdrawn: [...handled.slice(0, 2), ['withdraw', citizen, '09:30', { reason: '已解决' }]],
};

/** Lives one, as the log tells it. */
export async function record(steps: readonly Step[]): Promise<RecordedLife> {
  const desk = await openSampleDesk();
  for (const [type, by, time, data = {}] of steps) {
    if (type === 'runDue') await desk.runDue(at(time));
    else await desk.execute({ type, by, at: at(time), data, ticket: 'g' } as unknown as DeskCommand);
  }
  return recordLife(desk, 'g');
}
