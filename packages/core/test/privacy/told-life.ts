import type { Actor, Call, Desk, DeskCommand } from '@hotline-kit/core';
import { at, people } from '../sample-desk.js';

const { agent, dispatcher, callback, clerk, handler, leader, assistant, supervisor, citizen } = people;

/** A text of its own for each free field, so that a leak names the field that it came from. */
const canary = (field: string): string => `canary-${field}`;

const reporter: Actor = { id: canary('applicant'), role: 'citizen' };
const otherApplicant: Actor = { id: canary('other'), role: 'citizen' };

const call = (confidential: boolean): Call => ({
  channel: 'phone',
  type: 'complaint',
  matter: 'noise',
  content: canary('content'),
  place: { district: 'east', street: canary('street'), address: canary('address') },
  confidential,
  applicant: reporter.id,
  applicants: [
    { id: reporter.id, representative: true },
    { id: otherApplicant.id, representedBy: reporter.id, consent: true },
  ],
  caller: {
    name: canary('name'),
    phone: canary('phone'),
    address: canary('callerAddress'),
    email: canary('email'),
  },
  source: { reference: canary('reference') },
});

type Step = readonly [type: string, by: Actor, time: string, data?: object];

/** A life in which every free field that people fill holds a canary. */
const steps: readonly Step[] = [
  ['dispatch', dispatcher, '09:03'],
  ['sign', clerk, '09:05'],
  ['accept', handler, '09:10'],
  ['enquire', reporter, '09:11', { question: canary('question'), answer: canary('answer') }],
  ['urge', agent, '09:12', { reason: canary('urge') }],
  ['contactCitizen', handler, '09:15', { method: 'phone', reached: true, note: canary('note') }],
  ['recordProgress', handler, '09:20', { text: canary('progress') }],
  ['promise', handler, '09:21', { what: canary('promise') }],
  ['supervise', supervisor, '09:22', { level: 1, reason: canary('supervise') }],
  ['reportSupervision', handler, '09:23', { report: canary('report') }],
  ['transferClue', agent, '09:24', { record: canary('clue'), more: { reason: canary('clueReason') } }],
  ['finishAssist', assistant, '09:25', { result: canary('assist') }],
  [
    'submitReply',
    handler,
    '09:30',
    { result: canary('result'), solved: 'yes', facts: canary('facts'), basis: canary('basis') },
  ],
  ['rejectReply', people.head, '09:31', { reason: canary('reject') }],
  ['submitReply', handler, '09:32', { result: canary('result'), solved: 'yes' }],
  ['concludeSupervision', supervisor, '09:33', { conclusion: canary('conclusion') }],
  ['approveReply', leader, '09:35', { remark: canary('remark') }],
  ['callBack', callback, '09:40', { method: 'phone', reached: true, remark: canary('callback') }],
  ['rate', reporter, '09:45', { solved: 'yes', satisfaction: 5, contacted: true, remark: canary('rating') }],
  ['praise', reporter, '09:46', { text: canary('praise') }],
];

/** Lives it; every step must be carried out. */
export async function live(desk: Desk, confidential: boolean): Promise<string> {
  const id = confidential ? 'protected' : 'open';
  await must(desk, { type: 'register', ticket: id, data: call(confidential), by: agent, at: at('09:00') });
  for (const [type, by, time, data = {}] of steps) await must(desk, { type, ticket: id, data, by, at: at(time) });
  return id;
}

async function must(desk: Desk, command: object): Promise<void> {
  const result = await desk.execute(command as DeskCommand);
  if (!result.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(result.refusal)}`);
}

/** One viewer of each audience. */
export const viewers: Readonly<Record<string, Actor | 'public'>> = {
  hotline: agent,
  supervisor,
  auditor: { id: 'auditor-1', role: 'auditor' },
  unit: handler,
  aboveUnit: { id: 'head-9', role: 'unitHead', unit: 'east-district' },
  assist: assistant,
  applicant: reporter,
  otherApplicant,
  citizenSupervisor: { id: 'watcher-1', role: 'citizenSupervisor' },
  strangeUnit: people.stranger,
  strangeCitizen: { ...citizen, id: 'citizen-99' },
  public: 'public',
};
