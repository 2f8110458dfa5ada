import { describe, expect, test } from 'vitest';
import type { NewEvent } from './event.js';
import { evolve } from './evolve.js';

const at = '2026-03-02T01:00:00.000Z';

/** What `ticket.registered` always holds, and nothing else. */
const briefly = {
  number: 'N-1',
  channel: 'phone',
  type: 'help',
  matter: null,
  content: '路灯不亮',
  place: {},
  urgent: false,
  confidential: false,
  anonymous: false,
  line: null,
  reference: null,
  applicant: null,
  media: [],
} as const;

const event = <T extends NewEvent['type']>(type: T, data: object): NewEvent =>
  ({ ticket: 't', type, at, state: 'received', data }) as unknown as NewEvent;

const registered = (more: object = {}) => evolve(undefined, event('ticket.registered', { ...briefly, ...more }));

describe('a log begins with a registration, and a ticket with nothing that nobody said', () => {
  test('nobody leads, nothing is counted, nothing is open', () => {
    const { media: _, number, ...call } = briefly;
    const said = {
      applicants: [],
      replyWanted: true,
      leaderAssigned: false,
      repeats: [],
      facts: {},
      splitFrom: null,
      clocksSince: {},
      confidentialOn: [],
    };
    expect(registered()).toEqual({
      id: 't',
      number,
      version: 1,
      state: 'received',
      round: 1,
      call: { ...call, ...said },
      registeredAt: at,
      lead: null,
      assists: [],
      leadSince: null,
      reason: null,
      limits: {},
      handler: null,
      contactedAt: null,
      arrivedAt: null,
      returnFrom: null,
      extension: null,
      suspension: null,
      counts: { returns: 0, extensions: 0, suspensions: 0, reopenings: 0 },
      promise: null,
      reply: null,
      callbacks: 0,
      rating: null,
      urges: 0,
      urgedAt: [],
      supervision: { level: 0, state: 'none', since: null },
      clocks: {},
      escalated: [],
      path: [],
      finishedAssists: [],
      tally: {},
      stages: {},
      received: [],
      contenders: [],
      statutory: null,
      meanwhile: null,
      promises: [],
      requests: [],
      handover: null,
      evidence: [],
      milestones: {},
      interimReplies: [],
      termination: null,
      remedy: null,
      consultation: null,
      instructions: 0,
      leaderAssigned: false,
      departmentCall: null,
      recused: { persons: [], units: [] },
      beyondCity: null,
      mergedInto: null,
      absorbed: [],
      parts: [],
      enquiries: { asked: 0, repeats: 0, times: [] },
      unreasonable: null,
      clues: 0,
      qualityChecks: 0,
      observers: [],
      comments: 0,
      praises: 0,
      tags: [],
      duties: {},
      shape: 4,
      imported: null,
      closedAt: null,
      updatedAt: at,
    });
  });

  test('what the call says stands in it', () => {
    const said = {
      applicants: [{ id: 'a', representative: true }],
      replyWanted: false,
      repeats: ['N-0'],
      facts: { floor: 3 },
      splitFrom: 'p',
    };
    const ticket = registered({ ...said, leaderAssigned: true, tags: ['noise'] });
    expect(ticket.call).toMatchObject({ ...said, leaderAssigned: true });
    expect(ticket).toMatchObject({ leaderAssigned: true, tags: ['noise'] });
  });

  test('what is asked of a leader on his day is his to assign, unless the call says otherwise', () => {
    expect(registered({ channel: 'leaderDay' }).leaderAssigned).toBe(true);
    expect(registered({ channel: 'leaderDay', leaderAssigned: false }).leaderAssigned).toBe(false);
  });

  test('no other event can be the first', () => {
    expect(() => evolve(undefined, event('ticket.signed', {}))).toThrow('"ticket.signed" cannot follow nothing');
  });
});

describe('each event folds into the ticket before it, which stays as it was', () => {
  test('version, state and time are those of the event', () => {
    const before = registered();
    const copy = structuredClone(before);
    const later = { ...event('ticket.praised', {}), at: '2026-03-03T01:00:00.000Z', state: 'closed' } as NewEvent;
    const after = evolve(before, later);
    expect(after).toEqual({ ...before, version: 2, state: 'closed', updatedAt: later.at, praises: 1 });
    expect(before).toEqual(copy);
  });

  test('an event of an unknown type is refused with its name and place', () => {
    for (const type of ['ticket.eaten', 'constructor', '__proto__']) {
      expect(() => evolve(registered(), event(type as 'ticket.signed', {}))).toThrow(
        `"${type}" cannot follow version 1`,
      );
    }
  });
});
