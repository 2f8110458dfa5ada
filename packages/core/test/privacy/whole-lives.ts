import { readFileSync } from 'node:fs';
import type { Actor } from '@hotline-kit/core';
import { type Changes, sampleTown } from '../sample-pack.js';
import { people } from '../sample-town.js';
import { canary } from './free-fields.js';

const { agent, dispatcher, callback, clerk, handler, leader, head, assistant, supervisor } = people;

/** Who reports, and who reports beside them. */
const reporter: Actor = { id: canary('register.applicant'), role: 'citizen' };
const otherApplicant: Actor = { id: canary('register.applicants[].id'), role: 'citizen' };
const checker: Actor = { id: 'quality-1', role: 'qualityChecker', unit: 'hotline-centre' };
const office: Actor = { id: 'office-1', role: 'supervisionOffice' };
const district: Actor = { id: 'east-1', role: 'districtDispatcher', unit: 'east-district' };
const watcher: Actor = { id: 'watcher-1', role: 'citizenSupervisor' };
const chair: Actor = { id: 'chair-1', role: 'consultationChair' };
const platform: Actor = { id: 'platform', role: 'system' };

/** A law that asks for little and lists no grounds, so that people may write what they like. */
const changes: Changes = {
  files: {
    'pack.json': JSON.stringify({
      ...JSON.parse(readFileSync(new URL('../../../rules/test/packs/sample-town/pack.json', import.meta.url), 'utf8')),
      facts: { word: { type: 'string' }, words: { type: 'array' } },
    }),
  },
  procedure: {
    clueTransfer: { requires: [] },
    consultation: { requires: [] },
    refusal: {
      requires: [],
      grounds: undefined,
      inform: [{ id: 'reasons', to: 'citizen', waiver: ['anonymous'], term: { kind: 'workingDays', amount: 1 } }],
    },
    beyondCity: { approver: undefined },
    emergency: { requires: [], acceptsFirst: 'hotline' },
    callback: { waiver: { grounds: ['noReplyWanted'] } },
    observation: { basis: 'sample' },
    recusal: { grounds: undefined },
    suspension: { grounds: undefined },
    termination: { grounds: undefined },
    unreasonable: { grounds: undefined, approver: undefined },
  },
};

export const pack = sampleTown(changes);

/**
 * A step: a command with a canary in every free field but those that it says otherwise, for their values are words of
 * the pack or of the life; `null` leaves a field out.
 */
export type Step = readonly [type: string, by: Actor, otherwise?: Readonly<Record<string, unknown>>, ticket?: string];

const register = (otherwise: object = {}): readonly [string, Actor, Readonly<Record<string, unknown>>] => [
  'register',
  agent,
  {
    channel: 'phone',
    type: 'complaint',
    matter: 'noise',
    applicants: [
      { id: reporter.id, representative: true },
      { id: otherApplicant.id, representedBy: canary('register.applicants[].representedBy'), consent: true },
    ],
    leaderAssigned: null,
    clocksSince: null,
    confidential: null,
    urgent: null,
    ...otherwise,
  },
];
const toRiverside = { lead: 'riverside', assists: ['urban-management'], limits: null, statutory: null };
const handled: readonly Step[] = [
  register(),
  ['dispatch', dispatcher, toRiverside],
  ['sign', clerk],
  ['accept', handler],
];

export const lives: Readonly<Record<string, readonly Step[]>> = {
  answered: [register({ type: 'consult', matter: 'consult' }), ['answerOnline', agent]],
  refused: [register(), ['refuse', agent], ['inform', agent, { duty: 'refuse.reasons', to: ['citizen'] }]],
  refusedAndWaived: [
    register(),
    ['refuse', agent],
    ['waiveInforming', callback, { duty: 'refuse.reasons', ground: 'anonymous' }],
  ],
  withdrawn: [register({ applicants: [{ id: reporter.id }] }), ['withdraw', reporter]],
  handedOver: [register(), ['transferEmergency', agent, { line: '110', goesOn: null }]],
  emergency: [
    ...handled,
    ['transferEmergency', agent, { line: '110', acknowledgement: null }],
    ['acknowledgeHandover', agent],
  ],
  returned: [
    register(),
    ['dispatch', dispatcher, toRiverside],
    ['requestReturn', clerk, { proposedUnit: 'old-harbour' }],
    ['rejectReturn', dispatcher],
    ['requestReturn', clerk, { proposedUnit: 'old-harbour' }],
    ['raiseDispute', dispatcher, { stage: 'hotline' }],
    ['designate', dispatcher, { lead: 'riverside', assists: null, limits: null, statutory: null, stage: 'hotline' }],
    ['requestReturn', clerk, { proposedUnit: 'old-harbour' }],
    ['approveReturn', dispatcher],
  ],
  hard: [
    ...handled,
    ['contactCitizen', handler],
    ['arriveOnSite', handler],
    ['recordProgress', handler, { milestone: null }],
    ['addEvidence', handler],
    ['promise', handler],
    ['fulfilPromise', handler, { promise: null }],
    ['requestExtension', handler, { term: { kind: 'workingDays', amount: 2 }, clock: null }],
    ['rejectExtension', leader],
    ['requestExtension', handler, { term: { kind: 'workingDays', amount: 2 }, clock: null }],
    ['approveExtension', leader],
    ['suspend', handler],
    ['resume', handler],
    ['callForDepartments', handler, { departments: ['power-company'] }],
    ['departmentResponds', { id: 'power-1', role: 'handler', unit: 'power-company' }],
    ['convene', dispatcher, { units: ['riverside'] }],
    ['concludeConsultation', chair, { lead: 'riverside', attended: ['riverside'] }],
    ['escalateBeyondCity', dispatcher],
    ['recordSuperiorAnswer', dispatcher],
    ['recuse', dispatcher, { unit: null }],
    ['markUnreasonable', supervisor],
    ['requestTermination', handler],
    ['rejectTermination', district],
    ['requestTermination', handler],
    ['approveTermination', district],
    ['seekRemedy', reporter, { stage: 'review' }],
    ['decideRemedy', office],
  ],
  closed: [
    ...handled,
    ['addAssist', dispatcher, { assists: ['power-company'] }],
    ['enquire', reporter],
    ['urge', agent],
    ['instruct', { id: 'mayor-1', role: 'cityLeader' }],
    ['supervise', supervisor, { level: 1 }],
    ['escalateSupervision', supervisor, { level: 2 }],
    ['reportSupervision', handler],
    ['transferClue', agent],
    ['tag', agent],
    ['split', agent, { 'parts[].matter': 'streetlight' }],
    ['finishAssist', assistant, { unit: null }],
    ['finishAssist', dispatcher, { unit: 'power-company' }],
    ['submitReply', handler, { kind: null, until: null }],
    ['rejectReply', head],
    ['submitReply', handler, { kind: null, until: null }],
    ['concludeSupervision', supervisor],
    ['approveReply', leader],
    ['callBack', callback, { stage: null }],
    ['rate', reporter, { solved: 'no', satisfaction: 1 }],
    ['praise', reporter, { unit: 'riverside' }],
    ['redispatch', callback, toRiverside],
    ['sign', clerk],
    ['accept', handler],
    ['finishAssist', dispatcher, { unit: 'urban-management' }],
    ['submitReply', handler, { kind: null, until: null }],
    ['approveReply', leader],
    ['rate', reporter],
    ['checkQuality', checker, { stage: 'first', flags: ['noResult'] }],
    ['close', callback],
    ['reopen', agent],
    ['dispatch', dispatcher, toRiverside],
  ],
  archived: [
    ...handled,
    ['submitReply', handler, { kind: null, until: null }],
    ['approveReply', leader],
    ['waiveCallback', callback, { ground: 'noReplyWanted' }],
    ['archive', platform],
  ],
  watched: [
    ...handled,
    ['supervise', supervisor],
    ['watch', watcher],
    ['comment', watcher],
    ['joinSupervision', watcher],
  ],
  merged: [
    [...register(), 'root'],
    register(),
    ['merge', agent, { into: 'root', match: ['matter', 'place'] }],
    ['unmerge', dispatcher],
  ],
};

/** One viewer of each audience, and of those who stand beside one. */
export const viewers: Readonly<Record<string, Actor | 'public'>> = {
  hotline: agent,
  dispatcher,
  supervisor,
  auditor: { id: 'auditor-1', role: 'auditor' },
  unit: handler,
  aboveUnit: { id: 'head-9', role: 'unitHead', unit: 'east-district' },
  assist: assistant,
  applicant: reporter,
  otherApplicant,
  citizenSupervisor: watcher,
  strangeUnit: { id: 'handler-99', role: 'handler', unit: 'hillside' },
  strangeCitizen: { id: 'citizen-99', role: 'citizen' },
  public: 'public',
};
