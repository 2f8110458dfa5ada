import type { Actor, Call } from '@hotline-kit/core';
import { at, noiseAtNight, type people } from '../sample-desk.js';

type Step = readonly [type: string, by: keyof typeof people | Actor, at: string, data?: object, ticket?: string];

const call: Call = {
  ...noiseAtNight,
  urgent: false,
  applicants: [
    { id: 'citizen-42', representative: true },
    { id: 'citizen-43', representedBy: 'citizen-42', consent: true },
  ],
};
const proof = [
  { kind: 'duties-list', media: [{ id: 'm', mediaType: 'application/pdf', sha256: 'a'.repeat(64), bytes: 1 }] },
];
const checker: Actor = { id: 'q', role: 'qualityChecker', unit: 'hotline-centre' };
const centre: Actor = { id: 's', role: 'superviseOfficer', unit: 'hotline-centre' };
const chair: Actor = { id: 'c', role: 'consultationChair' };
const receiver: Actor = { id: 'r', role: 'clueReceiver' };

const deputy: Actor = { id: 'd', role: 'citizenSupervisor' };
const settled = { ground: 'settled', reason: '已终结', evidence: '决定书' };

const handled: readonly Step[] = [
  ['register', 'agent', at('09:00'), call],
  ['dispatch', 'dispatcher', at('09:03'), { lead: 'riverside', assists: ['urban-management'] }],
  ['sign', 'clerk', at('09:05')],
  ['accept', 'handler', at('09:10')],
];
const answered: readonly Step[] = [
  ...handled,
  ['finishAssist', 'assistant', at('09:20'), { result: '已会同查处' }],
  ['submitReply', 'handler', at('10:00'), { result: '已处理', solved: 'yes' }],
  ['approveReply', 'leader', at('10:10')],
];

/** Lives that between them touch every part of the law. */
export const lives: Readonly<Record<string, readonly Step[]>> = {
  refused: [
    ['register', 'agent', at('09:00'), call],
    [
      'refuse',
      'agent',
      at('09:05'),
      { ground: 'litigation', reason: '已诉', legalPath: '法院', more: { evidence: ['duties-list'] } },
    ],
    ['inform', 'agent', at('09:06'), { duty: 'refuse.reasons', content: '已告知', proof: '短信' }],
    ['waiveInforming', 'callback', at('09:07'), { duty: 'refuse.reasons', ground: 'anonymous' }],
  ],
  emergency: [
    ['register', 'agent', at('09:00'), call],
    ['transferEmergency', 'agent', at('09:01'), { line: '110' }],
    ['acknowledgeHandover', 'agent', at('09:02'), { accepted: true, acknowledgement: '收到' }],
  ],
  protected: [
    ['register', 'agent', at('09:00'), { ...call, type: 'report' }],
    [
      'transferClue',
      'agent',
      at('09:01'),
      { record: 'k', ground: 'conduct', receiver: 'clueReceiver', more: { reason: '线索' } },
    ],
    ['transferClue', receiver, at('09:02'), { record: 'k', ground: 'conduct' }],
    ['dispatch', 'dispatcher', at('09:03'), { lead: 'riverside' }],
  ],
  several: [['register', 'agent', at('09:00'), { ...call, applicants: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }]],
  spokenFor: [
    [
      'register',
      'agent',
      at('09:00'),
      {
        ...call,
        applicants: [
          { id: 'a', representative: true },
          { id: 'b', representedBy: 'a' },
        ],
      },
    ],
  ],
  merged: [
    ['register', 'agent', at('09:00'), call, 'root'],
    ['register', 'agent', at('09:10'), call],
    ['merge', 'agent', at('09:11'), { into: 'root', reason: '同一工地', match: ['matter', 'place'] }],
    ['unmerge', 'dispatcher', at('09:12'), { reason: '另一工地' }],
  ],
  rootAnswered: [
    ['register', 'agent', at('09:00'), call, 'repeat'],
    ...handled,
    ['merge', 'agent', at('09:11'), { into: 't', reason: '同一工地', match: ['matter', 'place'] }, 'repeat'],
    ...answered.slice(handled.length),
  ],
  split: [
    ...handled,
    ['split', 'agent', at('09:12'), { parts: [{ content: '路灯', matter: 'streetlight' }], reason: '两件事' }],
    ['dispatch', 'dispatcher', at('09:40', '2026-03-05'), { lead: 'riverside' }, 't-1'],
    ...answered.slice(handled.length),
  ],
  returned: [
    ...handled.slice(0, 2),
    ['requestReturn', 'clerk', at('09:05'), { reason: '不属职责', evidence: '三定' }],
    ['approveReturn', 'dispatcher', at('09:06')],
  ],
  terminated: [
    ...handled,
    ['requestTermination', 'handler', at('09:20'), { ground: 'withdrawn', reason: '撤回' }],
    ['approveTermination', { id: 'e', role: 'districtDispatcher', unit: 'east-district' }, at('09:21')],
  ],
  limited: [
    ['register', 'agent', at('09:00'), call],
    [
      'dispatch',
      'dispatcher',
      at('09:03'),
      { lead: 'riverside', limits: { handle: { kind: 'workingDays', amount: 1 } } },
    ],
  ],
  asked: [
    ...handled,
    ...['09:11', '09:12', '09:13', '09:14'].map((time): Step => ['enquire', 'citizen', at(time)]),
    ...['09:21', '09:22', '09:23', '09:24', '09:25', '09:26'].map(
      (time): Step => ['urge', 'agent', at(time), { reason: '请抓紧' }],
    ),
  ],
  unapproved: [
    ...handled,
    ['escalateBeyondCity', 'dispatcher', at('09:14'), { to: '省', reason: '跨市', ground: 'province' }],
  ],
  unreasonable: [
    ...answered,
    ['markUnreasonable', 'supervisor', at('10:20'), { ...settled, more: { approvedBy: '主要负责人' } }],
    ['rate', 'citizen', at('10:30'), { solved: 'no', satisfaction: 1, contacted: true }],
    ['redispatch', 'callback', at('10:31'), { reason: '未解决' }],
    ['register', 'agent', at('10:40'), { ...call, repeats: ['t'] }, 'again'],
  ],
  watched: [
    ...handled,
    ['watch', deputy, at('09:11')],
    ['comment', deputy, at('09:12'), { text: '关注' }],
    ['supervise', centre, at('09:22'), { level: 1, reason: '重复投诉' }],
    ['joinSupervision', deputy, at('09:23')],
  ],
  unassisted: [
    ...handled,
    ...answered.slice(handled.length + 1),
    ['rate', 'citizen', at('10:30'), { solved: 'yes', satisfaction: 5, contacted: true }],
    ['close', 'callback', at('10:32')],
    ['reopen', 'agent', at('10:36'), { reason: '新情况', more: { ground: 'facts' } }],
  ],
  disputed: [
    ...handled.slice(0, 2),
    ['addAssist', 'dispatcher', at('09:04'), { assists: ['power-company'] }],
    ['requestReturn', 'clerk', at('09:05'), { reason: '不属职责', evidence: '三定', proposedUnit: 'hillside' }],
    ['recordProgress', 'handler', at('09:05'), { text: '先行查看' }],
    ['raiseDispute', 'dispatcher', at('09:06'), { reason: '两家' }],
    ['recordProgress', { id: 'h', role: 'handler', unit: 'hillside' }, at('09:07'), { text: '先行处置' }],
    ['designate', 'dispatcher', at('09:08'), { reason: '属地' }],
    ['requestReturn', 'clerk', at('09:09'), { reason: '不属职责', evidence: '三定' }],
    ['raiseDispute', 'dispatcher', at('09:10'), { reason: '两家' }],
    ['designate', 'dispatcher', at('09:11'), { lead: 'riverside', reason: '属地' }],
    ['requestReturn', 'clerk', at('09:12'), { reason: '不属职责', evidence: '三定' }],
    ['raiseDispute', 'dispatcher', at('09:13'), { reason: '两家' }],
    ['rejectReturn', 'dispatcher', at('09:14'), { reason: '属职责' }],
  ],
  recused: [
    ...handled,
    ['recuse', 'dispatcher', at('09:11'), { unit: 'riverside', ground: 'interest', reason: '利害关系' }],
    ['designate', 'dispatcher', at('09:12'), { reason: '回避' }],
  ],
  hard: [
    ...handled,
    ['convene', 'dispatcher', at('09:11'), { question: '谁管', ground: 'hard' }],
    ['concludeConsultation', chair, at('09:12'), { minutes: '纪要', conclusion: '镇管', lead: 'riverside' }],
    ['callForDepartments', 'handler', at('09:13'), { departments: ['power-company'], reason: '断电' }],
    [
      'escalateBeyondCity',
      'dispatcher',
      at('09:14'),
      { to: '省', reason: '跨市', ground: 'province', more: { approvedBy: '市领导' } },
    ],
    ['requestExtension', 'handler', at('09:15'), { term: { kind: 'workingDays', amount: 9 }, reason: '协调' }],
    ['approveExtension', 'head', at('09:16')],
    ['suspend', 'handler', at('09:17'), { ground: 'litigation', reason: '诉讼', evidence: proof }],
    ['resume', 'handler', at('09:18')],
    ['urge', 'agent', at('09:19'), { reason: '请抓紧' }],
    ['enquire', 'citizen', at('09:20')],
    ['requestTermination', 'handler', at('09:21'), { ground: 'withdrawn', reason: '撤回' }],
    ['supervise', centre, at('09:22'), { level: 1, reason: '重复投诉' }],
    [
      'submitReply',
      'handler',
      at('09:23'),
      {
        kind: 'interim',
        ground: 'waiting',
        result: '在办',
        solved: 'partly',
        unsolvedReason: '未完',
        more: { progress: '在办' },
      },
    ],
    [
      'submitReply',
      'handler',
      at('09:23'),
      {
        kind: 'interim',
        ground: 'waiting',
        result: '在办',
        solved: 'partly',
        unsolvedReason: '未完',
        evidence: proof,
        more: { progress: '在办' },
      },
    ],
    ['approveReply', 'leader', at('09:24')],
    ['recordProgress', 'handler', at('09:25'), { text: '获批', milestone: 'plan-approved' }],
    ['runDue', 'agent', at('09:00', '2026-04-20')],
  ],
  statutory: [
    ['register', 'agent', at('09:00'), call],
    [
      'dispatch',
      'dispatcher',
      at('09:03'),
      { lead: 'riverside', statutory: { kind: 'workingDays', amount: 60 }, law: '某法' },
    ],
    ['markUnreasonable', 'supervisor', at('09:10'), settled],
  ],
  closed: [
    ...answered,
    [
      'callBack',
      'callback',
      at('10:20'),
      { method: 'phone', reached: true, stage: 'first', remark: '好', flags: ['late'] },
    ],
    ['waiveCallback', 'callback', at('10:21'), { ground: 'anonymous' }],
    ['rate', 'citizen', at('10:30'), { solved: 'no', satisfaction: 1, contacted: true }],
    ['redispatch', 'callback', at('10:31'), { reason: '未解决', more: { ground: 'price' } }],
    ['close', 'callback', at('10:32'), { reason: '经复核' }],
    ['checkQuality', checker, at('10:33'), { stage: 'first', remark: '好', flags: ['late'] }],
    ['seekRemedy', 'citizen', at('10:34'), { reason: '不服', stage: 'review' }],
    ['decideRemedy', centre, at('10:35'), { decision: 'upheld', reason: '维持', more: { remark: '维持' } }],
    ['reopen', 'agent', at('10:36'), { reason: '新情况', more: { ground: 'facts' } }],
  ],
};
