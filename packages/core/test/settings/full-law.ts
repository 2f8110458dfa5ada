import type { Changes } from '../sample-pack.js';

const always = { all: [{ fact: 'urgent', operator: 'in', value: [true, false] }] };
const day = { kind: 'workingDays', amount: 1 };
const stage = {
  id: 'first',
  when: always,
  units: [{ unit: 'hotline-centre' }],
  window: { kind: 'workingDays', amount: 5 },
  term: day,
  maximum: 3,
  requires: ['remark'],
  flags: [{ id: 'late', inform: ['lead'] }],
  inform: [{ id: 'told', to: 'lead', copy: 'superior', by: 'hotline', term: day, parts: ['remark'] }],
};

/** A law in which everything is said that a procedure can say. */
export const fullLaw: Changes = {
  clocks: { callback: null },
  procedure: {
    refusal: {
      evidence: ['duties-list'],
      forbid: [{ when: { all: [{ fact: 'urgent', operator: 'equal', value: true }] } }],
      approver: ['agent'],
      consequences: [{ on: 'refuse', outcome: { type: 'tag', params: { tag: 'refused' } } }],
      grounds: [
        {
          id: 'litigation',
          when: always,
          requires: ['legalPath'],
          evidence: ['duties-list'],
          tell: { zh: '请依法提出。' },
          inform: ['superior'],
        },
      ],
      inform: [
        {
          id: 'reasons',
          to: 'citizen',
          copy: 'lead',
          by: 'hotline',
          on: 'refuse',
          when: always,
          term: day,
          parts: ['content'],
          proof: ['proof'],
          waiver: ['anonymous'],
        },
      ],
    },
    receiving: {
      levels: [
        { kinds: ['street', 'district', 'department', 'hotline'] },
        {
          kinds: ['utility'],
          when: { all: [{ fact: 'urgent', operator: 'equal', value: true }] },
          text: { zh: '不承接' },
        },
      ],
    },
    enquiry: { limits: [{ maximum: 9, within: day, per: 'actor', when: always }] },
    merging: { maximum: 5 },
    unreasonable: { effects: ['noRedispatch', 'noRating', 'noRepeat', 'notAssessed'] },
    clueTransfer: { grounds: ['conduct'], feedback: [{ id: 'came', to: 'clueReceiver' }] },
    emergency: { lines: [{ id: '110', when: always }], acceptsFirst: 'hotline', requires: ['line'] },
    consultation: { grounds: ['hard'], members: [{ parentOf: 'lead' }], requires: ['question'] },
    beyondCity: { grounds: ['province'] },
    handlingLimit: { ceiling: { kind: 'workingDays', amount: 18 }, ceilingKind: 'soft' },
    extension: {
      limitKind: 'soft',
      beyond: { requires: ['reason'] },
      notice: day,
      maximum: 3,
      limit: { kind: 'workingDays', amount: 2 },
    },
    return: { handling: 'continues' },
    suspension: {
      approver: ['handler'],
      limit: { kind: 'workingDays', amount: 3 },
      pauses: 'wholeDays',
      evidence: ['duties-list'],
    },
    dispute: {
      after: 0,
      meanwhile: [{ unit: 'hillside' }],
      handling: 'continues',
      path: [
        { ...stage, id: 'hotline', by: ['dispatcher'], requires: ['reason'] },
        { id: 'last', final: true },
      ],
    },
    reply: {
      answer: ['citizen'],
      report: ['hotline'],
      kinds: [
        { id: 'final' },
        {
          id: 'interim',
          when: always,
          effect: 'pauses',
          grounds: ['waiting'],
          requires: ['progress'],
          evidence: ['duties-list'],
          approver: ['unitLeader'],
          maximum: 2,
          next: day,
          inform: ['hotline'],
        },
      ],
    },
    callback: { attempts: 5, stages: [{ ...stage, by: ['callbackOfficer'] }] },
    observation: {},
    quality: {
      stages: [
        { ...stage, by: ['qualityChecker'], sample: 100 },
        { id: 'last', final: true },
      ],
    },
    redispatch: { excluded: ['price'], mode: 'may', maximumRounds: 3 },
    remedies: { stages: [{ ...stage, id: 'review', by: ['superviseOfficer'], units: ['hotline'], final: true }] },
    reopening: { grounds: ['facts'] },
    urging: { limits: [{ maximum: 5, within: day, per: 'unit', when: always }], term: day },
    supervision: {
      levels: [
        {
          level: 1,
          when: { all: [{ fact: 'clock.handle.late', operator: 'equal', value: true }] },
          roles: ['superviseOfficer', 'system'],
          term: day,
        },
      ],
      measures: [
        {
          id: 'circular',
          when: { all: [{ fact: 'clock.handle.late', operator: 'equal', value: true }] },
          by: ['supervisionOffice'],
          term: day,
          inform: ['superior'],
        },
      ],
    },
  },
};
